// The walk through the archive: a few files at a step, from what speaks most for an answer to the oldest report.
import { current, loadPart } from "./search-loading.js";
import { archiveFiles } from "./search-places.js";
import { parse } from "./search-query.js";
import { findEvery } from "./search-ranking.js";
import { leafIndex, withIndex } from "./search-units.js";
import { bucket } from "./search-words.js";

const { LEAVES, shape, keysOf, placesOf, linesOf, bitsOf, isPair, isNamed, onEveryLine, mayBe, allOf, groupOfLine, groupOf, said } = archiveFiles;
const EVERY = 0xffffffff;
const NEAREST = 2;
const FEW = 2;
const MOST_PAIRS = 3;
const OLDER = 0.6;
const MOST_BEHIND = 6;
// Files of the first answer; files and bytes of each further step.
const FIRST = { files: 4, bytes: Infinity };
const STEP = { files: 8, bytes: 28_000 };
// What a server sends for a file at most, and letters to a byte of it.
const MOST_BYTES = 6_500;
const LETTERS_A_BYTE = 2.4;
const read = new Set();

class Walk {
  // `known` are results that are shown already; `only` are the leaves to which the walk keeps, if not to all.
  constructor(query, root, { known, only = null }) {
    Object.assign(this, { query, root, only, shape: shape(), visited: new Set(), answering: new Set(), sure: new Map(), phrased: [] });
    this.within = only && new Set([...only].map((leaf) => this.shape.placeOf(leaf).volume));
    this.keys = withIndex(current.first, () => keysOf(query));
    this.more = current.first.archive.shards > 0 && this.keys.words.length > 0;
    this.seen = new Set(known.map(said));
    this.slots = new Set(known.map(({ unit }) => unit.slot ?? unit.href));
    this.waiting = [];
    this.course = this.#course();
  }

  // The next few files, and what is new in them. One passage a heading in the first answer; the others wait.
  async step({ isFirst = false } = {}) {
    if (!this.more) return [];
    this.budget = { ...(isFirst ? FIRST : STEP) };
    const { done } = await this.course.next();
    const found = this.waiting;
    this.waiting = [];
    if (this.error) {
      const { error } = this;
      [this.error, this.waiting] = [null, found];
      throw error;
    }
    const shown = isFirst ? found.filter(({ unit }) => !this.slots.has(unit.slot ?? unit.href) && this.slots.add(unit.slot ?? unit.href)) : found;
    this.waiting = found.filter((result) => !shown.includes(result));
    this.more = !done || this.waiting.length > 0;
    return shown.sort((a, b) => b.exact - a.exact || b.score - a.score);
  }

  // The reports besides its own in which the words of a result stand, under its heading or in its row; of those that
  // were read, only such as answered.
  behind({ slot, period }) {
    const { periods } = current.first;
    const leaves = slot ? (this.sure.get(groupOf(slot)) ?? (slot.startsWith("h") ? this.phrased : [])) : [];
    return [...leaves]
      .filter((leaf) => !this.visited.has(leaf) || this.answering.has(leaf))
      .sort((a, b) => a - b)
      .map((leaf) => periods[leaf + 1])
      .filter((other) => other && other !== period)
      .slice(0, MOST_BEHIND);
  }

  async *#course() {
    const { words, pairs } = this.keys;
    const [pair] = pairs;
    const isApart = (key) => !key.split(" ").some((word) => pair?.split(" ").includes(word));
    // Beside a pair another that shares no word with it, or else a word that is not of it.
    const beside = pairs.find(isApart) ?? words.find(isApart) ?? words[0];
    if (pair) yield* this.#load([pair, beside].map((key) => this.#shard(key)));
    let phrases = pair ? yield* this.#phrases(pair, beside, pairs.slice(1)) : null;
    if (!this.visited.size) yield* this.#nearest(words.slice(0, 2));
    // A pair that no report has was no phrase: another may be one.
    for (let n = 1; !phrases && n < Math.min(pairs.length, MOST_PAIRS); n++) {
      phrases = yield* this.#phrases(pairs[n], words[0], pairs.slice(n + 1));
    }
    const lines = yield* this.#lines();
    if (!lines) return;
    // What many reports say again and again comes last.
    if (phrases && this.#ordered(phrases.volumes).length <= FEW) yield* this.#volumes(phrases);
    yield* this.#words(new Map([...lines].filter(([, volumes]) => this.#ordered(volumes).length <= FEW)));
    if (phrases) yield* this.#volumes(phrases);
    yield* this.#words(lines);
  }

  // Where a pair stands, read as far as its newest places say; and what is to be asked of the volumes, if it is anywhere.
  async *#phrases(pair, beside, others) {
    const list = yield* this.#list(pair);
    if (!list) return null;
    const other = yield* this.#list(beside);
    let leaves = [...list.leaves];
    if (isPair(beside)) {
      // A pair may be none of the query's phrases: what has both comes first, and the rest is not lost.
      const hasBoth = (leaf) => Boolean(other) && mayBe(other, leaf);
      leaves = [...leaves.filter(hasBoth), ...leaves.filter((leaf) => !hasBoth(leaf))];
      this.phrased = leaves.filter((leaf) => other?.leaves.has(leaf));
    } else {
      const lines = [...(other ?? [])];
      if (!this.#isOfRows(beside)) leaves = leaves.filter((leaf) => lines.some(([, places]) => mayBe(places, leaf)));
      for (const [line, places] of lines) this.#note(line, leaves.filter((leaf) => places.leaves.has(leaf)));
    }
    yield* this.#visit(leaves.filter(this.#isOpen).slice(0, list.isCut ? NEAREST : undefined));
    return { pairs: [pair], others: others.slice(0, MOST_PAIRS - 1), volumes: list.isCut ? list.volumes : 0n };
  }

  async *#volumes({ pairs, others, volumes }) {
    for (const other of others) {
      if (this.#ordered(volumes).length <= FEW) break;
      const list = yield* this.#list(other);
      if (!list) continue;
      pairs.push(other);
      volumes &= list.volumes;
    }
    for (const volume of this.#ordered(volumes)) {
      const shards = yield* this.#load(pairs.map((pair) => this.shape.shardOf(volume, pair)));
      const bits = pairs.reduce((held, pair, n) => (held & (Object.hasOwn(shards[n], pair) ? bitsOf(shards[n][pair]) : 0)) >>> 0, EVERY);
      yield* this.#visit(this.#leaves(volume, bits));
    }
  }

  // For each line the volumes in which all the words stand there, as far as a few words tell. Null when nothing is left:
  // one of them stands nowhere, or in so few leaves that they are read at once.
  async *#lines() {
    const lists = [];
    let lines = new Map();
    for (const word of this.keys.words) {
      const volumes = [...lines.values()].reduce((any, held) => any | held, 0n);
      if (lists.length > 1 && this.#ordered(volumes).length <= FEW) break;
      const list = yield* this.#list(word);
      const isOfRows = this.#isOfRows(word);
      if (!list && !isOfRows) return null;
      lists.push([word, list ?? new Map()]);
      lines = onEveryLine(lists, this.keys.words, -1n, (held, found) => held & found.volumes);
      const named = lists.length === 1 && !isOfRows ? allOf(list) : null;
      if (named) {
        yield* this.#visit(named);
        return null;
      }
    }
    return lines;
  }

  // Everything that has all the words on one of these lines, however far apart.
  async *#words(lines) {
    const volumes = [...lines.values()].reduce((any, held) => any | held, 0n);
    for (const volume of this.#ordered(volumes)) {
      const lists = [];
      let leaves = [];
      for (const word of this.keys.words) {
        if (lists.length > 1 && leaves.length <= FEW) break;
        const [shard] = yield* this.#load([this.shape.shardOf(volume, word)]);
        lists.push([word, Object.hasOwn(shard, word) ? linesOf(shard[word], bitsOf) : new Map()]);
        const found = onEveryLine(lists, this.keys.words, EVERY, (held, bits) => (held & bits) >>> 0);
        leaves = this.#leaves(volume, [...found].reduce((any, [line, bits]) => (lines.has(line) ? any | bits : any) >>> 0, 0));
        if (!leaves.length) break;
      }
      yield* this.#visit(leaves);
    }
  }

  // The leaves in which the words most agree, the newer before the older; where a list ends early it may have more.
  async *#nearest(words) {
    const lists = [];
    for (const shards = yield* this.#load(words.map((word) => this.#shard(word))); lists.length < words.length; ) {
      const word = words[lists.length];
      const list = Object.hasOwn(shards[lists.length], word) ? yield* this.#list(word) : null;
      if (!list && !this.#isOfRows(word)) return;
      lists.push([word, list ?? new Map()]);
    }
    const counts = new Map();
    for (const [, list] of lists) {
      for (const [line, { leaves }] of list) {
        for (const leaf of leaves) {
          if (!lists.every(([word, other]) => isNamed(line, word) || mayBe(other.get(line), leaf))) continue;
          const isSure = lists.every(([word, other]) => isNamed(line, word) || other.get(line).leaves.has(leaf));
          counts.set(leaf, (counts.get(leaf) ?? 0) + (isSure ? 1 : 0.2));
          if (isSure) this.#note(line, [leaf]);
        }
      }
    }
    yield* this.#visit([...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([leaf]) => leaf).filter(this.#isOpen).slice(0, NEAREST));
  }

  #note(line, leaves) {
    const group = groupOfLine(line);
    this.sure.set(group, new Set([...(this.sure.get(group) ?? []), ...leaves]));
  }

  #shard(key) {
    return `tu/${bucket(key, current.first.archive.shards)}`;
  }

  // Where a key stands in the archive: a word line by line, a pair as a whole; null when it stands nowhere.
  async *#list(key) {
    const [shard] = yield* this.#load([this.#shard(key)]);
    if (!Object.hasOwn(shard, key)) return null;
    return isPair(key) ? placesOf(shard[key], this.shape) : linesOf(shard[key], (list) => placesOf(list, this.shape));
  }

  #isOfRows(word) {
    return current.records.rows.some((_, line) => isNamed(line, word));
  }

  #ordered(volumes) {
    return this.shape.order.filter((volume) => (volumes >> BigInt(volume)) & 1n && (!this.within || this.within.has(volume)));
  }

  // The unread leaves of a volume, newest first.
  #leaves(volume, bits) {
    const leaves = [];
    for (let bit = LEAVES - 1; bit >= 0; bit--) if ((bits >>> bit) & 1) leaves.push(this.shape.leafAt(volume, bit));
    return leaves.filter(this.#isOpen);
  }

  #isOpen = (leaf) => !this.visited.has(leaf) && (!this.only || this.only.has(leaf));

  async *#visit(leaves) {
    for (const rest = leaves.filter(this.#isOpen); rest.length; ) {
      // Side by side in the first answer, which is waited for; one by one where the bytes are counted.
      const now = rest.splice(0, this.budget.bytes === Infinity ? Math.max(1, Math.min(NEAREST, this.budget.files)) : 1);
      const contents = yield* this.#load(now.map(this.shape.nameOf));
      now.forEach((leaf, n) => this.#take(leaf, leafIndex(this.shape.nameOf(leaf), contents[n])));
    }
  }

  // What a leaf says that was not said before.
  #take(leaf, index) {
    this.visited.add(leaf);
    for (const result of withIndex(index, () => findEvery(parse(this.query.text), (unit) => !isOfFirst(unit)))) {
      this.answering.add(leaf);
      if (result.unit.kind === "section") result.unit = { ...result.unit, kind: "heading", href: result.unit.inReport };
      if (this.seen.has(said(result))) continue;
      this.seen.add(said(result));
      result.score *= OLDER;
      this.waiting.push(result);
    }
  }

  // Files of the index; those that are not here yet are counted, and wait for the next step when there are too many.
  async *#load(names) {
    for (;;) {
      const fresh = [...new Set(names)].filter((name) => !read.has(name));
      const fits = fresh.length <= this.budget.files && fresh.length * MOST_BYTES <= this.budget.bytes;
      if (fresh.length && !fits && this.budget.isBegun) {
        yield;
        continue;
      }
      try {
        const parts = await Promise.all(names.map((name) => loadPart(name, this.root)));
        const letters = parts.map((part, n) => (fresh.includes(names[n]) ? JSON.stringify(part).length : 0));
        this.budget.files -= fresh.length;
        this.budget.bytes -= letters.reduce((sum, own) => sum + own, 0) / LETTERS_A_BYTE;
        this.budget.isBegun ||= fresh.length > 0;
        fresh.forEach((name) => read.add(name));
        return parts;
      } catch (error) {
        this.error = error;
        yield;
      }
    }
  }
}

const firstUnits = new WeakSet();
function isOfFirst(unit) {
  if (!firstUnits.has(current.first.units[0])) current.first.units.forEach((one) => firstUnits.add(one));
  return firstUnits.has(unit);
}

const walkOf = (query, root, options) => new Walk(query, root, options);

export { walkOf };
