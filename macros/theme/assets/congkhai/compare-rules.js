// How comparisons are told: a bundle fills the table in from macros/outputs/comparison_rules.py.
const rules = {};

export { rules };
