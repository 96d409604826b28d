"""A folder of Markdown by language: which file is which text in which language."""

import pytest

from compiler.edit.records.markdown_folder import MarkdownRows, markdown_rows


def rows(files: dict[str, str], *roots: str, prefix: str | None = None) -> MarkdownRows:
    encoded = {path: text.encode() for path, text in files.items()}
    return markdown_rows(encoded, roots or ("docs",), {"deutsch": "de"}, prefix)


@pytest.mark.parametrize(
    ("path", "root", "locale", "label"),
    [
        ("docs/en/terms.md", "docs", "en", "terms"),
        ("docs/pt_BR/legal/terms.md", "docs", "pt-BR", "legal.terms"),
        ("docs/legal/es/terms.md", "docs", "es", "legal.terms"),
        ("docs/pl/privacy_policy_eu.md", "docs", "pl", "privacy_policy_eu"),
        ("docs/en/it/support.md", "docs", "en", "it.support"),
        ("docs/pl/terms_eu.md", "docs/pl", "pl", "terms_eu"),
        ("docs/pl/terms_eu.md", "docs/pl/terms_eu.md", "pl", "terms_eu"),
        ("docs/legal/terms.zh-Hant.md", "docs", "zh-Hant", "legal.terms"),
        ("docs/terms_es_MX.markdown", "docs", "es-MX", "terms"),
        ("docs/deutsch/agb.md", "docs", "de", "agb"),
    ],
)
def test_a_folder_or_else_the_end_of_a_name_says_the_language(
    path: str, root: str, locale: str, label: str
) -> None:
    (one,) = rows({path: "Text\n"}, root).rows
    assert (one.kind, one.locale, one.label) == ("text", locale, label)
    assert one.fields == {"description": "Text"}


def test_front_matter_is_kept_whole() -> None:
    found = rows(
        {"docs/en/a.md": "---\ntitle: T\nlayout: page\nproperties: {x: 1}\n---\n\nBody\n\n"},
        prefix="legal",
    )
    (one,) = found.rows
    assert one.label == "legal.a"
    assert one.fields == {
        "title": "T",
        "properties": {"layout": "page", "x": 1},
        "description": "Body",
    }
    assert found.moved == 1


def test_what_cannot_come_in_is_named() -> None:
    found = rows(
        {
            "docs/README.md": "Read me\n",
            "docs/en/empty.md": "\n",
            "docs/en/broken.md": "---\ntitle: [\n---\nx\n",
        }
    )
    no_language = "no part of its path names a language"
    assert found.rows == ()
    assert [(path, why.partition(";")[0]) for path, why in found.left_out] == [
        ("docs/README.md", no_language),
        ("docs/en/empty.md", "it holds no text"),
        ("docs/en/broken.md", "nothing of it can be read"),
    ]
    assert [one.place.path for one in found.findings] == ["docs/en/broken.md"]
