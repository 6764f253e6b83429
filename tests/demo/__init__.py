"""An invented project, whole and marked as invented: for a look around, for tests and for benchmarks.

Everything follows from a number of periods and a seed: the same two give the same files and the same commits.
"""

# Stands on every page of the demonstration, so that nobody takes its figures for those of an agency.
INVENTED = "số liệu bịa đặt để minh họa"
MOST_PERIODS = 1_200
