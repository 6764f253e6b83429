"""The registers of the invented project: agency, units, code lists, documents, abbreviations."""

import datetime
from dataclasses import dataclass
from typing import Any

from macros.reading.document_citations import document_id
from macros.vietnamese import day, inside
from tests.demo import INVENTED
from tests.demo.form import SECTIONS

SYMBOL = "SMH"
AGENCY = f"Sở Minh Họa tỉnh Ví Dụ ({INVENTED})"


@dataclass(frozen=True, slots=True)
class InventedDocument:
    """A document of the invented agency."""

    type: str
    number: int
    kind: str
    date: datetime.date
    subject: str

    @property
    def symbol(self) -> str:
        return f"{self.kind}-{SYMBOL}"

    @property
    def id(self) -> str:
        return document_id(f"{self.number:02d}", self.symbol, self.date.year)

    @property
    def citation(self) -> str:
        """As a note or a narrative cites it."""
        return f"{self.type} số {self.number:02d}/{self.symbol} ngày {day(self.date)}"


def yearly_documents(year: int) -> tuple[InventedDocument, InventedDocument, InventedDocument]:
    """The plans for a year, signed before it begins: reform, publicity, inspection."""
    signed = datetime.date(year - 1, 12, 18)
    return (
        InventedDocument("Kế hoạch", 15, "KH", signed, f"cải cách hành chính năm {year}"),
        InventedDocument("Kế hoạch", 16, "KH", signed, f"tuyên truyền cải cách hành chính năm {year}"),
        InventedDocument("Kế hoạch", 17, "KH", signed, f"kiểm tra cải cách hành chính năm {year}"),
    )


def agency(yearly: tuple[str, ...]) -> dict[str, Any]:
    periods = [period for period in yearly if not period.startswith("W")]
    source = {"text": f"Quy chế báo cáo ví dụ ({INVENTED})", "url": "https://vi-du.example/quy-che-bao-cao"}
    return {
        "agency": {
            "id": "so-minh-hoa-vi-du",
            "name": AGENCY,
            "short_name": "Sở Minh Họa (bịa đặt)",
            "territory": "tỉnh Ví Dụ (bịa đặt)",
            "place": "Ví Dụ",
            "valid_from": "2030-07-01",
            "contact_note": "Cơ quan này không có thật.",
            "schedule": {"periods": periods, "source": source},
        },
        "publisher": {"name": f"Nhóm minh họa ({INVENTED})", "contact": "gop-y@vi-du.example"},
    }


def units() -> dict[str, Any]:
    labels = {row.measure: row.printed_unit for section in SECTIONS for row in section.rows if row.kind.is_amount}
    return {
        "units": [
            {"id": id, "label": inside(printed), "printed": [printed]}
            for id, printed in sorted((id, printed) for id, printed in labels.items() if id and printed)
        ]
    }


def code_lists() -> dict[str, Any]:
    answers = {
        "chap-hanh": ("Chấp hành", "Tốt = 1 Có vi phạm = 0", (("1", "Tốt"), ("0", "Có vi phạm"))),
        "co-khong": ("Có hoặc không", "Có = 1; Không = 0", (("1", "Có"), ("0", "Không"))),
        "hinh-thuc": (
            "Hình thức khảo sát",
            "Trực tuyến = 0 Phát phiếu = 1 Kết hợp = 2",
            (("0", "Trực tuyến"), ("1", "Phát phiếu"), ("2", "Kết hợp")),
        ),
        "thuc-hien": (
            "Thực hiện",
            "Đã thực hiện = 1 Chưa thực hiện = 0",
            (("1", "Đã thực hiện"), ("0", "Chưa thực hiện")),
        ),
    }
    return {
        "code_lists": [
            {
                "id": id,
                "label": label,
                "codes": [{"code": code, "label": meaning} for code, meaning in codes],
                "printed": [printed],
            }
            for id, (label, printed, codes) in answers.items()
        ]
    }


def documents(issued: list[InventedDocument]) -> dict[str, Any]:
    decree = {
        "id": "99-nd-vd-2030",
        "type": "Nghị định",
        "number": "99",
        "symbol": "NĐ-VD",
        "printed": "99/2030/NĐ-VD",
        "year": "2030",
        "issuer": "Cơ quan Ví Dụ",
        "subject": f"văn bản ví dụ ({INVENTED})",
    }
    return {
        "documents": [
            decree,
            *(
                {
                    "id": document.id,
                    "type": document.type,
                    "number": f"{document.number:02d}",
                    "symbol": document.symbol,
                    "date": document.date.isoformat(),
                    "issuer": "Sở Minh Họa",
                    "subject": f"{document.subject} (bịa đặt)",
                }
                for document in issued
            ),
        ]
    }


def glossary() -> dict[str, Any]:
    known = (
        ("BC", "báo cáo", "false"),
        ("CCHC", "cải cách hành chính", "true"),
        ("KH", "kế hoạch", "false"),
        ("SMH", "Sở Minh Họa", "true"),
        ("TTHC", "thủ tục hành chính", "true"),
        ("VDX", None, "false"),
    )
    return {
        "abbreviations": [
            {"short": short, "expansion": expansion, "expanded_in_source": source} for short, expansion, source in known
        ],
        "foreign_words": [{"word": "website", "language": "en"}],
    }
