// The answer of one index to a query: as it was typed, lightened of a word, or mended.
import { lightenedQuery, parse } from "./search-query.js";
import { findUnits } from "./search-ranking.js";
import { mendedQuery } from "./search-slips.js";

// The answer to a query: results, and either the query that they are for or one to try instead.
const answerTo = (text, allowed) => {
  if (!text.trim()) return { query: parse(text), results: [], used: text, instead: null };
  const query = parse(text);
  if (!query.terms.length) return { query, results: [], used: text, instead: null };
  let results = findUnits(query, allowed);
  let found = results.some((result) => result.coverage > 0.999);
  const bare = parse(text, true);
  const isBare = bare.terms.length < query.terms.length;
  // How many there are is asked of a figure, and whose it is says nothing: every figure is of this agency.
  const isAnswered = found && results.some((result) => result.coverage > 0.999 && result.near >= 0.9);
  if (isAnswered && !(isBare && query.counts && results[0].unit.kind !== "row")) return { query, results, used: text, instead: null };
  if (isBare) {
    const asked = findUnits(bare, allowed);
    const more = asked.filter((result) => result.coverage > 0.999 && result.near >= 0.7);
    const others = results.filter(({ unit }) => !more.some((result) => result.unit === unit));
    if (more.length) return { query: bare, results: [...more, ...others], used: text, instead: null };
    if (!found && asked.length) results = asked;
    if (isAnswered) return { query, results, used: text, instead: null };
  }
  const lightened = found ? null : lightenedQuery(query);
  if (lightened) {
    const whole = findUnits(lightened, allowed).filter((result) => result.coverage > 0.999);
    if (whole.some((result) => result.near >= 0.7)) [results, found] = [[...whole, ...results.filter((one) => !whole.some((other) => other.unit === one.unit))], true];
  }
  const mended = mendedQuery(query);
  if (mended && mended.changed <= Math.max(1, Math.floor(mended.count / 3))) {
    mended.query.withTones = false;
    const better = findUnits(mended.query, allowed).filter((result) => result.coverage > 0.999);
    const good = better.some((result) => result.near >= 0.85 || (result.named && result.near >= 0.6));
    const best = better.some((result) => result.near === 1);
    if (found) return { query, results, used: text, instead: best ? mended.text : null };
    if (good && mended.strange === mended.changed && (mended.count > 2 || mended.isPlain)) return { query: mended.query, results: better, used: mended.text, instead: null };
    if (good) return { query, results, used: text, instead: mended.text };
  }
  return { query, results, used: text, instead: null };
};

export { answerTo };
