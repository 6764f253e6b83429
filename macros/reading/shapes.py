"""The shape of every data file: which keys it has and what each may hold.

A shape knows one file at a time; what needs two files, or two lines of one, is a law in `macros.checks`.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from macros.reading.scalars import (
    Asked,
    CodeText,
    Day,
    Figure,
    Flag,
    Id,
    KindWord,
    Language,
    Link,
    PeriodId,
    RelationTypeWord,
    ReportStatusWord,
    StatusWord,
    Target,
    Text,
    Whole,
    YearlyPeriod,
    refusal,
)
from macros.record import ReportKey, SeriesKey, series_key
from macros.record.relation import RelationType


class Shape(BaseModel):
    """A mapping with known keys only. The words under a key are what an editor shows to the person who types."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)

    @classmethod
    def keys(cls) -> dict[str, Any]:
        """The keys as they are typed, in their order, each with the type of its value."""
        return {field.alias or name: field.annotation for name, field in cls.model_fields.items()}


class SourceShape(Shape):
    text: Text
    """Tên nguồn, viết cho người đọc."""
    url: Link
    """Địa chỉ của nguồn, bắt đầu bằng https:// hoặc http://."""


class SuccessorShape(Shape):
    name: Text | None = None
    """Tên cơ quan kế thừa. Nguồn chưa nêu thì bỏ dòng này."""
    territory: Text
    """Địa bàn của cơ quan kế thừa, ví dụ: thành phố Cần Thơ."""
    valid_from: Day
    """Ngày bắt đầu hoạt động, viết năm-tháng-ngày, ví dụ 2025-07-01."""
    note: Text | None = None
    """Điều người đọc cần biết thêm."""


class ScheduleShape(Shape):
    periods: Annotated[list[YearlyPeriod], Field(min_length=1)]
    """Các kỳ báo cáo trong mỗi năm, ví dụ: Q1, S1, Q3, A1."""
    source: SourceShape
    """Văn bản hoặc trang quy định các kỳ này."""


class AgencyShape(Shape):
    id: Id
    """Mã của cơ quan, ví dụ bql-kcn-soc-trang: chữ thường không dấu, nối bằng gạch ngang. Không đổi về sau."""
    name: Text
    """Tên đầy đủ của cơ quan, kèm địa bàn."""
    short_name: Text
    """Tên ngắn, dùng ở đầu trang."""
    territory: Text
    """Địa bàn, ví dụ: tỉnh Sóc Trăng."""
    place: Text | None = None
    """Nơi ghi ở đầu báo cáo trước ngày tháng, ví dụ: Sóc Trăng."""
    valid_from: Day | None = None
    """Ngày cơ quan bắt đầu hoạt động với tên này, ví dụ 2020-01-01."""
    valid_to: Day | None = None
    """Ngày cuối cùng cơ quan mang tên này, ví dụ 2025-06-30."""
    validity_note: Text | None = None
    """Việc đổi tên, sáp nhập đã biết, một câu ngắn; hiện ở đầu mọi trang có số liệu."""
    validity_basis: Text | None = None
    """Văn bản là căn cứ của việc đổi tên, sáp nhập, ví dụ: Nghị quyết số 202/2025/QH15."""
    sources: list[SourceShape] = []
    """Nguồn của các thông tin về thời gian hoạt động."""
    successor: SuccessorShape | None = None
    """Cơ quan kế thừa, nếu có."""
    successor_note: Text | None = None
    """Câu ghi thay khi chưa biết cơ quan kế thừa."""
    contact: Text | None = None
    """Cách liên hệ: điện thoại, thư điện tử, địa chỉ."""
    contact_note: Text | None = None
    """Lời ghi thay khi chưa có thông tin liên hệ."""
    schedule: ScheduleShape | None = None
    """Các kỳ phải báo cáo mỗi năm; nhờ đó trang nêu được kỳ tiếp theo. Chưa rõ thì bỏ khóa này."""


class PublisherShape(Shape):
    name: Text
    """Người hoặc đơn vị quản lý trang web, ví dụ: Văn phòng Sở Nội vụ."""
    contact: Text | None = None
    """Nơi nhận góp ý về trang web: thư điện tử, điện thoại, địa chỉ. Chưa có thì bỏ dòng này."""
    contact_note: Text | None = None
    """Câu ghi thay khi chưa có nơi nhận góp ý."""


class AgencyFile(Shape):
    """data/agency.yaml"""

    agency: AgencyShape
    """Cơ quan có báo cáo được công bố."""
    publisher: PublisherShape | None = None
    """Người quản lý trang web, có thể không phải là cơ quan báo cáo."""


class UnitShape(Shape):
    id: Id
    """Mã đơn vị tính, ví dụ ho-so. Chỉ tiêu dẫn mã này ở khóa “unit”."""
    label: Text
    """Cách viết thống nhất, hiện trên trang, ví dụ: hồ sơ."""
    printed: list[Text]
    """Các cách viết đã gặp trong báo cáo, đúng từng chữ, mỗi cách một dòng, ví dụ: TTHC; Thủ tục."""


class UnitsFile(Shape):
    """data/units.yaml"""

    units: list[UnitShape]
    """Các đơn vị tính, mỗi đơn vị một khối."""


class CodeShape(Shape):
    code: CodeText
    """Mã trả lời như biểu mẫu in, đặt trong dấu nháy, ví dụ "1"."""
    label: Text
    """Nghĩa của mã, ví dụ: Có."""


class CodeListShape(Shape):
    id: Id
    """Mã của danh mục, ví dụ co-khong. Chỉ tiêu dẫn mã này ở khóa “code_list”."""
    label: Text
    """Tên danh mục, ví dụ: Có hoặc không."""
    codes: Annotated[list[CodeShape], Field(min_length=2)]
    """Các mã trả lời, ít nhất hai mã."""
    printed: list[Text]
    """Các cách biểu mẫu in danh mục này ở cột đơn vị tính, đúng từng chữ, ví dụ: Có = 1 Không = 0."""


class CodeListsFile(Shape):
    """data/code-lists.yaml"""

    code_lists: list[CodeListShape]
    """Các danh mục mã, mỗi danh mục một khối."""


class DocumentShape(Shape):
    id: Id
    """Mã văn bản: số, ký hiệu, năm, ví dụ 15-kh-bql-2022."""
    type: Text
    """Loại văn bản: Luật, Nghị định, Quyết định, Kế hoạch, Công văn, …"""
    number: Text | None = None
    """Số văn bản, đặt trong dấu nháy để giữ số 0 ở đầu, ví dụ "01"."""
    symbol: Text | None = None
    """Ký hiệu, ví dụ KH-BQL."""
    printed: Text | None = None
    """Số và ký hiệu đúng như in, khi khác “số/ký hiệu”, ví dụ 68/2000/NĐ-CP."""
    date: Day | None = None
    """Ngày ban hành, viết năm-tháng-ngày, ví dụ 2022-03-14."""
    year: Whole | None = None
    """Năm ban hành, khi nguồn không nêu ngày, ví dụ 2018."""
    issuer: Text | None = None
    """Nơi ban hành, ví dụ: Chính phủ."""
    issuer_from: Text | None = None
    """Nơi ban hành suy ra từ đâu, khi nguồn không nêu, ví dụ: ký hiệu của văn bản. Hiện cạnh nơi ban hành."""
    subject: Text | None = None
    """Trích yếu, theo lời của nguồn. Nguồn không nêu thì bỏ dòng này."""
    url: Link | None = None
    """Địa chỉ toàn văn của văn bản trên mạng, nếu có."""
    replaces: list[Id] = []
    """Mã các văn bản bị văn bản này thay thế."""


class DocumentsFile(Shape):
    """data/documents.yaml"""

    documents: list[DocumentShape]
    """Các văn bản được trích dẫn, mỗi văn bản một khối."""


class AbbreviationShape(Shape):
    short: Text
    """Chữ viết tắt, ví dụ CCHC."""
    expansion: Text | None = None
    """Nghĩa đầy đủ, ví dụ: cải cách hành chính. Không rõ nghĩa thì bỏ dòng này."""
    expanded_in_source: Flag
    """true nếu chính báo cáo có viết đủ nghĩa; false nếu nghĩa lấy từ nơi khác."""


class ForeignWordShape(Shape):
    word: Text
    """Từ nước ngoài, ví dụ website. Viết chữ thường thì viết hoa hay thường trên trang đều nhận ra."""
    language: Language
    """Mã tiếng theo chuẩn BCP 47, ví dụ: en (tiếng Anh), fr (tiếng Pháp)."""


class GlossaryFile(Shape):
    """data/glossary.yaml"""

    abbreviations: list[AbbreviationShape]
    """Các chữ viết tắt, xếp theo thứ tự chữ cái tiếng Việt."""
    foreign_words: list[ForeignWordShape] = []
    """Các từ nước ngoài trong nhãn, ghi chú, thuyết minh, để phần mềm đọc màn hình đọc đúng tiếng."""


class SynonymShape(Shape):
    words: Annotated[list[Text], Field(min_length=2)]
    """Các cách nói cùng một nghĩa, ít nhất hai cách, ví dụ: mức độ 4; toàn trình."""
    reason: Text | None = None
    """Vì sao cùng nghĩa, khi không hiển nhiên."""


class PageWordsShape(Shape):
    page: Text
    """Địa chỉ của trang, ví dụ gioi-thieu/; bao-cao/moi-nhat/ là báo cáo mới nhất; có thể thêm # và tên một đề mục."""
    words: Annotated[list[Text], Field(min_length=1)]
    """Các câu mà người tìm trang này hay gõ, ví dụ: tải file Excel."""


class SynonymsFile(Shape):
    """data/synonyms.yaml"""

    synonyms: list[SynonymShape]
    """Các nhóm từ đồng nghĩa cho ô tìm kiếm, mỗi nhóm một khối."""
    suggestions: list[Text] = []
    """Các câu tìm gợi ý, hiện khi ô tìm kiếm còn trống."""
    pages: list[PageWordsShape] = []
    """Các câu dẫn tới một trang của trang web mà tên trang không nói, mỗi trang một khối."""


class SectionShape(Shape):
    id: Id
    """Mã của nhóm chỉ tiêu, ví dụ cai-cach-tthc."""
    printed_number: Text
    """Số thứ tự in ở dòng tên nhóm, ví dụ III."""
    order: Whole
    """Thứ tự của nhóm trong biểu mẫu: 1, 2, 3, …"""
    label: Text
    """Tên nhóm đúng như in."""
    narrative_headings: list[Text] = []
    """Đề mục thuyết minh nói về nhóm này mà viết khác tên nhóm, ví dụ Cải cách công vụ. Không có thì bỏ khóa này."""
    first_period: PeriodId
    """Kỳ đầu tiên có nhóm này, ví dụ 2022-S1."""
    last_period: PeriodId | None = None
    """Kỳ cuối cùng có nhóm này. Còn dùng thì bỏ dòng này."""


class BreakShape(Shape):
    period: PeriodId
    """Từ kỳ này, số liệu không so sánh được với các kỳ trước, ví dụ 2023-S1."""
    reason: Text
    """Vì sao, viết cho người đọc, ví dụ: Từ kỳ này đếm cả hồ sơ nộp trực tuyến."""


class IndicatorShape(Shape):
    id: Id
    """Mã chỉ tiêu, ví dụ ho-so-tiep-nhan: chữ thường không dấu, nối bằng gạch ngang. Không đổi về sau."""
    parent: Id
    """Mã của dòng ngay bên trên một bậc; dòng ngoài cùng ghi mã của nhóm."""
    printed_number: Text | None = None
    """Số thứ tự in ở cột STT, đặt trong dấu nháy, ví dụ "1". Ô trống thì bỏ dòng này."""
    label: Text
    """Tên chỉ tiêu đúng như in, kể cả dấu gạch đầu dòng và dấu hai chấm."""
    kind: KindWord
    """Loại giá trị của chỉ tiêu."""
    printed_unit: Text | None = None
    """Đơn vị tính đúng như in. Ô trống thì bỏ dòng này."""
    unit: Id | None = None
    """Mã đơn vị tính trong data/units.yaml, ví dụ ho-so."""
    code_list: Id | None = None
    """Mã danh mục trong data/code-lists.yaml, ví dụ co-khong. Chỉ dùng khi kind là coded."""
    cumulative: Flag = False
    """true nếu số liệu cộng dồn từ đầu năm."""
    may_exceed_100: Flag = False
    """true nếu tỷ lệ này được phép vượt 100%."""
    disciplinary: Flag = False
    """true nếu là dòng về kỷ luật: dòng này và các dòng dưới nó không được nêu tên người."""
    first_period: PeriodId
    """Kỳ đầu tiên có chỉ tiêu này, ví dụ 2022-S1."""
    last_period: PeriodId | None = None
    """Kỳ cuối cùng có chỉ tiêu này. Còn dùng thì bỏ dòng này."""
    successors: list[Id] = []
    """Mã các chỉ tiêu thay thế, khi biểu mẫu đổi."""
    link: Link | None = None
    """Địa chỉ trang nói rõ hơn về chỉ tiêu."""
    documents: list[Id] = []
    """Mã các văn bản mà tên chỉ tiêu nhắc tới."""
    definition: Text | None = None
    """Giải thích chỉ tiêu cho người đọc."""
    breaks: list[BreakShape] = []
    """Những kỳ mà cách tính thay đổi, mỗi lần một khối; số liệu trước và sau không so sánh được."""
    conversion: Text | None = None
    """Cách đổi từ các chỉ tiêu đã kết thúc, ví dụ: muc-do-3 + muc-do-4, hoặc trieu-dong * 1000000."""
    former_ids: list[Id] = []
    """Các mã cũ của chính chỉ tiêu này; địa chỉ cũ dẫn tới địa chỉ mới."""


class RelationShape(Shape):
    """A line alone is a query that lives for ever."""

    law: Text
    """Các số liệu phải thỏa điều gì, viết trên một dòng, ví dụ: ho-so = ho-so-moi + ho-so-cu."""
    type: RelationTypeWord = RelationType.QUERY
    """hard khi không khớp thì chắc chắn có số sai, hiện trên trang; query khi cần hỏi lại. Không ghi thì là query."""
    first_period: PeriodId | None = Field(None, alias="from")
    """Kỳ đầu tiên mà quan hệ này được xét, ví dụ 2023-S1. Không ghi thì xét từ báo cáo đầu tiên."""
    last_period: PeriodId | None = Field(None, alias="to")
    """Kỳ cuối cùng mà quan hệ này được xét. Còn dùng thì bỏ dòng này."""

    @model_validator(mode="before")
    @classmethod
    def _line(cls, value: Any) -> Any:
        if value is None or value == "":
            remedy = "điền quan hệ sau dấu hai chấm, hoặc xóa dòng này"
            raise refusal("để trống", "một quan hệ, ví dụ ho-so = ho-so-moi + ho-so-cu", remedy)
        return {"law": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """An editor takes the line as well as the mapping."""
        mapping = handler(core_schema)
        return {"anyOf": [{"type": "string", "pattern": r"\S"}, mapping]}


class IndicatorsFile(Shape):
    """data/indicators/<section>.yaml"""

    section: SectionShape
    """Nhóm chỉ tiêu của tệp này."""
    indicators: list[IndicatorShape]
    """Các chỉ tiêu theo thứ tự của biểu mẫu, mỗi chỉ tiêu một khối."""
    relations: dict[Id, RelationShape] = {}
    """Các quan hệ giữa số liệu, mỗi quan hệ một dòng, ví dụ: tong: ho-so = ho-so-moi + ho-so-cu; hoặc một khối."""


class PersonShape(Shape):
    name: Text
    """Họ và tên. Chỗ của tên trong ghi chú viết {1}, {2}."""
    withheld: Flag = False
    """true nếu không công bố tên này trên trang."""


class RevisionShape(Shape):
    number: Whole
    """Lần công bố: 1, 2, 3, …"""
    date: Day | None = None
    """Ngày công khai hoặc đính chính, ví dụ 2022-06-20."""
    reason: Text
    """Lý do, ví dụ: Sửa số hồ sơ đúng hạn."""
    document: Id | None = None
    """Mã của văn bản đính chính trong data/documents.yaml."""


class SourceFileShape(Shape):
    file: Text
    """Tên tệp nguồn mà số liệu được chép ra."""
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """Mã SHA-256 của tệp nguồn, 64 ký tự. Trên Windows: certutil -hashfile TÊN_TỆP SHA256."""


class AnnexShape(Shape):
    title: Text
    """Tên phụ lục đúng như in."""
    attachment: Text | None = None
    """Dòng “Kèm theo Báo cáo số …” đúng như in."""


class ObservationShape(Shape):
    indicator: Id
    """Mã chỉ tiêu trong data/indicators. Không đổi."""
    value: Figure | None = None
    """Giá trị, ví dụ 48, 43.75, hoặc mã trả lời. Nguồn ghi 0 thì viết 0; để trống thì bỏ dòng này, viết status."""
    target: Target = None
    """Mục tiêu mà nguồn nêu cho số này, ví dụ 95. Nguồn không nêu thì bỏ dòng này."""
    status: StatusWord | None = None
    """Vì sao không có giá trị. Có giá trị thì bỏ dòng này."""
    expected: PeriodId | None = None
    """Kỳ sẽ có giá trị, khi status là pending và nguồn nêu thời điểm, ví dụ 2022-Q3."""
    waiting: Text | None = None
    """Nguồn cho biết việc đến đâu, khi status là pending, viết ngắn, ví dụ: kiểm tra trong Quý III/2022."""
    reason: Text | None = None
    """Căn cứ trong nguồn của status."""
    note: Text | None = None
    """Ghi chú đúng như in. Tên người thay bằng {1}, {2} và đặt ở persons."""
    persons: list[PersonShape] = []
    """Những người được nêu tên trong ghi chú, theo thứ tự {1}, {2}."""
    covers: Text | None = None
    """Số này nói về gì, một câu cho người đọc; số liệu viết bằng mã: {ho-so-tra}/{ho-so-nhan} hồ sơ đã trả kết quả."""

    @property
    def series(self) -> SeriesKey:
        """By what the figure is found."""
        return series_key(self.indicator)


class ReportFile(Shape):
    """data/reports/<period>.yaml"""

    period: PeriodId
    """Kỳ báo cáo: 2022-Q1 (quý I), 2022-S1 (6 tháng), 2022-N1 (9 tháng), 2022-A1 (cả năm), 2022-M05 (tháng 5)."""
    title: Text
    """Tên báo cáo đúng như in."""
    status: ReportStatusWord
    """draft khi chưa có số; published khi đã ban hành."""
    number: Text | None = None
    """Số của báo cáo, đặt trong dấu nháy, ví dụ "12". Chưa có số thì bỏ dòng này."""
    symbol: Text | None = None
    """Ký hiệu của báo cáo, ví dụ BC-BQL."""
    date: Day | None = None
    """Ngày ký, viết năm-tháng-ngày, ví dụ 2022-06-20."""
    printed_date: Text | None = None
    """Dòng ngày tháng đúng như in, khi nguồn để trống ngày, ví dụ: ngày tháng năm 2022."""
    place: Text | None = None
    """Nơi ghi ở đầu báo cáo trước ngày tháng, ví dụ: Sóc Trăng."""
    data_start: Day | None = None
    """Ngày đầu của kỳ số liệu, theo nguồn, ví dụ 2021-12-15."""
    data_end: Day | None = None
    """Ngày cuối của kỳ số liệu, theo nguồn, ví dụ 2022-06-14."""
    cumulative: Flag | None = None
    """true nếu số liệu tính từ đầu năm, false nếu chỉ tính riêng kỳ này. Nguồn không nêu thì bỏ dòng này."""
    signer_title: Text | None = None
    """Chức vụ người ký đúng như in, ví dụ: TRƯỞNG BAN."""
    signer: PersonShape | None = None
    """Người ký."""
    recipients: list[Text] = []
    """Nơi nhận, mỗi nơi một dòng."""
    annex: AnnexShape
    """Phụ lục số liệu."""
    source: SourceFileShape
    """Tệp nguồn của báo cáo."""
    revisions: Annotated[list[RevisionShape], Field(min_length=1)]
    """Các lần công bố và đính chính, mỗi lần một khối."""
    observations: list[ObservationShape]
    """Số liệu, mỗi chỉ tiêu một khối, theo thứ tự của biểu mẫu."""

    @property
    def report(self) -> ReportKey:
        """By what the report is found."""
        return ReportKey(self.period)


class AnswerShape(Shape):
    text: Text
    """Nội dung trả lời, đúng như được trả lời hoặc tóm tắt trung thực."""
    date: Day
    """Ngày trả lời, viết năm-tháng-ngày, ví dụ 2022-07-20."""
    by: Text
    """Cơ quan hoặc người trả lời, ví dụ: Văn phòng Ban Quản lý."""


class QuestionShape(Shape):
    id: Id
    """Mã của câu hỏi, ví dụ bien-che-gom-hop-dong. Không đổi: địa chỉ của câu hỏi trên trang dùng mã này."""
    indicator: Id | None = None
    """Mã của một chỉ tiêu mà câu hỏi nói tới. Hỏi về cả báo cáo thì bỏ dòng này."""
    text: Text
    """Điều đã biết (báo cáo ghi gì), rồi một câu hỏi sau chữ “Cần làm rõ:”. Nhiều nhất 3 câu, 40 tiếng."""
    reference: Text
    """Nơi in trong báo cáo để kiểm lại."""
    asked: Asked
    """Ngày đã hỏi cơ quan, ví dụ 2022-07-14; chưa hỏi được ai thì viết: chưa có nơi để hỏi."""
    answer: AnswerShape | None = None
    """Trả lời của cơ quan, đủ nội dung, ngày và người trả lời. Chưa có trả lời thì bỏ khóa này."""

    @property
    def series(self) -> SeriesKey | None:
        """By what the figure is found; None where the question is about the whole report."""
        return series_key(self.indicator) if self.indicator else None


class ReadingNoteShape(Shape):
    id: Id
    """Mã của lưu ý, ví dụ dao-tao-thuc-te."""
    indicators: Annotated[list[Id], Field(min_length=1)]
    """Mã các chỉ tiêu mà lưu ý nói tới."""
    text: Text
    """Điều cần biết để đọc đúng số liệu, không phải câu hỏi."""
    reference: Text | None = None
    """Nơi in trong báo cáo để kiểm lại."""

    @property
    def series(self) -> tuple[SeriesKey, ...]:
        """By what the figures are found."""
        return tuple(map(series_key, self.indicators))


class StaffNoteShape(Shape):
    id: Id
    """Mã của mục."""
    text: Text
    """Lỗi in hoặc cách trình bày của biểu mẫu, để người làm số liệu biết; không công bố."""
    reference: Text | None = None
    """Nơi in trong báo cáo."""


class QualityFile(Shape):
    """data/quality/<period>.yaml"""

    period: PeriodId
    """Kỳ của báo cáo, ví dụ 2022-S1."""
    questions: list[QuestionShape] = []
    """Điểm cần làm rõ, công bố tại đúng một chỉ tiêu, mỗi câu hỏi một khối."""
    reading_notes: list[ReadingNoteShape] = []
    """Lưu ý khi đọc số liệu, công bố ở trang chất lượng số liệu, mỗi lưu ý một khối."""
    for_staff: list[StaffNoteShape] = []
    """Danh sách nội bộ: lỗi in, cách trình bày của biểu mẫu. Không công bố ở đâu; congkhai check --all in ra."""

    @property
    def report(self) -> ReportKey:
        """By what the report is found."""
        return ReportKey(self.period)


class RelationsFile(Shape):
    """data/relations/<period>.yaml"""

    period: PeriodId
    """Kỳ của báo cáo mà các quan hệ này đọc lời, ví dụ 2022-S1."""
    relations: dict[Id, Text] = {}
    """Các quan hệ chỉ đúng với lời của riêng báo cáo này, mỗi quan hệ một dòng; đều là điều cần hỏi."""

    @property
    def report(self) -> ReportKey:
        """By what the report is found."""
        return ReportKey(self.period)


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
