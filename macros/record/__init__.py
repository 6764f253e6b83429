"""The published record: frozen values that every page, chart and file is made from.

Words follow SDMX, Table Schema and schema.org; see the glossary page for the Vietnamese term of each.
"""

from macros.record.agency import Agency, Publisher, Schedule, Successor
from macros.record.catalogue import Catalogue
from macros.record.form import Break, Indicator, Part, Section, Unit
from macros.record.keys import ReportKey, SeriesKey, series_key
from macros.record.observation import Blank, Observation, Status, shown_figure
from macros.record.period import Period, PeriodKind
from macros.record.register import Abbreviation, Citation, Document, Person, SearchWords, Source
from macros.record.report import Answer, Question, ReadingNote, Report, ReportStatus, Revision, SourceFile, StaffNote
from macros.record.revision_history import (
    Edition,
    FigureChange,
    History,
    Knowledge,
    Recording,
    ReportHistory,
    Standing,
    Vintage,
)

__all__ = [
    "Abbreviation",
    "Agency",
    "Answer",
    "Blank",
    "Break",
    "Catalogue",
    "Citation",
    "Document",
    "Edition",
    "FigureChange",
    "History",
    "Indicator",
    "Knowledge",
    "Observation",
    "Part",
    "Period",
    "PeriodKind",
    "Person",
    "Publisher",
    "Question",
    "ReadingNote",
    "Recording",
    "Report",
    "ReportHistory",
    "ReportKey",
    "ReportStatus",
    "Revision",
    "Schedule",
    "SearchWords",
    "Section",
    "SeriesKey",
    "Source",
    "SourceFile",
    "StaffNote",
    "Standing",
    "Status",
    "Successor",
    "Unit",
    "Vintage",
    "series_key",
    "shown_figure",
]
