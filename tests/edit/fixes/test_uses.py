"""A key is taken out of a comment `clientarea: uses …`; every other byte stays."""

import pytest

from compiler.base.place import Place
from compiler.code.directives import directives_in
from compiler.code.use import Directive
from compiler.edit.fixes.uses import without_use
from compiler.edit.refusal import UneditableError

CASES = [
    ("// clientarea: uses a.*\nt(x);\n", "a.*", "t(x);\n"),
    ("  // clientarea: uses a.*\r\nt(x);\r\n", "a.*", "t(x);\r\n"),
    ("t(x); // clientarea: uses a.*\n", "a.*", "t(x);\n"),
    ("t(x); // clientarea: uses a.*", "a.*", "t(x);"),
    ("t(x); /* clientarea: uses a.* */ u();\n", "a.*", "t(x);  u();\n"),
    ("{/* clientarea: uses a */}\n<p/>\n", "a", "<p/>\n"),
    ("<!-- clientarea: uses a -->\n<p/>\n", "a", "<p/>\n"),
    ("# clientarea: uses a\n_(x)\n", "a", "_(x)\n"),
    ("/**\n * clientarea: uses a\n */\n", "a", "/**\n */\n"),
    ("// clientarea: uses a.*, b, common:c\n", "a.*", "// clientarea: uses b, common:c\n"),
    ("// clientarea: uses a.*, b, common:c\n", "b", "// clientarea: uses a.*, common:c\n"),
    ("// clientarea: uses a.*, b, common:c\n", "common:c", "// clientarea: uses a.*, b\n"),
    ("/* clientarea: uses a b */ t(x)\n", "b", "/* clientarea: uses a */ t(x)\n"),
    ("/* é */ /* clientarea: uses a */ t(x)\n", "a", "/* é */  t(x)\n"),
]


def found_in(code: str, pattern: str) -> Place:
    """Return the place at which a comment names a pattern."""
    data = code.encode()

    def locate(start: int, end: int) -> Place:
        line = data.count(b"\n", 0, start) + 1
        begin = data.rfind(b"\n", 0, start) + 1
        return Place("a.ts", line, len(data[begin:start].decode()) + 1, end - start)

    def written(one: Directive) -> str:
        return one.pattern if one.namespace is None else f"{one.namespace}:{one.pattern}"

    return next(one.place for one in directives_in(data, locate) if written(one) == pattern)


@pytest.mark.parametrize(("code", "pattern", "wanted"), CASES)
def test_a_key_goes_from_a_comment(code: str, pattern: str, wanted: str) -> None:
    place = found_in(code, pattern)
    found = without_use("a.ts", code.encode(), place.line, place.column, pattern)
    assert found == wanted.encode()


@pytest.mark.parametrize(
    ("code", "line", "column", "pattern"),
    [
        ("// clientarea: uses a\n", 1, 21, "b"),
        ("// clientarea: uses a\n", 2, 21, "a"),
        ("// clientarea: uses a\n", 9, 21, "a"),
        ("t('a')\n", 1, 4, "a"),
        ("/* clientarea: uses a\n   and more */\n", 1, 21, "a"),
    ],
)
def test_what_is_not_surely_that_comment_stays(
    code: str, line: int, column: int, pattern: str
) -> None:
    with pytest.raises(UneditableError):
        without_use("a.ts", code.encode(), line, column, pattern)
