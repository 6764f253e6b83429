"""The model as files for machines: decimal points, ISO dates, SDMX status letters."""
