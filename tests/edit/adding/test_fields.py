"""Options of the command line as values of an entry."""

from typing import Any

import pytest

from compiler.base.failure import UsageError
from compiler.edit.adding.fields import STRING_FORM, flattened, form_of, options_in, values_of
from compiler.edit.records.kinds import CONFIGURATION_KINDS, KINDS

KNOWN = ("en", "es", "pt-BR")


def values(kind: str, *words: str, locale: str | None = None) -> dict[Any, Any]:
    """Return what words of the command line come to, for an entry of a kind."""
    form = STRING_FORM if kind == "string" else form_of(_kind(kind))
    return values_of(form, options_in(words), locale, KNOWN, "en")


def _kind(name: str) -> Any:
    return KINDS.get(name) or CONFIGURATION_KINDS[name]


@pytest.mark.parametrize(
    ("kind", "words", "wanted"),
    [
        ("text", ("--title", "Terms"), {("locales", "en", "title"): "Terms"}),
        ("text", ("--title=--x",), {("locales", "en", "title"): "--x"}),
        ("text", ("--title.pt-BR", "Termos"), {("locales", "pt-BR", "title"): "Termos"}),
        ("text", ("--title", "1.0"), {("locales", "en", "title"): "1.0"}),
        ("text", ("--locked", "false"), {("locked",): False}),
        ("text", ("--locked",), {("locked",): True}),
        ("text", ("--properties.a.b", "5"), {("properties", "a", "b"): 5}),
        ("text", ("--properties.a.es", "x"), {("locales", "es", "properties", "a"): "x"}),
        ("text", ("--locales.es.title", "T"), {("locales", "es", "title"): "T"}),
        ("support", ("--tags", "a, b", "--tags", "c"), {("tags",): ["a", "b", "c"]}),
        ("string", ("--text", "Pay, now"), {("locales", "en", "text"): "Pay, now"}),
        (
            "string",
            ("--forms.es", "uno, dos", "--forms.es", "tres"),
            {("locales", "es", "forms"): ["uno, dos", "tres"]},
        ),
        ("string", ("--flags", "a,b"), {("locales", "en", "flags"): ["a", "b"]}),
    ],
)
def test_options_are_values(kind: str, words: tuple[str, ...], wanted: dict[Any, Any]) -> None:
    assert values(kind, *words) == wanted


def test_a_locale_holds_for_what_names_none() -> None:
    found = values("text", "--title", "a", "--title.en", "b", locale="es")
    assert found == {("locales", "es", "title"): "a", ("locales", "en", "title"): "b"}


@pytest.mark.parametrize(
    ("kind", "words", "said"),
    [
        ("text", ("Terms",), "belongs to no option"),
        ("text", ("--titel", "x"), "did you mean `title`?"),
        ("text", ("--title",), "needs a value"),
        ("text", ("--title", "a", "--title", "b"), "given twice"),
        ("string", ("--title", "a"), "not a field of a string"),
    ],
)
def test_what_is_no_field_is_said(kind: str, words: tuple[str, ...], said: str) -> None:
    with pytest.raises(UsageError, match=said.replace("?", r"\?")):
        values(kind, *words)


def test_json_is_values_by_route() -> None:
    data = {"locked": False, "title": "A", "locales": {"es": {"title": "B"}}}
    assert dict(flattened(form_of(KINDS["text"]), data, "en")) == {
        ("locked",): False,
        ("locales", "en", "title"): "A",
        ("locales", "es", "title"): "B",
    }


@pytest.mark.parametrize("data", [[], "x", None, {"locales": {"es": "x"}}])
def test_json_that_is_no_object_is_said(data: Any) -> None:
    with pytest.raises(UsageError, match="no object"):
        dict(flattened(form_of(KINDS["text"]), data, "en"))
