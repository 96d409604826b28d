"""`add` through the command line: the diff that it makes, what it refuses, what it asks."""

import json
import os
import pty
import sys
from pathlib import Path

import pytest

from tests.journeys.showcase import SHOWCASE, Showcase

PORTAL = "content/translations/portal"
TERMS = "content/texts/deposit/terms.yaml"
SUMMER = "content/banners/summer"
OTHERS = ("ar", "es", "pl", "ru")
GOODBYE = ("--channel", "email", "--title", "Bye", "--description", "Bye, see you.")
APP = ("--name", "App", "--type", "mobile_app", "--hosting", "integrated", "--url", "https://a.eu")
PDF = b"%PDF-1.4\n%%EOF\n"


def entry(label: str, text: str, translation: str = "") -> list[str]:
    """Return the lines of an entry, with the blank one above it."""
    return ["", f'msgctxt "{label}"', f'msgid "{text}"', f'msgstr "{translation}"']


def lines(path: str, *added: str) -> list[str]:
    """Return lines as added to a file."""
    return [f"{path}: +{line}" for line in added]


def test_a_string_comes_into_every_language(showcase: Showcase) -> None:
    command = ("add", "translations/portal:pay.now", "--text", "Pay now", "--text.es", "Paga ya")
    assert showcase.edited(*command, "--dry-run") == []
    wanted = {
        locale: entry("pay.now", "Pay now", "Paga ya" if locale == "es" else "")
        for locale in ("en", *OTHERS)
    }
    changes = [one for tag, said in wanted.items() for one in lines(f"{PORTAL}/{tag}.po", *said)]
    assert sorted(showcase.edited(*command)) == sorted(changes)
    assert "pay.now: added in `en` and `es`" in showcase.out
    assert showcase.edited(*command) == []
    assert "says that already" in showcase.out
    showcase.run("sync", "--locale", "es,pl,ru", "--dry-run").exits(0).says("Nothing to do")


def test_a_label_comes_behind_those_that_begin_alike(showcase: Showcase) -> None:
    before = _labels(showcase, "es")
    showcase.run("add", "translations/portal:dashboard.zzz", "--text", "Z").exits(0)
    behind = [label for label in before if label.startswith("dashboard.")][-1]
    for locale in ("en", "es"):
        labels = _labels(showcase, locale)
        assert labels[labels.index("dashboard.zzz") - 1] == behind


def test_many_strings_come_by_json(showcase: Showcase) -> None:
    data = {
        "a.b": "Hi",
        "a.c": {"text": "Ho", "comment": "a call", "locales": {"es": {"text": "E"}}},
    }
    showcase.files({"strings.json": json.dumps(data)})
    showcase.run("add", "translations/portal", "--json", "strings.json").exits(0)
    assert _labels(showcase, "en")[-2:] == ["a.b", "a.c"] == _labels(showcase, "ru")[-2:]
    text = (showcase.root / PORTAL / "es.po").read_text(encoding="utf-8")
    assert text.endswith('#. a call\nmsgctxt "a.c"\nmsgid "Ho"\nmsgstr "E"\n')


def test_a_new_source_text_makes_translations_stale(showcase: Showcase) -> None:
    add = ("add", "translations/common:action.copy", "--text", "Copy it")
    showcase.run(*add).exits(1).says("another text already of `common:action.copy`", "--overwrite")
    changes = showcase.edited(*add, "--overwrite")
    es = "content/translations/common/es.po"
    assert {f'{es}: -msgid "Copy"', f'{es}: +msgid "Copy it"'} <= {*changes}
    assert {f"{es}: +#, fuzzy", f'{es}: +#| msgid "Copy"'} <= {*changes}
    assert "replaced in `en`" in showcase.out
    showcase.run("sync", "--locale", "es,pl,ru", "--dry-run").exits(0).says("Nothing to do")


def test_what_an_area_has_different_becomes_stale_too(showcase: Showcase) -> None:
    here = "content/areas/acme-portal/translations/common/es.po"
    label = next(one for one in _labels(showcase, "es", here))
    add = ("add", f"translations/common:{label}", "--text", "Quite another", "--overwrite")
    assert f'{here}: +msgid "Quite another"' in showcase.edited(*add)


def test_a_plural_has_the_forms_of_its_language(showcase: Showcase) -> None:
    name = "translations/portal:files"
    showcase.run("add", name, "--text", "one file", "--plural", "%d files").exits(0)
    russian = (showcase.root / PORTAL / "ru.po").read_text(encoding="utf-8")
    assert russian.endswith('msgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n')
    showcase.run("add", name, "--text.ru", "файл").exits(2).says("3 forms in `ru`")
    forms = ("файл", "файла", "файлов, да")
    showcase.run("add", name, *(word for one in forms for word in ("--forms.ru", one))).exits(0)
    russian = (showcase.root / PORTAL / "ru.po").read_text(encoding="utf-8")
    assert russian.endswith('[0] "файл"\nmsgstr[1] "файла"\nmsgstr[2] "файлов, да"\n')


def test_a_namespace_is_begun_in_every_active_language(showcase: Showcase) -> None:
    changes = showcase.edited("add", "translations/faq:title", "--text", "Questions")
    assert changes == [f"+ content/translations/faq/{tag}.po" for tag in sorted(("en", *OTHERS))]
    showcase.run("sync", "--locale", "es", "--dry-run").exits(0).says("Nothing to do")
    showcase.run("check", "content/translations/faq/en.po").says("No findings")


def test_an_area_gets_only_what_is_given(showcase: Showcase) -> None:
    add = ("add", "translations/common:action.save", "--text.es", "Guarda", "--area", "acme-portal")
    path = "content/areas/acme-portal/translations/common/es.po"
    assert {one.partition(": ")[0] for one in showcase.edited(*add)} == {path}
    changes = showcase.edited("add", "translations/shop:x", "--text", "X", "--area", "acme-portal")
    assert changes == ["+ content/areas/acme-portal/translations/shop/en.po"]


@pytest.mark.parametrize(
    ("what", "options", "path", "text"),
    [
        (
            "levels/gold",
            ("--type", "personal", "--title", "Gold", "--title.es", "Oro"),
            "content/levels/gold.yaml",
            "level.json\ntype: personal\nlocales:\n  en:\n    title: Gold\n  es:\n    title: Oro\n",
        ),
        (
            "statuses/frozen",
            ("--title", "Frozen"),
            "content/statuses/frozen.yaml",
            "status.json\nlocales:\n  en:\n    title: Frozen\n",
        ),
        (
            "texts/deposit.terms",
            ("--title", "Terms", "--description", "Some *words*."),
            TERMS,
            "text.json\nlocales:\n  en:\n    title: Terms\n    description: Some *words*.\n",
        ),
        (
            "templates/account.goodbye",
            GOODBYE,
            "content/templates/account/goodbye.yaml",
            None,
        ),
        (
            "documents/fees",
            ("--name", "Fees", "--link", "https://x.example/fees"),
            "content/documents/fees.yaml",
            "document.json\nname: Fees\nlink: https://x.example/fees\n",
        ),
        (
            "owners/beta",
            ("--name", "Beta Ltd"),
            "content/owners/beta.yaml",
            "owner.json\nname: Beta Ltd\n",
        ),
        (
            "areas/acme-app",
            APP,
            "content/areas/acme-app/area.yaml",
            None,
        ),
    ],
)
def test_an_entry_of_every_kind_is_begun(
    showcase: Showcase, what: str, options: tuple[str, ...], path: str, text: str | None
) -> None:
    assert showcase.edited("add", what, *options, "--dry-run") == []
    assert showcase.edited("add", what, *options) == [f"+ {path}"]
    found = (showcase.root / path).read_text(encoding="utf-8")
    assert text is None or found.partition("/schemas/")[2].partition("    from:")[0] == text
    showcase.run("check", path, "--format", "json")
    rules = {one["rule"] for one in showcase.data()["findings"]}
    assert rules <= {"missing-translation", "unused-level", "unstyled-area"}, rules
    assert showcase.edited("add", what, *options) == []


def test_a_language_joins_what_is_there(showcase: Showcase) -> None:
    showcase.run("add", "texts/deposit.terms", "--title", "Terms").exits(0)
    changes = showcase.edited("add", "texts/deposit.terms", "--locale", "ru", "--title", "Условия")
    assert changes[:2] == lines(TERMS, "  ru:", "    title: Условия")
    assert changes[2].startswith(f"{TERMS}: +    from: en@")
    showcase.says("deposit/terms.yaml:5: texts/deposit.terms: added in `ru`")
    showcase.run("check", TERMS, "--rule", "stale").exits(0)


def test_one_value_gives_way_only_if_asked(showcase: Showcase) -> None:
    path = "content/levels/verified.yaml"
    add = ("add", "levels/verified", "--title.es", "Comprobado")
    showcase.run(*add).exits(1).says("has another `es.title` already")
    changes = showcase.edited(*add, "--overwrite")
    assert next(one for one in changes if "+" in one) == f"{path}: +    title: Comprobado"
    assert len([one for one in changes if "title" in one]) == len(("-", "+"))


def test_a_configuration_is_begun(showcase: Showcase) -> None:
    (showcase.root / "content/configurations/support.yaml").unlink()
    showcase.run("add", "configurations/support", "--tags", "vip, new", "--desk", "d").exits(0)
    text = (showcase.root / "content/configurations/support.yaml").read_text(encoding="utf-8")
    assert text.endswith("desk: d\ntags: [vip, new]\n")
    showcase.run("add", "configurations/support", "--desk", "d").exits(0).says("says that already")


def test_an_image_is_put_into_its_slot(showcase: Showcase) -> None:
    image = str(SHOWCASE / "content/areas/acme-shop/banners/refer-a-friend/pl/mobile.webp")
    add = ("add", "banners/summer", "--locale", "es", "--file", image)
    assert showcase.edited(*add) == [f"- {SUMMER}/es/mobile.png", f"+ {SUMMER}/es/mobile.webp"]
    assert showcase.edited(*add, "--slot", "wide") == [
        f"- {SUMMER}/es/wide.png",
        f"+ {SUMMER}/es/wide.webp",
    ]
    changes = showcase.edited("add", "banners/winter", "--file", image, "--description", "Snow")
    assert changes == [
        "+ content/banners/winter/banner.yaml",
        "+ content/banners/winter/en/mobile.webp",
    ]
    text = (showcase.root / "content/banners/winter/banner.yaml").read_text(encoding="utf-8")
    assert text.endswith("locales:\n  en:\n    description: Snow\n    active: false\n")
    showcase.run("activate", "banners/winter").exits(1).says("lacks `tablet`")


def test_a_pdf_is_put_in_place_and_replaced(showcase: Showcase) -> None:
    showcase.files({"fees.pdf": PDF, "new.pdf": PDF + b"%", "no.pdf": b"hello"})
    add = ("add", "documents/fees", "--name", "Fees")
    changes = showcase.edited(*add, "--file", "fees.pdf")
    assert changes == ["+ content/documents/fees.pdf", "+ content/documents/fees.yaml"]
    changes = showcase.edited("add", "documents/fees", "--file", "new.pdf")
    assert changes == [
        "- content/documents/fees.pdf",
        "content/documents/fees.yaml: -file: fees.pdf",
        "content/documents/fees.yaml: +file: new.pdf",
        "+ content/documents/new.pdf",
    ]
    link = ("add", "documents/fees", "--link", "https://x.example/fees")
    showcase.run(*link).exits(1).says("has another `file` already")
    assert showcase.edited(*link, "--overwrite") == [
        "content/documents/fees.yaml: -file: new.pdf",
        "content/documents/fees.yaml: +link: https://x.example/fees",
        "- content/documents/new.pdf",
    ]
    showcase.run("add", "documents/fees", "--file", "no.pdf").exits(2).says("is no PDF")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("texts",), "names no entry"),
        (("--title", "X", "texts/a"), "names no entry"),
        (("words/a", "--title", "X"), "no kind `words`"),
        (("texts/a..b", "--title", "X"), "cannot be the label"),
        (("texts/a", "--titel", "X"), "did you mean `title`"),
        (("texts/a", "--wxyz", "X"), "`locked`, `properties`, `review`, `title`"),
        (("texts/a",), "no text in `en`, the source language"),
        (("texts/a", "--title.es", "X"), "no text in `en`, the source language"),
        (("texts/a", "--title.fr", "X"), "`fr` is not active here"),
        (("texts/a", "--title", "X", "--locale", "fr"), "`fr` is not active here"),
        (("levels/gold", "--title", "X"), "must have `type`; give `--type personal`"),
        (("levels/gold", "--title", "X", "--type", "odd"), "must be `personal` or `business`"),
        (("texts/a", "--title", "X", "--file", "nowhere.png"), "there is no file `nowhere.png`"),
        (("texts/a", "--title", "X", "--file", "clientarea.yaml"), "banners and documents"),
        (
            ("banners/a", "--file", "clientarea.yaml"),
            "`clientarea` is no slot; `--slot` says which",
        ),
        (("banners/a", "--slot", "wide"), "give it with `--file`"),
        (("translations/portal:x",), "nothing is given"),
        (("translations/portal",), "names no string"),
        (("translations/portal:x", "--text.es", "X"), "is not declared yet"),
        (("translations/portal:Dashboard.title", "--text", "X"), "only in case"),
        (("translations/portal:x", "--text", "X", "--forms", "X"), "`--plural`"),
        (("translations/por tal:x", "--text", "X"), "the nearest that can"),
        (("translations/portal:x", "--text", "X", "--area", "nowhere"), "no area `nowhere`"),
        (("languages/fr",), "languages.yaml"),
        (("texts/a", "--json", "odd.json"), "odd.json:1:2:"),
        (("texts/a", "--json", "list.json"), "no object"),
        (("texts/a", "--json", "empty.json"), "empty.json has no JSON object"),
        (("levels/Basic", "--type", "personal", "--title", "X"), "only in case"),
        (("translations/glossary", "--word", "x"), "not a field of the glossary"),
        (("texts/a", "--json", "unknown.json"), "`tytle` is not a field"),
    ],
)
def test_what_cannot_be_added_is_said(
    showcase: Showcase, arguments: tuple[str, ...], said: str
) -> None:
    showcase.files(
        {"odd.json": "{x", "empty.json": "", "list.json": "[]", "unknown.json": '{"tytle": "X"}'}
    )
    before = showcase.tree()
    showcase.run("add", *arguments).exits(2).says(said)
    assert showcase.tree() == before


def test_other_verbs_take_no_fields(showcase: Showcase) -> None:
    showcase.run("lock", "texts/*", "--title", "X").exits(2).says("unrecognized arguments: --title")


def test_a_terminal_is_asked(showcase: Showcase) -> None:
    said = _answered(showcase.root, "levels/gold", "odd", "personal", "Gold", "", "Oro")
    assert "type (personal, business): " in said
    assert "one of these is needed" in said
    assert "title.es [Enter: none]: " in said
    text = (showcase.root / "content/levels/gold.yaml").read_text(encoding="utf-8")
    assert "type: personal\nlocales:\n  en:\n    title: Gold\n  es:\n    title: Oro\n" in text


def _answered(root: Path, what: str, *answers: str) -> str:
    """Run `add` on a terminal that gives answers, and Enter to all further questions."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(root)
        os.execv(sys.executable, [sys.executable, "-m", "compiler", "add", what])
    said = b""
    left = [*answers]
    while True:
        try:
            said += os.read(terminal, 4096)
        except OSError:  # the child has closed it
            break
        if said.endswith(b": "):
            said += b"\n"
            os.write(terminal, f"{left.pop(0) if left else ''}\n".encode())
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 0, said.decode()
    return said.decode()


def _labels(showcase: Showcase, locale: str, path: str | None = None) -> list[str]:
    text = (showcase.root / (path or f"{PORTAL}/{locale}.po")).read_text(encoding="utf-8")
    return [line.split('"')[1] for line in text.splitlines() if line.startswith("msgctxt ")]
