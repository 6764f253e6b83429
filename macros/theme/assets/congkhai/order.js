// Rows of a comparison in the order of the form, as they stand, or the largest change first. Without this script the
// page names the largest few above the table.
import { words } from "./wording.js";

const LABELS = { form: words.comparison.ORDER_BY_SIZE, size: words.comparison.ORDER_BY_FORM };

const offer = (table) => {
  const rows = [...table.tBodies[0].rows];
  // Without two sizes there is nothing to put in order.
  if (table.dataset.order || rows.filter((row) => Number(row.dataset.size) >= 0).length < 2) return;
  table.dataset.order = "form";
  const button = Object.assign(document.createElement("button"), {
    type: "button", className: "changes__order", textContent: LABELS.form,
  });
  button.addEventListener("click", () => {
    const order = table.dataset.order === "form" ? "size" : "form";
    const size = (row) => Number(row.dataset.size);
    // Infinity less Infinity is no number, so the two are compared and not subtracted.
    const larger = (one, other) => Number(size(other) > size(one)) - Number(size(other) < size(one));
    const ordered = order === "form" ? rows : [...rows].sort(larger);
    table.tBodies[0].append(...ordered);
    table.dataset.order = order;
    button.textContent = LABELS[order];
  });
  table.before(button);
};

const offerAll = () => document.querySelectorAll("table.changes").forEach(offer);
document.addEventListener("compared", offerAll);
document.addEventListener("DOMContentLoaded", offerAll);
