// Which units answer a query, best first; what the reader may have meant when none does.
(() => {
  "use strict";
  const search = (window.congkhaiSearch ??= {});

  const FIELD = {
    title: 1, value: 0.9, subject: 0.75, expansion: 0.75, note: 0.6, prose: 0.55, description: 0.4, issuer: 0.35, context: 0.3,
  };
  const KIND = { row: 1, section: 1, document: 0.97, report: 0.95, heading: 0.9, page: 0.85, abbreviation: 0.85, passage: 0.75 };
  // How much of a word is left when only its letters agree and not its tones.
  const OTHER_TONES = 0.4;
  const MOST_RESULTS = 40;
  const NOISE = 0.3;

  // The results of a query, best first, each unit once: { unit, score, exact, wordings }.
  search.find = (query, allowed = () => true) => {
    const best = new Map();
    const wordings = new Map();
    for (const { terms, loss } of search.variants(query)) {
      for (const unit of search.index.units) {
        if (!allowed(unit)) continue;
        const match = matched(unit, terms, query.withTones);
        if (!match) continue;
        match.score *= loss;
        wordings.set(unit, [...(wordings.get(unit) ?? []), terms]);
        const key = unit.group ?? unit;
        const known = best.get(key);
        if (!known || better(match, known) < 0) best.set(key, match);
      }
    }
    const results = [...best.values()].sort(better);
    const top = Math.max(...results.map((result) => result.score), 0);
    for (const result of results) Object.assign(result, { query, index: search.index, wordings: wordings.get(result.unit) });
    return results.filter((result) => result.exact || (result.near >= 0.7 && result.coverage > 0.999) || result.score >= top * NOISE).slice(0, MOST_RESULTS);
  };

  // With tones typed, what has those tones comes first.
  const better = (a, b) => b.exact - a.exact || b.score - a.score;

  function matched(unit, terms, withTones) {
    let [weight, found, sum, asked, inTitle, exact] = [0, 0, 0, 0, 0, true];
    const spots = [];
    for (const term of terms) {
      const list = [];
      let quality = 0;
      let isExact = false;
      for (const [key, sure] of term.keys) {
        for (const spot of unit.lookup.get(key) ?? []) {
          const same = !withTones || spot.toned === term.toned || (sure < 1 && spot.toned.startsWith(term.toned));
          const q = sure * (same ? 1 : OTHER_TONES);
          list.push({ ...spot, q });
          if (same) isExact = true;
          quality = Math.max(quality, q * FIELD[spot.field]);
        }
      }
      spots.push(list);
      const own = term.weight * (term.optional ? 0.2 : 1);
      sum += own * quality;
      weight += own;
      if (term.optional) continue;
      asked += term.weight;
      if (list.length) found += term.weight;
      if (list.some((spot) => spot.field === "title")) inTitle++;
      if (!isExact) exact = false;
    }
    if (!found) return null;
    const needed = terms.filter((term) => !term.optional);
    const coverage = found / asked;
    const near = nearness(terms, spots);
    const whole = coverage > 0.999;
    if (!accepted(whole, coverage, near, needed.length, inTitle === needed.length, withTones && exact)) return null;
    // A row that has a figure answers better than one that has none.
    const kind = KIND[unit.kind] * (unit.kind === "row" && !unit.fields.value ? 0.9 : 1);
    let score = kind * (sum / weight) * (0.15 + 0.85 * near ** 1.5) * coverage * coverage;
    if (whole && inTitle === needed.length) {
      const share = Math.min(1, terms.length / Math.max(unit.titleLength, 1));
      score += 0.15 * near + 0.35 * share * near + (share === 1 && near === 1 ? 0.4 : 0);
      // A document is asked for by its number: "chỉ thị 26" is it, and not what mentions it.
      if (unit.kind === "document" && terms.some((term) => /^[0-9]+$/.test(term.folded))) score += 0.35;
      if (kind < KIND[unit.kind]) score *= 0.9;
    }
    return { unit, score, near, coverage, named: whole && inTitle === needed.length, exact: Number(withTones && whole && exact) };
  }

  function accepted(whole, coverage, near, count, inTitle, exact) {
    if (whole) return count === 1 || near >= 0.3 || (inTitle && near >= 0.12) || (exact && near >= 0.2);
    return count >= 3 && coverage >= 0.62 && near >= 0.45;
  }

  // How near the words stand to their neighbours in the query: 1 for side by side in its order, 0 for far apart.
  function nearness(terms, spots) {
    let [sum, weight] = [0, 0];
    let before = -1;
    for (let n = 0; n < terms.length; n++) {
      if (terms[n].optional && !spots[n].length) continue;
      if (before >= 0) {
        const own = Math.min(terms[before].weight, terms[n].weight) * (terms[n].optional || terms[before].optional ? 0.3 : 1);
        weight += own;
        sum += own * closest(spots[before], spots[n]);
      }
      before = n;
    }
    return weight ? sum / weight : 1;
  }

  function closest(left, right) {
    let best = 0;
    for (const a of left) {
      for (const b of right) {
        if (a.field !== b.field) {
          best = Math.max(best, 0.1);
          continue;
        }
        const gap = b.at - a.at;
        const value = gap === 1 ? 1 : gap > 1 && gap <= 3 ? 0.7 : gap === -1 ? 0.55 : Math.abs(gap) <= 8 ? 0.35 : Math.abs(gap) <= 25 ? 0.22 : 0.12;
        if (value > best) best = value;
      }
    }
    return best;
  }

  // The letters that are often mistaken for each other in Vietnamese spelling, made one.
  function sound(word) {
    return word
      .replace(/^(gi|r|d)(?=[aeiouy])/, "d").replace(/^tr/, "ch").replace(/^x/, "s").replace(/^l/, "n").replace(/^gh/, "g")
      .replace(/^ngh/, "ng").replace(/^(k|q)/, "c").replace(/ng$|nh$/, "n").replace(/[ck]$|ch$/, "t").replace(/y/g, "i");
  }

  // Whether one letter more, less, other or swapped makes the one word the other; two in a long word.
  function isSlip(a, b, most = Math.min(a.length, b.length) >= 6 ? 2 : 1) {
    if (Math.abs(a.length - b.length) > most) return false;
    let [older, old] = [[], [...Array(b.length + 1).keys()]];
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
      }
      [older, old] = [old, row];
    }
    return old[b.length] <= most;
  }

  // The query with its slips mended, by the row of words that stand side by side most; null when there is none.
  search.mended = (query) => {
    const { vocabulary } = search.index;
    const { terms } = query;
    if (!terms.length || terms.length > 12) return null;
    const letters = (word) => /^[a-zđ]+$/.test(word);
    const choices = terms.map((term) => {
      const own = [{ word: term.folded, cost: term.keys.size ? 0 : 6 }];
      if (!letters(term.folded)) return own;
      for (const word of vocabulary.known.keys()) {
        if (word === term.folded || !letters(word)) continue;
        const alike = sound(word) === sound(term.folded) && isSlip(word, term.folded, 2);
        if (alike || (term.folded.length > 1 && isSlip(word, term.folded))) own.push({ word, cost: (alike ? 0.9 : 1.4) + (term.keys.size ? 0.8 : 0) });
      }
      return own;
    });
    const joined = (a, b) => (vocabulary.pairs.has(`${a} ${b}`) ? 1.2 + Math.min(0.6, vocabulary.pairs.get(`${a} ${b}`).count / 20) : 0);
    let rows = choices[0].map(({ word, cost }) => ({ words: [word], cost }));
    for (const column of choices.slice(1)) {
      rows = column.map(({ word, cost }) => {
        const costs = rows.map((row) => row.cost + cost - joined(row.words.at(-1), word));
        const least = costs.indexOf(Math.min(...costs));
        return { words: [...rows[least].words, word], cost: costs[least] };
      });
    }
    const best = rows.sort((a, b) => a.cost - b.cost)[0].words;
    const changed = best.filter((word, n) => word !== terms[n].folded).length;
    const strange = best.filter((word, n) => word !== terms[n].folded && !terms[n].keys.size).length;
    if (!changed || best.some((word) => !vocabulary.has(word))) return null;
    return { text: shown(best), changed, strange, count: terms.length, query: search.parse(`${shown(best)} `) };
  };

  // Folded words as they are most often written, two by two.
  function shown(words) {
    const { vocabulary } = search.index;
    const written = words.slice();
    for (let n = 1; n < words.length; n++) {
      const pair = vocabulary.pairs.get(`${words[n - 1]} ${words[n]}`);
      if (!pair?.shown.size) continue;
      const [first, second] = [...pair.shown].sort((a, b) => b[1] - a[1])[0][0].split(" ");
      if (written[n - 1] === words[n - 1]) written[n - 1] = first;
      written[n] = second ?? written[n];
    }
    return written.join(" ");
  }

  // The answer to a query: results, and either the query that they are for or one to try instead.
  search.answer = (text, allowed) => {
    if (!text.trim()) return { query: search.parse(text), results: [], used: text, instead: null };
    const query = search.parse(text);
    if (!query.terms.length) return { query, results: [], used: text, instead: null };
    const results = search.find(query, allowed);
    const found = results.some((result) => result.coverage > 0.999);
    if (found && results.some((result) => result.near >= 0.9)) return { query, results, used: text, instead: null };
    const mended = search.mended(query);
    if (mended && mended.changed <= Math.max(1, Math.floor(mended.count / 3))) {
      mended.query.withTones = false;
      const better = search.find(mended.query, allowed).filter((result) => result.coverage > 0.999);
      const good = better.some((result) => result.near >= 0.85 || (result.named && result.near >= 0.6));
      const best = better.some((result) => result.near === 1);
      if (found) return { query, results, used: text, instead: best ? mended.text : null };
      // Words that are right by themselves are not taken for slips, unless much around them speaks for it.
      const sure = mended.strange === mended.changed || mended.count > 3;
      const long = mended.count > 2 || (best && mended.count > 1);
      if (good && sure && long) return { query: mended.query, results: better, used: mended.text, instead: null };
      if (good && !results.length) return { query, results, used: text, instead: mended.text };
    }
    return { query, results, used: text, instead: null };
  };
})();
