"""The invented figures of a report: what it says when first published."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from random import Random

from macros.record import Period, PeriodKind
from tests.demo.form import Form
from tests.demo.registers import yearly_documents
from tests.demo.timetable import FIRST_YEAR

_SHARE = {"W": Decimal(1) / 52, "M": Decimal(1) / 12, "Q": Decimal("0.25"), "S": Decimal("0.5"), "N": Decimal("0.75"),
          "A": Decimal(1)}  # fmt: skip
_FIELDS = ("Đất đai", "Đầu tư xây dựng", "Bảo vệ môi trường", "Lao động", "An toàn thực phẩm")
_SERVICES = ("Cấp giấy phép ví dụ", "Đăng ký mẫu minh họa", "Xác nhận thông tin thử")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a report says of one row, in the words of the data file; a row without a value has a status."""

    value: str | None = None
    status: str | None = None
    expected: str | None = None
    reason: str | None = None
    note: str | None = None
    persons: tuple[tuple[str, bool], ...] = ()
    target: str | None = None


Cells = dict[str, Cell]
NOT_YET = Cell(status="not-reported")


def first_figures(form: Form, position: int, seed: int) -> Cells:
    """The figures of the report at a position of the timetable, for every row that takes one.

    What is random is how large a figure is. Which rows are blank, fail a relation or cite a document follows from the
    position, so that a demonstration of any seed has one of each.
    """
    period = form.timetable.periods[position]
    draws = _Draws(Random(f"{seed} {period}"), period, position)
    cells = {**_guidance(draws), **_rules(draws), **_procedures(draws), **_people(draws), **_money(draws)}
    cells |= _digital(draws)
    living = [row for row in form.living(period) if row.kind.holds_value or row.id in cells]
    return {row.id: replace(cells[row.id], target=_target(row.id, draws)) for row in living}


def _target(id: str, draws: "_Draws") -> str | None:
    """What the invented plan wants of a row; one target is raised after the first year, one is for whole years."""
    match id:
        case "ho-so-dung-han-ty-le":
            return "95" if draws.years < 1 else "98"
        case "khao-sat-hai-long":
            return "90"
        case "sang-kien":
            return "2"
        case "giai-ngan-ty-le" if draws.period.kind is PeriodKind.YEAR:
            return "95"
    return None


@dataclass(frozen=True, slots=True)
class _Draws:
    """The chance of one report."""

    random: Random
    period: Period
    position: int

    @property
    def years(self) -> int:
        return self.period.year - FIRST_YEAR

    def amount(self, a_year: int, growth: int = 4) -> int:
        """So many in a year, in the share of it that the period is, growing by so many per cent each year."""
        grown = a_year * (100 + growth * self.years) * self.random.randint(75, 125)
        return int(grown * _SHARE[self.period.kind] / 10_000)

    def standing(self, level: int, spread: int) -> int:
        """A number of things that are there whatever the length of the period."""
        return level + self.years + self.random.randint(-spread, spread)

    def every(self, n: int, at: int) -> bool:
        """Whether it is this report's turn, of every n reports."""
        return self.position % n == at % n


def rate(part: int, whole: int, digits: int, cut: bool = False) -> str:
    """The rate in per cent, with so many decimals; cut instead of rounded, as some reports do."""
    if whole == 0:
        return "0"
    how = ROUND_DOWN if cut else ROUND_HALF_UP
    return str((Decimal(100 * part) / whole).quantize(Decimal(1).scaleb(-digits), how))


def _counted(values: Iterable[tuple[str, object]]) -> Cells:
    return {id: Cell(str(value)) for id, value in values}


def _guidance(draws: _Draws) -> Cells:
    planned = draws.standing(16, 2)
    # The share of the year that is over: what is planned for it is nearly done at its end.
    _, elapsed, _ = draws.period.order
    _, year, _ = Period(draws.period.year, PeriodKind.YEAR, 1).order
    done = planned * elapsed * draws.random.randint(80, 100) // (100 * year)
    told = draws.random.randint(5, 9)
    plan, publicity, inspection = yearly_documents(draws.period.year)
    return {
        "ke-hoach-ty-le": Cell(rate(done, planned, draws.position % 3), note=plan.citation),
        "ke-hoach-de-ra": Cell(str(planned)),
        "ke-hoach-hoan-thanh": Cell(str(done)),
        "van-ban-chi-dao": Cell(str(draws.random.randint(1, 6)), note=f"{plan.citation}; {publicity.citation}"),
        "tuyen-truyen": Cell(note=publicity.citation),
        "tuyen-truyen-ty-le": Cell(rate(told - 2, told, 1), note=f"Đã thực hiện {told - 2}/{told} nội dung"),
        **_counted((id, draws.amount(60)) for id in ("tin-bai", "tin-bai-cong-thong-tin", "tin-bai-mang-xa-hoi")),
        "kiem-tra": Cell(note=inspection.citation),
        "kiem-tra-don-vi": Cell(str(draws.amount(8))),
        **_inspected(draws),
        "khao-sat-hinh-thuc": Cell(str(draws.position % 3)),
        "khao-sat-so-phieu": Cell(str(draws.amount(400))),
        "khao-sat-hai-long": Cell(f"{draws.random.randint(8800, 9990) / 100:.{1 + draws.position % 2}f}"),
        "ky-luat-ky-cuong": Cell("0" if draws.every(7, 5) else "1"),
        "sang-kien": Cell(str(draws.random.randint(0, 3) if draws.every(2, 1) else 0)),
    }


def _inspected(draws: _Draws) -> Cells:
    """Inspections whose outcome is there, is still to come, or is to come at a known time."""
    later = f"{draws.period.year + 1}-{str(draws.period).partition('-')[2]}"
    match draws.position % 3:
        case 0:
            pending = Cell(status="pending", expected=later, reason="Báo cáo ghi sẽ có kết luận ở kỳ sau.")
        case 1:
            pending = Cell(status="pending", reason="Báo cáo ghi đang chờ kết luận kiểm tra.", note="Chờ kết luận")
        case _:
            found = draws.random.randint(2, 6)
            return _counted([("kiem-tra-phat-hien", found), ("kiem-tra-da-xu-ly", found - draws.random.randint(0, 2))])
    return {"kiem-tra-phat-hien": pending, "kiem-tra-da-xu-ly": replace(pending, note=None)}


def _rules(draws: _Draws) -> Cells:
    made = 0 if draws.every(4, 2) else draws.random.randint(1, 5)
    due = draws.amount(40) + 1
    cells = _counted(
        [
            ("vbqppl-ban-hanh", made),
            ("vbqppl-dung-tien-do", max(0, made - draws.random.randint(0, 1))),
            ("vbqppl-phai-ra-soat", due),
            ("vbqppl-da-ra-soat", due - draws.random.randint(0, 1)),
        ]
    )
    if draws.every(4, 1):
        cells["vbqppl-phai-ra-soat"] = Cell(status="not-reported", note="Đang tổng hợp")
    cells["linh-vuc-theo-doi"] = Cell(draws.random.choice(_FIELDS))
    return cells


def _procedures(draws: _Draws) -> Cells:
    levels = [draws.standing(level, 3) for level in (40, 25, 15)]
    standing = levels if draws.years == 0 else levels[::2]
    # One report in five prints a total that its parts do not make, as real reports do.
    total = sum(standing) + (1 if draws.every(5, 3) else 0)
    received = draws.amount(2400)
    online = received * min(95, 40 + 5 * draws.years + draws.random.randint(-4, 4)) // 100
    settled = received - draws.random.randint(0, received // 20)
    late = draws.random.randint(0, settled // 40)
    complaints, denunciations = draws.random.randint(0, 4), draws.random.randint(0, 2)
    cells = _counted(
        [
            ("tthc-hieu-luc", total),
            *zip(("tthc-cap-tinh", "tthc-cap-huyen", "tthc-cap-xa"), levels, strict=True),
            ("niem-yet", 0 if draws.every(6, 4) else 1),
            ("don-khieu-nai", complaints),
            ("don-to-cao", denunciations),
            ("don-thu", complaints + denunciations),
            ("ho-so-tiep-nhan", received),
            ("ho-so-truc-tuyen", online),
            ("ho-so-truc-tiep", received - online),
            *settlement(settled, late, draws.position % 3, cut=draws.every(4, 3)),
            ("ho-so-so-hoa", received * draws.random.randint(50, 90) // 100),
        ]
    )
    if draws.every(5, 2):
        cells["tthc-cap-xa"] = Cell(status="not-reported", reason="Báo cáo để trống ô này.")
    return cells


def settlement(settled: int, late: int, digits: int, cut: bool = False) -> list[tuple[str, object]]:
    """The rows on settled dossiers, which agree with each other."""
    return [
        ("ho-so-da-giai-quyet", settled),
        ("ho-so-dung-han", settled - late),
        ("ho-so-qua-han", late),
        ("ho-so-dung-han-ty-le", rate(settled - late, settled, digits, cut)),
    ]


def _people(draws: _Draws) -> Cells:
    posts, filled = 48, 48 - draws.random.randint(0, 4)
    planned = draws.amount(60) + 2
    trained = planned + draws.random.randint(-2, 3)
    warned, reprimanded = (0, 0) if draws.every(2, 0) else (draws.random.randint(0, 1), draws.random.randint(0, 2))
    return {
        **_counted(
            [
                ("bien-che-giao", posts),
                ("bien-che-co-mat", filled),
                ("bien-che-chua-dung", posts - filled),
                ("sap-xep-don-vi", draws.position // 2 % 2),
                ("bo-nhiem", draws.random.randint(0, 3)),
                ("dao-tao-ke-hoach", planned),
                ("dao-tao-thuc-te", trained),
                ("dao-tao-ty-le", rate(trained, planned, 2)),
                ("ky-luat", warned + reprimanded),
                ("ky-luat-khien-trach", reprimanded),
                ("ky-luat-canh-cao", warned),
            ]
        ),
        **_appointed(draws),
        **_rearranged(draws),
    }


# A withheld name may stand in one place only.
_WITHHELD = ("Trần Thị Không Công Khai", "Lê Văn Giữ Kín", "Phạm Thị Chưa Nêu")


def _appointed(draws: _Draws) -> Cells:
    """Appointments that name people, one of whom is withheld; only in the first reports."""
    turn, rest = divmod(draws.position, 3)
    if rest or turn >= len(_WITHHELD):
        return {}
    persons = ((f"Nguyễn Văn Ví Dụ {'ABC'[turn]}", False), (_WITHHELD[turn], True))
    return {"bo-nhiem": Cell("2", note="Bổ nhiệm ông {1} và đồng chí {2}", persons=persons)}


def _rearranged(draws: _Draws) -> Cells:
    if draws.every(2, 0) and draws.period.kind is not PeriodKind.YEAR:
        return {}
    reason = "Cơ quan không có đơn vị phải sắp xếp trong kỳ."
    return {"sap-xep-don-vi": Cell(status="not-applicable", reason=reason)} if draws.every(3, 1) else {}


def _money(draws: _Draws) -> Cells:
    granted = draws.amount(5200) + 10
    spent = granted * draws.random.randint(60, 99) // 100
    spare, fraction = draws.random.randint(0, 999_999), draws.random.randint(0, 9)
    return _counted(
        [
            ("kinh-phi-giao-trieu", granted),
            ("kinh-phi-giao", granted * 1_000_000),
            ("giai-ngan-trieu", f"{spent}.{fraction}"),
            ("giai-ngan", spent * 1_000_000 + spare),
            ("giai-ngan-ty-le", rate(spent, granted, draws.position % 2)),
            ("don-vi-tu-chu", draws.random.randint(0, 3)),
        ]
    )


def _digital(draws: _Draws) -> Cells:
    sent = draws.amount(3100) + 1
    electronic = sent * draws.random.randint(90, 100) // 100
    services, full = draws.standing(60, 4), draws.standing(35, 4)
    return {
        **_counted(
            [
                ("van-ban-di", sent),
                ("van-ban-di-dien-tu", electronic),
                ("van-ban-di-ty-le", rate(electronic, sent, draws.position % 3)),
                ("dich-vu-cong", services),
                ("dich-vu-cong-muc-4", full),
                ("dich-vu-cong-toan-trinh", full),
                ("dich-vu-cong-mot-phan", services - full),
                ("phan-mem-dung-chung", draws.standing(6, 1)),
                ("diem-chuyen-doi-so", f"{draws.random.randint(1500, 1899) / 100:.2f}"),
            ]
        ),
        "dich-vu-noi-bat": Cell(draws.random.choice(_SERVICES)),
    }


# What happens to a figure after publication.


@dataclass(frozen=True, slots=True)
class Amendment:
    """A reason for a correction, and what it does to the figures of a report; nothing where it does not fit."""

    reason: str
    changes: Callable[[Cells], Cells]
    has_document: bool = False


def _late_found(cells: Cells) -> Cells:
    settled, late = int(cells["ho-so-da-giai-quyet"].value or 0), int(cells["ho-so-qua-han"].value or 0)
    if settled <= late + 1:
        return {}
    digits = len((cells["ho-so-dung-han-ty-le"].value or "").partition(".")[2])
    return _counted(settlement(settled, late + 1 + settled // 50, digits))


def _withdrawn(cells: Cells) -> Cells:
    reason = "Rút số liệu vì phiếu khảo sát thu chưa đủ."
    return {"khao-sat-hai-long": Cell(status="not-reported", reason=reason)}


def _concluded(cells: Cells) -> Cells:
    if cells["kiem-tra-phat-hien"].status != "pending":
        return {}
    return {"kiem-tra-phat-hien": Cell("4", note="Đã có kết luận"), "kiem-tra-da-xu-ly": Cell("0")}


def _noted(cells: Cells) -> Cells:
    note = f"{cells['van-ban-chi-dao'].note} (không tính công văn đôn đốc)"
    return {"van-ban-chi-dao": replace(cells["van-ban-chi-dao"], note=note)}


def _answered_otherwise(cells: Cells) -> Cells:
    answer = "0" if cells["niem-yet"].value == "1" else "1"
    return {"niem-yet": Cell(answer, note="Kiểm tra thực tế")}


def _inapplicable(cells: Cells) -> Cells:
    return {"don-vi-tu-chu": Cell(status="not-applicable", reason="Cơ quan không có đơn vị sự nghiệp trực thuộc.")}


def _more_received(cells: Cells) -> Cells:
    received, direct = int(cells["ho-so-tiep-nhan"].value or 0), int(cells["ho-so-truc-tiep"].value or 0)
    return _counted([("ho-so-tiep-nhan", received + 7), ("ho-so-truc-tiep", direct + 7)])


AMENDMENTS = (
    Amendment("Sửa số hồ sơ quá hạn sau khi đối chiếu hệ thống một cửa", _late_found, has_document=True),
    Amendment("Bổ sung kết quả kiểm tra", _concluded),
    Amendment("Rút tỷ lệ hài lòng để khảo sát lại", _withdrawn, has_document=True),
    Amendment("Sửa câu trả lời về niêm yết sau khi kiểm tra thực tế", _answered_otherwise),
    Amendment("Nói rõ cách đếm văn bản chỉ đạo", _noted),
    Amendment("Bổ sung hồ sơ nhận qua bưu chính", _more_received),
    Amendment("Ghi lại chỉ tiêu không áp dụng", _inapplicable),
)
