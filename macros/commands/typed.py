"""What was typed on the command line, as what it means; anything else is wrong usage."""

from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from macros.record import Catalogue, Period, ReportKey

PERIOD_FORMS = "2022-Q1 (quý), 2022-S1 (6 tháng), 2022-N1 (9 tháng), 2022-A1 (năm), 2022-M05 (tháng), 2022-W07 (tuần)"


def typed_day(text: str) -> date:
    """The day written 2022-07-01 or 1/7/2022; anything else is wrong usage."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(text, form).date()
    raise click.UsageError(f"không hiểu ngày “{text}”. Viết như 2022-07-01 hoặc 01/7/2022.")


def typed_period(text: str) -> "Period":
    """The period written 2022-S1 or 2022-s1; anything else is wrong usage."""
    from macros import record

    try:
        return record.Period.parse(text.upper())
    except ValueError:
        raise click.UsageError(f"không có kỳ báo cáo “{text}”. Viết như {PERIOD_FORMS}.") from None


def typed_report(text: str, catalogue: "Catalogue") -> "ReportKey":
    """The report on the period written 2022-S1 or 2022-s1; one that there is not is wrong usage."""
    from macros import record

    with suppress(ValueError):
        key = record.ReportKey.parse(text.upper())
        if catalogue.report(key) is not None:
            return key
    known = ", ".join(map(str, catalogue.reports_by_key))
    raise click.UsageError(f"chưa có báo cáo kỳ “{text}”. Các kỳ có báo cáo: {known}.")


class LoopbackAddress(click.ParamType[str]):
    """An address of this machine that no other machine reaches, as it stands in a URL."""

    name = "address"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from macros.hosts.loopback import is_loopback

        if not is_loopback(value):
            self.fail("bản xem thử chỉ mở trên máy này: 127.0.0.1, localhost hoặc ::1.", param, ctx)
        return f"[{value.strip('[]')}]" if ":" in value else value
