// The second layer: what older reports say, asked in a few small files however many reports there are.
(() => {
  "use strict";
  const search = (window.congkhaiSearch ??= {});

  const TEXTS = 1024;
  const MOST_SHARDS = 2;
  const MOST_LEAVES = 2;
  const MOST_BEHIND = 6;
  const MOST_REPORTS = 12;
  // The score of a report that is asked for by its period alone: above all that only mentions it.
  const ASKED_FOR = 100;
  const OLDER = 0.6;

  // FNV-1a, as macros/search/archive.py reckons it.
  search.bucket = (word, shards) => {
    let value = 0x811c9dc5;
    for (const letter of word) value = Math.imul(value ^ letter.codePointAt(0), 0x01000193) >>> 0;
    return value % shards;
  };

  const leafName = (period) => `ky/${period.toLowerCase()}`;

  // A report of the archive as an index of its own, asked once.
  search.leaf = async (name, root) => search.leafIndex(name, await search.part(name, root));

  function nameOf(n) {
    const { periods } = search.first;
    return n < periods.length - 1 ? leafName(periods[n + 1]) : `vb/${n - periods.length + 2}`;
  }

  // Where words stand in the archive: for each slot the places, newest first, and from where on there may be more.
  function slotsOf(shard, word) {
    const entry = Object.hasOwn(shard.words, word) ? shard.words[word] : [];
    const slots = new Map();
    for (let k = 0; k < entry.length; k += 2) {
      let place = 0;
      const places = [];
      let isCut = false;
      for (const [n, step] of entry[k + 1].entries()) {
        if (n && step === 0) isCut = true;
        else places.push((place += step));
      }
      slots.set(shard.slots[entry[k]], { places, isCut });
    }
    return slots;
  }

  // The places that both lists have, and those of one that the other, cut short, may have.
  function common(a, b) {
    const [inA, inB] = [new Set(a.places), new Set(b.places)];
    const sure = a.places.filter((place) => inB.has(place));
    const maybe = [
      ...(b.isCut ? a.places.filter((place) => place > b.places.at(-1)) : []),
      ...(a.isCut ? b.places.filter((place) => place > a.places.at(-1)) : []),
    ];
    return { places: [...sure, ...maybe.filter((place) => !inA.has(place) || !inB.has(place))], sure: sure.length, isCut: a.isCut && b.isCut };
  }

  // The words to ask the archive for: the rarest that the query demands, abbreviations written out.
  function rarest(query) {
    const written = search.variants(query).filter(({ loss }) => loss > 0.9).sort((a, b) => b.terms.length - a.terms.length)[0];
    const asked = written.terms.filter((term) => !term.optional && !(term.isOpen && !term.keys.has(term.folded) && term.keys.size));
    const unique = [...new Map(asked.map((term) => [term.folded, term])).values()];
    return unique.sort((a, b) => b.weight - a.weight).slice(0, MOST_SHARDS).map((term) => term.folded);
  }

  // What the archive adds to an answer: texts of older reports with all words of the query, newest first.
  search.older = async (query, root, isKnown) => {
    const { archive } = search.first;
    if (!archive.shards || !query.terms.length) return { results: [], behind: new Map() };
    const words = rarest(query);
    if (!words.length) return { results: [], behind: new Map() };
    const shards = await Promise.all(words.map((word) => search.part(`tu/${search.bucket(word, archive.shards)}`, root)));
    const lists = words.map((word, n) => slotsOf(shards[n], word));
    const slots = new Map();
    for (const [slot, list] of lists[0]) {
      const both = lists.length < 2 ? { ...list, sure: list.places.length } : lists[1].has(slot) && common(list, lists[1].get(slot));
      if (both && both.places.length) slots.set(slot, both);
    }
    const names = chosen(slots, isKnown);
    const results = [];
    const seen = new Set();
    for (const name of names) {
      const index = await search.leaf(name, root);
      for (const result of search.within(index, () => search.find(search.parse(query.text)))) {
        const slot = result.unit.slot;
        if (result.coverage < 0.999 || seen.has(slot) || isKnown(slot)) continue;
        seen.add(slot);
        result.score *= OLDER;
        results.push(result);
      }
    }
    const behind = new Map([...slots].map(([slot, { places, sure }]) => [slot, periodsOf(places.slice(0, sure))]));
    return { results, behind };
  };

  // The leaves to read: those in which most slots are still to be shown, the newer before the older.
  function chosen(slots, isKnown) {
    const open = new Map([...slots].filter(([slot]) => !isKnown(slot)));
    const names = [];
    while (names.length < MOST_LEAVES && open.size) {
      const counts = new Map();
      for (const [, { places, sure }] of open) {
        const first = sure ? places[0] : places.at(-1);
        const leaf = Math.floor(first / TEXTS);
        counts.set(leaf, (counts.get(leaf) ?? 0) + (sure ? 1 : 0.2));
      }
      const best = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0][0];
      names.push(nameOf(best));
      for (const [slot, { places }] of open) if (places.some((place) => Math.floor(place / TEXTS) === best)) open.delete(slot);
    }
    return names;
  }

  function periodsOf(places) {
    const { periods } = search.first;
    return [...new Set(places.map((place) => periods[Math.floor(place / TEXTS) + 1]).filter(Boolean))].slice(0, MOST_BEHIND);
  }

  // The whole answer. `period` is what the reader chose; `deep` says whether to read the archive: "always", "never", or
  // by default when the first layer does not answer well.
  search.respond = async (text, how) => {
    const answer = await answered(text, how);
    // With tones typed, and none of the answers has them.
    const loose = answer.used === text && answer.results.some((result) => result.loose) && !answer.results.some((result) => result.exact);
    return { ...answer, loose };
  };

  async function answered(text, { root, allowed = () => true, period = "", deep = "" }) {
    const first = await search.ready(root);
    const said = search.within(first, () => search.periodIn(text));
    const wanted = period || said?.found[0] || "";
    if (wanted) return ofPeriod(text, wanted, { said, isChosen: Boolean(period), root, allowed });
    const plain = search.within(first, () => search.answer(text, allowed));
    const isTold = ({ unit, coverage, near }) => coverage > 0.999 && (unit.kind === "document" || near >= 0.75);
    if (said && !(plain.used === text && plain.results.some(isTold))) {
      // A period without a report: what is asked about it is answered for the newest, and said so. Asked for its report
      // alone, those of the same year are what there is.
      if (!said.rest) {
        const others = said.year ? first.periods.filter((one) => one.startsWith(said.year)).slice(0, MOST_REPORTS) : [];
        const reports = others.map((one, n) => reportResult(one, plain.query, ASKED_FOR - n)).filter((one) => allowed(one.unit));
        return { query: plain.query, results: reports, used: text, instead: null, missing: said.asked, isOfYear: true, more: false };
      }
      const rest = search.within(first, () => search.answer(said.rest, allowed));
      return { ...rest, used: rest.used === said.rest ? text : rest.used, missing: said.asked, more: false };
    }
    const whole = plain.results.filter((result) => result.coverage > 0.999);
    const good = plain.used === text && whole.length > 2 && whole.some((result) => result.near >= 0.75) && (!plain.query.withTones || whole.some((result) => result.exact));
    if (deep === "never" || (good && deep !== "always")) return { ...plain, more: good && first.archive.shards > 0 };
    const query = search.within(first, () => search.parse(text));
    const direct = plain.used === text ? plain.results : [];
    const known = new Set(direct.filter((result) => result.coverage > 0.999).map((result) => result.unit.slot));
    const { results, behind } = await search.older(query, root, (slot) => known.has(slot));
    const kept = results.filter((result) => allowed(result.unit));
    for (const result of [...direct, ...kept]) result.behind = (behind.get(result.unit.slot) ?? []).filter((one) => one !== result.unit.period);
    if (!kept.length) return { ...plain, more: false };
    const all = [...direct, ...kept].sort((a, b) => b.exact - a.exact || (b.coverage > 0.999) - (a.coverage > 0.999) || b.score - a.score);
    return { query, results: all, used: text, instead: null, more: false };
  }

  // The answer about one period: its figures and its narrative, and what else the whole query finds.
  async function ofPeriod(text, wanted, { said, isChosen, root, allowed }) {
    const { first } = search;
    const isNewest = wanted === first.periods[0];
    const index = isNewest ? first : await search.leaf(leafName(wanted), root);
    const rest = said ? said.rest : text;
    const whole = said && !isChosen ? search.within(first, () => search.find(search.parse(text), allowed)).filter((result) => result.coverage > 0.999) : [];
    const beside = (unit) => allowed(unit) && (!isChosen || unit.period === wanted || unit.kind === "section");
    const part = rest ? search.within(index, () => search.answer(rest, beside)) : { query: search.within(index, () => search.parse(text)), results: [], used: rest, instead: null };
    // Asked for by its period alone, a report is the answer; otherwise it is what is left.
    const periods = isChosen ? [wanted] : said.found.slice(0, MOST_REPORTS);
    const reports = !rest || (said && !isChosen && !part.results.length) ? periods.map((period, n) => reportResult(period, part.query, rest ? 1 : ASKED_FOR - n)) : [];
    const best = new Map();
    for (const result of [...part.results, ...whole.filter((one) => one.unit.kind !== "row"), ...reports.filter((one) => allowed(one.unit))]) {
      const known = best.get(result.unit.href);
      if (!known || result.score > known.score) best.set(result.unit.href, result);
    }
    const results = [...best.values()].sort((a, b) => b.exact - a.exact || b.score - a.score);
    const used = part.used === rest ? text : part.used;
    if (rest && !part.results.length && !whole.length) return { ...part, results: [], used: text, more: false };
    return { query: part.query, results, used, instead: part.instead, more: false };
  }

  function reportResult(period, query, score) {
    const title = `Báo cáo ${search.inside(search.periodLabel(period))}`;
    const unit = { kind: "report", title, period, href: `${search.first.root.report}${period.toLowerCase()}/`, fields: {} };
    return { unit, query, score, near: 1, coverage: 1, exact: Number(score > 1), words: new Set(query.terms.map((term) => term.folded)) };
  }
})();
