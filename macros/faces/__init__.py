"""What a page says, in a reader's words: figures, changes, revisions and checks as text, and what is beside them."""
