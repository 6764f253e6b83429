"""The model in a reader's words: tables, sentences and pages, as HTML."""
