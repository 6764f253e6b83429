"""What a report answers in words of its own."""

from macros.kinds.kind import Kind
from macros.kinds.value_types import Domain
from macros.wording import figures, indicator


class Text(Kind):
    """Words, as they are printed."""

    id = "text"
    label = figures.KIND_TEXT
    meaning = "nội dung bằng chữ"
    # `43,75` is a text here.
    is_typed_bare = False
    no_chart = indicator.NO_CHART_TEXT

    def parse(self, text: str, domain: Domain) -> str:
        """Any text is one."""
        return text
