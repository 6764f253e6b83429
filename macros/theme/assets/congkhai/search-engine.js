// What the engine of the search offers to the pages: it comes with the index, at the first use.
import { mark, shortFormLine } from "./marking.js";
import { respond } from "./search-archive.js";
import { engine } from "./search-loading.js";
import { besideResult, isPrinted, resultLine } from "./search-results.js";
import { saidOf, spoken, wentOn } from "./search-said.js";
import { periodLabel, prepare } from "./search-units.js";

Object.assign(engine, {
  besideResult,
  isPrinted,
  mark,
  periodLabel,
  prepare,
  respond,
  resultLine,
  saidOf,
  shortFormLine,
  spoken,
  wentOn,
});
