// A comparison as CSV, for two periods of which the site has no file: the same as macros/outputs/tables/comparison_csv.py.
// A cell that a spreadsheet would run has ' first, and what holds a mark of the format is quoted.
const cell = (value, { run, number }) => {
  const text = String(value ?? "");
  const isRun = new RegExp(`^(?:${run})`).test(text) && !new RegExp(`^(?:${number})$`).test(text);
  const safe = isRun ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

// Rows as objects that have a property for each column.
const comparisonFile = (rows, rules) => {
  const lines = [rules.columns, ...rows.map((row) => rules.columns.map((column) => row[column]))];
  return `\ufeff${lines.map((line) => `${line.map((value) => cell(value, rules)).join(",")}\r\n`).join("")}`;
};

export { comparisonFile };
