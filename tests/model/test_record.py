"""The types of fields: one pattern for the validator and for editors."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from compiler.base.locale_tag import is_canonical
from compiler.model.localised import LocalisedRecord
from compiler.model.record import LocaleTag, Name, SecretReference, Url


def accepts(kind: Any, text: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(text)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    "tag",
    [
        *("en", "es-419", "zh-Hant-HK", "sr-Latn", "ca-valencia", "sl-1994", "qaa", "en-GB-oed"),
        *("EN", "e", "en-", "en_US", "en-us", "zh-hant", "abcd", "de-1901-x", "", "en\n"),
    ],
)
def test_a_locale_is_what_the_rest_of_the_compiler_takes_for_one(tag: str) -> None:
    assert accepts(LocaleTag, tag) == is_canonical(tag)


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Name, ["a", "A-1_b", "x" * 100], ["", "a.b", "a b", "é", "x" * 101, "a\n"]),
        (
            SecretReference,
            ["env:A", "aws-sm:a/b", "ssm:/a/b", "vault:a/b:c"],
            ["hunter2", "env:", "env:a b", "file:x", "env:A\nsecret"],
        ),
        (
            Url,
            ["https://a", "http://a/b?c#d", "https://a:8080/@b"],
            ["//a", "https://", "https:///a", "ftp://a", "https://a b", "https://u:p@a/"],
        ),
    ],
)
def test_forms(kind: Any, good: list[str], bad: list[str]) -> None:
    assert [text for text in good if not accepts(kind, text)] == []
    assert [text for text in bad if accepts(kind, text)] == []


def test_a_stamp_is_written_from_and_nothing_else() -> None:
    assert LocalisedRecord.model_validate({"from": "en@0123abcd"}).from_ == "en@0123abcd"
    with pytest.raises(ValidationError):
        LocalisedRecord.model_validate({"from_": "en@0123abcd"})
