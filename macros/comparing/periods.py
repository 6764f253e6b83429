"""Which reports a report is held against when nobody has asked."""

from macros.model import Catalogue, Report


def period_before(report: Report, catalogue: Catalogue) -> Report | None:
    """The newest earlier report of the same kind of period: the year's second quarter against its first."""
    kind, order = report.period.kind, report.period.order
    return next((r for r in catalogue.reports if r.period.kind is kind and r.period.order < order), None)


def comparable(report: Report, catalogue: Catalogue, most: int) -> tuple[Report, ...]:
    """Earlier reports that a reader may hold a report against, the one taken without a choice first; so many at most.

    The period before of the same kind, the same period of last year, and that of the years before.
    """
    same = [report.period.earlier(years) for years in range(1, 1 + most)]
    found = [period_before(report, catalogue), *(catalogue.reports_by_period.get(str(period)) for period in same)]
    return tuple({other.period: other for other in found if other is not None}.values())[:most]


def year_before(report: Report, catalogue: Catalogue) -> Report | None:
    """The report on the same period of last year."""
    return catalogue.reports_by_period.get(str(report.period.earlier(years=1)))
