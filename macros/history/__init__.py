"""Git to what was published when."""
