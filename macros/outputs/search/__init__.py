"""Vietnamese search: the catalogue and the narrative as index files that a reader's browser asks.

The browser's half is `macros/theme/assets/congkhai/search-*.js`; `search_words.py` and `search-words.js` state the same
rules, and a test holds them to each other. Every page has the field alone: what reads the index comes with its first
file, at the first use. Two layers: `tim-kiem/index/catalogue.js` answers at once and does not grow with the archive;
the shards and periods beside it are asked only by a query that needs them.
"""
