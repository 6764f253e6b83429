"""The shape of every data file: which keys it has and what each may hold.

A shape knows one file at a time; what needs two files, or two lines of one, is a law in `macros.checks`.
"""

from dataclasses import dataclass

from macros.reading.shapes.agency_shapes import (
    AgencyFile,
    AgencyShape,
    PublisherShape,
    ScheduleShape,
    SourceShape,
    SuccessorShape,
)
from macros.reading.shapes.form_shapes import BreakShape, IndicatorsFile, IndicatorShape, RelationShape, SectionShape
from macros.reading.shapes.quality_shapes import (
    AnswerShape,
    QualityFile,
    QuestionShape,
    ReadingNoteShape,
    RelationsFile,
    StaffNoteShape,
)
from macros.reading.shapes.register_shapes import (
    AbbreviationShape,
    CodeListsFile,
    CodeListShape,
    CodeShape,
    DocumentsFile,
    DocumentShape,
    ForeignWordShape,
    GlossaryFile,
    PageWordsShape,
    SynonymsFile,
    SynonymShape,
    UnitsFile,
    UnitShape,
)
from macros.reading.shapes.report_shapes import (
    AnnexShape,
    ObservationShape,
    PersonShape,
    ReportFile,
    RevisionShape,
    SourceFileShape,
)
from macros.reading.shapes.shape import Shape

__all__ = [
    "DATA_FILES",
    "QUALITY_FILE",
    "RELATIONS_FILE",
    "REPORT_FILE",
    "AbbreviationShape",
    "AgencyFile",
    "AgencyShape",
    "AnnexShape",
    "AnswerShape",
    "BreakShape",
    "CodeListShape",
    "CodeListsFile",
    "CodeShape",
    "DataFile",
    "DocumentShape",
    "DocumentsFile",
    "ForeignWordShape",
    "GlossaryFile",
    "IndicatorShape",
    "IndicatorsFile",
    "ObservationShape",
    "PageWordsShape",
    "PersonShape",
    "PublisherShape",
    "QualityFile",
    "QuestionShape",
    "ReadingNoteShape",
    "RelationShape",
    "RelationsFile",
    "ReportFile",
    "RevisionShape",
    "ScheduleShape",
    "SectionShape",
    "Shape",
    "SourceFileShape",
    "SourceShape",
    "StaffNoteShape",
    "SuccessorShape",
    "SynonymShape",
    "SynonymsFile",
    "UnitShape",
    "UnitsFile",
]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A kind of data file: its name, where such files lie below `data/`, their shape, and what they are."""

    name: str
    pattern: str
    shape: type[Shape]
    title: str


REPORT_FILE = DataFile("report", "reports/*.yaml", ReportFile, "Số liệu của một kỳ báo cáo")
RELATIONS_FILE = DataFile("relations", "relations/*.yaml", RelationsFile, "Quan hệ chỉ đúng với lời của một báo cáo")
QUALITY_FILE = DataFile("quality", "quality/*.yaml", QualityFile, "Điểm cần làm rõ và lưu ý về số liệu của một báo cáo")
DATA_FILES = (
    DataFile("agency", "agency.yaml", AgencyFile, "Cơ quan công bố"),
    DataFile("units", "units.yaml", UnitsFile, "Đơn vị tính"),
    DataFile("code-lists", "code-lists.yaml", CodeListsFile, "Danh mục mã"),
    DataFile("documents", "documents.yaml", DocumentsFile, "Văn bản được trích dẫn"),
    DataFile("glossary", "glossary.yaml", GlossaryFile, "Chữ viết tắt"),
    DataFile("synonyms", "synonyms.yaml", SynonymsFile, "Từ đồng nghĩa cho ô tìm kiếm"),
    DataFile("indicators", "indicators/*.yaml", IndicatorsFile, "Định nghĩa các chỉ tiêu của một nhóm"),
    REPORT_FILE,
    RELATIONS_FILE,
    QUALITY_FILE,
)
