"""`show` through the command line: an entry in every language, with states and findings."""

from pathlib import Path

import pytest

from tests.harness import LANGUAGES, Project
from tests.query.library import library


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return library(tmp_path)


def test_an_entry_is_shown_in_every_language_and_area_with_its_findings(project: Project) -> None:
    project.run("show", "texts/deposit.terms").exits(0)
    assert project.out == (
        """\
content/texts/deposit/terms.yaml:1:1: texts/deposit.terms (locked)
content/texts/deposit/terms.yaml:2:15: en (source)
    title: Terms of deposits
    description: Pay from your own account.
content/texts/deposit/terms.yaml:3:15: pl (unreviewed)
    title: Zasady wpłat
    description: Płać z własnego konta.
content/texts/deposit/terms.yaml:1:1: ar (missing)
content/texts/deposit/terms.es.md:2:8: es (current)
    title: Condiciones
    description:
        Primera línea.

        Segunda: pague con su propia cuenta,
        y solo con su cuenta.
content/texts/deposit/terms.yaml:1:1: es-MX (inherited from es)
content/areas/shop/texts/deposit/terms.yaml:1:1: texts/deposit.terms in shop (locked)
content/areas/shop/texts/deposit/terms.yaml:2:15: en (source)
    title: Terms of the shop
    description: Pay at the desk.

content/areas/shop/texts/deposit/terms.yaml:2:3: warning: `shop` has a source text of its own for `texts/deposit.terms` and shows the shared translation in `pl` [overridden-source]
   2 |   en: {title: Terms of the shop, description: Pay at the desk.}
     |   ^^
     = translate it for `shop` too

content/texts/deposit/terms.yaml:3:66: info: nobody has reviewed `texts/deposit.terms` in `pl` [unreviewed]
   3 |   pl: {title: Zasady wpłat, description: Płać z własnego konta., review: needed}
     |                                                                  ^^^^^^
     = remove `review: needed` once the translation is right
"""
    )


def test_strings_and_names_are_shown_without_what_they_do_not_need(project: Project) -> None:
    project.run("show", "translations/portal:cart.empty", "areas/*", "documents/*").exits(0)
    assert project.out.partition("\n\ncontent/translations/portal/en.po:18:9: warning")[0] == (
        """\
content/areas/shop/area.yaml:1:1: areas/shop
    name: Acme Shop

content/translations/portal/en.po:18:9: translations/portal:cart.empty
content/translations/portal/en.po:19:7: en (source)
    The cart is empty
content/translations/portal/en.po:18:9: pl (missing)
content/translations/portal/en.po:18:9: ar (missing)
content/translations/portal/es.po:20:8: es (current)
    El carrito está vacío
content/translations/portal/en.po:18:9: es-MX (inherited from es)"""
    )
    assert "documents/licence\n    name: Licence 2026" in project.out


def test_plural_forms_have_their_names(project: Project) -> None:
    project.files(
        {
            "content/translations/days/en.po": 'msgid ""\nmsgstr "Language: en\\n"\n\nmsgctxt "days"\n'
            'msgid "One day"\nmsgid_plural "{count} days"\nmsgstr[0] ""\nmsgstr[1] ""\n'
        }
    )
    project.run("show", "translations/days:days").exits(0)
    project.says("en (source)\n    msgid: One day\n    msgid_plural: {count} days\n")


def test_json_has_everything_for_programs(project: Project) -> None:
    project.run("show", "statuses/*", "texts/deposit.terms", "--format", "json").exits(0)
    status, text = project.data()
    assert status == {
        "entity": "statuses/init",
        "layers": [
            {
                "area": None,
                "path": "content/statuses/init.yaml",
                "line": 1,
                "column": 1,
                "locked": False,
                "inactive": False,
                "texts": [],
                "languages": [
                    language("en", "source", 2, "New"),
                    language("pl", "current", 3, "Nowe"),
                    language("ar", "missing"),
                    language("es", "missing"),
                    language("es-MX", "missing"),
                ],
            }
        ],
        "findings": [],
    }
    assert [layer["area"] for layer in text["layers"]] == [None, "shop"]
    inherited = text["layers"][0]["languages"][-1]
    assert (inherited["state"], inherited["inherited_from"]) == ("inherited", "es")
    assert {one["rule"] for one in text["findings"]} == {"overridden-source", "unreviewed"}


def language(locale: str, state: str, line: int = 0, title: str = "") -> dict[str, object]:
    path = "content/statuses/init.yaml"
    place = (
        {"path": path, "line": line, "column": 15}
        if line
        else {"path": path, "line": 1, "column": 1}
    )
    texts = [{"part": "title", "text": title, **place}] if line else []
    return {"locale": locale, "state": state, "inherited_from": None, **place, "texts": texts}


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (
            "texts/deposit.term",
            "there is no entry `texts/deposit.term`; did you mean `texts/deposit.terms`?",
        ),
        ("login.signIn", "did you mean `translations/portal:login.signIn`?"),
        ("banners/*", "this project has no banners"),
        ("texts/zzz*", "`clientarea search --kind texts` lists those that there are"),
    ],
)
def test_what_chooses_nothing_is_wrong_usage(project: Project, what: str, said: str) -> None:
    project.run("show", "texts/*", what).exits(2).says(said)
    assert project.out == ""


def test_a_broken_file_is_told(project: Project) -> None:
    project.files({"content/texts/deposit/terms.yaml": "locales: [\n"})
    project.run("show", "texts/deposit.terms").exits(2)
    project.says("`texts/deposit.terms` cannot be used as it is; `clientarea check` says why")
    project.run("show", "texts/deposit.guide").exits(0)
    project.files({LANGUAGES: "active: [en]\n"})
    project.run("show", "texts/deposit.guide").exits(2).says("languages.yaml` cannot be used")


def test_controls_and_margins_keep_content_from_looking_like_ours(project: Project) -> None:
    text = '"one\\n\\u001b[2Jtwo\\ncontent/x.yaml:1:1: error"'
    project.files(
        {"content/statuses/odd.yaml": f"locales:\n  en: {{title: Odd, description: {text}}}\n"}
    )
    project.run("show", "statuses/odd").exits(0)
    project.says("        one\n        \\u{1b}[2Jtwo\n        content/x.yaml:1:1: error\n")
