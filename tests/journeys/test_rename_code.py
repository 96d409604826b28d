"""`rename --code`: a string and its namespace renamed in code, too, and what cannot be followed."""

from pathlib import Path

import pytest

from tests.harness import SMALL_PROJECT, Project

SETTINGS = """\
version: 1
code:
  - {files: ["../web/src/**/*.{ts,tsx,vue}"], functions: [t, $t], namespace: portal}
"""
APP = "web/src/App.tsx"
CODE = {
    APP: (
        "// naïve\r\n"
        "const { t } = useTranslation('portal');\r\n"
        "export const App = () => <p title={t('greeting')}>{t(\"bye\")} {t('portal:greeting')}</p>;\r\n"
        "const other = () => { const { t } = useTranslation('common'); return t('greeting'); };\r\n"
    ),
    "web/src/deep/Page.vue": "<template><p>{{ $t('greeting') }}</p></template>\n",
    "web/src/plain.ts": "const note = 'greeting'; // t('greeting')\n",
    "web/lib/Other.tsx": "t('greeting');\n",
    "web/src/node_modules/x.ts": "t('greeting');\n",
    ".gitignore": "node_modules\nbuild\n",
}


class Pair(Project):
    """A project below a Git work tree with the code of an application beside it."""

    def source(self, path: str) -> str:
        """Return a file of code."""
        return (self.root.parent / path).read_bytes().decode()


@pytest.fixture
def project(tmp_path: Path) -> Pair:
    (tmp_path / "content-repo").mkdir()
    Project(tmp_path).files({**CODE}).git("init", "--quiet")
    here = Pair(tmp_path / "content-repo")
    here.files({**SMALL_PROJECT, "clientarea.yaml": SETTINGS})
    return here


def test_a_label_is_renamed_where_code_asks_for_it(project: Pair) -> None:
    before = {path: project.source(path) for path in CODE}
    rename = ("rename", "translations/portal:greeting", "hello", "--code")
    project.run(*rename, "--dry-run").exits(0)
    assert {path: project.source(path) for path in CODE} == before
    project.run(*rename).exits(0).says("../web/src/App.tsx:3: ", "renamed in code", "breaking")
    assert project.source(APP) == (
        before[APP]
        .replace("title={t('greeting')}", "title={t('hello')}")
        .replace("portal:greeting", "portal:hello")
    )
    assert "$t('hello')" in project.source("web/src/deep/Page.vue")
    for path in ("web/src/plain.ts", "web/lib/Other.tsx", "web/src/node_modules/x.ts"):
        assert project.source(path) == before[path]
    project.run(*rename).exits(0).says("Nothing to change")


def test_without_code_one_is_told(project: Pair) -> None:
    project.run("rename", "translations/portal:greeting", "hello").exits(0).says("`--code` renames")
    assert "greeting" in project.source(APP)


def test_a_namespace_is_renamed_in_hooks_keys_and_settings(project: Pair) -> None:
    before = project.source(APP)
    project.run("rename", "translations/portal", "translations/web", "--code").exits(0)
    after = before.replace("useTranslation('portal')", "useTranslation('web')")
    assert project.source(APP) == after.replace("portal:greeting", "web:greeting")
    assert (project.root / "clientarea.yaml").read_text(encoding="utf-8") == SETTINGS.replace(
        "namespace: portal", "namespace: web"
    )
    project.edit(
        "clientarea.yaml",
        "namespace: web}",
        "namespace: web, fallbacks: [web]}\ntypes:\n  - {file: a.d.ts, for: i18next, namespaces: [web]}",
    )
    settings = (project.root / "clientarea.yaml").read_text(encoding="utf-8")
    project.run("rename", "translations/web", "translations/site", "--code").exits(0)
    renamed = settings.replace("web}", "site}").replace("[web]", "[site]")
    renamed = renamed.replace("namespace: web,", "namespace: site,")
    assert (project.root / "clientarea.yaml").read_text(encoding="utf-8") == renamed
    project.run("rename", "translations/site", "translations/web", "--code").exits(0)
    project.run("rename", "translations/web:greeting", "hello", "--code").exits(0)
    assert "$t('hello')" in project.source("web/src/deep/Page.vue")


def test_what_cannot_be_followed_is_said(project: Pair) -> None:
    Project(project.root.parent).files(
        {
            "web/src/a.ts": "t(`gree${x}`);\nt(key + 'ing');\nt('hello' + x);\n",
            "web/src/b.ts": "const { t } = useTranslation('portal', { keyPrefix: 'pay' });\nt('now');\n",
        }
    )
    project.run("add", "translations/portal:pay.now", "--text", "Pay now").exits(0)
    project.run("rename", "translations/portal:greeting", "hello", "--code").exits(0).says(
        "by a key that it puts together: ../web/src/a.ts:1, ../web/src/a.ts:2"
    )
    project.run("rename", "translations/portal:pay.now", "buy.now", "--code").exits(0).says(
        "under a prefix that the new label has not: ../web/src/b.ts:2"
    )
    project.run("rename", "translations/portal:buy.now", "pay.later", "--code").exits(0)
    # Nobody asks for `buy.now`; what asked for `pay.now` still does.
    assert "t('now')" in project.source("web/src/b.ts")


def test_a_link_out_of_the_work_tree_is_no_code(
    project: Pair, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "x.ts").write_text("t('greeting');", encoding="utf-8")
    (project.root.parent / "web/src/linked").symlink_to(outside)
    (project.root.parent / "web/src/one.ts").symlink_to(outside / "x.ts")
    project.run("rename", "translations/portal:greeting", "hello", "--code").exits(0)
    assert (outside / "x.ts").read_text(encoding="utf-8") == "t('greeting');"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("texts/notice", "texts/other", "`--code` is for strings"),
        ("translations/portal:nowhere", "x", "there is no entry"),
    ],
)
def test_wrong_use_is_one_sentence(project: Pair, old: str, new: str, said: str) -> None:
    project.files({"content/texts/notice.yaml": "locales:\n  en: {title: Notice}\n"})
    project.run("rename", old, new, "--code").exits(2).says(said)


def test_without_settings_there_is_no_code(project: Pair) -> None:
    project.files({"clientarea.yaml": "version: 1\n"})
    project.run("rename", "translations/portal:greeting", "hello", "--code").exits(2).says(
        "`code` of"
    )


def test_patterns_that_match_no_file_are_told_and_nothing_is_written(project: Pair) -> None:
    before = (project.root / "content/translations/portal/en.po").read_bytes()
    project.edit("clientarea.yaml", "../web/src", "../wbe/src")
    project.run("rename", "translations/portal:greeting", "hello", "--code").exits(2).says(
        "no file of code matches `../wbe/src/**/*.{ts,tsx,vue}`, `code` of clientarea.yaml"
    )
    assert (project.root / "content/translations/portal/en.po").read_bytes() == before


def test_code_is_renamed_afterwards_too(project: Pair) -> None:
    project.run("rename", "translations/portal:greeting", "hello").exits(0).says("`--code`")
    assert "t('greeting')" in project.source(APP)
    project.run("rename", "translations/portal:greeting", "hello", "--code").exits(0)
    assert "$t('hello')" in project.source("web/src/deep/Page.vue")


def test_a_file_in_utf_16_is_never_cut_by_the_bytes_of_another_form(project: Pair) -> None:
    data = "t('greeting');\n".encode("utf-16")
    project.files({"../web/src/wide.ts": data})
    rename = ("rename", "translations/portal:greeting", "hello", "--code")
    project.run(*rename).exits(2).says("`../web/src/wide.ts` is written in UTF-16")
    assert (project.root.parent / "web/src/wide.ts").read_bytes() == data
