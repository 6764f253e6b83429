"""Two reports to what changed between them: like with like, keyed by indicator id."""
