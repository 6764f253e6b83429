// What can be found: the records of the index as units whose words are looked up, and the vocabulary of them all.
(() => {
  "use strict";
  const search = (window.congkhaiSearch ??= {});

  const ROMAN = ["I", "II", "III", "IV"];

  // A period in Vietnamese, as the pages name it: 2022-S1 is "6 tháng đầu năm 2022".
  search.periodLabel = (period) => {
    const [year, kind, number] = [period.slice(0, 4), period[5], Number(period.slice(6))];
    if (kind === "A") return `Năm ${year}`;
    if (kind === "W") return `Tuần ${number} năm ${year}`;
    if (kind === "M") return `Tháng ${number} năm ${year}`;
    if (kind === "Q") return `Quý ${ROMAN[number - 1]} năm ${year}`;
    return kind === "S" ? `6 tháng ${["đầu", "cuối"][number - 1]} năm ${year}` : `9 tháng đầu năm ${year}`;
  };
  search.inside = (phrase) => phrase.slice(0, 1).toLowerCase() + phrase.slice(1);
  const slug = (period) => period.toLowerCase();

  // Each abbreviation of one word, as printed, with the words that it stands for.
  function abbreviations(records) {
    const known = new Map();
    for (const [, short, expansion] of records) {
      if (expansion && search.words(short).length === 1) known.set(short.normalize("NFC"), search.words(expansion));
    }
    return known;
  }

  // The words of a text with each abbreviation written out, and the abbreviation itself standing over them.
  function expanded(text, known) {
    const composed = text.normalize("NFC");
    const found = [];
    let at = 0;
    for (const word of search.words(composed)) {
      const meant = known.get(composed.slice(word.start, word.end));
      if (!meant) {
        found.push({ ...word, at: at++ });
        continue;
      }
      const last = at + meant.length - 1;
      for (const part of meant) found.push({ ...part, start: word.start, end: word.end, at: at++ });
      // At both ends, so that it is next to its neighbours on either side.
      found.push({ ...word, at: last - meant.length + 1, also: true });
      if (meant.length > 1) found.push({ ...word, at: last, also: true });
    }
    return found;
  }

  class Unit {
    constructor(kind, title, fields, rest, known) {
      Object.assign(this, { kind, title, fields, ...rest });
      this.lookup = new Map();
      this.titleLength = 0;
      Object.entries(fields).forEach(([field, text], n) => {
        if (!text) return;
        for (const word of expanded(text, known)) {
          const spots = this.lookup.get(word.folded) ?? [];
          spots.push({ field, at: n * 10000 + word.at, toned: word.toned, also: word.also });
          this.lookup.set(word.folded, spots);
          if (field === "title" && !word.also) this.titleLength++;
        }
      });
    }
  }

  // Which words there are, in how many units, which stand side by side, and how they are written most often.
  class Vocabulary {
    constructor(units, known) {
      this.count = units.length;
      this.known = new Map();
      this.pairs = new Map();
      for (const unit of units) {
        for (const word of unit.lookup.keys()) this.known.set(word, (this.known.get(word) ?? 0) + 1);
        for (const text of Object.values(unit.fields)) if (text) this.addPairs(text, known);
      }
      this.sorted = [...this.known.keys()].sort();
    }

    addPairs(text, known) {
      const row = expanded(text, known).filter((word) => !word.also);
      const composed = text.normalize("NFC");
      for (let n = 1; n < row.length; n++) {
        const key = `${row[n - 1].folded} ${row[n].folded}`;
        const pair = this.pairs.get(key) ?? { count: 0, shown: new Map() };
        pair.count++;
        const apart = row[n - 1].start !== row[n].start;
        if (apart) {
          const shown = composed.slice(row[n - 1].start, row[n - 1].end) + " " + composed.slice(row[n].start, row[n].end);
          pair.shown.set(shown.toLowerCase(), (pair.shown.get(shown.toLowerCase()) ?? 0) + 1);
        }
        this.pairs.set(key, pair);
      }
    }

    has(word) {
      return this.known.has(word);
    }

    weight(word) {
      return Math.log(1 + this.count / (this.known.get(word) ?? 0.5));
    }

    startingWith(start) {
      let [low, high] = [0, this.sorted.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.sorted[middle] < start) low = middle + 1;
        else high = middle;
      }
      let end = low;
      while (end < this.sorted.length && this.sorted[end].startsWith(start)) end++;
      return this.sorted.slice(low, end);
    }
  }

  // The first layer as units; `search.index` is what the other scripts ask.
  search.prepare = (records) => {
    const known = abbreviations(records.abbreviations);
    const { root, periods, sections } = records;
    const section = (n) => (sections[n] ? `${sections[n][1]}. ${sections[n][2]}` : "");
    const units = [];
    const add = (kind, title, fields, rest) => units.push(new Unit(kind, title, { title, ...fields }, rest, known));

    const rows = records.rows;
    const place = (n) => `dong-${rows[n][0]}`;
    rows.forEach(([id, title, parent, group, value, asked, newest, note], n) => {
      const above = [];
      for (let up = parent; up >= 0; up = rows[up][2]) above.push(rows[up][1]);
      const period = periods[newest] ?? null;
      const isSection = parent < 0;
      const isHeading = value === null && !isSection;
      const inReport = period ? `${root.report}${slug(period)}/#${place(n)}` : null;
      const own = isSection ? `${root.section}${id}/#${place(n)}` : `${root.indicator}${id}/#${place(n)}`;
      if (isHeading && !inReport) return;
      add(isSection ? "section" : isHeading ? "heading" : "row", title, { value: asked, note, context: above.join(" · ") }, {
        id, value, period, inReport, note, section: group, path: above.reverse(), href: isHeading ? inReport : own,
        shownTitle: isSection ? section(group) : title,
      });
    });
    for (const [id, title, subject, issuer] of records.documents) {
      add("document", title, { subject, issuer }, { id, href: `${root.document}${id}/`, snippet: subject || issuer });
    }
    for (const [anchor, short, expansion] of records.abbreviations) {
      add("abbreviation", short, { expansion }, { href: `${root.glossary}#${anchor}`, snippet: expansion });
    }
    const pages = records.pages;
    for (const [address, title, description, period] of pages) {
      add(period ? "report" : "page", title, { description }, { href: address, period: period || null, snippet: description });
    }
    for (const [page, heading, anchor, text] of records.passages) {
      const [address, title, , period] = pages[page];
      // A paragraph below its page's own title needs no second name.
      add("passage", heading || title, { prose: text, context: heading === title ? "" : title }, {
        href: `${address}#${anchor}`, period: period || null, prose: text, page: title, group: `${page} ${heading}`,
      });
    }
    const phrases = [...records.synonyms.map((group) => ({ group, loss: 0.85 }))];
    for (const [, short, expansion] of records.abbreviations) {
      if (expansion) phrases.push({ group: [short, expansion], loss: 0.98 });
    }
    search.index = {
      root, periods, sections: sections.map(([id, number, label]) => ({ id, number, label })), units,
      abbreviations: known,
      vocabulary: new Vocabulary(units, known),
      phrases: phrases.map(({ group, loss }) => ({ loss, group: group.map((phrase) => search.words(phrase)) })),
      suggestions: records.suggestions,
    };
    return search.index;
  };
  search.expanded = expanded;
})();
