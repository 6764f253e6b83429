"""Which reports a report is held against when nobody has asked."""

from macros.record import Catalogue, Report


def period_before(report: Report, catalogue: Catalogue) -> Report | None:
    """The newest earlier report of the same kind of period: the year's second quarter against its first."""
    if report.key in catalogue.before:
        return catalogue.before[report.key]
    kind, order = report.period.kind, report.period.order
    return next((r for r in catalogue.reports if r.period.kind is kind and r.period.order < order), None)


def comparable(report: Report, catalogue: Catalogue, most: int) -> tuple[Report, ...]:
    """Earlier reports that a reader may hold a report against, the one taken without a choice first; so many at most.

    The period before of the same kind, the same period of last year, and that of the years before.
    """
    same = [report.key.earlier(years) for years in range(1, 1 + most)]
    found = [period_before(report, catalogue), *map(catalogue.report, same)]
    return tuple({other.key: other for other in found if other is not None}.values())[:most]


def year_before(report: Report, catalogue: Catalogue) -> Report | None:
    """The report on the same period of last year."""
    return catalogue.report(report.key.earlier(years=1))


def published(report: Report, catalogue: Catalogue) -> tuple[Report, ...]:
    """The reports that a report is published with comparisons to: the period before, and the same of last year."""
    found = (period_before(report, catalogue), year_before(report, catalogue))
    return tuple({other.key: other for other in found if other is not None}.values())


def offered(catalogue: Catalogue, report: Report | None = None) -> tuple[Report, Report]:
    """Two reports, the earlier first, to offer a reader who has chosen none, or this one: such as compare, if any do.

    The catalogue has two reports or more.
    """
    for after in [report] if report else catalogue.reports:
        before = period_before(after, catalogue)
        if before is not None:
            return before, after
    for after in reversed(catalogue.reports):
        if report is not None and period_before(after, catalogue) is report:
            return report, after
    known = report or catalogue.latest
    other = next(other for other in catalogue.reports if other is not known)
    before, after = sorted((known, other), key=lambda each: each.period.order)
    return before, after
