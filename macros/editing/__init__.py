"""Files that people keep, written for them: a new period, a revision, the canonical form."""
