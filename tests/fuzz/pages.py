"""Pages of hostile Markdown: what the check takes, a browser can read without running or fetching anything.

The judge here knows nothing of the allow-list: it parses the page by itself (lxml) and looks for what is dangerous.
"""

import random
import re
import sys
import time
from collections.abc import Iterator

import lxml.html
from jinja2 import TemplateSyntaxError

from macros.markup.allowed import refused, sanitized
from macros.markup.rendering import CLOSED, OPENED, expanded, extensions_of, rendered_page
from macros.reading.narrative import parts_of

EXTENSIONS = extensions_of(
    {
        **{name: {} for name in ("abbr", "attr_list", "def_list", "footnotes", "tables", "md_in_html")},
        "toc": {"permalink": "#", "toc_depth": 3},
    }
)
PIECES = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src=//la.example>",
    "<a href='javascript:x'>",
    "</p>",
    "</div>",
    "</article>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x ?>",
    "<div markdown='1'>",
    "<style>",
    "<math><mi//xlink:href='data:x'>",
    "[a](javascript:alert(1))",
    "[a](\njavascript:alert(1))",
    "[a](<javascript:alert(1)>)",
    "[a](java&#115;cript&colon;x)",
    "[a](java\tscript:x)",
    "[a](//la.example)",
    "[a](/\\la.example)",
    "[a](data:text/html,x 'b')",
    "[a][b]",
    "\n[b]:\njavascript:x\n",
    '\n[b]: <vbscript:x> "\'><b"\n',
    "![a](https://la.example/x.png)",
    '![a"onerror=x](x.png)',
    "<javascript:alert(1)>",
    '<https://vi-du.example/"onclick=x>',
    "<a@b.vn>",
    "{: onclick=alert(1) }",
    "{: href='javascript:x' }",
    "{: style='color:red' .masthead #noi-dung }",
    '{: #a"b }',
    "{: src=//la.example }",
    '\n*[HTML]: "><script>\n',
    "HTML",
    "[^1]",
    "\n[^1]: <b onclick=x>\n",
    '\n[^"><img>]: x\n',
    '[^"><img>]',
    "\n: định nghĩa <i>\n",
    "`",
    "``",
    "\n```html\n",
    "\n~~~ {: onclick=x }\n",
    "\\`",
    "\\<",
    "*",
    "**",
    "_",
    "&lt;",
    "&#60;script&#62;",
    "\n    ",
    "\n> ",
    "\n- ",
    "\n1. ",
    "\n| a | b |\n|--:|---|\n| <b> | `|` |\n",
    "\n# ",
    "\n## a {: data-toc-label='<img src=x onerror=y>' }\n",
    "\n[TOC]\n",
    "\n---\n",
    "{# #}",
    "{# <b> #}",
    "{{ typed('script:') }}",
    "{{ typed('<b>') }}",
    "{% raw %}",
    "{% endraw %}",
    "chữ",
    " ",
    "\n\n",
    "\x02",
    "\x03",
    "\xa0",
    "\ufeff",
)
RUNS = re.compile(r"\s*(?:javascript|vbscript|data|file)\s*:", re.IGNORECASE)
RUNNING = frozenset(["script", "style", "iframe", "object", "embed", "svg", "math", "form", "meta", "base", "link"])
IDLE = frozenset({"http", "https", "mailto", "tel"})


def page(chance: random.Random) -> str:
    """A page of pieces put together without sense, now and then cut in the middle."""
    pieces = [chance.choice(PIECES) for _ in range(chance.randint(1, 14))]
    cut = [piece[: chance.randint(1, len(piece))] if chance.random() < 0.15 else piece for piece in pieces]
    return "".join(cut)


def dangers(html: str) -> Iterator[str]:
    """What of the HTML runs, fetches or leads where nobody would look."""
    whole = lxml.html.fromstring(f"<!DOCTYPE html><html><body><main>{html}</main></body></html>")
    for element in whole.iter():
        if not isinstance(element.tag, str):
            yield "a comment or an instruction"
            continue
        if element.tag in RUNNING:
            yield element.tag
        for name, value in element.attrib.items():
            if name.startswith("on") or name in {"style", "srcdoc", "formaction", "srcset"}:
                yield f"{element.tag} {name}"
            address = re.sub(r"[\x00-\x20\u00ad\u200b-\u200f\ufeff]", "", value)
            if name in {"href", "src", "action"} and (RUNS.match(address) or re.match(r"[/\\]{2}", address)):
                yield f"{element.tag} {name}={value!r}"
            scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", address)
            if name in {"href", "src"} and scheme and scheme[1].lower() not in IDLE:
                yield f"{element.tag} {name}={value!r}"
            if name == "src" and scheme:
                yield f"{element.tag} fetches {value!r}"
    if html.count("</main>") or len(whole.xpath("//main")) != 1:
        yield "an end of the page's own parts"


def run(seed: int, seconds: float) -> int:
    """Judge pages for so many seconds; returns how many were judged. The same seed gives the same pages.

    Raises AssertionError with the page that the check takes and a browser would not read as text, or that cleaning
    leaves dangerous.
    """
    chance = random.Random(seed)
    ends, judged = time.monotonic() + seconds, 0
    while not judged or time.monotonic() < ends:
        text = page(chance)
        judged += 1
        try:
            source = expanded(parts_of(text))
        except TemplateSyntaxError:
            # A page that is no template is told as such, and never rendered.
            continue
        rendered = rendered_page(source.text, EXTENSIONS)
        cleaned = sanitized(rendered.html)
        assert list(dangers(cleaned)) == [], repr(text)
        assert refused(cleaned, macros=True) == [], repr(text)
        if not rendered.typed and not refused(rendered.html):
            shown = rendered.html.replace(OPENED, "").replace(CLOSED, "")
            found = [danger for danger in dangers(shown) if "style" not in danger]
            assert found == [], repr(text)
    return judged


if __name__ == "__main__":
    print(run(int(sys.argv[1]), float(sys.argv[2])))
