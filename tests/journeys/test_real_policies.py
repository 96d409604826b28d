"""Real policies in 14 languages, with real gaps and real slips: brought in, checked, compiled."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.harness import Project

LANGUAGES = "content/configurations/languages.yaml"
JUDGED = {
    # an address without scheme, which leads to another place on each page
    "invalid-link": 1,
    # `{: datetime="…"}` of kramdown (172), bold that CommonMark does not see between Japanese
    # letters or where no space follows (75)
    "literal-markup": 247,
    # `class` on elements of HTML
    "removed-markup": 30,
    # items that lack their sign, as in `*[word`, or became paragraphs
    "changed-list": 20,
    # one link that only the translations have
    "changed-url": 9,
    # headings were translated, the links to them were not
    "unknown-anchor": 7,
    # pairs of zero-width spaces, pasted into the Russian texts
    "invisible-character": 9,
    # from level 1 to 3, from 2 to 4
    "skipped-heading": 4,
}
"""What is found in the policies beside gaps; each was looked at, and none is a false alarm."""


@pytest.fixture
def policies(project: Project, shared_data: Path) -> Project:
    folder = shared_data / "longtext/mozilla-legal-docs"
    project.files({LANGUAGES: "source: en\nactive: [en]\nenabled: [en]\n"})
    given = ("--format", "markdown", "--prefix", "legal", "--source-locale", "en")
    return project.run("import", *given, str(folder)).exits(0)


def test_what_is_found_is_there(policies: Project) -> None:
    findings = policies.run("check", "--format", "json").exits(1).data()["findings"]
    told = Counter(one["rule"] for one in findings if one["severity"] != "info")
    del told["label-style"]
    assert told == JUDGED
    errors = [one for one in findings if one["severity"] == "error"]
    assert [(one["path"], one["line"], one["column"], one["message"]) for one in errors] == [
        (
            "content/texts/legal/formulaic_privacy_notice.en.md",
            39,
            199,
            "`support.google.com/analytics/topic/2919631?ref_topic=1008008` has no scheme",
        )
    ]
    for one in findings:
        if one["rule"] in ("literal-markup", "unknown-anchor", "changed-url"):
            lines = (policies.root / one["path"]).read_text("utf-8").split("\n")
            there = lines[one["line"] - 1][one["column"] - 1 :]
            assert there.startswith(("{:", "**", "__", "[")), one


def test_what_is_right_is_compiled_and_gaps_are_filled(policies: Project) -> None:
    policies.run("build").exits(1)
    policies.edit(
        "content/texts/legal/formulaic_privacy_notice.en.md",
        "](support.google.com",
        "](https://support.google.com",
    ).edit(LANGUAGES, "enabled: [en]", "enabled: [en, pl]")
    policies.run("check").exits(1).says("missing-translation", "unknown-anchor")
    policies.edit(
        "content/texts/legal/focus_privacy_notice.pl.md",
        "(#privacy-notices-for-search-providers)",
        "(#zasady-prywatności-dostawców-usług-wyszukiwania)",
    ).files({"clientarea.yaml": "version: 1\nlabels: any\ngate: draft\n"})
    policies.run("build").exits(0)

    english, polish = (
        policies.json(f"build/out/public/default/texts/{locale}/legal.json")
        for locale in ("en", "pl")
    )
    assert len(english) == len(polish) == 52
    own = [label for label in polish if polish[label]["text"] != english[label]["text"]]
    assert len(own) == 22
    for entry in (*english.values(), *polish.values()):
        assert set(map(unquote, LINKED.findall(entry["html"]))) <= set(NAMED.findall(entry["html"]))
        assert RUNNING.search(entry["html"]) is None
    assert 'id="user-content-grant">Przyznanie licencji' in polish["legal.pocket_tos"]["html"]
    assert "{: #" not in "".join(entry["html"] + entry["text"] for entry in english.values())

    policies.run("status").exits(0).says(
        "    42%  32 missing\n", "     5%  51 missing, not enabled"
    )


def test_all_fourteen_languages_are_published_with_their_gaps(
    policies: Project, shared_data: Path
) -> None:
    """What a language lacks comes from English; what is wrong in it is waived, one by one."""
    settings = (policies.root / LANGUAGES).read_text("utf-8")
    tags = re.search(r"^active: \[(.*)\]$", settings, re.MULTILINE)
    assert tags is not None
    policies.edit(LANGUAGES, "enabled: [en]", f"enabled: [{tags[1]}]")
    policies.files({"clientarea.yaml": "version: 1\nlabels: any\ngate: draft\n"})
    errors = [
        one
        for one in policies.run("check", "--format", "json").exits(1).data()["findings"]
        if one["severity"] == "error"
    ]
    waived = {(one["rule"], one["entity"]) for one in errors}
    assert {rule for rule, _ in waived} == {"invalid-link", "unknown-anchor"}
    lines = [
        f"  - {{rule: {rule}, entity: {entity}, reason: as it was, expires: 2999-01-01}}\n"
        for rule, entity in sorted(waived)
    ]
    policies.files({"waivers.yaml": f"waivers:\n{''.join(lines)}"})
    policies.run("build").exits(0)

    given = own_documents(shared_data / "longtext/mozilla-legal-docs")
    assert sorted(given) == sorted(tags[1].split(", "))
    shown = {
        locale: policies.json(f"build/out/public/default/texts/{locale}/legal.json")
        for locale in given
    }
    status = policies.run("status", "--format", "json").exits(0).data()
    missing = {one["locale"]: one["kinds"]["texts"]["missing"] for one in status["languages"]}
    for locale, bundle in shown.items():
        inherited = policies.json(f"build/out/public/default/provenance/{locale}.json")["texts"]
        others = {label for label, parts in inherited.items() if "description" in parts}
        foreign = [
            label for label, parts in inherited.items() if locale != "en" and "en" in parts.values()
        ]
        assert set(bundle) == given["en"]
        assert others == given["en"] - given[locale]
        assert missing.get(locale, 0) == len(foreign), locale
    assert shown["ro"]["legal.pocket_tos"] == shown["en"]["legal.pocket_tos"]


def own_documents(folder: Path) -> dict[str, set[str]]:
    """Return the labels of the policies that each language has, by its tag."""
    found: dict[str, set[str]] = {}
    for path in folder.rglob("*.md"):
        locale, *rest = path.relative_to(folder).with_suffix("").parts
        if rest:
            found.setdefault(locale, set()).add(".".join(("legal", *rest)))
    return found


LINKED = re.compile(r'href="#([^"]+)"')
NAMED = re.compile(r' id="([^"]+)"')
RUNNING = re.compile(r"<(?:script|iframe|object)|\son\w+=|javascript:")
