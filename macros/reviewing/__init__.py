"""What reviewers ask on the command line: what changed, and a file as sentences."""
