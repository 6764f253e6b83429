"""The naive site: what somebody makes of the same figures in an afternoon, generated from a project's own data files.

One page a report, whose one macro loads the report's YAML and returns Markdown tables, in Material with its search. No
narrative, no page of an indicator, no history, no check: it does less than ours wherever the two differ.
"""

import shutil
from pathlib import Path

import yaml

SETTINGS = {
    "site_name": "Báo cáo cải cách hành chính",
    "theme": {"name": "material", "language": "vi", "font": False},
    "plugins": ["search", {"macros": {"module_name": "main", "on_error_fail": True}}],
}
# What its author writes: all that a page needs is read where it is needed.
MACROS = '''\
from pathlib import Path

import yaml

ROOT = Path(__file__).parent


def define_env(env):
    @env.macro
    def tables(period):
        """The figures of a report, a table for each section of the form."""
        report = loaded(ROOT / f"data/reports/{period}.yaml")
        rows = {row["indicator"]: row for row in report["observations"]}
        return "\\n".join(table(loaded(path), rows) for path in sorted((ROOT / "data/indicators").glob("*.yaml")))


def loaded(path):
    return yaml.safe_load(path.read_text("utf-8"))


def table(section, rows):
    lines = [f"## {section['section']['label']}", "", "| Chỉ tiêu | Đơn vị | Số liệu | Ghi chú |", "|---|---|---|---|"]
    for indicator in section["indicators"]:
        row = rows.get(indicator["id"], {})
        cells = indicator["label"], indicator.get("printed_unit", ""), row.get("value", ""), row.get("note", "")
        lines.append("| " + " | ".join(str(cell).replace("\\n", " ").replace("|", "/") for cell in cells) + " |")
    return "\\n".join([*lines, ""])
'''


def write_naive_site(project: Path, folder: Path) -> int:
    """Write the naive site of a project's reports into an empty folder; the number of its pages, the 404 page too."""
    shutil.copytree(project / "data", folder / "data")
    reports = folder / "docs" / "bao-cao"
    reports.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(SETTINGS, allow_unicode=True), encoding="utf-8")
    (folder / "main.py").write_text(MACROS, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Trang chủ\n\n[Các báo cáo](bao-cao/index.md)\n", encoding="utf-8")
    links = []
    for path in sorted((folder / "data" / "reports").glob("*.yaml")):
        page = f'# Báo cáo {path.stem}\n\n{{{{ tables("{path.stem}") }}}}\n'
        (reports / f"{path.stem.lower()}.md").write_text(page, encoding="utf-8")
        links.append(f"- [Báo cáo {path.stem}]({path.stem.lower()}.md)\n")
    (reports / "index.md").write_text("# Báo cáo\n\n" + "".join(links), encoding="utf-8")
    return len(links) + 3
