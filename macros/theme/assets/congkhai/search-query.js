// What a reader typed, as terms: each with the words of the vocabulary that it may mean and how surely.
(() => {
  "use strict";
  const search = (window.congkhaiSearch ??= {});

  const MOST_LETTERS = 300;
  const MOST_WORDS = 24;
  const MOST_VARIANTS = 12;
  // Words of asking, which name nothing: taken out. Longest first, for the shorter are parts of the longer.
  const ASKING = [
    "cho toi biet", "toi muon biet", "toi muon hoi", "nhu the nao", "cho toi hoi", "co hay khong", "la bao nhieu",
    "bao nhieu", "xin hoi", "cho hoi", "the nao", "o dau", "khi nao", "bao gio", "vi sao", "tai sao", "la gi",
    "hay khong", "phai khong", "co khong", "nhu nao", "la may",
  ].map((phrase) => phrase.split(" "));
  // Words that may stand in a question and not in the answer: they count where they are found and are not demanded.
  const OPTIONAL = (
    "là của và các những thì mà tôi gì nào nhiều được có không trong với từ đến về cho ở này đã đang sẽ còn bị tại theo như"
      + " mỗi cái hay hoặc").split(" ").flatMap((word) => search.words(word));
  const optional = { folded: new Set(OPTIONAL.map((word) => word.folded)), toned: new Set(OPTIONAL.map((word) => word.toned)) };

  search.parse = (text) => {
    const { vocabulary } = search.index;
    const typed = text.normalize("NFC").slice(0, MOST_LETTERS);
    let words = search.words(typed).slice(0, MOST_WORDS).map((word) => ({ ...word, typed: typed.slice(word.start, word.end) }));
    const withTones = words.some((word) => word.toned !== word.folded);
    words = spelledOut(joinedLetters(words, vocabulary), vocabulary);
    words = partialDates(words, typed, vocabulary);
    const asked = withoutAsking(words);
    if (asked.length) words = asked;
    const open = !/\s$/.test(text);
    // Of two words none is a mere helper: "tu chu" is tự chủ.
    const helps = (word) => words.length > 2 && (withTones ? optional.toned.has(word.toned) : optional.folded.has(word.folded));
    const terms = words.map((word, n) => term(word, words[n + 1], open && isOpen(words, n, vocabulary), vocabulary, helps(word)));
    if (terms.every((one) => one.optional)) terms.forEach((one) => (one.optional = false));
    return { text: typed, terms, withTones };
  };

  // The last word may be the beginning of another, unless it is a known neighbour of the word before it.
  function isOpen(words, n, vocabulary) {
    return n === words.length - 1 && !(n > 0 && vocabulary.pairs.has(`${words[n - 1].folded} ${words[n].folded}`));
  }

  // "T.T.H.C" is TTHC: single letters in a row are one word where that is known.
  function joinedLetters(words, vocabulary) {
    const joined = [];
    for (let n = 0; n < words.length; n++) {
      let end = n;
      while (end < words.length && /^[a-z]$/.test(words[end].folded)) end++;
      const whole = words.slice(n, end).map((word) => word.folded).join("");
      if (end - n > 1 && vocabulary.has(whole)) {
        joined.push({ ...words[n], folded: whole, toned: whole, end: words[end - 1].end });
        n = end - 1;
      } else joined.push(words[n]);
    }
    return joined;
  }

  // A word that nothing holds may be raw typing keys, a symbol glued to its number, or words without their spaces.
  function spelledOut(words, vocabulary) {
    return words.flatMap((word, n) => {
      if (vocabulary.has(word.folded) || word.toned !== word.folded || /^d[0-9]{4}y/.test(word.folded)) return [word];
      const meant = search.typedKeys(word.typed);
      if (meant) {
        const [only, ...more] = search.words(meant);
        if (only && !more.length && vocabulary.has(only.folded)) return [{ ...word, ...only, start: word.start, end: word.end }];
      }
      const glued = word.folded.match(/^([a-z]+)([0-9]+)$|^([0-9]+)([a-z]+)$/);
      if (glued) {
        const parts = glued.slice(1).filter(Boolean).map((part) => part.replace(/^0+(?=.)/, ""));
        if (parts.every((part) => vocabulary.has(part))) return parts.map((part) => ({ ...word, folded: part, toned: part }));
      }
      const isLast = n === words.length - 1;
      if (isLast && vocabulary.startingWith(word.folded).length) return [word];
      const parts = segmented(word.folded, vocabulary);
      return parts ? parts.map((part) => ({ ...word, folded: part, toned: part })) : [word];
    });
  }

  // Words without their spaces: "hosodunghan" is "ho so dung han". Few words, and such as stand side by side somewhere.
  function segmented(text, vocabulary) {
    if (text.length < 4 || text.length > 40 || !/^[a-z]+$/.test(text)) return null;
    // best[end] holds the cheapest row of words that ends there, for each last word.
    const best = [new Map([["", { cost: 0, row: [] }]])];
    for (let end = 1; end <= text.length; end++) {
      best[end] = new Map();
      for (let start = Math.max(0, end - 7); start < end; start++) {
        const word = text.slice(start, end);
        if (word.length < 2 || !vocabulary.has(word)) continue;
        for (const [before, { cost, row }] of best[start]) {
          const strange = before && !vocabulary.pairs.has(`${before} ${word}`) ? 1.5 : 0;
          const total = cost + 1 + strange;
          if (total < (best[end].get(word)?.cost ?? Infinity)) best[end].set(word, { cost: total, row: [...row, word] });
        }
      }
    }
    const found = [...best[text.length].values()].sort((a, b) => a.cost - b.cost)[0];
    return found && found.row.length > 1 && found.cost <= found.row.length * 1.5 ? found.row : null;
  }

  // "14/3" is that day of any year, "3/2022" any day of that month: where a document bears such a date.
  function partialDates(words, typed, vocabulary) {
    const dates = [];
    for (let n = 0; n < words.length; n++) {
      const [one, two] = [words[n], words[n + 1]];
      const between = two ? typed.slice(one.end, two.start) : "";
      const isDate = two && (/^\s?[/.-]\s?$/.test(between)) && /^[0-9]+$/.test(one.folded + two.folded);
      if (isDate) {
        const [a, b] = [one.folded.padStart(2, "0"), two.folded.padStart(2, "0")];
        const wanted = b.length === 4 ? new RegExp(`^d${a}[0-9]{2}y${b}$`) : new RegExp(`^d${b}${a}y`);
        const keys = vocabulary.startingWith("d").filter((key) => wanted.test(key));
        if (keys.length) {
          dates.push({ ...one, end: two.end, keys });
          n++;
          continue;
        }
      }
      dates.push(one);
    }
    return dates;
  }

  function withoutAsking(words) {
    const kept = [];
    for (let n = 0; n < words.length; ) {
      const phrase = ASKING.find((asking) => asking.every((word, k) => words[n + k]?.folded === word));
      if (phrase) n += phrase.length;
      else kept.push(words[n++]);
    }
    return kept;
  }

  function term(word, next, isOpen, vocabulary, helps = false) {
    const number = /^[0-9]/.test(word.folded);
    const date = /^d[0-9]{4}y/;
    let optional = helps;
    // "số 15", "ngày 14/3/2022": the word only announces what follows.
    if (next && /^(so|ngay)$/.test(word.folded)) optional = /^[0-9]/.test(next.folded) || date.test(next.folded) || Boolean(next.keys);
    const keys = new Map();
    if (word.keys) word.keys.forEach((key) => keys.set(key, 1));
    else if (vocabulary.has(word.folded)) keys.set(word.folded, 1);
    if (isOpen && !(number && keys.size) && !word.keys) {
      for (const key of vocabulary.startingWith(word.folded)) {
        if (!keys.has(key) && !date.test(key)) keys.set(key, 0.5);
      }
    }
    const weight = keys.size
      ? Math.max(...[...keys].filter(([, sure]) => sure === 1 || keys.size < 40).map(([key]) => vocabulary.weight(key)), 0.5)
      : vocabulary.weight(word.folded);
    return { folded: word.folded, toned: word.toned, keys, weight, optional, isOpen, start: word.start, end: word.end };
  }

  // The query as it is, and with phrases put in the place of others that mean the same.
  search.variants = (query) => {
    const { phrases, vocabulary } = search.index;
    let found = [{ terms: query.terms, loss: 1 }];
    for (const { group, loss } of phrases) {
      for (const from of group) {
        const more = [];
        for (const variant of found) {
          const at = placeOf(variant.terms, from);
          if (at < 0) continue;
          for (const to of group) {
            if (to === from) continue;
            const put = to.map((word) => ({ ...term(word, null, false, vocabulary), phrase: to }));
            const terms = [...variant.terms.slice(0, at), ...put, ...variant.terms.slice(at + from.length)];
            more.push({ terms, loss: variant.loss * loss });
          }
        }
        found = [...found, ...more].slice(0, MOST_VARIANTS);
      }
    }
    return found;
  };

  function placeOf(terms, phrase) {
    for (let at = 0; at + phrase.length <= terms.length; at++) {
      if (phrase.every((word, n) => terms[at + n].folded === word.folded)) return at;
    }
    return -1;
  }
  search.makeTerm = (word) => term(word, null, false, search.index.vocabulary);
})();
