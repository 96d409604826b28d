"""Rows of strings become catalogues, with everything that stands beside a text in one."""

import pytest

from tests.edit.records.samples import brought, row, text, told


def test_a_string_brings_its_comments_flags_and_state() -> None:
    made = brought(
        [
            row("catalogue", "n", "es", header={"Last-Translator": "Ana"}, comment="Ours."),
            row(
                *("string", "n:a.b", "en"),
                text="Pay {x}",
                comment="Button.\nShort.",
                references=["src/a.ts:1"],
                flags=["max-length:20"],
            ),
            row(
                *("string", "n:a.b", "es"),
                text="Pagar {x}",
                source="Pay",
                previous="Pay!",
                note="Mine.",
                flags=["fuzzy"],
            ),
        ]
    )
    assert told(made) == []
    assert text(made, "translations/n/en.po").endswith(
        "\n\n#. Button.\n#. Short.\n#: src/a.ts:1\n#, max-length:20\n"
        'msgctxt "a.b"\nmsgid "Pay {x}"\nmsgstr ""\n'
    )
    spanish = text(made, "translations/n/es.po")
    assert spanish.startswith('# Ours.\nmsgid ""\nmsgstr ""\n"Last-Translator: Ana\\n"\n')
    assert spanish.endswith(
        '\n\n# Mine.\n#, fuzzy\n#| msgid "Pay!"\nmsgctxt "a.b"\nmsgid "Pay"\nmsgstr "Pagar {x}"\n'
    )


def test_gettext_forms_are_as_many_as_the_language_has() -> None:
    source = row("string", "n:k", "en", text="One", plural="{count}")
    made = brought(
        [
            source,
            row("string", "n:k", "pl", forms=["a", "b", "c"]),
            row("string", "n:k", "es", forms=["a"]),
            row("string", "n:k", "ru", text="a"),
            row("string", "n:l", "en", text="L"),
            row("string", "n:l", "pl", forms=["a", "b", "c"]),
        ]
    )
    assert 'msgid_plural "{count}"\nmsgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n' in text(
        made, "translations/n/pl.po"
    )
    assert told(made) == [
        "3 `n:k` is a plural; `es` wants 2 `forms`",
        "4 `n:k` is a plural; `ru` wants 3 `forms` in place of `text`",
        "6 `n:l` is no plural in its source; write `text`",
    ]
    assert set(made.summary.activated) == {"en", "pl"}


def test_an_area_goes_back_to_the_shared_source() -> None:
    made = brought(
        [
            row("string", "n:k", "es", area="shop", text="Aquí"),
            row("string", "n:k", "en", text="Here"),
        ]
    )
    assert 'msgid "Here"\nmsgstr "Aquí"\n' in text(made, "areas/shop/translations/n/es.po")


@pytest.mark.parametrize(
    ("label", "locale", "fields", "words"),
    [
        ("pay", "en", {"text": "x"}, "`pay` names no namespace -> write `common:pay`"),
        ("n:a b", "en", {"text": "x"}, "`n:a b` cannot be the label of a string -> the nearest that can: `n:a_b`"),
        ("../n:a", "en", {"text": "x"}, "`../n:a` cannot be the label of a string -> the nearest that can: `n:a`"),
        ("n:a", None, {"text": "x"}, "a string is written by language; the row has no `locale`"),
        ("n:a", "en", {"text": 5}, "`text` of `n:a` must be text"),
        ("n:a", "en", {"text": ""}, "`n:a` has no `text` in the source language"),
        ("n:a", "es", {"text": "x"}, "the source language `en` has no `n:a`"),
        ("n:a", "en", {"text": "x", "flags": ["a,b"]}, "`flags` of `n:a` must be a list of words without commas"),
        ("n:a", "en", {"text": "x", "references": "a"}, "`references` of `n:a` must be a list of texts"),
        ("n:a", "en", {"text": "x", "txt": "y"}, "`txt` is not a field of a string -> did you mean `text`?"),
        ("n:G", "en", {"text": "x"}, "`n:G` differs from `g` only in case"),
        ("n:g", "en", {"text": "x"}, "`n:g` in `en` is another in row 1 -> the first counts"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told(
    label: str, locale: str | None, fields: dict[str, object], words: str
) -> None:
    made = brought([row("string", "n:g", "en", text="G"), row("string", label, locale, **fields)])
    assert f"2 {words}" in told(made)
    assert 'msgid "G"' in text(made, "translations/n/en.po")
