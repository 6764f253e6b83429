// How words are read and how the archive is laid out: a bundle fills the table in from macros/outputs/search/script_rules.py.
const rules = {};

export { rules };
