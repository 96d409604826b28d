"""Uses of keys in code, by the snippets of snippets.txt."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from compiler.base.failure import UsageError
from compiler.code.dialects import grammar_parser
from compiler.code.reading import uses_in
from compiler.code.use import Use
from compiler.code.vocabulary import Vocabulary

WORDS = Vocabulary(frozenset((
    "t", "i18n.t", "i18next.t", "$t", "$tc", "$te", "$_", "_", "gettext", "translate",
    "intl.formatMessage", "stringResource", "context.getString", "NSLocalizedString",
    "LocalizedStringKey", "String", "Text", "polyglot.t",
)))  # fmt: skip
FEWEST = 120


def told(use: Use) -> str:
    """Return a use in a few signs."""
    namespace = "" if use.namespace is None else f"{use.namespace}|"
    namespace += "~" if use.loose else ""
    return f"{namespace}{use.label}" if use.exact else f"{namespace}{use.label}…{use.tail}"


def snippets() -> Iterator[tuple[str, str, str]]:
    """Yield each case: the name of a file, code, what it uses."""
    text = Path(__file__).with_name("snippets.txt").read_text(encoding="utf-8")
    for section in text.split("\n== ")[1:]:
        title, _, body = section.partition("\n\n")
        for case in body.rstrip().split("\n\n"):
            code, _, wanted = case.rpartition("\n=>")
            yield title.partition(":")[0], code, wanted.strip()


CASES = list(snippets())


@pytest.mark.parametrize(("name", "code", "wanted"), CASES)
def test_uses_are_found(name: str, code: str, wanted: str) -> None:
    data = code.encode()
    found = uses_in(name, data, WORDS).keys
    assert ", ".join(told(use) for use in found) == wanted
    for use in found:
        line = code.split("\n")[use.place.line - 1]
        if use.exact and use.end > use.start:
            assert data[use.start : use.end].decode() == use.text
            assert line[use.place.column - 1 :].startswith(use.text)


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= FEWEST


@pytest.mark.parametrize("name", ["a.js", "a.tsx", "a.vue", "a.svelte", "a.py", "a.kt", "a.swift"])
@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00(", b"t(" * 5000, b"{{{{<<<</"])
def test_nothing_is_too_broken(name: str, data: bytes) -> None:
    uses_in(name, data, WORDS)


def test_an_unknown_language_has_no_uses() -> None:
    assert uses_in("a.md", b"t('x')", WORDS).keys == ()


def test_without_the_extra_one_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tree_sitter", None)
    grammar_parser.cache_clear()
    with pytest.raises(UsageError, match=r"pip install 'clientarea\[code\]'"):
        uses_in("a.ts", b"t('x')", WORDS)


@pytest.mark.parametrize(
    "code", ["export const x = 'app.title';", "// clientarea: uses app.*\nstart();\n", "import a;"]
)
def test_what_has_no_name_that_counts_still_has_its_texts_and_comments(code: str) -> None:
    data = code.encode()
    assert not WORDS.may_occur(data)
    found = uses_in("a.ts", data, WORDS)
    assert not found.keys
    assert [text for text, _ in found.texts] == (["app.title"] if "title" in code else [])
    assert [one.pattern for one in found.directives] == (["app.*"] if "uses" in code else [])


@pytest.mark.parametrize(
    "code", ["t\n('a')", "i18n?.t('a')", "\\u0074('a')", "x={t}", "R.string.a"]
)
def test_every_way_to_write_a_name_is_looked_at(code: str) -> None:
    assert WORDS.may_occur(code.encode())


def test_no_name_of_a_snippet_is_passed_over() -> None:
    for name, code, wanted in CASES:
        assert not wanted or name.endswith((".vue", ".svelte")) or WORDS.may_occur(code.encode())


SUM = "+".join(['"a"'] * 3000)
HOSTILE = {
    "a sum": ("a.ts", f"t({'+'.join(['x'] * 3000)})", "…"),
    "a sum in Python": ("a.py", f"_({'+'.join(['x'] * 3000)})", "…"),
    "choices": ("a.ts", f"t({'||'.join(['x'] * 3000)})", "…"),
    "brackets": ("a.ts", f"t({'(' * 3000}'a'{')' * 3000})", "…"),
    "lists": ("a.ts", f"t({'[' * 500}'a'{']' * 500})", "…"),
    "a text in the code": ("a.ts", f"t('k', {{ defaultValue: {SUM} }})", "k"),
    "elements": ("a.tsx", f"x = {'<a>' * 500}{{t('k')}}{'</a>' * 500}", "k"),
}


@pytest.mark.parametrize(("name", "code", "wanted"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_nested_without_end_is_open(name: str, code: str, wanted: str) -> None:
    found = {told(use) for use in uses_in(name, code.encode(), WORDS).keys}
    assert found == {wanted}


def test_a_bundle_in_one_line_has_its_places() -> None:
    part = "function a(e){const{t:n}=useTranslation('p%d');return n('k.%d',{a:e})+'é'+n(e)}"
    code = "".join(part % (number, number) for number in range(1500))
    found = [use for use in uses_in("a.js", code.encode(), WORDS).keys if use.exact]
    assert [told(use) for use in found] == [f"p{number}|k.{number}" for number in range(1500)]
    for use in found:
        assert code[use.place.column - 1 :].startswith(use.text)
        assert use.place.length == len(use.text)


@pytest.mark.parametrize("head", ["\ufeff", "/* é日本 */ ", "/* 😀 */\n// é\n"])
def test_columns_count_letters(head: str) -> None:
    code = f"{head}t('clé.日'); t('k');"
    for use, text in zip(uses_in("a.ts", code.encode(), WORDS).keys, ["clé.日", "k"], strict=True):
        line = code.split("\n")[use.place.line - 1]
        assert line[use.place.column - 1 :].startswith(text)
        assert use.place.length == len(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_keys_are_found_whatever_the_encoding(encoding: str) -> None:
    data = "// é\nt('app.title');\n".encode(encoding)
    (use,) = uses_in("a.ts", data, WORDS).keys
    assert (told(use), use.place.line, use.place.column) == ("app.title", 2, 4)
