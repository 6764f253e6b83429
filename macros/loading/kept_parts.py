"""What an entry that is kept of a report may be made of: these classes, and no other, whatever else was imported.

A class that is missing here costs time and no truth: an entry with an object of it cannot be read, and is made anew.
"""

from datetime import date
from decimal import Decimal

from macros.kinds import Code, CodeList
from macros.problems.problem import Place, Problem
from macros.reading.narrative import PageSummary
from macros.reading.outline import Outline, Target
from macros.reading.report_summary import ReportSummary, SummedFigure, SummedPerson, SummedRevision
from macros.record import (
    Answer,
    Blank,
    Break,
    Citation,
    FigureChange,
    Indicator,
    Observation,
    Part,
    Period,
    PeriodKind,
    Person,
    Question,
    ReadingNote,
    Recording,
    ReportKey,
    ReportStatus,
    Revision,
    SeriesKey,
    SourceFile,
    StaffNote,
    Standing,
    Status,
    Unit,
    Vintage,
)
from macros.record.keys import Member
from macros.record.relation import (
    CheckResult,
    Figure,
    NarrativeNumber,
    NoteNumber,
    Operator,
    Outcome,
    Ratio,
    Relation,
    RelationType,
    Sum,
)

_VALUES = (date, Decimal, Code, CodeList)
_KEYS = (Member, Period, PeriodKind, ReportKey, SeriesKey)
_FORM = (Break, Indicator, Part, Unit)
_FIGURES = (Blank, Observation, Person, Status)
_REPORT = (Answer, Question, ReadingNote, ReportStatus, Revision, SourceFile, StaffNote)
_RELATIONS = (CheckResult, Figure, NarrativeNumber, NoteNumber, Operator, Outcome, Ratio, Relation, RelationType, Sum)
_HISTORY = (FigureChange, Recording, Standing, Vintage)
_READ = (Citation, Outline, PageSummary, ReportSummary, SummedFigure, SummedPerson, SummedRevision, Target)
_TOLD = (Place, Problem)

KEPT_PARTS: tuple[type, ...] = (
    *(*_VALUES, *_KEYS, *_FORM, *_FIGURES, *_REPORT),
    *(*_RELATIONS, *_HISTORY, *_READ, *_TOLD),
)
