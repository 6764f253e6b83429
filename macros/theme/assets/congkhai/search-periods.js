// Which period a query speaks of: "quý I/2031", "6 tháng đầu năm 2031", "tháng 3 năm 2031", "2031-S1", "năm 2031".
import { current } from "./search-loading.js";
import { unkeyed } from "./search-query.js";
import { wordsOf } from "./search-words.js";

const ROMAN = { i: 1, ii: 2, iii: 3, iv: 4 };
const ORDER = "ANSQMW";
// A year may follow each, with or without "nam" before it; one that needs to know the day is none.
const YEAR = "(?: ?(?:nam )?(?<year>\\d{4})| nam(?: (?<vague>nay|ngoai|truoc))?)?(?= |$)";
const dated = (words) => new RegExp(`^${words}${YEAR}`);
// Folded words; "qui" is how `words` writes "quy".
const FORMS = [
  [dated("(?:qui |q ?)(iv|i{1,3}|[1-4])"), (m) => ["Q", ROMAN[m[1]] ?? Number(m[1]), m.groups.year]],
  [dated("6 thang(?: (dau|cuoi))?"), (m) => ["S", m[1] === "cuoi" ? 2 : 1, m.groups.year]],
  [dated("(?:nua|sau thang) (dau|cuoi)"), (m) => ["S", m[1] === "cuoi" ? 2 : 1, m.groups.year]],
  [dated("9 thang(?: dau)?"), (m) => ["N", 1, m.groups.year]],
  [dated("thang (1[0-2]|[1-9])"), (m) => ["M", Number(m[1]), m.groups.year]],
  [dated("tuan (5[0-3]|[1-4]?[0-9])"), (m) => ["W", Number(m[1]), m.groups.year]],
  [/^(?:nam )?(\d{4}) ([qsnamw])(\d{1,2})(?= |$)/, (m) => [m[2].toUpperCase(), Number(m[3]), m[1]]],
  [/^(?:ki )?(?:moi|gan day|gan) nhat(?= |$)/, () => ["", 0, "", true]],
  [/^(?:ca )?nam (\d{4})(?= |$)/, (m) => ["", 0, m[1]]],
  [/^((?:19|20|21)\d{2})(?= |$)/, (m) => ["", 0, m[1]]],
];

// What leads to a period and is no part of the question; and what asks for the report itself.
const LEADING = /(?:^|\s)(?:trong|của|cua|kỳ|ky|vào|vao|báo cáo|bao cao)$/i;
const REPORT = /^(?:(?:xem|đọc|doc|tải|tai|in)\s)?(?:(?:báo cáo|bao cao|bc|số liệu|so lieu)(?:\s(?:cchc|cải cách hành chính|cai cach hanh chinh))?)?$/i;

// { asked, found, rest, year }: the period in words, the periods of the reports that it names (newest first), the query
// without it, "" when that asks for the report as a whole, and the year; `isVague` when that is no number ("năm ngoái").
// Null when the query names none.
const periodIn = (text) => {
  const typed = unkeyed(text.normalize("NFC").slice(0, 300));
  const words = wordsOf(typed);
  for (let n = 0; n < words.length; n++) {
    const before = typed.slice(0, words[n].start);
    const row = words.slice(n, n + 6).map((word) => word.folded).join(" ");
    for (const [form, meaning] of FORMS) {
      const match = row.match(form);
      if (!match) continue;
      const [kind, number, year, isNewest] = meaning(match);
      const last = words[n + match[0].split(" ").length - 1];
      // "tháng 3 năm" has no year yet; "6 tháng đầu năm" is whole.
      const isYearless = / nam$/.test(match[0]) && !/(?:dau|cuoi) nam$/.test(match[0]);
      const isVague = Boolean(match.groups?.vague);
      // "68/2000/NĐ-CP" and "ISO 9001:2015" name no period, nor does "20 tháng 5", which is a day.
      const isPart = /[/:-]\s?$/.test(before) || /^[/-]/.test(typed.slice(last.end));
      if ((/^\d{4}$/.test(match[0]) && isPart) || (kind === "M" && /(?:^|\D)(?:0?[1-9]|[12]\d|3[01])\s*$/.test(before))) continue;
      // "1.948" is an amount, though it is written as a year once its point is gone.
      if (year && !typed.slice(words[n].start, last.end).includes(year)) continue;
      const rest = `${before} ${typed.slice(last.end)}`.replace(/\s+/g, " ").trim();
      const asked = typed.slice(words[n].start, isYearless ? words[words.indexOf(last) - 1].end : last.end);
      return {
        asked, isVague, found: isNewest ? current.index.periods.slice(0, 1) : isVague ? [] : named(kind, number, year), year,
        rest: REPORT.test(rest) ? "" : rest.replace(LEADING, "").replace(LEADING, "").trim(),
      };
    }
  }
  return null;
};

function named(kind, number, year) {
  const fits = (period) =>
    (!year || period.startsWith(year)) && (!kind || (period[5] === kind && Number(period.slice(6)) === number));
  const found = current.index.periods.filter(fits);
  // Of a year, the report on the whole of it first, then the longer before the shorter.
  return kind ? found : found.sort((a, b) => b.slice(0, 4) - a.slice(0, 4) || ORDER.indexOf(a[5]) - ORDER.indexOf(b[5]));
}

export { periodIn };
