// Short forms and foreign words of the site: a bundle fills them in from `words_script` of macros/outputs/html/marking.py.
const vocabulary = { short: {}, exact: {}, anyCase: {}, glossary: "" };

export { vocabulary };
