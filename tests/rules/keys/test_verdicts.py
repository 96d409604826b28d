"""Verdicts on code after the pages of libraries: what is asked for is never called unused.

usage.txt says each verdict. In tests/code/snippets.txt, which says what is asked for, each such key
is declared, and must be used or may be.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest

from compiler.base.place import Place
from compiler.code.code_read import CodeRead, FileUses, SourceUses
from compiler.code.reading import uses_in
from compiler.code.vocabulary import Vocabulary
from compiler.model.catalogue import Catalogue, CatalogueEntries, Message
from compiler.model.content import Content, Layer
from compiler.model.languages import Languages
from compiler.rules.keys.asked import Judgement, Verdict
from compiler.rules.keys.declared import Key
from compiler.rules.keys.judging import judge

WORDS = Vocabulary(
    frozenset(
        {
            *(
                "t",
                "i18n.t",
                "i18next.t",
                "i18next.exists",
                "$t",
                "$tc",
                "$te",
                "$_",
                "_",
                "i18n._",
            ),
            *("gettext", "gettext_lazy", "translate", "intl.formatMessage", "stringResource"),
            *("context.getString", "NSLocalizedString", "LocalizedStringKey", "String", "Text"),
            *("Button", "Label", "LocalizedStringResource", "polyglot.t", "getString"),
        }
    )
)
OWN = "portal"
NEVER = "zz.never"
FEWEST = 300
TESTS = Path(__file__).parents[2]


class _Nowhere:
    """Where strings stand that are in no file."""

    def place(self, part: str) -> Place:
        return Place("en.po", 1, 1, len(part))

    def within(self, part: str, start: int, end: int) -> Place:
        return Place("en.po", 1, start + 1, end - start + len(part) * 0)


def content_of(keys: set[Key], texts: Mapping[str, str] | None = None) -> Content:
    """Return content that declares keys, with source texts where they matter."""
    catalogues = {}
    for namespace in {key.namespace for key in keys} | {OWN}:
        labels = sorted(key.label for key in keys if key.namespace == namespace)
        messages = {
            label: Message(label, (texts or {}).get(label, label), ("",), _Nowhere())
            for label in labels
        }
        read = partial(CatalogueEntries, messages)
        catalogues[namespace, "en"] = Catalogue(namespace, "en", "en.po", read)
    languages = Languages(source="en", active=("en",), enabled=("en",))
    return Content(languages=languages, shared=Layer(catalogues=catalogues))


def judged(name: str, code: str, keys: set[Key]) -> Judgement:
    """Return the judgement on one file of code."""
    uses = uses_in(name, code.encode(), WORDS)
    source = SourceUses(OWN, (FileUses(name, uses),))
    return judge(content_of(keys), CodeRead((source,)))


def cases(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield each case of a file: the name of a file of code, code, what is said of it."""
    for section in path.read_text(encoding="utf-8").split("\n== ")[1:]:
        title, _, body = section.partition("\n\n")
        name, _, page = title.partition(": ")
        assert page, f"{name} names no page"
        for case in body.strip("\n").split("\n\n"):
            code, _, wanted = case.rpartition("\n=>")
            yield name, code, wanted.strip()


def key_of(word: str) -> Key:
    """Return the key that a word names: `namespace|label`, or a label, `~` for a hidden prefix."""
    namespace, bar, label = word.rpartition("|")
    return Key(namespace if bar else OWN, label.replace("~", "hidden.deep."))


JUDGED = list(cases(TESTS / "rules" / "keys" / "usage.txt"))
FOUND = list(cases(TESTS / "code" / "snippets.txt"))


@pytest.mark.parametrize(("name", "code", "wanted"), JUDGED)
def test_every_verdict_is_the_one_of_who_knows_the_library(
    name: str, code: str, wanted: str
) -> None:
    expected: dict[Key, Verdict] = {Key(OWN, NEVER): Verdict.UNUSED}
    undeclared: set[Key] = set()
    for clause in wanted.split("; "):
        kind, _, words = clause.partition(": ")
        keys = {key_of(word) for word in words.split(", ")} if words else set()
        match kind:
            case "any":
                expected[Key(OWN, NEVER)] = Verdict.UNDETERMINABLE
            case "undeclared":
                undeclared |= keys
            case "maybe":
                expected |= dict.fromkeys(keys, Verdict.UNDETERMINABLE)
            case _:
                expected |= dict.fromkeys(keys, Verdict(kind))
    found = judged(name, code, set(expected))
    every = {key: found.asked[key].verdict for key in expected if key in found.asked}
    # A namespace that no code names is not judged at all: nothing of it is called unused.
    assert every == {key: verdict for key, verdict in expected.items() if key in every}
    assert all(
        verdict is not Verdict.UNUSED for key, verdict in expected.items() if key not in every
    )
    assert undeclared <= found.undeclared.keys()


@pytest.mark.parametrize(("name", "code", "wanted"), FOUND)
def test_what_code_asks_for_is_never_unused(name: str, code: str, wanted: str) -> None:
    keys: dict[Key, bool] = {}
    is_open = False
    for word in wanted.split(", ") if wanted else ():
        key = key_of(word)
        namespace = OWN if key.namespace == "?" else key.namespace
        head, dots, tail = key.label.partition("…")
        is_open = is_open or word == "…"
        keys[Key(namespace, f"{head}x{tail}" if dots else head)] = bool(dots) or "~" in word
    found = judged(name, code, {*keys, Key(OWN, NEVER)})
    for key, is_computed in keys.items():
        verdict = found.asked[key].verdict
        assert verdict is not Verdict.UNUSED, key
        assert is_computed or verdict is Verdict.USED, key
    if not is_open and "?" not in wanted:
        assert found.asked[Key(OWN, NEVER)].verdict is Verdict.UNUSED


def test_there_are_enough_of_them() -> None:
    assert len(JUDGED) + len(FOUND) >= FEWEST
