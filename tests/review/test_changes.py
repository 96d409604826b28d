"""Changes between two versions: what is told of each, and which of them break clients."""

from pathlib import Path

import pytest

from compiler.model.fingerprint import fingerprint
from compiler.review.breaking import TABLE, weighed_changes
from compiler.review.change import Change, Weight
from compiler.review.changes import changes_of
from tests.review.versions import Files, versions

TEXT = "content/texts/legal/terms.yaml"
EN, ES = (f"content/translations/portal/{tag}.po" for tag in ("en", "es"))
AREA = "content/areas/shop/area.yaml"
GENERAL = "content/configurations/general.yaml"
LANGUAGES = "content/configurations/languages.yaml"
FEES, PDF = (f"content/documents/{name}" for name in ("fees.yaml", "Fees-v1.pdf"))
FEES_V1 = "name: Fees\nactive: true\nfile: Fees-v1.pdf\n"
SHOP = "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://a.eu\n"
TERMS = "locales:\n  en: {title: Terms}\n  es: {title: Condiciones, from: en@STAMP}\n".replace(
    "STAMP", fingerprint({"title": "Terms"})
)


def po(locale: str, **labels: tuple[str, str]) -> str:
    head = f'msgid ""\nmsgstr "Language: {locale}\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
    return head + "".join(
        f'\nmsgctxt "{label}"\nmsgid "{source}"\nmsgstr "{text}"\n'
        for label, (source, text) in labels.items()
    )


def told(change: Change) -> str:
    """Return a change in a few words."""
    where = ".".join(filter(None, (change.locale, change.part)))
    parts = (change.area, change.entity, change.what.value, where)
    values = "" if change.part is None else f"{change.before!r} > {change.after!r}"
    return " ".join(filter(None, (*parts, values)))


def found(folder: Path, before: Files, after: Files) -> list[Change]:
    both = versions(folder, before, after)
    return list(weighed_changes(changes_of(both), both))


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ({TEXT: TERMS}, {TEXT: f"# words\n{TERMS.replace('Terms', chr(34) + 'Terms' + chr(34))}"}, []),
        ({}, {TEXT: TERMS}, ["texts/legal.terms added"]),
        ({TEXT: TERMS}, {TEXT: None}, ["texts/legal.terms removed"]),
        ({TEXT: TERMS}, {TEXT: "locales: ["}, ["texts/legal.terms changed file 'readable' > 'unreadable'"]),
        (
            {TEXT: TERMS},
            {TEXT: None, "content/texts/legal/other.yaml": TERMS},
            ["texts/legal.terms renamed"],
        ),
        (
            {TEXT: TERMS},
            {TEXT: TERMS.replace("Terms", "Rules")},
            [
                "texts/legal.terms changed en.title 'Terms' > 'Rules'",
                "texts/legal.terms changed es.state 'current' > 'stale'",
            ],
        ),
        (
            {TEXT: TERMS},
            {TEXT: f"locked: false\n{TERMS}  ru: {{title: Условия}}\n"},
            [
                "texts/legal.terms changed locked True > False",
                "texts/legal.terms added ru",
            ],
        ),
        (
            {EN: po("en", a=("Pay", "")), ES: po("es", a=("Pay", "Paga"))},
            {EN: po("en", a=("Pay", ""), b=("New", "")), ES: po("es", a=("Pay", "Pagar"))},
            [
                "translations/portal:b added",
                "translations/portal:a changed es.text 'Paga' > 'Pagar'",
            ],
        ),
        (
            {EN: po("en", a=("Pay", "")), ES: po("es", a=("Pay", "Paga"))},
            {EN: po("en", b=("Pay", "")), ES: po("es", b=("Pay", "Paga"))},
            ["translations/portal:a renamed"],
        ),
        (
            {AREA: SHOP, GENERAL: "security: {session_minutes: 60}\n"},
            {"content/areas/shop/configurations/general.yaml": "security: {session_minutes: 30}\n"},
            ["shop configurations/general added security {'session_minutes': 30}"],
        ),
    ],
)  # fmt: skip
def test_changes_are_told_by_entry_and_part(
    before: Files, after: Files, wanted: list[str], tmp_path: Path
) -> None:
    said = [told(one).replace("None > ", "") for one in found(tmp_path, before, after)]
    assert said == wanted


HASH = f"{{verifier: 'sha256:{'0' * 64}', expires: 2096-01-01}}"
SIGN_ON = (
    "sso: [{name: web, protocol: saml, acs_url: 'https://a.eu/acs', certificates: [a.pem]}]\n"
    "oauth_clients: [{id: c, redirect_uris: ['https://a.eu/cb'], pkce: false}]\n"
)
WITH_SECRET = SIGN_ON.replace("id: c", f"id: c, secret: {HASH}")

BREAKING: list[tuple[str, Files, Files]] = [
    ("breaking-entry-removed", {TEXT: TERMS}, {TEXT: None}),
    ("breaking-argument-added", {EN: po("en", a=("Pay", ""))}, {EN: po("en", a=("Pay {n}", ""))}),
    (
        "breaking-property-retyped",
        {TEXT: f"properties: {{limit: 5}}\n{TERMS}"},
        {TEXT: f'properties: {{limit: "5"}}\n{TERMS}'},
    ),
    (
        "breaking-text-became-rich",
        {EN: po("en", a=("Pay", ""))},
        {EN: po("en", a=("<b>Pay</b>", ""))},
    ),
    (
        "breaking-locale-dropped",
        {TEXT: TERMS},
        {TEXT: "locales:\n  en: {title: Terms}\n"},
    ),
    (
        "breaking-locale-dropped",
        {},
        {LANGUAGES: "source: en\nactive: [en, es]\nenabled: [en]\n"},
    ),
    (
        "breaking-slot-dropped",
        {
            "content/banners/a/banner.yaml": "locales: {en: {description: A}}\n",
            "content/banners/a/en/wide.png": b"png",
        },
        {"content/banners/a/en/wide.png": None},
    ),
    ("breaking-area-gone", {AREA: SHOP}, {AREA: None}),
    ("breaking-sign-on-changed", {AREA: SHOP}, {AREA: SHOP.replace("a.eu", "b.eu")}),
    ("breaking-pdf-replaced", {FEES: FEES_V1, PDF: b"%PDF-1.7 one"}, {PDF: b"%PDF-1.7 other"}),
]
COMPATIBLE: list[tuple[Files, Files]] = [
    (
        {FEES: FEES_V1, PDF: b"%PDF-1.7 one"},
        {FEES: FEES_V1.replace("v1", "v2"), PDF.replace("v1", "v2"): b"%PDF-1.7 other"},
    ),
    ({}, {TEXT: TERMS}),
    ({EN: po("en", a=("Pay {n}", ""))}, {EN: po("en", a=("Pay", ""))}),
    ({TEXT: f"properties: {{limit: 5}}\n{TERMS}"}, {TEXT: f"properties: {{limit: 6}}\n{TERMS}"}),
    (
        {"content/documents/a.yaml": "name: A\nlink: https://a.eu\n"},
        {"content/documents/a.yaml": None},
    ),
    ({AREA: SHOP}, {AREA: f"{SHOP}owner: acme\n"}),
    ({AREA: SHOP}, {AREA: f"{SHOP}{SIGN_ON}"}),
    ({AREA: SHOP + SIGN_ON}, {AREA: (SHOP + SIGN_ON).replace("[a.pem]", "[b.pem, a.pem]")}),
    (
        {AREA: SHOP + SIGN_ON},
        {AREA: (SHOP + SIGN_ON).replace("eu/cb", "eu/new', 'https://a.eu/cb")},
    ),
    ({AREA: SHOP + SIGN_ON}, {AREA: SHOP + WITH_SECRET}),
    ({AREA: SHOP + WITH_SECRET}, {AREA: SHOP + SIGN_ON}),
]
LOST = [
    ("name: web", "name: sso", "nobody signs in by `web` any more"),
    ("eu/acs", "eu/saml", "`web` has another `acs_url` than the identity provider knows"),
    ("[a.pem]", "[b.pem]", "`web` takes no answer any more that `a.pem` signs"),
    ("eu/cb", "eu/back", "`c` is sent back to `https://a.eu/cb` no more"),
    ("pkce: false", "pkce: true", "`c` has to prove its codes by PKCE"),
    (SIGN_ON, "", "nobody signs in by `c` any more"),
]


@pytest.mark.parametrize(("old", "new", "why"), LOST)
def test_why_people_cannot_sign_in(old: str, new: str, why: str, tmp_path: Path) -> None:
    before = SHOP + SIGN_ON
    changes = found(tmp_path, {AREA: before}, {AREA: before.replace(old, new)})
    assert why in [one.reason for one in changes]


@pytest.mark.parametrize(("rule", "before", "after"), BREAKING)
def test_what_breaks_clients_has_a_reason(
    rule: str, before: Files, after: Files, tmp_path: Path
) -> None:
    broken = [one for one in found(tmp_path, before, after) if one.weight is Weight.BREAKING]
    assert {one.rule for one in broken} == {rule}
    assert all(one.reason for one in broken)


@pytest.mark.parametrize(("before", "after"), COMPATIBLE)
def test_what_clients_can_live_with(before: Files, after: Files, tmp_path: Path) -> None:
    changes = found(tmp_path, before, after)
    assert changes
    assert [one for one in changes if one.weight is Weight.BREAKING] == []


def test_every_breaking_rule_has_a_case() -> None:
    assert {one.rule.id for one in TABLE} == {rule for rule, *_ in BREAKING}
