"""Rows become the files of content: where each lies, what it says, what is told of rows that do not fit."""

from typing import Any

import pytest

from compiler.edit.records.importing import NoSourceError
from tests.edit.records.samples import brought, row, text, told

SECRET = (
    "`credentials.key` must be a reference (`env:NAME`, `aws-sm:…`, `ssm:…`, `vault:…`), "
    "never a secret"
)
LONG = "\n\n".join(f"Paragraph {number} of a **long** text." for number in range(20))


def test_short_languages_are_inside_and_the_source_comes_first() -> None:
    made = brought(
        [
            row(
                "text", "deposit.termsNotice", "es", title="Condiciones", description="Uno.\n\nDos."
            ),
            row("text", "deposit.termsNotice", "en", title="Terms", properties={"button": "OK"}),
            row("text", "deposit.termsNotice", locked=False, properties={"icon": "bank"}),
        ]
    )
    assert text(made, "texts/deposit/termsNotice.yaml") == (
        "locked: false\nproperties:\n  icon: bank\nlocales:\n"
        "  en:\n    title: Terms\n    properties:\n      button: OK\n"
        "  es:\n    title: Condiciones\n    description: |-\n      Uno.\n\n      Dos.\n"
    )
    first = made.files["content/texts/deposit/termsNotice.yaml"].partition(b"\n")[0]
    assert first == b"# yaml-language-server: $schema=../../../schemas/text.json"
    assert text(made, "configurations/languages.yaml").startswith("source: en\n")
    assert made.summary.activated == ("en", "es")
    assert told(made) == []


def test_a_long_body_lies_beside_and_takes_those_of_other_languages_along() -> None:
    made = brought(
        [
            row("text", "legal.terms", "en", title="Terms", description=LONG),
            row("text", "legal.terms", "es", description="Corto.", **{"from": "en@3f9a1c2e"}),
            row("text", "legal.terms", "pl", title="Tylko tytuł"),
        ]
    )
    assert text(made, "texts/legal/terms.en.md") == f"---\ntitle: Terms\n---\n{LONG}\n"
    assert text(made, "texts/legal/terms.es.md") == "---\nfrom: en@3f9a1c2e\n---\nCorto.\n"
    assert text(made, "texts/legal/terms.yaml") == "locales:\n  pl:\n    title: Tylko tytuł\n"


@pytest.mark.parametrize(
    ("given", "path", "written"),
    [
        (
            row("template", "account.welcome", channel="email", active=True, title=None),
            "templates/account/welcome.yaml",
            "channel: email\nactive: true\n",
        ),
        (
            row("level", "basic", "en", type="personal", title="Basic", fields={"phone": "Phone"}),
            "levels/basic.yaml",
            "type: personal\nlocales:\n  en:\n    title: Basic\n    fields:\n      phone: Phone\n",
        ),
        (
            row("status", "closed", "en", title="Closed"),
            "statuses/closed.yaml",
            "locales:\n  en:\n    title: Closed\n",
        ),
        (
            row("document", "terms", name="Terms", link="https://acme.example", description="*"),
            "documents/terms.yaml",
            'name: Terms\nlink: https://acme.example\ndescription: "*"\n',
        ),
        (row("owner", "acme", name="Acme"), "owners/acme.yaml", "name: Acme\n"),
        (
            row("banner", "summer", "en", active=True, descriptions={"mobile": "Go"}),
            "banners/summer/banner.yaml",
            "locales:\n  en:\n    active: true\n    descriptions:\n      mobile: Go\n",
        ),
        (
            row("configuration", "general", clients={"demo_account": True}),
            "configurations/general.yaml",
            "clients:\n  demo_account: true\n",
        ),
        (
            row("glossary", "glossary", terms=[{"term": "bank", "translations": {"es": "banco"}}]),
            "translations/glossary.yaml",
            "terms:\n  - term: bank\n    translations:\n      es: banco\n",
        ),
        (
            row("layout", "base", html="<p>\r\n  {{ body }}</p>"),
            "templates/_layouts/base.html.j2",
            "<p>\r\n  {{ body }}</p>",
        ),
        (
            row("schema", "deposit", type="object", default=None),
            "texts/_schemas/deposit.json",
            '{\n  "type": "object",\n  "default": null\n}\n',
        ),
    ],
)
def test_every_kind_has_its_place(given: Any, path: str, written: str) -> None:
    made = brought([given])
    assert (text(made, path), told(made)) == (written, [])


def test_an_area_has_what_is_different_there() -> None:
    made = brought(
        [
            row("text", "a.b", "en", area="shop", title="Here"),
            row("text", "a.b", "en", title="Everywhere"),
            row("text", "own.one", "en", area="shop", title="Only here"),
            row("configuration", "documents", area="shop", documents=None),
            row("text", "a.b", "en", area="shop", locked=True),
        ]
    )
    assert text(made, "areas/shop/texts/a/b.yaml") == "locales:\n  en:\n    title: Here\n"
    assert b"text-overlay.json" in made.files["content/areas/shop/texts/a/b.yaml"]
    assert b"schemas/text.json" in made.files["content/areas/shop/texts/own/one.yaml"]
    assert text(made, "areas/shop/configurations/documents.yaml") == "documents: null\n"
    assert [line.partition(" -> ")[0] for line in told(made)] == [
        "5 `locked` is the same in all areas, and cannot be set for one"
    ]


def test_a_body_of_html_keeps_its_bytes_and_line_ends_become_one() -> None:
    html = "<table>\n  <tr><td>1\u00a0€</td></tr>\n\n</table>  \n<!-- x -->"
    made = brought(
        [
            row("text", "a.html", "en", description=html),
            row("text", "a.crlf", "en", description="a\r\nb\rc"),
        ]
    )
    assert "".join(f"      {line}\n" if line else "\n" for line in html.split("\n")) in text(
        made, "texts/a/html.yaml"
    )
    assert text(made, "texts/a/crlf.yaml").endswith("|-\n      a\n      b\n      c\n")


def test_null_is_nothing_and_a_row_of_nulls_is_no_language() -> None:
    made = brought(
        [row("text", "a.b", "en", title="T"), row("text", "a.b", "es", title=None, properties=None)]
    )
    assert text(made, "texts/a/b.yaml") == "locales:\n  en:\n    title: T\n"
    assert told(made) == []


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (row("texts", "a", x=1), "there is no kind `texts` -> did you mean `text`?"),
        (row("text", "a", titel=1), "`titel` is not a field of a text -> did you mean `title`?"),
        (
            row("text", "../../x", locked=True),
            "`../../x` cannot be the label of a text -> the nearest that can: `x`",
        ),
        (
            row("text", "a b.ü", locked=True),
            "`a b.ü` cannot be the label of a text -> the nearest that can: `a-b.u`",
        ),
        (
            row("text", "a._b"),
            "`a._b` cannot be the label of a text -> the nearest that can: `a.b`",
        ),
        (
            row("level", "a.b", type="personal"),
            "`a.b` cannot be the label of a level -> the nearest that can: `a-b`",
        ),
        (
            row("area", "default"),
            "no area can be named `default`; it is the one that exists where no other does",
        ),
        (
            row("text", "a", area="../x"),
            "`../x` cannot be the label of an area -> the nearest that can: `x`",
        ),
        (
            row("owner", "acme", area="shop"),
            "an owner is the same in all areas -> leave out `area`",
        ),
        (
            row("text", "a", "xx", title="x"),
            "`xx` is no language -> `--locale-map xx=LANGUAGE` says which it is",
        ),
        (row("text", "a", title="x"), "`title` is written by language; the row has no `locale`"),
        (
            row("configuration", "genral"),
            "there is no configuration `genral` -> did you mean `general`?",
        ),
        (
            row("text", "a", locked=1),
            "`locked` must be true or false, not 1 -> write `locked: true`",
        ),
        (row("text", "a", "en", title="a\nb"), "`locales.en.title` must be one line of text"),
        (
            row("area", "shop", credentials={"key": "s3cret"}),
            SECRET,
        ),
        (
            row("template", "a", active=True),
            "a template must have `channel` -> add the line `channel: email`",
        ),
    ],
)
def test_what_does_not_fit_is_told_with_its_row(given: Any, words: str) -> None:
    made = brought([row("text", "good.one", "en", title="G"), given])
    assert f"2 {words}" in told(made)
    assert "content/texts/good/one.yaml" in made.files
    assert not [path for path in made.files if ".." in path]


def test_what_fits_of_an_entity_comes_in_and_what_cannot_be_one_is_left_out() -> None:
    made = brought(
        [
            row("text", "a.b", "en", title="T", foo=1),
            row("text", "a.b", "es", title="x\ny"),
            row("template", "c.d", "en", channel="mail", title="T"),
        ]
    )
    assert text(made, "texts/a/b.yaml") == "locales:\n  en:\n    title: T\n"
    assert "content/templates/c/d.yaml" not in made.files
    assert told(made)[1:] == [
        "2 `locales.es.title` must be one line of text",
        "3 `channel` must be `email`, `push`, `sms` or `pdf`, not `mail` -> did you mean `email`?",
        "3 `templates/c.d` was left out",
    ]
    assert made.summary.fates["template"] == {"left out": 1}


def test_rows_that_contradict_each_other_are_told_and_the_first_counts() -> None:
    made = brought(
        [
            row("text", "a.b", "en", title="One", locked=True),
            row("text", "a.b", "en", title="Two", locked=True),
            row("text", "a.b", "es", title="Uno", locked=1),
            row("text", "a.B", "es", title="Uno"),
        ]
    )
    assert told(made) == [
        "2 `title` in `en` is another in row 1 -> the first counts",
        "3 `locked` is another in row 1 -> the first counts",
        "4 `a.B` differs from `a.b` (row 1) only in case",
    ]
    assert "title: One" in text(made, "texts/a/b.yaml")
    assert made.summary.repeated == 1


def test_words_for_languages_are_read_as_their_tags() -> None:
    made = brought(
        [row("text", "a.b", "es_mx", title="A"), row("text", "a.b", "Deutsch", title="B")],
        renames={"Deutsch": "de"},
    )
    assert text(made, "texts/a/b.yaml") == (
        "locales:\n  de:\n    title: B\n  es-MX:\n    title: A\n"
    )
    assert made.summary.read_as == {"es_mx": "es-MX", "Deutsch": "de"}


def test_somebody_says_what_the_source_language_is() -> None:
    rows = [row("status", "x", "de", title="X")]
    with pytest.raises(NoSourceError, match="`--source-locale` does"):
        brought(rows, source=None)
    languages = row("configuration", "languages", source="de", active=["fr", "de"])
    made = brought([languages, *rows], source=None)
    assert text(made, "configurations/languages.yaml") == "source: de\nactive: [fr, de]\n"
    with pytest.raises(NoSourceError, match="the rows name `de`"):
        brought([languages, *rows], source="en")
    project = {"content/configurations/languages.yaml": "source: en\nactive: [en] # ours\n"}
    with pytest.raises(NoSourceError, match="of this project is `en`, not `de`"):
        brought(rows, project, source="de")
    made = brought(rows, project, source=None)
    assert text(made, "configurations/languages.yaml") == "source: en\nactive: [en, de] # ours\n"


def test_what_yaml_could_not_hold_is_told() -> None:
    deep: Any = 1
    for _ in range(120):
        deep = [deep]
    made = brought([row("text", "a.b", properties={"deep": deep})])
    assert told(made) == ["1 it cannot be written: this is nested more than 100 levels deep"]
    assert made.files == {}
