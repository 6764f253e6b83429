"""Which reports a report is held against when nobody has asked."""

from macros.model import Catalogue, Report


def period_before(report: Report, catalogue: Catalogue) -> Report | None:
    """The newest earlier report of the same kind of period: the year's second quarter against its first."""
    kind, order = report.period.kind, report.period.order
    return next((r for r in catalogue.reports if r.period.kind is kind and r.period.order < order), None)


def year_before(report: Report, catalogue: Catalogue) -> Report | None:
    """The report on the same period of last year."""
    return catalogue.reports_by_period.get(str(report.period.earlier(years=1)))
