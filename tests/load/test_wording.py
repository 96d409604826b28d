"""What is wrong with a record is said in its author's words, at its place, with the remedy."""

import pytest

from compiler.load.loading import load
from tests.builders import project, said

AREA = "name: Portal\ntype: website\nhosting: custom\nurl: https://portal.acme.example\n"


def findings(path: str, text: str) -> list[str]:
    lines = said(load(project({path: text})).findings)
    return [line.removeprefix(f"content/{path}:") for line in lines]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            "texts/a/x.yaml",
            "lockd: true\n",
            "1:1 unknown-key: `lockd` is not a key of a text -> did you mean `locked`?",
        ),
        (
            "texts/a/x.yaml",
            "locales:\n  en:\n    titel: Notice\n",
            "3:5 unknown-key: `titel` is not a key of `locales.en` -> did you mean `title`?",
        ),
        (
            "texts/a/x.yaml",
            "locked: yes\n",
            "1:9 invalid-value: `locked` must be true or false, not `yes` -> write `locked: true`",
        ),
        (
            "levels/x.yaml",
            "type: persnal\n",
            (
                "1:7 invalid-value: `type` must be `personal` or `business`, not `persnal`"
                " -> did you mean `personal`?"
            ),
        ),
        (
            "levels/x.yaml",
            "properties: {}\n",
            "1:1 missing-key: a level must have `type` -> add the line `type: personal`",
        ),
        (
            "owners/x.yaml",
            "",
            "1:1 missing-key: an owner must have `name` -> add the line `name: Acme Ltd`",
        ),
        (
            "owners/x.yaml",
            "- name: Acme\n",
            "1:1 invalid-value: an owner is written as lines of `key: value`; this is a list",
        ),
        (
            "owners/x.yaml",
            "name: 2025\n",
            '1:7 invalid-value: `name` must be text, not 2025 -> put it in quotes: `name: "2025"`',
        ),
        ("owners/x.yaml", 'name: ""\n', "1:7 invalid-value: `name` must not be empty"),
        ("owners/x.yaml", 'name: "a\\nb"\n', "1:7 invalid-value: `name` must be one line of text"),
        (
            "texts/a/x.yaml",
            "locales:\n  es_MX: {title: Aviso}\n",
            "2:3 invalid-value: `locales.es_MX` is a key that must be written `es-MX`, not `es_MX`",
        ),
        (
            "texts/a/x.yaml",
            "locales: {en: {title: [a]}}\n",
            "1:23 invalid-value: `locales.en.title` must be text, not a list",
        ),
        (
            "texts/a/x.yaml",
            "locales: {en: Notice}\n",
            (
                "1:15 invalid-value: `locales.en` must be a mapping, with lines of `key:"
                " value` below"
                " it, not `Notice`"
            ),
        ),
        (
            "configurations/general.yaml",
            "security: {session_minutes: 0}\n",
            "1:29 invalid-value: `security.session_minutes` must be greater than 0, not 0",
        ),
        (
            "configurations/general.yaml",
            'security: {session_minutes: "60"}\n',
            (
                "1:29 invalid-value: `security.session_minutes` must be a whole number, not `60`"
                " -> write it without quotes: `session_minutes: 60`"
            ),
        ),
        (
            "configurations/general.yaml",
            "security: {session_minutes: 1.5}\n",
            "1:29 invalid-value: `security.session_minutes` must be a whole number, not 1.5",
        ),
        (
            "configurations/documents.yaml",
            "documents: {passport: {purposes: [login, aproval]}}\n",
            (
                "1:42 invalid-value: `documents.passport.purposes[1]` must be `login`, `identity`,"
                " `approval` or `compliance`, not `aproval` -> did you mean `approval`?"
            ),
        ),
        (
            "configurations/documents.yaml",
            "documents: {passport: {purposes: login}}\n",
            (
                "1:34 invalid-value: `documents.passport.purposes` must be a list, not `login`"
                " -> write `purposes: [login]`"
            ),
        ),
        (
            "documents/x.yaml",
            "name: X\nreview_by: 2027-02-30\n",
            "2:12 invalid-value: `review_by` must be a day that exists, not 2027-02-30",
        ),
        (
            "documents/x.yaml",
            "name: X\nreview_by: soon\n",
            "2:12 invalid-value: `review_by` must be a date such as 2027-01-31",
        ),
        (
            "documents/x.yaml",
            "name: X\nfile: ../x.pdf\n",
            "2:7 invalid-value: `file` must be the name of a file beside this one",
        ),
        (
            "banners/x/banner.yaml",
            "locales: {en: {descriptions: {mobil: Summer}}}\n",
            (
                "1:31 unknown-key: `mobil` is not a key of `locales.en.descriptions`"
                " -> did you mean `mobile`?"
            ),
        ),
        (
            "areas/x/area.yaml",
            f"{AREA}credentials: {{crm: hunter2}}\n",
            (
                "5:20 invalid-value: `credentials.crm` must be a reference (`env:NAME`, `aws-sm:…`,"
                " `ssm:…`, `vault:…`), never a secret"
            ),
        ),
        (
            "areas/x/area.yaml",
            f"{AREA}sso:\n  - {{protocol: saml}}\n",
            "6:5 missing-key: `sso[0]` must have `name` -> add the line `name: web`",
        ),
        (
            "areas/x/area.yaml",
            f"{AREA}branding: {{colors: {{primary: red}}}}\n",
            (
                "5:30 invalid-value: `branding.colors.primary` must be a colour such as `#0a5` or"
                " `#00aa55`"
            ),
        ),
    ],
)
def test_words(path: str, text: str, expected: str) -> None:
    assert findings(path, text) == [expected]


def test_a_record_tells_all_that_is_wrong_with_it() -> None:
    assert findings("levels/x.yaml", "type: personal\nfiels: {}\nproperties: 5\n") == [
        "2:1 unknown-key: `fiels` is not a key of a level -> did you mean `fields`?",
        (
            "3:13 invalid-value: `properties` must be a mapping, with lines of `key:"
            " value` below it,"
            " not 5"
        ),
    ]


def test_a_problem_in_one_language_names_it() -> None:
    loaded = load(project({"levels/x.yaml": "type: personal\nlocales: {es: {titel: Básico}}\n"}))
    assert [(f.entity, f.locale) for f in loaded.findings] == [("levels/x", "es")]


def test_a_misspelt_key_that_must_be_there_is_told_once() -> None:
    assert findings("owners/x.yaml", "nmae: Acme\n") == [
        "1:1 unknown-key: `nmae` is not a key of an owner -> did you mean `name`?"
    ]
