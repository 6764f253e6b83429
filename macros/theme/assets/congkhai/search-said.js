// What is said of an answer: the same words in the list of the header, on the page of results and to a screen reader.
import { isInEnglish } from "./search-english.js";
import { current } from "./search-loading.js";
import { atOpening, insideSentence, periodLabel } from "./search-units.js";
import { say, words } from "./wording.js";

const SHOWN = 40;
const LONGEST = 80;

const quoted = (text) => {
  const typed = text.trim();
  return say(words.search.QUOTED, { text: typed.length > LONGEST ? `${typed.slice(0, LONGEST)}…` : typed });
};

// { text, count, many, notes, results, instead, english, sections, queries, isPartial }: a line with the count, sentences
// about the answer, the results that are shown, another query to try; when nothing was found, a sentence for one who asks
// in English, pages to look into and queries to try; and whether to offer another try, because a part of the index did
// not come.
const saidOf = (answer, text, { isFiltered = false } = {}) => {
  const results = answer.results.slice(0, SHOWN);
  const isCut = answer.results.length > SHOWN;
  const many = counting(results.length, isCut);
  const notes = [];
  if (answer.overruled) notes.push(overruled(answer.overruled));
  if (answer.missing) {
    const instead = answer.isOfYear ? words.search.OTHERS_OF_YEAR : words.search.NEWEST_FIGURES;
    const none = answer.isVague
      ? say(words.search.WHICH_YEAR, { period: say(words.search.QUOTED, { text: answer.missing }) })
      : say(words.search.NO_REPORT, { period: answer.missing });
    notes.push(results.length ? `${none} ${instead}` : none);
  }
  if (answer.isPartial) notes.push(unreadNote(answer, results));
  // Nor does a query that is not understood say what the reports hold.
  const isNone = !results.length && !answer.isPartial && !answer.isVague;
  const isEnglish = isNone && isInEnglish(text);
  if (isNone && answer.more) notes.push(words.search.OLDER_LEFT);
  else if (isNone) notes.push(isFiltered ? words.search.NOTHING_IN_CHOICE : words.search.WAYS_ON);
  return {
    text, count: counted(answer, text, many, isCut ? say(words.search.FIRST_SHOWN, { shown: SHOWN }) : ""), many, notes, results, instead: answer.instead,
    isPartial: Boolean(answer.isPartial),
    english: isEnglish ? words.search.ONLY_VIETNAMESE : "",
    sections: !isNone || (answer.more && !isEnglish) ? [] : waysOn(isEnglish),
    queries: !isNone || isFiltered ? [] : current.first.suggestions,
  };
};

// Where to look when nothing was found: the sections, then the lists; for one who cannot read them the lists first.
function waysOn(isEnglish) {
  const { root, sections } = current.first;
  const lists = [{ label: words.search.ALL_INDICATORS, href: root.indicator }, { label: words.search.ALL_DOCUMENTS, href: root.document }];
  const groups = sections.map(({ id, number, label }) => ({ label: `${number}. ${label}`, href: `${root.section}${id}/` }));
  return isEnglish ? [...lists, ...groups] : [...groups, ...lists];
}

const counting = (count, isCut) => (isCut ? say(words.search.MORE_THAN, { count }) : say(words.search.COUNT, { count }));

const overruled = ({ by, asked }) =>
  say(words.search.OVERRULED, { period: insideSentence(periodLabel(by)), asked: say(words.search.QUOTED, { text: asked }) });

// What could not be read says nothing about what it holds.
function unreadNote({ unread }, results) {
  const isOther = results.some(({ unit }) => unit.kind === "row" && unit.period !== unread);
  if (unread) {
    const failed = say(words.search.UNREAD_REPORT, { period: insideSentence(periodLabel(unread)) });
    return isOther ? `${failed} ${words.search.NEWEST_FIGURES}` : failed;
  }
  return results.length ? words.search.OLDER_UNREAD : words.search.OLDER_UNREAD_NOTHING;
}

function counted(answer, text, many, shown = "") {
  const query = quoted(text);
  if (!answer.results.length) {
    const isOpen = answer.more || answer.isPartial || answer.isVague;
    return isOpen ? say(words.search.NOT_FOUND_YET, { query }) : say(words.search.NOT_FOUND, { query });
  }
  if (answer.loose) return say(words.search.NEARLY, { query, results: many, shown });
  const found = atOpening(say(words.search.FOUND, { results: many, query: quoted(answer.used), shown }));
  return answer.used === text ? found : say(words.search.FOUND_OTHERWISE, { query, found });
}

// What a step into the older reports brought, behind what is found in all; `isCut` when more was found at first than is shown.
const wentOn = (answer, text, { results, more }) => {
  const found = answer.results.length;
  const count = answer.isCut
    ? counted(answer, text, counting(SHOWN, true), say(words.search.NOW_SHOWN, { shown: found }))
    : counted(answer, text, counting(found, false));
  const added = results.length ? say(words.search.ADDED, { count: results.length }) : "";
  if (more) return `${count} ${added || words.search.NOTHING_ADDED_YET} ${words.search.OLDER_LEFT}`;
  return `${count} ${added ? `${added} ${words.search.ALL_READ}` : words.search.ALL_READ_NOTHING}`;
};

// For the ear: the notes without what is a list for the eye.
const spoken = ({ count, notes, instead, english }) => {
  if (english) return english;
  const meant = instead ? [say(words.search.MEANT_SPOKEN, { query: quoted(instead) })] : [];
  const heard = notes.map((note) => (note === words.search.WAYS_ON ? words.search.WAYS_ON_SPOKEN : note));
  return [count, ...heard, ...meant].join(" ");
};

export { saidOf, spoken, wentOn };
