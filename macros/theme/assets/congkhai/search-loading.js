// The index as it is asked for, file by file.
// What the index is when it has come: the first layer, the one that is asked just now, and its records.
const current = { first: null, index: null, records: null };
// What the engine, which comes with the index, offers to the pages: see search-engine.js.
const engine = {};

// A file that has not come by then is not waited for any longer; should it still come, it is kept.
const PATIENCE = 30_000;
const parts = new Map();
let failures = 0;

// The part of the index with this name, asked once; after a failure the next call asks anew.
// A script and not a fetch: it loads from a disk as well.
const loadPart = (name, root) => {
  const known = parts.get(name);
  if (known) return known.promise;
  const part = {};
  part.promise = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const fail = () => {
      clearTimeout(limit);
      failures++;
      if (parts.get(name) === part) parts.delete(name);
      reject(Object.assign(new Error(`no ${name}`), { isMissing: true }));
    };
    const limit = setTimeout(fail, PATIENCE);
    part.resolve = (content) => {
      clearTimeout(limit);
      part.isHere = true;
      resolve(content);
    };
    // What has failed must not come out of a cache again.
    script.src = new URL(`tim-kiem/index/${name}.js${failures ? `?lan=${failures}` : ""}`, root);
    script.onerror = fail;
    // An empty file, or the page of a network that wants a login first, loads and hands nothing over.
    script.onload = () => part.isHere || fail();
    document.head.append(script);
  });
  parts.set(name, part);
  return part.promise;
};

// What a file of the index calls.
const receive = (name, content) => {
  const part = parts.get(name);
  if (part) part.resolve(content);
  else parts.set(name, { promise: Promise.resolve(content) });
};

const ready = async (root) => {
  if (current.first) return current.first;
  const records = await loadPart("catalogue", root);
  return current.first ?? engine.prepare(records);
};

// From a disk a folder has no page of its own: its file is named.
const addressOf = (href, root) => {
  const url = new URL(href, root);
  if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
  return url.href;
};

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== ""));
  return made;
};

export { addressOf, current, element, engine, loadPart, ready, receive };
