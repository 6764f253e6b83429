"""The history of the invented project: one commit after another, from the first files to the last correction."""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from random import Random
from typing import Any, TypeAlias

from macros.record import Period, PeriodKind
from macros.vietnamese import inside
from tests.demo.figures import NOT_YET, Cell, Cells
from tests.demo.files import Head, Stage, data_text, indicators_text, quality_text, report_text
from tests.demo.form import RENAMED, SECTIONS, Form
from tests.demo.lives import Life, Vintage
from tests.demo.pages import PARTS, report_page
from tests.demo.registers import InventedDocument, agency, code_lists, documents, glossary, units, yearly_documents
from tests.demo.timetable import FIRST_YEAR, drafted_from, published_on

Changes: TypeAlias = dict[str, str | None]
# So few reports are drafted step by step, as staff do; more of them in three commits each.
_MOST_STEP_BY_STEP = 24
_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: what it says, when, and the new text of each file it changes, None for a file that goes.

    `branch` is the side branch it stands on, "" for the main one; `merges` is the side branch that it brings in.
    """

    message: str
    date: datetime.date
    changes: Changes
    branch: str = ""
    merges: str = ""


@dataclass(frozen=True, slots=True)
class _Event:
    date: datetime.date
    order: int
    tell: Callable[[datetime.date], Iterator[Commit]]


class Story:
    """The commits of a demonstration, to be told once, and the files at its end."""

    def __init__(self, form: Form, lives: tuple[Life, ...], seed: int, frame: Mapping[str, str]) -> None:
        """`frame` are the files that do not change: configuration and the pages of the navigation."""
        self.files: dict[str, str] = {}
        self._form = form
        self._lives = lives
        self._seed = seed
        self._frame = frame
        self._stage = Stage()
        self._renamed = False
        self._issued: list[InventedDocument] = []
        self._branches: dict[str, Changes] = {}
        self._numbers = _numbers(lives)

    def commits(self) -> Iterator[Commit]:
        """Every commit, in the order of its day."""
        events: list[_Event] = []
        for date, tell in self._scheduled():
            events.append(_Event(date, len(events), tell))
        for event in sorted(events, key=lambda event: (event.date, event.order)):
            for commit in event.tell(event.date):
                self._keep(commit)
                yield commit

    def _keep(self, commit: Commit) -> None:
        if commit.branch:
            self._branches.setdefault(commit.branch, {}).update(commit.changes)
            return
        for path, text in commit.changes.items():
            if text is None:
                self.files.pop(path, None)
            else:
                self.files[path] = text

    def _scheduled(self) -> Iterator[tuple[datetime.date, Callable[[datetime.date], Iterator[Commit]]]]:
        last = self._form.timetable.periods[-1]
        yield datetime.date(FIRST_YEAR - 1, 12, 22), self._begun
        for year in self._form.timetable.years:
            turn = year - FIRST_YEAR
            if turn:
                yield datetime.date(year - 1, 12, 15), partial(self._year_changed, turn)
                yield datetime.date(year - 1, 12, 20), partial(self._plans_issued, year)
            if turn and last.order >= Period(year, PeriodKind.HALF_YEAR, 1).order:
                yield datetime.date(year, 5, 15), partial(self._half_changed, turn)
            if turn == 1:
                yield datetime.date(year, 4, 20), self._id_renamed
        for life in self._lives:
            yield from self._life(life)

    # The form and the registers.

    def _begun(self, date: datetime.date) -> Iterator[Commit]:
        self._issued += yearly_documents(FIRST_YEAR)
        registers: dict[str, Mapping[str, Any]] = {
            "agency": agency(self._form.timetable.yearly),
            "units": units(),
            "code-lists": code_lists(),
            "glossary": glossary(),
        }
        files = {f"data/{name}.yaml": data_text(name, value) for name, value in registers.items()}
        yield Commit("Lập dự án minh họa, mọi số liệu là bịa đặt", date, {**self._frame})
        yield Commit("Nhập danh mục và biểu mẫu", date, {**files, **self._register(), **self._definitions()})

    def _register(self) -> Changes:
        return {"data/documents.yaml": data_text("documents", documents(self._issued))}

    def _definitions(self) -> Changes:
        """The files of the form, as far as they are not yet as the stage wants them."""
        former_ids = RENAMED if self._renamed else {}
        texts = {
            f"data/indicators/{section.id}.yaml": self._with_ids(
                indicators_text(self._form, section, self._stage, former_ids)
            )
            for section in SECTIONS
        }
        return {path: text for path, text in texts.items() if self.files.get(path) != text}

    def _with_ids(self, text: str) -> str:
        """The text with the ids of its time."""
        return text if self._renamed else _replaced(text, RENAMED)

    def _year_changed(self, turn: int, date: datetime.date) -> Iterator[Commit]:
        self._stage = replace(self._stage, year=turn)
        if changes := self._definitions():
            yield Commit(f"Biểu mẫu năm {FIRST_YEAR + turn}: thêm, tách, gộp và kết thúc chỉ tiêu", date, changes)

    def _half_changed(self, turn: int, date: datetime.date) -> Iterator[Commit]:
        self._stage = replace(self._stage, half=turn)
        if changes := self._definitions():
            yield Commit(f"Đổi cách tính từ 6 tháng đầu năm {FIRST_YEAR + turn}", date, changes)

    def _plans_issued(self, year: int, date: datetime.date) -> Iterator[Commit]:
        self._issued += yearly_documents(year)
        yield Commit(f"Thêm các kế hoạch năm {year} vào sổ văn bản", date, self._register())

    def _id_renamed(self, date: datetime.date) -> Iterator[Commit]:
        self._renamed = True
        back = {old: new for new, old in RENAMED.items()}
        texts = {
            path: _replaced(text, back) for path, text in self.files.items() if path.startswith(("data/", "docs/"))
        }
        changed: Changes = {path: text for path, text in texts.items() if text != self.files[path]}
        ((old, new),) = back.items()
        yield Commit(f"Đổi mã chỉ tiêu {old} thành {new}", date, {**changed, **self._definitions()})

    # One report.

    def _life(self, life: Life) -> Iterator[tuple[datetime.date, Callable[[datetime.date], Iterator[Commit]]]]:
        published = published_on(life.period)
        branch = f"du-thao-{life.period.slug}" if _has_branch(life.period) else ""
        steps = self._steps(life)
        begun, days = drafted_from(life.period), (published - drafted_from(life.period)).days
        for n in range(steps):
            yield begun + datetime.timedelta(days * n // steps), partial(self._drafted, life, n, branch)
        yield published, partial(self._published, life, branch)
        if life is self._left_alone:
            yield published + datetime.timedelta(30), partial(self._mistaken, life)
        if life.position == 0:
            yield published + datetime.timedelta(40), partial(self._untidied, life)
        if steps > 2:
            yield published + datetime.timedelta(25), partial(self._spelt, life)
        for vintage in life.vintages[1:]:
            yield vintage.date, partial(self._corrected, life, vintage)

    @cached_property
    def _left_alone(self) -> Life:
        """The first report that is never corrected, or simply the first: what is done to it by mistake is undone."""
        return next((life for life in self._lives if len(life.vintages) == 1), self._lives[0])

    def _steps(self, life: Life) -> int:
        """How many commits keep a draft: an empty one, the sections round by round, the narrative part by part."""
        return 1 + _ROUNDS * len(SECTIONS) + PARTS if self._is_step_by_step else 2

    @property
    def _is_step_by_step(self) -> bool:
        return len(self._lives) <= _MOST_STEP_BY_STEP

    def _drafted(self, life: Life, step: int, branch: str, date: datetime.date) -> Iterator[Commit]:
        label = inside(life.vintages[0].period.label)
        entered = _ROUNDS * len(SECTIONS)
        if step == 0:
            changes = {**self._report(life, _draft(life, 0, self._seed)), **self._page(life, 0)}
            yield Commit(f"Mở dự thảo báo cáo {label}", date, changes, branch)
        elif not self._is_step_by_step:
            changes = {**self._report(life, _draft(life, entered - 1, self._seed)), **self._page(life, PARTS)}
            yield Commit(f"Dự thảo báo cáo {label}: nhập số liệu và thuyết minh", date, changes, branch)
        elif step <= entered:
            section = SECTIONS[(step - 1) % len(SECTIONS)]
            what = "nhập số liệu" if step <= len(SECTIONS) else "sửa số liệu theo góp ý,"
            changes = self._report(life, _draft(life, step, self._seed))
            yield Commit(f"Dự thảo báo cáo {label}: {what} nhóm {section.number}", date, changes, branch)
        else:
            changes = self._page(life, step - entered)
            yield Commit(f"Dự thảo báo cáo {label}: thuyết minh phần {step - entered}", date, changes, branch)

    def _published(self, life: Life, branch: str, date: datetime.date) -> Iterator[Commit]:
        first = life.vintages[0]
        label = inside(first.period.label)
        changes = {**self._vintage(life, first), **self._quality(life, first.period)}
        if not branch:
            yield Commit(f"Công khai báo cáo {label}", date, changes)
            return
        yield Commit(f"Báo cáo {label}: cấp số, ký ban hành", date, changes, branch)
        yield Commit(f"Công khai báo cáo {label}", date, self._branches.pop(branch), merges=branch)

    def _corrected(self, life: Life, vintage: Vintage, date: datetime.date) -> Iterator[Commit]:
        message = f"Đính chính báo cáo {inside(vintage.period.label)}, lần {vintage.number}: {vintage.reason}"
        changes = self._vintage(life, vintage)
        before = life.vintages[vintage.number - 2].period
        if before != vintage.period:
            changes |= _moved(self.files, before, vintage.period)
            changes |= self._page(life, PARTS, vintage.period)
            changes |= self._quality(life, vintage.period)
        if vintage.document is not None:
            self._issued.append(vintage.document)
            changes |= self._register()
        if vintage.number < 4:
            yield Commit(message, date, changes)
            return
        branch = f"dinh-chinh-{vintage.period.slug}"
        yield Commit(message, date, changes, branch)
        yield Commit(f"Nhập nhánh {branch}", date, self._branches.pop(branch), merges=branch)

    def _mistaken(self, life: Life, date: datetime.date) -> Iterator[Commit]:
        """A figure changed without a revision, and the change taken back on the next day."""
        path = _report_path(life.vintages[0].period)
        right = self.files[path]
        wrong = re.sub(r"(indicator: ho-so-tiep-nhan\n    value: )(\d+)", r"\g<1>9\g<2>", right)
        message = "Sửa số hồ sơ tiếp nhận"
        yield Commit(message, date, {path: wrong})
        yield Commit(f'Revert "{message}"', date + datetime.timedelta(1), {path: right})

    def _untidied(self, life: Life, date: datetime.date) -> Iterator[Commit]:
        """The same figures written another way, and put into canonical form on the next day."""
        path = _report_path(life.vintages[0].period)
        tidy = self.files[path]
        untidy = re.sub(r"(\n    value: \d+)\.(\d+)", r"\g<1>,\g<2>", tidy).replace(
            "\n\n  - indicator", "\n  - indicator"
        )
        yield Commit("Chép lại tệp từ bảng tính", date, {path: untidy})
        yield Commit("Sắp xếp tệp theo dạng thống nhất (congkhai fmt)", date + datetime.timedelta(1), {path: tidy})

    def _spelt(self, life: Life, date: datetime.date) -> Iterator[Commit]:
        period = life.vintages[0].period if _page_path(life.vintages[0].period) in self.files else life.period
        changes: Changes = {_page_path(period): self._with_ids(report_page(period, PARTS, misspelt=False))}
        yield Commit(f"Sửa lỗi chính tả ở thuyết minh báo cáo {inside(period.label)}", date, changes)

    def _report(self, life: Life, cells: Cells) -> Changes:
        """The file of a draft."""
        first = life.vintages[0]
        head = Head(self._numbers[life.position], self._seed, published=False)
        return {_report_path(first.period): self._with_ids(report_text(first.period, [first], cells, head))}

    def _vintage(self, life: Life, vintage: Vintage) -> Changes:
        """The file of a published report."""
        head = Head(self._numbers[life.position], self._seed, published=True)
        text = report_text(vintage.period, life.vintages[: vintage.number], vintage.cells, head)
        return {_report_path(vintage.period): self._with_ids(text)}

    def _page(self, life: Life, parts: int, period: Period | None = None) -> Changes:
        named = period or life.vintages[0].period
        misspelt = self._is_step_by_step and period is None
        return {_page_path(named): self._with_ids(report_page(named, parts, misspelt))}

    def _quality(self, life: Life, period: Period) -> Changes:
        written = _quality(life)
        return {f"data/quality/{period}.yaml": quality_text(period, written)} if written else {}


def _numbers(lives: tuple[Life, ...]) -> dict[int, int]:
    """The number of each report among those of its year, in the order of publication."""
    numbers: dict[int, int] = {}
    issued: dict[int, int] = {}
    for life in sorted(lives, key=lambda life: (published_on(life.period), life.position)):
        year = published_on(life.period).year
        issued[year] = issued.get(year, 0) + 1
        numbers[life.position] = issued[year]
    return numbers


def _draft(life: Life, step: int, seed: int) -> Cells:
    """The figures of a draft after so many steps: nothing yet, then wrong by a little, then mostly right.

    Even the last draft differs from what is published.
    """
    random = Random(f"{seed} {life.period} draft")
    places = {row.id: n for n, section in enumerate(SECTIONS) for row in section.rows}
    draft: Cells = {}
    for id, cell in life.vintages[0].cells.items():
        wrong = _wrong(id, cell, random.randint(1, 9))
        if step <= places[id]:
            draft[id] = NOT_YET if cell.value or cell.status else cell
        elif step <= len(SECTIONS) + places[id] or id == "ho-so-tiep-nhan":
            draft[id] = wrong
        else:
            draft[id] = cell
    return draft


_KINDS = {row.id: row.kind for section in SECTIONS for row in section.rows}


def _wrong(id: str, cell: Cell, by: int) -> Cell:
    if _KINDS[id].is_counted and cell.value:
        return replace(cell, value=str(int(cell.value) + by))
    return cell


def _quality(life: Life) -> dict[str, list[dict[str, Any]]]:
    """What the site's editors write of a report: a question, now and then with its answer, and a reading note."""
    written: dict[str, list[dict[str, Any]]] = {}
    if life.position % 5 in (1, 3):
        published = published_on(life.period)
        question: dict[str, Any] = {
            "id": "khao-sat-hinh-thuc",
            "indicator": "khao-sat-hai-long",
            "text": "Báo cáo ghi tỷ lệ hài lòng, không ghi số phiếu (bịa ra để minh họa). "
            "Cần làm rõ: đã phát bao nhiêu phiếu?",
            "reference": "Phụ lục, nhóm I, mục 5",
            "asked": published + datetime.timedelta(days=10),
        }
        if life.position % 5 == 3:
            answer = {"text": "Đã phát 120 phiếu (bịa ra để minh họa).", "by": "Văn phòng"}
            question["answer"] = {**answer, "date": published + datetime.timedelta(days=20)}
        written["questions"] = [question]
    if life.position % 4 == 0:
        note = "Biểu mẫu hỏi tỷ lệ hài lòng trong kỳ (lưu ý bịa ra để minh họa)."
        written["reading_notes"] = [{"id": "hai-long-trong-ky", "indicators": ["khao-sat-hai-long"], "text": note}]
    return written


def _has_branch(period: Period) -> bool:
    """Whether the draft is written on a branch of its own, merged when it is published."""
    return (period.kind, period.number) in ((PeriodKind.HALF_YEAR, 1), (PeriodKind.QUARTER, 3))


def _moved(files: Mapping[str, str], old: Period, new: Period) -> Changes:
    """The removal of the files of a period that have got another name."""
    paths = (_report_path(old), _page_path(old), f"data/quality/{old}.yaml")
    assert old != new
    return {path: None for path in paths if path in files}


def _report_path(period: Period) -> str:
    return f"data/reports/{period}.yaml"


def _page_path(period: Period) -> str:
    return f"docs/bao-cao/{period.slug}.md"


def _replaced(text: str, ids: Mapping[str, str]) -> str:
    """The text with ids replaced wherever they stand whole."""
    for old, new in ids.items():
        text = re.sub(rf"(?<![a-z0-9-]){old}(?![a-z0-9-])", new, text)
    return text
