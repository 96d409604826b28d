"""`keys --add`, `--remove-unused`, `--emit`: what is written, and what is left to people."""

from pathlib import Path

import pytest

from tests.harness import Project

SETTINGS = """\
version: 1
code:
  - {files: ["../web/**/*.{ts,tsx,py,swift}"], functions: [t, String, intl.formatMessage], namespace: portal}
"""
HEAD = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
ENGLISH = HEAD.format("en") + '\nmsgctxt "bye"\nmsgid "Goodbye"\nmsgstr ""\n'
SPANISH = HEAD.format("es") + '\nmsgctxt "bye"\nmsgid "Goodbye"\nmsgstr "Adiós"\n'
EN, ES = (f"content/translations/portal/{one}.po" for one in ("en", "es"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A repository with content in a folder, and the code of an application beside."""
    (tmp_path / "repo").mkdir()
    Project(tmp_path).git("init", "--quiet").files({".gitignore": "build\n"})
    languages = "source: en\nactive: [en, es]\nenabled: [en, es]\n"
    return Project(tmp_path / "repo").files(
        {
            "clientarea.yaml": SETTINGS,
            "content/configurations/languages.yaml": languages,
            EN: ENGLISH,
            ES: SPANISH,
            "../web/app.tsx": "t('bye');\n",
        }
    )


def text(project: Project, path: str) -> str:
    return (project.root / path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "code", "entry"),
    [
        ("a.ts", "t('pay', 'Pay now')", 'msgctxt "pay"\nmsgid "Pay now"\n'),
        (
            "a.ts",
            "// Button below the cart.\nt('pay', { amount, defaultValue: 'Pay {{amount}}' })",
            '#. Button below the cart.\nmsgctxt "pay"\nmsgid "Pay {amount}"\n',
        ),
        (
            "a.ts",
            "t('n', { count, defaultValue_one: '{{count}} day', defaultValue_other: '{{count}} days' })",
            'msgctxt "n"\nmsgid "{count, plural, one {{count} day} other {{count} days}}"\n',
        ),
        (
            "a.ts",
            "intl.formatMessage({ id: 'pay', defaultMessage: 'Pay {amount, number}', description: 'In the cart' }, { amount })",
            '#. In the cart\nmsgctxt "pay"\nmsgid "Pay {amount, number}"\n',
        ),
        (
            "a.tsx",
            'const a = <FormattedMessage id="pay" defaultMessage="It\'s {n}" values={{ n }} />;',
            'msgctxt "pay"\nmsgid "It\'s {n}"\n',
        ),
        (
            "a.tsx",
            "const a = <div>\n  {/* Shown to all. */}\n  {t('pay', 'It\\'s “{{n}}”\\n', { n })}\n</div>;",
            '#. Shown to all.\nmsgctxt "pay"\nmsgid "It\'s “{n}”\\n"\n',
        ),
        (
            "a.py",
            "# Translators: on the bill\nt('pay', default='Pay {amount}', amount=3)",
            '#. on the bill\nmsgctxt "pay"\nmsgid "Pay {amount}"\n',
        ),
        (
            "a.swift",
            'let a = String(localized: "pay", defaultValue: "Pay", comment: "In the cart")',
            '#. In the cart\nmsgctxt "pay"\nmsgid "Pay"\n',
        ),
        (
            "a.ts",
            "// eslint-disable-next-line\nt('pay', 'Pay')",
            '\n\nmsgctxt "pay"\nmsgid "Pay"\n',
        ),
    ],
)
def test_a_key_is_declared_with_the_text_of_the_code(
    project: Project, name: str, code: str, entry: str
) -> None:
    project.files({f"../web/{name}": f"{code}\n"})
    project.run("keys", "--add", "--dry-run").exits(0)
    assert text(project, EN) == ENGLISH
    project.run("keys", "--add").exits(0).says("added in `en`")
    assert text(project, EN) == f'{ENGLISH}\n{entry.lstrip()}msgstr ""\n'
    assert entry.partition("msgctxt")[2] in text(project, ES)  # to be translated
    project.run("keys", "--add").exits(0).says("Nothing to change")
    project.run("check", "--gate", "draft").exits(0)


def test_what_cannot_be_declared_is_named_and_the_rest_is_done(project: Project) -> None:
    project.files(
        {
            "../web/a.ts": "t('bare');\nt('Not a label!', 'x');\nt('good', 'Good');\n"
            "t('good', 'Better');\n"
        }
    )
    project.run("keys", "--add").exits(0).says(
        "translations/portal:good: added in `en`",
        "../web/a.ts:1: code has no text for `translations/portal:bare`: `clientarea add"
        ' translations/portal:bare --text "…"`',
        "../web/a.ts:2: `portal:Not a label!` cannot be the label of a string",
        "../web/a.ts:4: another text for `translations/portal:good` than in ../web/a.ts:3",
    )
    assert '"good"\nmsgid "Good"' in text(project, EN)


def test_a_namespace_begins_with_its_first_key(project: Project) -> None:
    project.files({"../web/a.ts": "t('common:ok', 'OK');\n"})
    project.run("keys", "--add", "--namespace", "portal").exits(0).says("Nothing to change")
    project.run("keys", "--add").exits(0)
    assert '"ok"\nmsgid "OK"' in text(project, "content/translations/common/en.po")


def test_unused_strings_go_and_what_may_be_asked_for_stays(project: Project) -> None:
    for label in ("old", "error.one", "kept", "said"):
        project.run("add", f"translations/portal:{label}", "--text", label).exits(0)
    project.files(
        {
            "../web/a.ts": "t(`error.${code}`); const title = 'said';\n",
            "content/consumers/shop/1.0.json": '{"keys": {"portal": ["kept"]}}',
        }
    )
    before = text(project, EN)
    project.run("keys", "--remove-unused", "--dry-run").exits(0)
    assert text(project, EN) == before
    project.run("keys", "--remove-unused").exits(0).says("portal:old: removed from 2 catalogues")
    assert text(project, EN) == before.replace('\nmsgctxt "old"\nmsgid "old"\nmsgstr ""\n', "")
    project.run("keys", "--remove-unused").exits(0).says("Nothing to change")


def test_nothing_is_removed_while_code_is_not_there(project: Project) -> None:
    project.edit("clientarea.yaml", "../web/", "../gone/")
    for option in (("--remove-unused",), ("--emit", "shop/1.0")):
        project.run("keys", *option).exits(1).says("some code that `code` names could not be read")
    assert text(project, EN) == ENGLISH


def test_a_manifest_keeps_what_a_version_uses(project: Project) -> None:
    for label in ("old", "error.one"):
        project.run("add", f"translations/portal:{label}", "--text", label).exits(0)
    project.files({"../web/a.ts": "t(`error.${code}`);\n"})
    path = "content/consumers/shop/1.0.json"
    project.files({path: '{"keys": {"portal": ["gone"]}, "entries": ["texts/legal.terms"]}'})
    project.run("keys", "--emit", "shop/1.0").exits(0).says("consumers/shop/1.0: names 2 strings")
    assert project.json(path) == {
        "keys": {"portal": ["bye", "error.one"]},
        "entries": ["texts/legal.terms"],
    }
    project.run("keys", "--emit", "shop/1.0").exits(0).says("Nothing to change")
    project.run("keys", "--emit", "shop/1.1", "--dry-run").exits(0)
    assert not (project.root / "content/consumers/shop/1.1.json").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--emit", "../x"), "is no APPLICATION/VERSION"),
        (("--emit", "shop/../../x"), "is no APPLICATION/VERSION"),
        (("--dry-run",), "`keys` alone writes nothing"),
        (("--add", "--verdict", "used"), "`--verdict` chooses what is printed"),
        (("--add", "--remove-unused"), "not allowed with"),
    ],
)
def test_wrong_use_is_one_sentence(project: Project, arguments: tuple[str, ...], said: str) -> None:
    project.run("keys", *arguments).exits(2).says(said)
