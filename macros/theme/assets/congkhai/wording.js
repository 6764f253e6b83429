// The sentences that scripts say, of macros/wording/: a bundle lays out those that its modules take (macros/outputs/assets/bundles.py).
const words = {};

// A sentence with its places filled in.
const say = (sentence, parts) => sentence.replace(/\{(\w+)\}/g, (place, name) => parts[name]);

export { say, words };
