"""`keys` and `check` where code asks for strings: every verdict, with its place, and what mends it."""

import sys
from pathlib import Path

import pytest

from compiler.code.dialects import grammar_parser
from tests.harness import SMALL_PROJECT, Project

SETTINGS = """\
version: 1
code:
  - {files: ["../web/**/*.{ts,tsx,vue}"], functions: [t], namespace: portal}
"""
APP = "../web/App.tsx"
STRINGS = {
    "greeting": "Hello {name}",
    "status.open": "Open",
    "status.closed": "Closed",
    "tab.home": "Home",
    "tab.help": "Help",
    "error.denied": "Denied",
    "items": "{count, plural, one {# item} other {# items}}",
    "old": "Old",
}
CODE = """\
const { t } = useTranslation();
enum Status { Open = 'open', Closed = 'closed' }
const TABS = [{ label: 'tab.home' }, { label: 'tab.help' }];
const App = ({ status, name }: { status: Status; name: string }) => (
  <p title={t('greeting', { name })}>
    {t(`status.${status}`)} {TABS.map((tab) => t(tab.label))} {t('items', { count: 2 })}
    {t(`error.${code}`)}
  </p>
);
"""


def catalogue(strings: dict[str, str], language: str = "en") -> str | bytes:
    """Return a catalogue of source texts."""
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    entries = (
        f'\nmsgctxt "{label}"\nmsgid "{text}"\nmsgstr ""\n' for label, text in strings.items()
    )
    return head + "".join(entries)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A repository with content in a folder, and the code of an application beside."""
    root = tmp_path / "content-repo"
    root.mkdir()
    Project(tmp_path).git("init", "--quiet")
    here = Project(root).files(
        {
            "clientarea.yaml": SETTINGS,
            "content/configurations/languages.yaml": "source: en\nactive: [en]\nenabled: [en]\n",
            "content/translations/portal/en.po": catalogue(STRINGS),
            APP: CODE,
        }
    )
    return here.files({"../.gitignore": "build\n"})


def verdicts(project: Project) -> dict[str, str]:
    """Return the verdict on every string, by its name."""
    every = "undeclared,unused,undeterminable,used"
    keys = project.run("keys", "--verdict", every, "--format", "json").data()["keys"]
    return {one["key"]: one["verdict"] for one in keys}


def test_every_string_has_its_verdict(project: Project) -> None:
    assert verdicts(project) == {
        "portal:greeting": "used",
        "portal:items": "used",
        "portal:status.open": "undeterminable",
        "portal:status.closed": "undeterminable",
        "portal:tab.home": "undeterminable",
        "portal:tab.help": "undeterminable",
        "portal:error.denied": "undeterminable",
        "portal:old": "unused",
    }
    project.exits(0)


def test_it_is_told_with_places_and_reasons(project: Project) -> None:
    project.files({APP: CODE.replace("'tab.help'", "'tab.hlp'")})
    project.run("keys").exits(1)
    assert project.out == (
        "undeclared portal:tab.hlp\n"
        "    ../web/App.tsx:3\n"
        "unused portal:old\n"
        "unused portal:tab.help\n"
        "undeterminable portal:error.denied\n"
        "    may be `error.…`: ../web/App.tsx:7\n"
        "undeterminable portal:status.closed\n"
        "    a value of `status`: ../web/App.tsx:6\n"
        "undeterminable portal:status.open\n"
        "    a value of `status`: ../web/App.tsx:6\n"
        "undeterminable portal:tab.home\n"
        "    a value of `tab.label`: ../web/App.tsx:3\n"
        "1 undeclared, 2 unused, 4 undeterminable, 2 used; 1 file of code read\n"
    )


def test_an_answer_that_is_kept_is_the_same_until_a_file_changes(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    first = project.run("keys").out
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "compiler.commands.judging_keys", None)  # who judges fails
        assert project.run("keys").exits(0).out == first
    project.files({APP: CODE.replace("t('greeting', { name })", "'none'")})
    assert "unused portal:greeting" in project.run("keys").exits(0).out
    project.edit("content/translations/portal/en.po", '"old"', '"older"')
    assert "unused portal:older" in project.run("keys").exits(0).out
    project.edit("clientarea.yaml", "tsx,vue", "vue").run("keys").exits(0).says(
        "no file of code matches"
    )


def test_a_check_that_is_kept_is_the_same_until_code_changes(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    first = project.run("check").out
    with monkeypatch.context() as without:
        without.setitem(sys.modules, "compiler.commands.requested", None)  # who judges fails
        assert project.run("check").exits(0).out == first
    project.files({APP: CODE.replace("t('items'", "t('itms'")})
    project.run("check").exits(1).says("[undeclared-key]")
    project.files({APP: CODE, "../web/more.ts": "t('old');\n"})
    assert "unused-key" not in project.run("check").exits(0).out
    (project.root / "../web/more.ts").unlink()
    assert project.run("check").out == first


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "t('items', { count: 2 })",
            "t('itms', { count: 2 })",
            "error: `translations/portal:itms` is not declared, and code asks for it here [undeclared-key]",
        ),
        (
            "{ name })}>",
            "{ nmae: name })}>",
            "warning: `nmae` is passed here, and `greeting` has `{name}` [needless-argument]",
        ),
        (
            "t('greeting', { name })",
            "t('greeting')",
            "warning: `greeting` shows `name`, and nothing of that name is passed here [unpassed-argument]",
        ),
        (
            "t(`error.${code}`)",
            "t(`eror.${code}`)",
            "info: no string of `portal` is called `eror.…` [computed-key]",
        ),
        (
            "t(`error.${code}`)",
            "t(code)",
            "info: any string of `portal` may be meant here: 8 cannot be judged [computed-key]",
        ),
        (
            "enum",
            "// clientarea: uses nothing.*\nenum",
            "warning: `nothing.*` is not needed here: no string of `portal` is called so [unneeded-uses]",
        ),
        (
            "enum",
            "// clientarea: uses items\nenum",
            "`items` is not needed here: code names what it says by itself [unneeded-uses]",
        ),
        ("enum", "enum", "warning: no code asks for `old` [unused-key]"),
    ],
)
def test_check_tells_what_is_wrong_with_keys(
    project: Project, old: str, new: str, said: str
) -> None:
    assert old in CODE
    project.files({APP: CODE.replace(old, new)}).run("check")
    project.exits(1 if "error:" in said else 0).says(said)


def test_what_fits_is_not_told(project: Project) -> None:
    here = project.edit("content/translations/portal/en.po", 'msgctxt "old"', 'msgctxt "error.old"')
    here.run("check", "--strict").exits(0).says("No findings")


def test_a_comment_says_what_no_tool_can_see(project: Project) -> None:
    project.files({APP: CODE.replace("t(`error.${code}`)", "t(code)")})
    assert verdicts(project)["portal:old"] == "undeterminable"
    bounded = "/* clientarea: uses error.* */ t(code)"
    project.files({APP: CODE.replace("t(`error.${code}`)", bounded)})
    assert verdicts(project)["portal:old"] == "unused"
    assert verdicts(project)["portal:error.denied"] == "used"
    project.run("check").exits(0)
    assert "unneeded-uses" not in project.out
    assert "computed-key" not in project.out


def test_what_a_consumer_or_another_string_needs_is_used(project: Project) -> None:
    project.files({"content/consumers/shop/1.0.json": '{"keys": {"portal": ["old"]}}'})
    assert verdicts(project)["portal:old"] == "used"
    project.run("keys", "--verdict", "used").says(
        "used portal:old\n    shop 1.0 uses it: content/consumers/shop/1.0.json:1"
    )


def test_a_namespace_whose_code_is_not_there_is_not_judged(project: Project) -> None:
    project.edit("clientarea.yaml", "../web/", "../gone/")
    assert verdicts(project) == {}
    project.run("check", "--strict").exits(0).says(
        "clientarea.yaml:3:13: info: no file of code matches `../gone/**/*.{ts,tsx,vue}`: what asks"
        " for strings of `portal` is not known [unread-code]"
    )


def test_without_what_reads_code_that_is_said(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "tree_sitter", None)
    grammar_parser.cache_clear()
    project.run("keys").exits(2).says("pip install 'clientarea[code]'")
    project.run("check", "--strict").exits(0).says("info: what code asks for", "[unread-code]")


def test_fallbacks_hooks_and_components_of_a_project(project: Project) -> None:
    project.files(
        {
            "clientarea.yaml": SETTINGS.replace(
                "namespace: portal}",
                "namespace: portal, fallbacks: [common], hooks: {useCopy: {prefix: 0}},"
                " components: {Copy: textKey}}",
            ),
            "content/translations/common/en.po": catalogue({"ok": "OK", "no": "No"}),
            "../web/more.tsx": "const c = useCopy('tab'); c('home'); t('ok');\n"
            "const x = <Copy textKey='old' />;\n",
        }
    )
    found = verdicts(project)
    assert {name: found[f"portal:{name}"] for name in ("tab.home", "old")} == {
        "tab.home": "used",
        "old": "used",
    }
    assert (found["common:ok"], found["common:no"]) == ("used", "unused")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--verdict", "gone"), "`gone` is no verdict"),
        (("--nothing",), "unrecognized arguments"),
    ],
)
def test_wrong_use_is_one_sentence(project: Project, arguments: tuple[str, ...], said: str) -> None:
    project.run("keys", *arguments).exits(2).says(said)


def test_without_settings_there_is_no_code(tmp_path: Path) -> None:
    Project(tmp_path).files({**SMALL_PROJECT}).run("keys").exits(2).says(
        "`code` of clientarea.yaml"
    )


def test_what_another_file_exports_keeps_its_candidates_alive(project: Project) -> None:
    project.files(
        {
            "../web/keys.ts": "export const ERRORS = { no: 'error.denied' } as const;\n",
            "../web/more.ts": "import { ERRORS } from './keys';\nt(ERRORS[code]);\n",
            APP: CODE.replace("{t(`error.${code}`)}", ""),
        }
    )
    assert verdicts(project)["portal:error.denied"] == "undeterminable"
    project.run("keys").says("a value of `ERRORS[code]`: ../web/more.ts:2")
    assert "computed-key" not in project.run("check").exits(0).out


@pytest.mark.parametrize(
    ("verb", "told"), [("keys", "stands in code as a text"), ("check", "[unpassed-argument]")]
)
def test_an_answer_is_kept_no_longer_than_the_aliases_it_was_found_by(
    project: Project, monkeypatch: pytest.MonkeyPatch, verb: str, told: str
) -> None:
    monkeypatch.delenv("CI", raising=False)
    aliases = '{"compilerOptions": {"paths": {"@/*": ["./%s/*"]}}}'
    project.files(
        {
            "../web/one/keys.ts": "export const WANTED = 'old';\n",
            "../web/two/keys.ts": "export const WANTED = 'greeting';\n",
            "../web/more.ts": "import { WANTED } from '@/keys';\nt(WANTED);\n",
            "../web/tsconfig.json": aliases % "one",
        }
    )
    assert told not in project.run(verb).exits(0).out
    project.files({"../web/tsconfig.json": aliases % "two"})
    project.run(verb).exits(0).says(told)
