"""History rules: each on a version before and one after, bad and good."""

from pathlib import Path

import pytest

from compiler.review.table import RULES, history_findings
from tests.review.versions import Files, versions

TEXT = "content/texts/legal/terms.yaml"
WELCOME = "content/templates/account/welcome.yaml"
LEVEL = "content/levels/basic.yaml"
LANGUAGES = "content/configurations/languages.yaml"
EN = "content/translations/portal/en.po"
HEAD = 'msgid ""\nmsgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
FEES = "content/documents/fees.yaml"
FEES_PDF = "content/documents/Fees-2026-v1.pdf"
VARIABLES = (
    "variables:\n  type: object\n  properties: {amount: {type: number}, name: {type: string}}\n"
)


def text(title: str, more: str = "") -> str:
    return f"{more}locales:\n  en: {{title: {title}}}\n"


def template(more: str = "active: true\n", channel: str = "email") -> str:
    return f"channel: {channel}\n{more}locales:\n  en: {{title: Hello, description: Hello}}\n"


def fees(more: str = "active: true\n") -> str:
    return f"name: Fees\n{more}file: Fees-2026-v1.pdf\n"


def strings(**labels: str) -> str:
    return HEAD + "".join(
        f'\nmsgctxt "{label.replace("_", ".")}"\nmsgid "{said}"\nmsgstr ""\n'
        for label, said in labels.items()
    )


BAD: list[tuple[str, Files, Files, str]] = [
    ("deleted-locked-text", {TEXT: text("Terms")}, {TEXT: None}, "`texts/legal.terms` was locked"),
    ("deleted-active-template", {WELCOME: template()}, {WELCOME: None}, "was active and is gone"),
    (
        "deleted-active-document",
        {"content/documents/fees.yaml": "name: Fees\nactive: true\nlink: https://a.eu/f\n"},
        {"content/documents/fees.yaml": None},
        "`documents/fees` was active",
    ),
    (
        "deleted-default-status",
        {"content/statuses/init.yaml": text("New")},
        {"content/statuses/init.yaml": None},
        "the status of every new customer",
    ),
    ("changed-level-type", {LEVEL: text("B", "type: personal\n")}, {LEVEL: text("B", "type: business\n")}, "was of type `personal` and is of type `business` now"),
    ("renamed-label", {TEXT: text("Terms")}, {TEXT: None, "content/texts/legal/notice.yaml": text("Terms")}, "renamed to `texts/legal.notice`"),
    ("renamed-label", {EN: strings(a_b="Pay")}, {EN: strings(a_c="Pay")}, "`translations/portal:a.b` has been renamed to `translations/portal:a.c`"),
    ("changed-channel", {WELCOME: template()}, {WELCOME: template(channel="push")}, "of channel `push` now"),
    ("removed-variable", {WELCOME: template(f"active: true\n{VARIABLES}")}, {WELCOME: template(f"active: true\n{VARIABLES.replace('amount: {type: number}, ', '')}")}, "has lost its variable `amount`"),
    ("newly-required-variable", {WELCOME: template(f"active: true\n{VARIABLES}")}, {WELCOME: template(f"active: true\n{VARIABLES}  required: [name]\n")}, "requires `name`, which it did not"),
    ("disabled-language", {}, {LANGUAGES: "source: en\nactive: [en, es]\nenabled: [en]\n"}, "visitors could choose `es`"),
    (
        "removed-consumed-key",
        {EN: strings(a_b="Pay", x="X")},
        {EN: strings(x="X"), "content/consumers/shop/4.2.json": '{"keys": {"portal": ["x", "a.b"]}}'},
        "version 4.2 of `shop` asks for it",
    ),
    (
        "deleted-used-entry",
        {TEXT: text("Terms", "locked: false\n")},
        {TEXT: None, "content/consumers/shop/4.2.json": '{"entries": ["texts/legal.terms"]}'},
        "version 4.2 of `shop` asks for it",
    ),
    (
        "deleted-used-entry",
        {FEES: "name: Fees\nlink: https://a.eu/f\n"},
        {FEES: None, "content/consumers/shop/4.2.json": '{"entries": ["documents/fees"]}'},
        "`documents/fees` is gone, and version 4.2 of `shop` asks for it",
    ),
    (
        "replaced-pdf",
        {FEES: fees(), FEES_PDF: b"%PDF-1.7 one"},
        {FEES_PDF: b"%PDF-1.7 other"},
        "`Fees-2026-v1.pdf` is not the PDF that was published under this name",
    ),
    (
        "replaced-pdf",
        {FEES: fees(), FEES_PDF: b"%PDF-1.7 one"},
        {FEES: "name: X\nlink: https://a.eu/f\n", "content/documents/costs.yaml": fees(), FEES_PDF: b"%PDF-1.7 other"},
        "`Fees-2026-v1.pdf` is not the PDF",
    ),
]  # fmt: skip
GOOD: list[tuple[Files, Files]] = [
    ({FEES: fees(), FEES_PDF: b"%PDF-1.7 one"}, {FEES: fees("active: false\n")}),
    ({FEES: fees(""), FEES_PDF: b"%PDF-1.7 one"}, {FEES: fees(), FEES_PDF: b"%PDF-1.7 other"}),
    ({FEES: fees(), FEES_PDF: b"%PDF-1.7 one"}, {FEES_PDF: None}),
    (
        {FEES: fees(), FEES_PDF: b"%PDF-1.7 one"},
        {
            FEES: fees().replace("v1", "v2"),
            FEES_PDF: None,
            FEES_PDF.replace("v1", "v2"): b"%PDF-1.7 other",
        },
    ),
    ({TEXT: text("Terms", "locked: false\n")}, {TEXT: None}),
    ({TEXT: text("Terms")}, {TEXT: text("Other words")}),
    ({TEXT: text("Terms")}, {TEXT: "locales: [broken\n"}),
    ({WELCOME: template("active: false\n")}, {WELCOME: None}),
    ({WELCOME: template("active: false\n")}, {WELCOME: template("", channel="push")}),
    ({LEVEL: text("B", "type: personal\n")}, {LEVEL: None}),
    ({EN: strings(a="Pay", b="Pay")}, {EN: strings(c="Pay", d="Pay")}),
    ({EN: strings(a="Pay")}, {EN: strings(a="Pay now")}),
    ({EN: strings(a="Pay")}, {"content/consumers/shop/4.json": '{"keys": {"portal": ["never"]}}'}),
    ({}, {"content/consumers/shop/4.json": '{"entries": ["texts/never"]}'}),
    ({}, {LANGUAGES: "source: en\nactive: [en, es, ru]\nenabled: [en, es, ru]\n"}),
    (
        {"content/banners/a/banner.yaml": "locales: {en: {description: A}}\n"},
        {
            "content/banners/a/banner.yaml": None,
            "content/banners/b/banner.yaml": "locales: {en: {description: A}}\n",
        },
    ),
]


def found(folder: Path, before: Files, after: Files) -> list[tuple[str, str]]:
    """Return what history rules find between two versions: rule and message."""
    both = versions(folder, before, after)
    return [(one.rule, one.message) for one in history_findings(both)]


@pytest.mark.parametrize(("rule", "before", "after", "said"), BAD)
def test_what_is_taken_away_is_told(
    rule: str, before: Files, after: Files, said: str, tmp_path: Path
) -> None:
    told = found(tmp_path, before, after)
    assert [one for one, _ in told] == [rule]
    assert said in told[0][1]


@pytest.mark.parametrize(("before", "after"), GOOD)
def test_what_takes_nothing_away_is_fine(before: Files, after: Files, tmp_path: Path) -> None:
    assert found(tmp_path, before, after) == []


def test_every_rule_has_a_bad_case() -> None:
    of_code = {"deleted-computed-key"}  # test_asked.py
    assert {rule.id for rule in RULES} == {rule for rule, *_ in BAD} | of_code
