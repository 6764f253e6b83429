// Any two reports held against each other, from their JSON. The same classes as macros/comparing/changes.py, which
// tests/browser/test_comparison.py holds this file against, in the same sentences.
"use strict";

(() => {
  const result = document.querySelector("[data-reports]");
  const form = document.querySelector(".compare-form");
  if (!result || !form) return;
  const { words, say } = window.congkhaiWording;
  const { mark, line: shortFormLine, explain } = window.congkhaiMarking;
  const root = document.documentElement;
  root.dataset.answering = "so-sanh";
  const heard = document.querySelector("[data-compare-said]");
  const address = (path) => result.dataset.site + path;

  const LABELS = words.comparison.KIND_LABELS;
  const SIGNS = { rose: "▲", fell: "▼" };
  const AMOUNTS = ["count", "percent", "number"];

  // A short form that a phrase begins with stays one.
  const lowered = (text) => (/^.\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));

  // Decimals as whole numbers of their last digit: a difference is exact.
  const decimal = (text) => {
    const [, sign, whole, digits = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
    return { units: BigInt(sign + whole + digits), scale: digits.length };
  };
  const scaled = (number, scale) => number.units * 10n ** BigInt(scale - number.scale);
  const plus = (a, b, sign = 1n) => {
    const scale = Math.max(a.scale, b.scale);
    return { units: scaled(a, scale) + sign * scaled(b, scale), scale };
  };
  const times = (a, b) => ({ units: a.units * b.units, scale: a.scale + b.scale });
  const shortest = ({ units, scale }) =>
    scale && units % 10n === 0n ? shortest({ units: units / 10n, scale: scale - 1 }) : { units, scale };
  const magnitude = (units) => (units < 0n ? -units : units);
  const written = ({ units, scale }) => {
    const digits = magnitude(units).toString().padStart(scale + 1, "0");
    const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(\d{3})+$)/g, ".");
    return (units < 0n ? "\u2212" : "") + whole + (scale ? `,${digits.slice(-scale)}` : "");
  };

  // The quotient of two whole numbers to so many decimals, halves away from zero, and no decimal that is 0.
  const rounded = (top, bottom, scale) => {
    const above = magnitude(top) * 10n ** BigInt(scale);
    const units = above / bottom + ((above % bottom) * 2n >= bottom ? 1n : 0n);
    return shortest({ units, scale });
  };

  // To one decimal; what is less says so.
  const percent = (difference, base) => {
    const scale = Math.max(difference.scale, base.scale);
    const tenths = rounded(scaled(difference, scale) * 100n, magnitude(scaled(base, scale)), 1);
    return tenths.units ? written(tenths) : words.comparison.BELOW_TENTH;
  };

  const isAmount = (row) => row.value !== null && AMOUNTS.includes(row.kind);

  const isZero = ({ units }) => units === 0n;

  // A rate's two counts, and by how much the quotient of the later ones is above that of the earlier: top over bottom.
  const ratesOf = (old, now) => {
    if (!old.counts || !now.counts) return null;
    const [[part, whole], [laterPart, laterWhole]] = [old.counts, now.counts].map((pair) => pair.map((text) => BigInt(text)));
    return { counts: [old.counts, now.counts], top: (laterPart * whole - part * laterWhole) * 100n, bottom: whole * laterWhole };
  };

  // After less before; null where the two were rounded too coarsely to tell which is larger.
  const beyond = (difference, slack) => {
    const scale = Math.max(difference.scale, slack.scale);
    const isWithin = !isZero(difference) && magnitude(scaled(difference, scale)) < scaled(slack, scale);
    return isWithin ? null : difference;
  };

  const moved = (difference) => {
    if (!difference) return "within-rounding";
    return isZero(difference) ? "unchanged" : difference.units > 0n ? "rose" : "fell";
  };

  const sameValue = (old, now) => {
    if (isAmount(old) && isAmount(now)) return plus(decimal(now.value), decimal(old.value), -1n).units === 0n;
    return old.value === now.value;
  };

  // Why two figures of a row do not compare: "period", "break", "cumulative"; nothing where they do.
  const whyUnlike = (old, now, before, after) => {
    if (before.period[5] !== after.period[5]) return "period";
    if (old.basis.split("/")[1] !== now.basis.split("/")[1]) return "break";
    return old.basis === now.basis ? "" : "cumulative";
  };

  const reasonText = (why, kind, now) => {
    if (!["definition-changed", "not-comparable", "new-indicator"].includes(kind)) return "";
    switch (why) {
      case "break": {
        const newest = now.breaks[Number(now.basis.split("/")[1]) - 1];
        return say(words.comparison.UNLIKE_BREAK, { period: lowered(newest.period_label), reason: newest.reason });
      }
      case "cumulative":
        return words.comparison.UNLIKE_CUMULATIVE;
      case "incomplete":
        return words.comparison.UNLIKE_INCOMPLETE;
      default:
        return "";
    }
  };

  const measured = (amount, unit) => (unit ? `${amount}${unit === "%" ? "" : "\u00a0"}${unit}` : amount);

  const target = (row) => (row.target === null ? "" : measured(written(decimal(row.target)), row.unit_label));

  // What a row says beside its figure and its target, to be compared; and with the target, to be read.
  const said = (row) => JSON.stringify([row.note, row.expected, row.reason]);
  const besideText = (row) => [row.note, row.reason, target(row) && say(words.figures.TARGET, { amount: target(row) })].filter(Boolean)
    .map((text, n, all) => (n < all.length - 1 ? text.replace(/\.$/, "") : text)).join(". ");

  // What became of a row's target; nothing where it stayed.
  const targetText = (old, now) => {
    const isSame = old.target === now.target
      || (old.target !== null && now.target !== null && plus(decimal(now.target), decimal(old.target), -1n).units === 0n);
    if (isSame) return "";
    const [before, after] = [target(old), target(now)];
    if (before && after) return say(words.comparison.TARGET_CHANGED, { before, after });
    return after ? say(words.comparison.TARGET_NEW, { after }) : say(words.comparison.TARGET_GONE, { before });
  };

  const kindOf = (old, now, why, difference) => {
    if (why === "break") return "definition-changed";
    if (why && old.value !== null && now.value !== null) return "not-comparable";
    if (old.reporting_status !== now.reporting_status) {
      return now.reporting_status === "reported" ? "appeared" : `became-${now.reporting_status}`;
    }
    if (isAmount(old) && isAmount(now)) {
      const kind = moved(difference);
      if (kind !== "unchanged") return kind;
    } else if (old.value !== null && now.value !== null && !sameValue(old, now)) {
      return now.kind === "coded" ? "code-changed" : "text-changed";
    }
    if (targetText(old, now)) return "target-only";
    return said(old) === said(now) ? "unchanged" : "note-only";
  };

  // A row of the earlier report that another continues, directly or through others; undefined where there is none.
  const continued = (id, old, conversions) => {
    for (const { indicator } of conversions[id] || []) {
      const found = old.get(indicator) || continued(indicator, old, conversions);
      if (found) return found;
    }
    return undefined;
  };

  // The sum of the ended indicators' figures that a row continues; null where one of them has none.
  const converted = (id, old, conversions) => {
    let total = { units: 0n, scale: 0 };
    for (const { indicator, factor } of conversions[id] || []) {
      const found = old.get(indicator);
      let amount = null;
      if (found) amount = isAmount(found) ? decimal(found.value) : null;
      else if (conversions[indicator]) amount = converted(indicator, old, conversions);
      if (amount === null) return null;
      total = plus(total, times(amount, decimal(factor)));
    }
    return shortest(total);
  };

  // By how much the true sum of those figures may differ from that of the printed ones.
  const slackOf = (id, old, conversions) => {
    let total = { units: 0n, scale: 0 };
    for (const { indicator, factor } of conversions[id] || []) {
      const found = old.get(indicator);
      const own = found ? decimal(found.half_unit ?? "0") : slackOf(indicator, old, conversions);
      const { units, scale } = decimal(factor);
      total = plus(total, times(own, { units: magnitude(units), scale }));
    }
    return total;
  };

  // Files for machines have a hyphen, pages a minus.
  const shownText = ({ text }) => text.replace(/^-/, "\u2212");

  const valueText = (row) => {
    if (row.value === null) return lowered(row.text);
    if (row.code_label) return row.code_label;
    return isAmount(row) ? measured(shownText(row), row.unit_label) : row.text;
  };

  const pointsText = (change, rates) => {
    if (!rates) return written({ units: magnitude(change.units), scale: change.scale });
    const points = rounded(rates.top, rates.bottom, 2);
    return points.units ? written(points) : words.comparison.BELOW_HUNDREDTH;
  };

  const countsText = (pair) => {
    const [part, whole] = pair.map((text) => written(decimal(text)));
    return say(words.comparison.COUNTS, { part, whole });
  };

  // A rise to five times and more, in times; from a figure below ten as from what to what.
  const manifold = (change, base, row, difference) => {
    const scale = Math.max(change.scale, base.scale);
    const [before, later] = [scaled(base, scale), scaled(base, scale) + scaled(change, scale)];
    if (before < 10n ** BigInt(scale + 1)) {
      return say(words.comparison.ROSE_FROM_SMALL, { before: written(base), after: measured(written(plus(base, change)), row.unit_label) });
    }
    return say(words.comparison.ROSE_TIMES, { difference, times: written(rounded(later, before, 1)) });
  };

  const sizeText = (change, base, row, rates = null) => {
    if (!change || isZero(change)) return "";
    const isRise = change.units > 0n;
    if (row.kind === "percent") {
      const difference = pointsText(change, rates);
      const points = isRise ? say(words.comparison.ROSE_POINTS, { difference }) : say(words.comparison.FELL_POINTS, { difference });
      if (!rates) return points;
      const [before, after] = rates.counts.map(countsText);
      return say(words.comparison.FROM_COUNTS, { change: points, before, after });
    }
    const difference = measured(written({ units: magnitude(change.units), scale: change.scale }), row.unit_label);
    if (base.units <= 0n || plus(base, change).units < 0n) {
      return isRise ? say(words.comparison.ROSE, { difference }) : say(words.comparison.FELL, { difference });
    }
    const scale = Math.max(change.scale, base.scale);
    // From 400 per cent on: see MANIFOLD in macros/views/changes.py.
    if (scaled(change, scale) >= scaled(base, scale) * 4n) return manifold(change, base, row, difference);
    const share = percent(change, base);
    return isRise
      ? say(words.comparison.ROSE_PERCENT, { difference, percent: share })
      : say(words.comparison.FELL_PERCENT, { difference, percent: share });
  };

  // How large a change is beside others: in per cent, or in percentage points for a rate; of the larger figure where one
  // is below 0.
  const size = (difference, base, row, rates = null) => {
    const amount = ({ units, scale }) => Math.abs(Number(units) / 10 ** scale);
    if (rates) return Math.abs(Number(rounded(rates.top, rates.bottom, 6).units) / 10 ** rounded(rates.top, rates.bottom, 6).scale);
    if (row.kind === "percent" || difference.units === 0n) return amount(difference);
    if (base.units === 0n) return Infinity;
    const after = plus(base, difference);
    const isBelow = base.units < 0n || after.units < 0n;
    return (amount(difference) * 100) / (isBelow ? Math.max(amount(base), amount(after)) : amount(base));
  };

  const titleOf = (row) => {
    const plain = row.label.replace(/^- /, "").replace(/:$/, "");
    return plain.endsWith("..") ? plain : plain.replace(/\.$/, "");
  };
  // The title of a row; of a few words that continue the row above, with the title of that.
  const name = (row, rows) => {
    const title = titleOf(row);
    const above = rows.get(row.parent);
    const short = title.split(/\s+/).length <= (row.label.startsWith("- ") ? 4 : 2);
    return short && above ? `${title} (${name(above, new Map())})` : title;
  };

  // Of figures that do not compare, an arrow would say that one became the other.
  const fromTo = (before, after, isApart) => (isApart
    ? say(words.comparison.SIDE_BY_SIDE, { before, after })
    : say(words.comparison.FROM_TO, { before, after }));

  const change = (old, now, before, after, oldRows) => {
    if (!now) return { row: old, kind: "ended-indicator", values: valueText(old), told: "", size: -1 };
    if (!old) {
      const ended = continued(now.id, oldRows, after.conversions);
      if (!ended) return { row: now, kind: "new-indicator", values: valueText(now), told: "", size: -1 };
      const base = converted(now.id, oldRows, after.conversions);
      // The new row had no break yet when the ended one was reported.
      const why = base ? whyUnlike({ basis: ended.basis.split("/")[0] }, now, before, after) : "incomplete";
      if (base === null || !isAmount(now) || why) {
        const told = reasonText(why, "new-indicator", now);
        return { row: now, kind: "new-indicator", values: valueText(now), told, size: -1 };
      }
      const slack = plus(decimal(now.half_unit), slackOf(now.id, oldRows, after.conversions));
      const difference = beyond(plus(decimal(now.value), base, -1n), slack);
      const kind = moved(difference);
      const told = [difference ? sizeText(difference, base, now) : words.comparison.WITHIN_ROUNDING, words.comparison.CONTINUES];
      const values = say(words.comparison.FROM_TO, { before: written(base), after: valueText(now) });
      return { row: now, kind, values, told: told.filter(Boolean).join("; "), size: difference ? size(difference, base, now) : -1 };
    }
    const why = whyUnlike(old, now, before, after);
    const both = isAmount(old) && isAmount(now);
    const rates = both && !why ? ratesOf(old, now) : null;
    const printed = both && !why ? plus(decimal(now.value), decimal(old.value), -1n) : null;
    // Of counts the sign is all that is asked below: their quotients may have no last digit.
    const slack = both && plus(decimal(old.half_unit), decimal(now.half_unit));
    const difference = rates ? { units: rates.top, scale: 0 } : printed && beyond(printed, slack);
    const kind = kindOf(old, now, why, difference);
    const first = both && old.unit_id === now.unit_id && now.kind !== "percent" ? shownText(old) : valueText(old);
    const isApart = kind === "not-comparable";
    const isOne = ["target-only", "note-only", "unchanged"].includes(kind) || (valueText(old) === valueText(now) && !isApart);
    const values = isOne ? valueText(now) : fromTo(first, valueText(now), isApart);
    const sized = kind === "within-rounding" ? words.comparison.WITHIN_ROUNDING : sizeText(difference, both ? decimal(old.value) : null, now, rates);
    const told = [sized, targetText(old, now), reasonText(why, kind, now)];
    const large = difference ? size(difference, decimal(old.value), now, rates) : -1;
    const noted = said(old) !== said(now) && [old, now].map(besideText);
    return { row: now, kind, values, told: told.filter(Boolean).join("; "), size: large, noted };
  };

  const merged = (oldRows, newRows) => {
    const gone = new Map();
    let last = "";
    for (const id of oldRows.keys()) {
      if (newRows.has(id)) last = id;
      else gone.set(last, [...(gone.get(last) || []), id]);
    }
    const ids = [...(gone.get("") || [])];
    for (const id of newRows.keys()) ids.push(id, ...(gone.get(id) || []));
    return ids;
  };

  const byId = (report) => new Map(report.observations.map((row) => [row.id, row]));

  const compare = (before, after) => {
    const oldRows = byId(before);
    const newRows = byId(after);
    return merged(oldRows, newRows).map((id) => ({
      ...change(oldRows.get(id), newRows.get(id), before, after, oldRows),
      name: name(newRows.get(id) || oldRows.get(id), newRows.has(id) ? newRows : oldRows),
    }));
  };

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // The kind, as a button where the page has its meaning.
  const explained = (kind) => {
    const id = `giai-nghia-td-${kind}`;
    if (!document.getElementById(id)) return LABELS[kind];
    const button = element("button", { className: "explain__button", type: "button" }, LABELS[kind]);
    button.setAttribute("popovertarget", id);
    return button;
  };

  const notes = ([before, after], row) => {
    const hidden = element("span", { className: "visually-hidden" }, `: ${titleOf(row)}`);
    const list = element("dl");
    for (const [term, text] of [[words.comparison.NOTES_BEFORE, before], [words.comparison.NOTES_AFTER, after]]) {
      list.append(element("dt", {}, term), " ", element("dd", {}, text || words.comparison.NOTES_NONE), " ");
    }
    return element("details", { className: "change__notes" }, element("summary", {}, words.comparison.NOTES, hidden), list);
  };

  const line = ({ row, name: title, kind, values, told, size: large, noted }) => {
    const link = element("a", { href: result.dataset.site + row.url }, title);
    const sign = element("span", {}, SIGNS[kind] || "");
    sign.setAttribute("aria-hidden", "true");
    const head = element("th", { scope: "row" }, element("span", { className: "change__where" }, row.section), " ", link);
    const tr = element(
      "tr",
      { className: `change change--${kind}` },
      head,
      element("td", {}, element("span", { className: "change__kind" }, sign, " ", explained(kind))),
      element("td", { className: "change__values" }, values),
      element("td", {}, told, ...(noted ? [notes(noted, row)] : [])),
    );
    tr.dataset.indicator = row.id;
    tr.dataset.change = kind;
    tr.dataset.size = large;
    return tr;
  };

  // Half-years and quarters differ by three days in the calendar alone: see macros/comparing/windows.py.
  const windowText = (before, after) => {
    const days = [before.data_days, after.data_days];
    if (days.includes(null)) return "";
    const allowed = Math.min(...days) >= 28 ? 3 : 0;
    return Math.abs(days[1] - days[0]) > allowed ? say(words.comparison.CAUTION_WINDOWS, { before: days[0], after: days[1] }) : "";
  };

  const cautionText = (before, after) => {
    if (before.period[5] !== after.period[5]) {
      return words.comparison.CAUTION_PERIODS;
    }
    const drafts = [before, after].some(({ status }) => status === "draft");
    return [windowText(before, after), drafts && words.comparison.CAUTION_DRAFT].filter(Boolean).join(" ");
  };

  const show = (before, after) => {
    const rows = compare(before, after);
    const of = (wanted) => rows.filter(({ kind }) => kind === wanted);
    const changed = rows.filter(({ kind }) => kind !== "unchanged");
    // What was not known twice has not stayed the same.
    const isKnown = ({ row }) => row.value !== null;
    const missing = of("unchanged").filter((one) => !isKnown(one) && one.row.kind !== "heading");
    const became = Object.keys(LABELS).filter((kind) => kind !== "unchanged" && of(kind).length)
      .map((kind) => say(words.comparison.COUNTED, { count: of(kind).length, kind: lowered(LABELS[kind]) })).join("; ");
    const same = of("unchanged").filter(isKnown).length;
    const stayed = [
      same && say(words.comparison.COUNTED_UNCHANGED, { count: same }),
      missing.length && say(words.comparison.COUNTED_BLANK, { count: missing.length }),
    ].filter(Boolean).join(", ");
    const isAlike = before.period[5] === after.period[5];
    const title = say(words.comparison.TITLE, { before: lowered(before.period_label), after: lowered(after.period_label) });
    const parts = [
      element("h2", { id: "so-sanh" }, title),
      ...[cautionText(before, after)].filter(Boolean).map((text) => element("p", { className: "comparison__note" }, text)),
      element(
        "p",
        { className: "comparison__summary" },
        `${became ? [became, stayed].filter(Boolean).join("; ") : words.comparison.NOTHING_CHANGED}.`,
      ),
    ];
    if (changed.length) {
      const caption = isAlike
        ? say(words.comparison.TABLE_CAPTION, { title })
        : say(words.comparison.TABLE_CAPTION_SIDE_BY_SIDE, { title });
      const names = changed.map(({ name: one }) => one);
      parts.push(
        shortFormLine(names, words.comparison.TABLE_SHORT_FORMS, "short-forms--table", address) ?? "",
        element(
          "table",
          { className: "plain changes" },
          element("caption", {}, caption),
          element("thead", {}, element("tr", {}, ...words.comparison.TABLE_HEADS.map((head) => element("th", { scope: "col" }, head)))),
          element("tbody", {}, ...changed.map(line)),
        ),
      );
    }
    result.replaceChildren(...parts);
    // Short forms are the report's: names, figures and notes; all else is ours.
    const printed = [...result.querySelectorAll("th a, .change__values, .change__notes dd")];
    for (const text of printed) mark(text);
    for (const text of result.querySelectorAll("h2, p:not(.short-forms), caption, .change__where, td")) mark(text, { shortForms: false });
    explain(printed.map((text) => text.textContent), address);
    result.dataset.state = "done";
    // What a screen reader hears: what is compared, not each row of it.
    heard.textContent = parts.slice(0, 3).filter((part) => part.matches("h2, p")).map((part) => part.textContent).join(". ");
    document.querySelector(".compare-terms").hidden = false;
    document.dispatchEvent(new Event("compared"));
  };

  const report = async (period) => {
    try {
      const answer = await fetch(`${result.dataset.reports}${encodeURIComponent(period)}.json`);
      if (!answer.ok) throw new Error(String(answer.status));
      return await answer.json();
    } catch (cause) {
      throw Object.assign(new Error(`no report on ${period}`, { cause }), { isMissing: true });
    }
  };

  // While two reports are asked for, the window is kept free for them: see `.asks`.
  const tell = (text, asks = false) => {
    root.classList.toggle("asks", asks);
    result.replaceChildren(element("p", {}, text));
    result.dataset.state = "told";
    heard.textContent = text;
  };

  let turn = 0;
  const run = async (first, second) => {
    const own = ++turn;
    if (first === second) return tell(words.comparison.SAME_PERIOD_TWICE);
    tell(words.comparison.LOADING, true);
    try {
      const order = [...form.elements.sau.options].map((option) => option.value);
      // The lists run from the newest to the oldest: the earlier one is always held against the later.
      const [before, after] = order.indexOf(first) > order.indexOf(second) ? [first, second] : [second, first];
      [form.elements.truoc.value, form.elements.sau.value] = [before, after];
      const reports = await Promise.all([report(before), report(after)]);
      // Two others have been chosen in the meantime.
      if (own === turn) show(...reports);
    } catch (error) {
      if (!error.isMissing) reportError(error);
      const isFromDisk = location.protocol === "file:";
      if (own === turn) tell(isFromDisk ? words.comparison.NOT_LOADED_FROM_DISK : words.comparison.NOT_LOADED);
    }
    return own === turn;
  };

  const asked = new URLSearchParams(location.search);
  const known = (name) => [...form.elements[name].options].some((option) => option.value === asked.get(name));

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [first, second] = [form.elements.truoc.value, form.elements.sau.value];
    history.replaceState(null, "", `?truoc=${first}&sau=${second}`);
    run(first, second).then((isLast) => isLast && result.focus());
  });

  if (known("truoc") && known("sau")) {
    form.elements.truoc.value = asked.get("truoc");
    form.elements.sau.value = asked.get("sau");
    run(asked.get("truoc"), asked.get("sau"));
  } else if (asked.has("truoc") || asked.has("sau")) {
    tell(words.comparison.PERIOD_UNKNOWN);
  } else root.classList.remove("asks");
})();
