"""A project folder, today or in the past, to its catalogue: read, checked, put together."""
