"""Pseudo-locales in what is built: in every bundle, on request, read by the real runtimes."""

import json
from pathlib import Path
from typing import Any

from tests.harness import Project
from tests.journeys.showcase import Showcase
from tests.node.running import run_in_node

OUT = "build/out/public/default"
HEAD = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
FILES: dict[str, str | bytes] = {
    "clientarea.yaml": "version: 1\ngate: draft\n",
    "content/configurations/languages.yaml": "source: en\nactive: [en, es]\nenabled: [en, es]\n",
    "content/translations/portal/en.po": HEAD
    + 'msgctxt "greeting"\nmsgid "Hello {name}"\nmsgstr ""\n\n'
    '#, max-length:8\nmsgctxt "short"\nmsgid "Pay now"\nmsgstr ""\n\n'
    'msgctxt "files"\nmsgid "{count} file"\nmsgid_plural "{count} files"\n'
    'msgstr[0] ""\nmsgstr[1] ""\n',
    "content/texts/deposit/terms.yaml": (
        "locales:\n  en:\n    title: Terms\n    description: Read *them*.\n"
        "    properties: {button: Go on, color: '#00aa55', steps: [First, {link: https://a.example}]}\n"
    ),
    "content/texts/_schemas/deposit.json": json.dumps(
        {"type": "object", "properties": {"button": {"type": "string", "maxLength": 7}}}
    ),
    "content/levels/basic.yaml": (
        "type: personal\nfields: {phone: {required: true}}\n"
        "locales:\n  en: {title: Basic, fields: {phone: Phone}}\n"
    ),
    "content/templates/account/hi.yaml": (
        "channel: push\nvariables: {type: object, properties: {name: {type: string}}, required: [name]}\n"
        "samples: {ann: {name: Ann}}\nactive: true\nlocales:\n  en: {title: Hi, description: 'Hello {{ name }}.'}\n"
    ),
}


def built(tmp_path: Path, more: dict[str, str | bytes] | None = None) -> Project:
    project = Project(tmp_path).files({**FILES, **(more or {})})
    return project.run("build", "--pseudo").exits(0)


def test_every_bundle_has_them(tmp_path: Path) -> None:
    project = built(tmp_path)
    config = project.json(f"{OUT}/config.json")
    assert config["languages"]["enabled"] == ["en", "es", "en-XA", "ar-XB"]
    assert config["languages"]["directions"]["ar-XB"] == "rtl"
    assert config["levels"]["basic"]["locales"]["en-XA"]["title"] == "[Ɓåšîç one]"
    assert config["levels"]["basic"]["fields"]["phone"]["names"]["ar-XB"] == "\u202ePhone\u202c"
    strings = project.json(f"{OUT}/translations/icu/en-XA/portal.json")
    assert strings["greeting"] == "[Ĥéļļö {name} one]"
    assert strings["short"] == "Þåý ñöŵ"
    assert strings["files"] == (
        "{count, plural, one {[{count} ƒîļé one]} other {[{count} ƒîļéš one]}}"
    )
    terms = project.json(f"{OUT}/texts/en-XA/deposit.json")["deposit.terms"]
    assert terms["title"] == "[Ţéŕɱš one]"
    assert terms["html"] == "<p>Ŕééååð <em>ţĥééɱ</em>.</p>"
    assert terms["properties"] == {
        "button": "[Ĝö öñ]",
        "color": "#00aa55",
        "steps": ["[Ƒîŕšţ one]", {"link": "https://a.example"}],
    }
    mail = project.json("build/out/private/default/templates/en-XA/account.json")["account.hi"]
    assert (mail["subject"], mail["text"]) == ("[Ĥî one]", "Ĥééļļöö {{ name }}.")


def test_arabic_has_all_its_forms(tmp_path: Path) -> None:
    i18next = built(tmp_path).json(f"{OUT}/translations/i18next/ar-XB/portal.json")
    forms = {name.removeprefix("files_") for name in i18next if name.startswith("files_")}
    assert forms == {"zero", "one", "two", "few", "many", "other"}


def test_only_on_request(tmp_path: Path) -> None:
    project = built(tmp_path).run("build").exits(0)
    assert project.json(f"{OUT}/config.json")["languages"]["enabled"] == ["en", "es"]
    assert not (tmp_path / OUT / "texts/en-XA").exists()


def test_an_area_shows_them_and_what_it_has_different(tmp_path: Path) -> None:
    project = built(
        tmp_path,
        {
            "content/owners/acme.yaml": "name: Acme\ncontact: a@acme.example\n",
            "content/areas/shop/area.yaml": (
                "name: Shop\ntype: web_shop\nhosting: integrated\nurl: https://acme.example\n"
                "owner: acme\ncontent: {languages: [en]}\n"
            ),
            "content/areas/shop/translations/portal/en.po": HEAD
            + 'msgctxt "greeting"\nmsgid "Welcome {name}"\nmsgstr ""\n',
        },
    )
    config = project.json("build/out/public/shop/config.json")
    assert config["languages"]["enabled"] == ["en", "en-XA", "ar-XB"]
    strings = project.json("build/out/public/shop/translations/icu/en-XA/portal.json")
    assert strings["greeting"] == "[Ŵéļçöɱé {name} one]"
    assert strings["short"] == "Þåý ñöŵ"


def test_what_nobody_reviews_is_not_made_where_all_is_reviewed(tmp_path: Path) -> None:
    Project(tmp_path).files(FILES).run("build", "--pseudo", "--gate", "reviewed").exits(2).says(
        "`--pseudo` makes texts that nobody reviews, and the gate here is `reviewed`"
    )


TARGETS = """\
version: 1
gate: draft
targets:
  staging: {public: "file:../staging/public", private: "file:../staging/private", gate: draft}
  production: {public: "file:../live/public", private: "file:../live/private", gate: reviewed}
"""


def test_published_for_a_test_and_no_further(tmp_path: Path) -> None:
    project = Project(tmp_path / "project").files({**FILES, "clientarea.yaml": TARGETS}).commit()
    project.run("plan", "staging", "--pseudo", "--out", str(tmp_path / "plan.json")).exits(0)
    project.run("publish", "staging", "--plan", str(tmp_path / "plan.json")).exits(0)
    pointer = json.loads((tmp_path / "staging/public/live/default.json").read_bytes())
    assert pointer["languages"]["enabled"] == ["en", "es", "en-XA", "ar-XB"]
    assert "translations/icu/en-XA/portal.json" in pointer["files"]
    project.run("verify", "staging", "--rebuild").exits(0).says("sound")
    project.run("promote", "staging", "production").exits(1).says("`production` takes `reviewed`")
    project.run("publish", "production", "--pseudo").exits(2)


def test_reviewed_content_with_pseudo_locales_is_not_taken_for_reviewed(tmp_path: Path) -> None:
    alone = {
        "clientarea.yaml": TARGETS,
        "content/configurations/languages.yaml": "source: en\nactive: [en]\nenabled: [en]\n",
    }
    project = Project(tmp_path / "project").files({**FILES, **alone}).commit()
    project.run("publish", "staging", "--pseudo").exits(0)
    project.run("promote", "staging", "production").exits(1)
    project.run("publish", "staging", "--yes").exits(0)
    project.run("promote", "staging", "production").exits(0)


def test_the_showcase_in_both_runtimes(showcase: Showcase) -> None:
    showcase.run("build", "--pseudo").exits(0)
    sets: list[dict[str, Any]] = []
    for icu in sorted(showcase.root.glob("build/out/public/*/translations/icu/*-X?/*.json")):
        other = Path(str(icu).replace("/icu/", "/i18next/"))
        strings = {"icu": json.loads(icu.read_bytes()), "i18next": json.loads(other.read_bytes())}
        sets.append({"locale": icu.parent.name, **strings})
    assert {one["locale"] for one in sets} == {"en-XA", "ar-XB"}
    results = run_in_node("runtimes.mjs", sets)
    assert [result["wrong"] for result in results] == [[]] * len(sets)
    assert sum(result["compared"] for result in results) > 100
