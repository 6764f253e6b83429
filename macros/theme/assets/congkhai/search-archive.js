// The second layer: what older reports say, asked in a few small files however many reports there are.
import { answerTo } from "./search-answer.js";
import { current, loadPart, ready } from "./search-loading.js";
import { periodIn } from "./search-periods.js";
import { leafName } from "./search-places.js";
import { parse } from "./search-query.js";
import { findUnits } from "./search-ranking.js";
import { insideSentence, isOfPeriod, leafIndex, periodLabel, withIndex } from "./search-units.js";
import { walkOf } from "./search-walk.js";
import { say, words } from "./wording.js";

const MOST_REPORTS = 12;
// The score of a report that is asked for by its period alone: above all that only mentions it.
const ASKED_FOR = 100;

// A report of the archive as an index of its own, asked once.
const leafOf = async (name, root) => leafIndex(name, await loadPart(name, root));

// The whole answer. `period` is what the reader chose. The archive is read when the first layer does not answer well, and
// not at all when `deep` is "never"; `unread` is then the period whose report was asked for. `missing` is a period that
// was typed and has no report, or `isVague`, without its year; `overruled` one that was typed while another is chosen.
// When `more` is true, each call of `further` reads a few files of the archive and gives what is new in them, and
// whether there are more.
const respond = async (text, how) => {
  const answer = await answered(text, how);
  // With tones typed, and none of the answers has them.
  const loose = answer.used === text && answer.results.some((result) => result.loose) && !answer.results.some((result) => result.exact);
  return { ...answer, loose };
};

async function answered(text, { root, allowed = () => true, period = "", deep = "" }) {
  const first = await ready(root);
  const said = withIndex(first, () => periodIn(text));
  const wanted = period || said?.found[0] || "";
  if (wanted) return ofPeriod(text, wanted, { said, isChosen: Boolean(period), root, allowed, deep });
  const plain = withIndex(first, () => answerTo(text, allowed));
  const isTold = ({ unit, coverage, near }) => coverage > 0.999 && (unit.kind === "document" || near >= 0.75);
  if (said && !(plain.used === text && plain.results.some(isTold))) return ofNoPeriod(text, said, plain.query, { root, allowed, deep });
  if (deep === "never") return { ...plain, more: false };
  const whole = plain.results.filter((result) => result.coverage > 0.999);
  const good = plain.used === text && whole.length > 2 && whole.some((result) => result.near >= 0.75) && (!plain.query.withTones || whole.some((result) => result.exact));
  const query = withIndex(first, () => parse(text));
  const direct = plain.used === text ? plain.results : [];
  const walk = walkOf(query, root, { known: direct.filter((result) => result.coverage > 0.999) });
  const steps = stepping([walk], direct, allowed);
  if (good) return { ...plain, ...steps };
  const { results, more } = await steps.further({ isFirst: true });
  if (!results.length) return { ...plain, ...steps, more };
  const all = [...direct, ...results].sort((a, b) => b.exact - a.exact || (b.coverage > 0.999) - (a.coverage > 0.999) || b.score - a.score);
  return { query, results: all, used: text, instead: null, ...steps, more };
}

// A period without a report: what is asked about it is answered for the newest, and said so. Asked for its report alone,
// those of the same year are what there is; but a number that only looks like a year may be a figure of an older report.
async function ofNoPeriod(text, said, whole, { root, allowed, deep }) {
  const { first } = current;
  const query = withIndex(first, () => parse(text));
  const missing = said.asked;
  const { isVague } = said;
  if (!said.rest) {
    const steps = stepping([walkOf(query, root, { known: [] })], [], allowed);
    const { results, more } = /^[0-9]+$/.test(text.trim()) && deep !== "never" ? await steps.further({ isFirst: true }) : { results: [] };
    if (results.length) return { query, results, used: text, instead: null, ...steps, more };
    const others = said.year ? first.periods.filter((one) => one.startsWith(said.year)).slice(0, MOST_REPORTS) : [];
    const reports = others.map((one, n) => reportResult(one, whole, ASKED_FOR - n)).filter((one) => allowed(one.unit));
    return { query: whole, results: reports, used: text, instead: null, missing, isVague, isOfYear: true, more: false };
  }
  const rest = withIndex(first, () => answerTo(said.rest, allowed));
  const steps = stepping([walkOf(query, root, { known: rest.results })], rest.results, allowed);
  return { ...rest, used: rest.used === said.rest ? text : rest.used, instead: withPeriod(rest.instead, said), missing, isVague, ...(deep === "never" ? { more: false } : steps) };
}

// One walk after the other, each to its end: { more, further }. No address is given twice.
function stepping(walks, direct, allowed) {
  const shown = new Set(direct.map((result) => result.unit.href));
  const isMore = () => walks.some((walk) => walk.more);
  const further = async (how = {}) => {
    const walk = walks.find((one) => one.more);
    const found = walk ? await walk.step(how) : [];
    const results = found.filter((result) => allowed(result.unit) && !shown.has(result.unit.href) && shown.add(result.unit.href));
    if (walk) for (const result of [...direct, ...results]) result.behind = walk.behind(result.unit);
    return { results, more: isMore() };
  };
  return { more: isMore(), further };
}

// The answer about one period: its figures and its narrative, and what else the whole query finds.
async function ofPeriod(text, wanted, { said, isChosen, root, allowed, deep }) {
  const { first } = current;
  const rest = said ? said.rest : text;
  // Asked for by its period alone, a report is named without being read.
  const isInFirst = !rest || wanted === first.periods[0];
  const unread = !isInFirst && deep === "never" ? wanted : null;
  const index = isInFirst || unread ? first : await leafOf(leafName(wanted), root);
  const whole = said && !isChosen ? withIndex(first, () => findUnits(parse(text), allowed)).filter((result) => result.coverage > 0.999) : [];
  const beside = (unit) => allowed(unit) && (!isChosen || isOfPeriod(unit, wanted) || unit.kind === "section");
  const part = rest ? withIndex(index, () => answerTo(rest, beside)) : { query: withIndex(index, () => parse(text)), results: [], used: rest, instead: null };
  // Asked for by its period alone, a report is the answer; otherwise it is what is left.
  const periods = isChosen ? [wanted] : said.found.slice(0, MOST_REPORTS);
  const reports = !rest || (said && !isChosen && !part.results.length) ? periods.map((period, n) => reportResult(period, part.query, rest ? 1 : ASKED_FOR - n)) : [];
  const best = new Map();
  for (const result of [...part.results, ...whole.filter((one) => one.unit.kind !== "row"), ...reports.filter((one) => allowed(one.unit))]) {
    const known = best.get(result.unit.href);
    if (!known || result.score > known.score) best.set(result.unit.href, result);
  }
  const results = [...best.values()].sort((a, b) => b.exact - a.exact || b.score - a.score);
  const used = part.used === rest ? text : withPeriod(part.used, said);
  const steps = said && rest && !isChosen && deep !== "never" ? stepping(beyond(text, said, root, results), results, allowed) : { more: false };
  const instead = withPeriod(part.instead, said);
  const overruled = isChosen && said && !said.found.includes(wanted) ? { asked: said.asked, by: wanted } : null;
  if (rest && !part.results.length && !whole.length) return { ...part, results: [], used: text, instead, overruled, unread, ...steps };
  return { query: part.query, results, used, instead, overruled, unread, ...steps };
}

// Another wording of what is asked about a period is about that period too.
const withPeriod = (other, said) => (other && said ? `${other} ${said.asked}` : other);

// What lies beyond the first report of a typed period: the others of that time, and texts that themselves name it.
function beyond(text, { found, rest }, root, known) {
  const { first } = current;
  const parsed = (query) => withIndex(first, () => parse(query));
  const others = new Set(found.slice(1).map((period) => first.periods.indexOf(period) - 1).filter((leaf) => leaf >= 0));
  const walks = [walkOf(parsed(text), root, { known })];
  if (rest && others.size) walks.unshift(walkOf(parsed(rest), root, { known, only: others }));
  return walks;
}

function reportResult(period, query, score) {
  const title = say(words.figures.REPORT, { period: insideSentence(periodLabel(period)) });
  const unit = { kind: "report", title, period, href: `${current.first.root.report}${period.toLowerCase()}/`, fields: {} };
  return { unit, query, score, near: 1, coverage: 1, exact: Number(score > 1), words: new Set(query.terms.map((term) => term.folded)) };
}

export { leafOf, respond };
