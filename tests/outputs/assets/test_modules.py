"""Scripts as modules: what they take of each other is the order in which they run; what is wrong with it is told."""

import re
from collections.abc import Mapping

import pytest
import quickjs

from macros.outputs.assets.modules import NAMESPACE, BrokenModule, in_order, read_module


def names(entries: list[str], texts: Mapping[str, str]) -> list[str]:
    return [module.name for module in in_order(entries, texts.__getitem__)]


CHAIN = {
    "one": 'import { b } from "./two.js";\nimport { c } from "./three.js";\nconst a = b + c;\nexport { a };\n',
    "two": 'import { c } from "./three.js";\nconst b = c * 2;\nexport { b };\n',
    "three": "const c = 5;\nexport { c };\n",
    "four": 'import { a } from "./one.js";\ncongkhai.said = a;\n',
}


def test_each_stands_behind_what_it_takes_however_they_are_named() -> None:
    assert names(["four"], CHAIN) == names(["four", "three", "one"], CHAIN) == ["three", "two", "one", "four"]
    assert names(["two"], CHAIN) == ["three", "two"]


def test_what_one_gives_another_takes_and_nothing_else_is_seen() -> None:
    context = quickjs.Context()
    context.eval(NAMESPACE + "".join(module.script() for module in in_order(["four"], CHAIN.__getitem__)))
    assert context.eval("congkhai.said") == 15
    assert context.eval("[typeof a, typeof b, typeof c].join()") == "undefined,undefined,undefined"
    assert context.eval("Object.keys(globalThis).filter((name) => name === 'congkhai').length") == 1


def test_a_module_that_two_bundles_hold_runs_once() -> None:
    texts = {"counted": "congkhai.runs = (congkhai.runs ?? 0) + 1;\n"}
    context = quickjs.Context()
    for _ in range(2):
        context.eval(NAMESPACE + in_order(["counted"], texts.__getitem__)[0].script())
    assert context.eval("congkhai.runs") == 1


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        (
            {"one": 'import { x } from "./two.js";\n', "two": "const y = 1;\nexport { y };\n"},
            "one.js takes x, and two.js gives no such thing",
        ),
        (
            {
                "one": 'import { b } from "./two.js";\nexport { a };\n',
                "two": 'import { a } from "./one.js";\nexport { b };\n',
            },
            "modules need each other in a ring: one → two → one",
        ),
        (
            {"one": "const a = 1;\nexport { a };\nexport { a };\n"},
            "one.js is not as modules are written here: two lists of exports",
        ),
    ],
)
def test_what_cannot_be_put_in_order_is_told(texts: Mapping[str, str], message: str) -> None:
    with pytest.raises(BrokenModule, match=f"^{re.escape(message)}$"):
        in_order(["one"], texts.__getitem__)


@pytest.mark.parametrize(
    "line",
    [
        'import x from "./two.js";',
        'import * as x from "./two.js";',
        'import { x as y } from "./two.js";',
        'import "./two.js";',
        'import { x } from "https://example.org/two.js";',
        "export default x;",
        "export const x = 1;",
        'const { x } = await import("./two.js");',
    ],
)
def test_what_the_bundle_could_not_keep_is_no_module_here(line: str) -> None:
    with pytest.raises(BrokenModule, match=r"^one\.js is not as modules are written here: "):
        read_module("one", f"{line}\n")
