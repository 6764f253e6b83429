"""For how long the figures of a report were collected, and whether two reports are alike in that."""

from macros.record import Report

# Half-years and quarters differ by so many days in the calendar alone; shorter windows, such as weeks, by none.
CALENDAR, MONTH = 3, 28


def window_days(report: Report) -> int | None:
    """The days from the first to the last for which the report has figures; None where it does not state both."""
    if report.data_start is None or report.data_end is None:
        return None
    return (report.data_end - report.data_start).days + 1


def unequal_windows(before: Report, after: Report) -> tuple[int, int] | None:
    """The days of either report where one collected figures for longer; None where they are alike, or not stated."""
    earlier, later = window_days(before), window_days(after)
    if earlier is None or later is None:
        return None
    allowed = CALENDAR if min(earlier, later) >= MONTH else 0
    return (earlier, later) if abs(later - earlier) > allowed else None
