"""Two reports to what changed between them: like with like, row by row, by their keys."""
