// Which units answer a query, best first; what the reader may have meant when none does.
(() => {
  "use strict";
  const search = (window.congkhaiSearch ??= {});

  const FIELD = {
    title: 1, number: 1, value: 0.9, subject: 0.75, expansion: 0.75, note: 0.6, prose: 0.55, description: 0.4, kind: 0.4, issuer: 0.35, context: 0.3,
  };
  const KIND = { row: 1, section: 1, document: 0.97, report: 0.95, heading: 0.9, page: 0.85, abbreviation: 0.85, passage: 0.75 };
  // How much of a word is left when only its letters agree and not its tones.
  const OTHER_TONES = 0.4;
  // One more than are shown says that there are more.
  const MOST_RESULTS = 41;
  const NOISE = 0.3;
  // Fields that are read in one go: a figure and its row's name, a group's number and name, a document and what it is.
  const BESIDE = { "value title": 0.6, "number title": 0.75, "kind title": 0.75 };

  // The results of a query, best first, each unit once: { unit, score, exact, wordings }.
  search.find = (query, allowed = () => true) => {
    const results = answering(matches(query, allowed, (unit) => unit.group ?? unit));
    const top = Math.max(...results.map((result) => result.score), 0);
    return results.filter((result) => result.exact || (result.near >= 0.7 && result.coverage > 0.999) || result.score >= top * NOISE).slice(0, MOST_RESULTS);
  };

  // Every unit that has all the words of a query, best first: none is left out for the sake of a better one.
  search.every = (query, allowed) => answering(matches(query, allowed, (unit) => unit)).filter((result) => result.coverage > 0.999);

  // One word in other tones stands behind what has them, and is no answer alone: "chợ" is not "cho".
  function answering(results) {
    const isSaid = results.some((result) => result.exact);
    return results.filter((result) => isSaid || !result.loose || result.count > 1);
  }

  function matches(query, allowed, keyOf) {
    const best = new Map();
    const wordings = new Map();
    for (const { terms, loss } of search.variants(query)) {
      for (const unit of search.index.units) {
        if (!allowed(unit)) continue;
        const match = matched(unit, terms, query);
        if (!match) continue;
        match.score *= loss;
        wordings.set(unit, [...(wordings.get(unit) ?? []), terms]);
        const known = best.get(keyOf(unit));
        if (!known || better(match, known) < 0) best.set(keyOf(unit), match);
      }
    }
    const results = [...best.values()].sort(better);
    for (const result of results) Object.assign(result, { query, index: search.index, wordings: wordings.get(result.unit) });
    return results;
  }

  // With tones typed, what has those tones comes first.
  const better = (a, b) => b.exact - a.exact || b.score - a.score;

  // The fields that say what a unit is, and so may be all that was asked.
  const NAMING = ["title", "subject", "expansion"];

  function matched(unit, terms, { withTones, counts }) {
    let [weight, found, sum, asked, exact, same] = [0, 0, 0, 0, true, 0];
    const spots = [];
    const named = Object.fromEntries(NAMING.map((field) => [field, 0]));
    const isFigure = unit.measured.size && terms.some((term) => term.number && unit.lookup.get(term.folded)?.some((spot) => spot.field === "value"));
    for (const term of terms) {
      const list = [];
      let quality = 0;
      let isExact = false;
      for (const [key, sure] of term.keys) {
        for (const spot of [...(unit.lookup.get(key) ?? []), ...((isFigure && unit.measured.get(key)) || [])]) {
          const isSame = !withTones || term.number || spot.toned === term.toned || (sure < 1 && search.begins(spot.toned, term.toned));
          // What is being typed with its tone begins no word of another: "đỏ" is not the beginning of "đơn".
          if (sure < 1 && term.toned !== term.folded && (!isSame || (terms.length < 2 && /[1-5]$/.test(term.toned)))) continue;
          const q = sure * (isSame ? 1 : OTHER_TONES);
          list.push({ ...spot, q });
          if (isSame) isExact = true;
          quality = Math.max(quality, q * FIELD[spot.field]);
        }
      }
      spots.push(list);
      const own = term.weight * (term.isLight ? 0.6 : term.optional ? 0.2 : 1);
      sum += own * quality;
      weight += own;
      if (term.optional) continue;
      // Another number is another thing: "12/2021/NĐ-CP" is not 68/2000/NĐ-CP.
      if (term.number && !list.length) return null;
      asked += term.weight;
      if (list.length) found += term.weight;
      if (isExact) same += term.weight;
      for (const field of NAMING) if (list.some((spot) => spot.field === field)) named[field]++;
      if (!isExact) exact = false;
    }
    if (!found) return null;
    const needed = terms.filter((term) => !term.optional);
    const coverage = found / asked;
    const near = nearness(terms, spots);
    const whole = coverage > 0.999;
    const count = needed.length;
    const name = NAMING.find((field) => named[field] === count);
    // What the site says of itself answers what is asked of it, and no half of a question.
    const isAside = unit.kind === "passage" && !unit.period;
    const isFit = whole && (!withTones || exact)
      ? fits(count, near, name === "title", withTones, isAside ? [] : needed)
      : whole
        // In other tones: side by side, or one slip of a tone among words that have theirs.
        ? near > 0.99 || (count > 2 && same >= 0.6 * asked && fits(count, near, name === "title", false, []))
        : !isAside && isPartly(needed, coverage, near) && (!withTones || same === found);
    if (!isFit) return null;
    // A row that has a figure answers better than one that has none, and a total what asks how much.
    let kind = KIND[unit.kind] * (unit.kind === "row" && !unit.fields.value ? 0.9 : 1);
    if (counts && unit.kind === "row" && /^[0-9]/.test(unit.fields.value)) kind *= /^Tổng số/.test(unit.title) ? 1.3 : 1.15;
    // Of two rows that are called the same, the one that is still reported.
    if (unit.kind === "row" && search.index === search.first && unit.period !== search.index.periods[0]) kind *= 0.95;
    let score = kind * (sum / weight) * (0.15 + 0.85 * near ** 1.5) * coverage * coverage;
    if (whole && name) {
      const share = Math.min(1, terms.length / Math.max(unit.lengths[name], 1));
      const bonus = 0.15 * near + 0.35 * share * near + (share === 1 && near === 1 ? 0.4 : 0);
      score += bonus * FIELD[name];
      // A document is asked for by its number: "chỉ thị 26" is it, and not what mentions it.
      if (name === "title" && unit.kind === "document" && terms.some((term) => /^[0-9]+$/.test(term.folded))) score += 0.35;
      if (kind < KIND[unit.kind]) score *= 0.9;
      // An abbreviation is asked for by all of its words, not by one of them.
      if (unit.kind === "abbreviation") score *= 0.2 + 0.8 * share;
    }
    return { unit, score, near, coverage, count, named: whole && name === "title", exact: Number(withTones && whole && exact), loose: withTones && whole && !exact };
  }

  // Whether enough of a question is answered; a word that the reports do not know at all says that it asks for something else.
  function isPartly(needed, coverage, near) {
    const strange = needed.filter((term) => !term.number && !term.keys.has(term.folded)).length;
    return needed.length >= (strange ? 5 : 3) && strange < 2 && ((coverage >= 0.62 && near >= 0.55) || (!strange && coverage >= 0.5 && near >= 0.8));
  }

  const COUNTING = /^(?:so|tong|muc|ti|loai|cac|nam|viec)$/;

  // Whether words that all stand in a unit stand there together.
  function fits(count, near, inTitle, withTones, needed) {
    if (count === 1) return true;
    if (count > 2) return near >= (inTitle ? 0.3 : withTones ? 0.4 : 0.5);
    // Two words far apart are two words by chance, unless one of them is rare; without tones the more so.
    const isCounted = needed.some((term) => term.number || COUNTING.test(term.folded));
    return near >= (isCounted ? (withTones ? 0.5 : 0.7) : 0.9) || (near >= 0.2 && needed.some((term) => search.index.vocabulary.isRare(term.folded)));
  }

  // How near the words stand to their neighbours in the query: 1 for side by side in its order, 0 for far apart.
  function nearness(terms, spots) {
    let [sum, weight] = [0, 0];
    // The word before, the demanded one before, and what a word missing between takes away.
    let [before, anchor, gap] = [-1, -1, 1];
    for (let n = 0; n < terms.length; n++) {
      // A word that is missing is missed by the coverage; what stands around it is not one thing.
      if (!spots[n].length) {
        if (!terms[n].optional) gap = 0.5;
        continue;
      }
      const isNear = before >= 0 && closest(spots[before], spots[n]) >= 0.7;
      // A helping word elsewhere says nothing.
      if (terms[n].optional && before >= 0 && !isNear) continue;
      const from = before >= 0 && terms[before].optional && !isNear ? anchor : before;
      if (from >= 0) {
        const own = Math.min(terms[from].weight, terms[n].weight) * (terms[n].optional || terms[from].optional ? 0.3 : 1);
        weight += own;
        sum += own * closest(spots[from], spots[n]) * gap;
      }
      [before, gap] = [n, 1];
      if (!terms[n].optional) anchor = n;
    }
    return weight ? sum / weight : 1;
  }

  function closest(left, right) {
    let best = 0;
    for (const a of left) {
      for (const b of right) {
        if (a.field !== b.field) {
          best = Math.max(best, BESIDE[`${a.field} ${b.field}`] ?? BESIDE[`${b.field} ${a.field}`] ?? 0.1);
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

  // A syllable as Vietnamese writes them; what is none is a slip by its looks.
  const SYLLABLE = /^(?:ngh?|gh|gi|kh|ph|th|tr|ch|nh|qu|[bcdghklmnrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;
  // The beginning of a numbering, "quý II": its number is no word.
  const NUMBERED = /^(qui|q|nhom|muc|phan|chuong|phu|luc|ki)$/;

  // The query with its slips mended, by the row of words that stand side by side most; null when there is none. What the
  // index knows is changed for a sound-alike only, and then `strange` is less than `changed`: an offer, no more.
  search.mended = (query) => {
    const { vocabulary } = search.index;
    const { terms, withTones } = query;
    if (!terms.length || terms.length > 12) return null;
    const stand = (a, b) => a && b && vocabulary.pairs.has(`${a.folded} ${b.folded}`);
    // A known word beside its known neighbour is right.
    const isRight = (term, n) => isKnown(term, withTones) && (stand(terms[n - 1], term) || stand(term, terms[n + 1]));
    const choices = terms.map((term, n) => (isRight(term, n) ? [{ word: term.folded, cost: 0 }] : choicesOf(term, terms[n - 1], withTones, terms.length)));
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
    const isChanged = best.map((word, n) => word !== terms[n].folded);
    const changed = isChanged.filter(Boolean).length;
    // A slip by its looks, or by the tones that were typed with it, or in what is heard at its end, is sure to be one.
    const isSure = (term, word) => !SYLLABLE.test(term.folded) || (withTones && term.toned !== term.folded) || term.folded[0] === word[0];
    const strange = terms.filter((term, n) => isChanged[n] && !isKnown(term, withTones) && isSure(term, best[n])).length;
    if (!changed || best.some((word, n) => !vocabulary.has(word) || (isChanged[n] && (word === best[n - 1] || word === best[n + 1])))) return null;
    const text = shown(best, terms, isChanged);
    const made = search.words(text);
    if (withTones && terms.some((term, n) => isChanged[n] && term.toned !== term.folded && !isSlip(made[n]?.toned ?? "", term.toned))) return null;
    return { text, changed, strange, count: terms.length, query: search.parse(`${text} `) };
  };

  const isKnown = (term, withTones) => (withTones ? search.index.vocabulary.hasToned(term) : search.index.vocabulary.has(term.folded));

  // What may stand in the place of a word: itself, and known words a slip away; of a toned word such as differ no more with
  // their tones on. A well-formed syllable is taken for another that sounds alike only, a known one at a price.
  function choicesOf(term, before, withTones, count) {
    const { vocabulary } = search.index;
    const known = isKnown(term, withTones);
    const own = [{ word: term.folded, cost: known ? 0 : term.keys.size ? 1.5 : 6 }];
    const isNumeral = /^[ivx]+$/.test(term.folded) && (NUMBERED.test(before?.folded) || term.typed === term.typed?.toUpperCase());
    if (!LETTERS.test(term.folded) || isNumeral || term.folded.length < 2 || vocabulary.short.has(term.typed) || term.optional) return own;
    const isFormed = SYLLABLE.test(term.folded);
    // A syllable alone may be any: nothing speaks for another.
    if (count === 1 && (isFormed || term.folded.length < 4)) return own;
    const heard = sound(term.folded);
    for (const [word, forms] of vocabulary.forms) {
      if (Math.abs(word.length - term.folded.length) > 2 || word === term.folded || !LETTERS.test(word) || search.isHelper(word)) continue;
      const alike = soundOf(word) === heard && isSlip(word, term.folded, 2);
      // A pair of words of which the index knows one only is of something else, unless its ending is heard alike.
      if (count < 3 && !known && isFormed && word[0] !== term.folded[0]) continue;
      if (!alike && (known || isFormed || !isSlip(word, term.folded))) continue;
      if (withTones && term.toned !== term.folded && ![...forms.keys()].some((form) => isSlip(form, term.toned))) continue;
      own.push({ word, cost: (alike ? 0.9 : 1.4) + (known ? 0.2 : 0) });
    }
    return own;
  }

  const sounds = new Map();
  function soundOf(word) {
    if (!sounds.has(word)) sounds.set(word, sound(word));
    return sounds.get(word);
  }

  const LETTERS = /^[a-zđ]+$/;

  // The words as they are most often written, two by two, and what was not changed as it was typed with its tones.
  function shown(words, terms, isChanged) {
    const { vocabulary } = search.index;
    const written = words.slice();
    for (let n = 1; n < words.length; n++) {
      const pair = vocabulary.pairs.get(`${words[n - 1]} ${words[n]}`);
      if (!pair?.shown.size) continue;
      const [first, second] = [...pair.shown].sort((a, b) => b[1] - a[1])[0][0].split(" ");
      if (written[n - 1] === words[n - 1]) written[n - 1] = first;
      written[n] = second ?? written[n];
    }
    return written.map((word, n) => (!isChanged[n] && terms[n].typed && terms[n].toned !== terms[n].folded ? terms[n].typed.toLowerCase() : word)).join(" ");
  }

  // The answer to a query: results, and either the query that they are for or one to try instead.
  search.answer = (text, allowed) => {
    if (!text.trim()) return { query: search.parse(text), results: [], used: text, instead: null };
    const query = search.parse(text);
    if (!query.terms.length) return { query, results: [], used: text, instead: null };
    let results = search.find(query, allowed);
    let found = results.some((result) => result.coverage > 0.999);
    if (found && results.some((result) => result.coverage > 0.999 && result.near >= 0.9)) return { query, results, used: text, instead: null };
    const bare = search.parse(text, true);
    if (bare.terms.length < query.terms.length) {
      const more = search.find(bare, allowed).filter((result) => result.coverage > 0.999 && result.near >= 0.7);
      const others = results.filter(({ unit }) => !more.some((result) => result.unit === unit));
      if (more.length) return { query: bare, results: [...more, ...others], used: text, instead: null };
    }
    const lightened = found ? null : search.lightened(query);
    if (lightened) {
      const whole = search.find(lightened, allowed).filter((result) => result.coverage > 0.999);
      if (whole.some((result) => result.near >= 0.7)) [results, found] = [[...whole, ...results.filter((one) => !whole.some((other) => other.unit === one.unit))], true];
    }
    const mended = search.mended(query);
    if (mended && mended.changed <= Math.max(1, Math.floor(mended.count / 3))) {
      mended.query.withTones = false;
      const better = search.find(mended.query, allowed).filter((result) => result.coverage > 0.999);
      const good = better.some((result) => result.near >= 0.85 || (result.named && result.near >= 0.6));
      const best = better.some((result) => result.near === 1);
      if (found) return { query, results, used: text, instead: best ? mended.text : null };
      if (good && mended.strange === mended.changed && mended.count > 2) return { query: mended.query, results: better, used: mended.text, instead: null };
      if (good) return { query, results, used: text, instead: mended.text };
    }
    return { query, results, used: text, instead: null };
  };
})();
