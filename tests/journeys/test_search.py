"""`search` through the command line: what is found, where, and what is said where nothing is."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from compiler.report import console as console_module
from tests.harness import CHECKOUT, LANGUAGES, Project
from tests.query.library import EN, PL, library


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return library(tmp_path)


def test_without_words_all_entries_are_listed_with_languages_and_states(project: Project) -> None:
    project.run("search").exits(0)
    assert project.out == (
        "content/areas/shop/area.yaml:1:1: areas/shop\n"
        "content/translations/portal/en.po:6:9: translations/portal:login.signIn en pl ar es; inherited: es-MX\n"
        "content/translations/portal/en.po:10:9: translations/portal:login.help en es; inherited: es-MX; missing: ar; stale: pl\n"
        "content/translations/portal/en.po:14:9: translations/portal:cart.items en es; inherited: es-MX; missing: ar; unreviewed: pl\n"
        "content/translations/portal/en.po:18:9: translations/portal:cart.empty en es; inherited: es-MX; missing: pl ar\n"
        "content/translations/portal/es.po:22:9: translations/portal:cart.gone orphaned: es\n"
        "content/statuses/init.yaml:1:1: statuses/init en pl; missing: ar es es-MX\n"
        "content/texts/deposit/guide.yaml:1:1: texts/deposit.guide en; missing: pl ar es es-MX\n"
        "content/texts/deposit/terms.yaml:1:1: texts/deposit.terms en es; inherited: es-MX; missing: ar; unreviewed: pl; locked\n"
        "content/templates/welcome.yaml:1:1: templates/welcome en; inactive\n"
        "content/documents/licence.yaml:1:1: documents/licence\n"
        "content/areas/shop/translations/portal/pl.po:6:9: translations/portal:login.signIn in shop pl\n"
        "content/areas/shop/texts/deposit/terms.yaml:1:1: texts/deposit.terms in shop en; locked\n"
    )
    assert project.err == ""


SIGN_IN = (
    "content/translations/portal/pl.po:8:9: translations/portal:login.signIn pl: Zaloguj się\n"
)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["zaloguj sie"], SIGN_IN),
        (["ＳＩĘ", "zaloguj"], SIGN_IN),
        (["--regex", "^z.*ę$"], SIGN_IN),
        (
            ["الدخول"],
            "content/translations/portal/ar.po:8:15: translations/portal:login.signIn ar: تسجيل الدُّخول\n",
        ),
        (
            ["koszyku"],
            "content/translations/portal/pl.po:17:19: translations/portal:cart.items pl (unreviewed): Pozycje w koszyku\n",
        ),
        (
            ["cuenta", "solo"],
            "content/texts/deposit/terms.es.md:6:30: texts/deposit.terms es description: Primera línea. Segunda: pague con su propia cuenta, y solo con su cuenta.\n",
        ),
        (
            ["confirm"],
            "content/texts/deposit/guide.yaml:5:56: texts/deposit.guide en properties.steps.1: Confirm\n",
        ),
        (
            ["licence 2026"],
            "content/documents/licence.yaml:1:7: documents/licence name: Licence 2026\n",
        ),
        (
            ["portal:cart.gone"],
            "content/translations/portal/es.po:22:9: translations/portal:cart.gone orphaned: es\n",
        ),
        (
            ["desk"],
            "content/areas/shop/texts/deposit/terms.yaml:2:58: texts/deposit.terms in shop en description: Pay at the desk.\n",
        ),
    ],
)
def test_words_are_found_at_their_place(
    project: Project, arguments: list[str], expected: str
) -> None:
    project.run("search", *arguments).exits(0)
    assert project.out == expected


def found(project: Project, *arguments: str) -> list[str]:
    project.run("search", *arguments, "--format", "json").exits(0)
    return [one["entity"].partition("/")[2] for one in project.data()]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--state", "missing", "--locale", "pl"], ["portal:cart.empty", "deposit.guide"]),
        (["--state", "stale"], ["portal:login.help"]),
        (["--state", "unreviewed", "--kind", "texts"], ["deposit.terms"]),
        (["--state", "inactive"], ["welcome"]),
        (["--state", "locked"], ["deposit.terms", "deposit.terms"]),
        (["--state", "stale,inactive"], ["portal:login.help", "welcome"]),
        (["--kind", "documents,statuses"], ["init", "licence"]),
        (
            ["cart", "--state", "missing", "--locale", "ar"],
            ["portal:cart.items", "portal:cart.empty"],
        ),
        (
            ["cart", "--locale", "es"],
            ["portal:cart.items", "portal:cart.empty", "portal:cart.gone"],
        ),
        (["carrito", "--locale", "pl"], []),
        (
            ["deposit", "--kind", "texts", "--locale", "pl"],
            ["deposit.guide", "deposit.terms", "deposit.terms"],
        ),
    ],
)
def test_kinds_languages_and_states_narrow_it_down(
    project: Project, arguments: list[str], expected: list[str]
) -> None:
    assert found(project, *arguments) == expected


def test_a_list_by_language_has_these_languages_alone(project: Project) -> None:
    project.run("search", "--state", "missing,stale", "--locale", "pl").exits(0)
    assert project.out == (
        f"{EN}:10:9: translations/portal:login.help stale: pl\n"
        f"{EN}:18:9: translations/portal:cart.empty missing: pl\n"
        "content/texts/deposit/guide.yaml:1:1: texts/deposit.guide missing: pl\n"
    )


def test_json_has_everything_for_programs(project: Project) -> None:
    project.run("search", "pomoc", "--format", "json").exits(0)
    assert project.data() == [
        {
            "entity": "translations/portal:login.help",
            "area": None,
            "path": EN,
            "line": 10,
            "column": 9,
            "locked": False,
            "inactive": False,
            "languages": {
                "en": "source",
                "pl": "stale",
                "ar": "missing",
                "es": "current",
                "es-MX": "inherited",
            },
            "matches": [
                {
                    "locale": "pl",
                    "part": "msgstr",
                    "path": PL,
                    "line": 12,
                    "column": 9,
                    "match": "Pomoc",
                    "text": "Pomoc przy logowaniu",
                }
            ],
        }
    ]


def test_nothing_found_is_no_failure(project: Project) -> None:
    project.run("search", "zzz").exits(0)
    assert (project.out, project.err) == ("", "Nothing found.\n")
    project.run("search", "deposit.*").exits(0).says("`--regex` takes patterns")
    project.run("search", "zzz", "--format", "json").exits(0)
    assert project.data() == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--regex", "a(b"], "`a(b` is no regular expression at character 2: missing )"),
        (["--kind", "txts"], "`txts` is no kind; did you mean `texts`?"),
        (["--locale", "pl,de"], "`de` is no language of this project; known: `ar`, `en`"),
        (["--state", "missin"], "`missin` is no state; did you mean `missing`?"),
        ([" "], "there is nothing to look for in these words"),
    ],
)
def test_wrong_usage(project: Project, arguments: list[str], said: str) -> None:
    project.run("search", *arguments).exits(2).says(said)


def test_a_kept_index_gives_the_answers_of_a_new_one(project: Project) -> None:
    questions = [["search"], ["search", "in"], ["search", "cart", "--format", "json"]]
    first = [project.run(*question).out for question in questions]
    assert (project.root / "build/.cache/search").is_file()
    assert [project.run(*question).out for question in questions] == first
    (project.root / "build/.cache/search").write_bytes(b"clientarea search index\nnonsense")
    assert [project.run(*question).out for question in questions] == first
    (project.root / "build/.cache/search").unlink()
    (project.root / "build/.cache/search").mkdir()  # nothing can be kept
    assert [project.run(*question).out for question in questions] == first


def test_what_is_edited_is_found_at_once(project: Project) -> None:
    project.run("search", "koszyku").exits(0)
    before = (project.root / PL).stat()
    project.edit(PL, "koszyku", "sklepie")  # as long as it was
    os.utime(project.root / PL, ns=(before.st_atime_ns, before.st_mtime_ns))
    project.run("search", "koszyku").says("Nothing found.")
    project.run("search", "pozycje w sklepie").says("cart.items pl (unreviewed)")
    project.edit(EN, "Items in the cart", "Goods in the cart").run("search", "pozycje")
    assert "(stale)" in project.out


def test_files_with_errors_are_remarked(project: Project) -> None:
    project.files({"content/texts/deposit/terms.yaml": "locales: [\n"})
    for _ in range(2):  # made anew, and kept
        project.run("search", "cart", "--state", "stale").exits(0)
        project.says("note: 1 file has errors, and something of them may be missing here")
    project.files({LANGUAGES: "source: [\n"})
    project.run("search", "cart").exits(2).says("languages.yaml` cannot be used")
    (project.root / LANGUAGES).unlink()
    project.run("search", "cart").exits(2).says("languages.yaml` cannot be used")


def test_settings_that_cannot_be_used_are_told(project: Project) -> None:
    project.run("search").exits(0)
    project.edit("clientarea.yaml", "draft", "drafty").run("search").exits(2)
    project.says("clientarea.yaml cannot be used as it is")


def test_an_empty_project(tmp_path: Path) -> None:
    project = Project(tmp_path).files(
        {"clientarea.yaml": "version: 1\n", LANGUAGES: "source: en\n"}
    )
    project.run("search").exits(0)
    assert (project.out, project.err) == ("", "Nothing found.\n")


def test_a_very_long_text_is_cut_around_what_was_found(project: Project) -> None:
    lines = [
        f"Paragraph {number} of many words, and none of them matters.\n" for number in range(3000)
    ]
    lines[2000] = "Here stands the needle itself.\n"
    project.files(
        {"content/texts/deposit/terms.es.md": "---\ntitle: Largo\n---\n" + "\n".join(lines)}
    )
    project.run("search", "needle").exits(0)
    assert project.out == (
        "content/texts/deposit/terms.es.md:4004:17: texts/deposit.terms es description: "
        "… none of them matters. Here stands the needle itself. Paragraph 2001 of many words, and none of them matters. Paragra…\n"
    )


def test_control_characters_and_line_breaks_are_made_visible(project: Project) -> None:
    text = '"a\\u202eb\\u001b[31m\\nline"'
    project.files(
        {"content/statuses/odd.yaml": f"locales:\n  en: {{title: Odd, description: {text}}}\n"}
    )
    project.run("search", "line", "--kind", "statuses").exits(0)
    assert project.out == (
        "content/statuses/odd.yaml:2:54: statuses/odd en description: a\\u{202e}b\\u{1b}[31m line\n"
    )


def test_what_was_found_is_marked_on_a_terminal_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.run("search", "sie")
    assert "\x1b" not in project.out
    plain = project.out
    real = console_module.standard_console
    monkeypatch.setattr("compiler.cli.standard_console", lambda: real()._replace(color=True))
    project.run("search", "sie")
    assert "Zaloguj \x1b[1;31msię\x1b[0m" in project.out
    assert len(project.out) > len(plain)


def test_a_reader_that_has_seen_enough_is_no_bug(project: Project) -> None:
    entries = "\n".join(
        f'msgctxt "many.n{number}"\nmsgid "Number {number} of very many"\nmsgstr ""\n'
        for number in range(5000)
    )
    project.files(
        {"content/translations/many/en.po": f'msgid ""\nmsgstr "Language: en\\n"\n\n{entries}'}
    )
    command = f"{sys.executable} -m compiler search very | head -1"
    run = subprocess.run(
        ["bash", "-c", command],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(CHECKOUT), "PATH": "/usr/bin:/bin"},
    )
    assert run.stdout.count("\n") == 1
    assert run.stderr == ""


def test_two_runs_at_once_answer_both(project: Project) -> None:
    command = [sys.executable, "-m", "compiler", "search", "cart"]
    runs = [
        subprocess.Popen(
            command,
            cwd=project.root,
            env={"PYTHONPATH": str(CHECKOUT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    answers = [(one.communicate(timeout=60), one.returncode) for one in runs]
    assert len({str(answer) for answer in answers}) == 1
    assert answers[0][1] == 0


def test_no_pattern_keeps_it_busy(project: Project) -> None:
    project.files({"content/statuses/odd.yaml": f"locales:\n  en: {{title: {'a' * 50_000}b}}\n"})
    begin = time.monotonic()
    project.run("search", "--regex", "(a+)+(a+)+(a+)+c").exits(0).says("Nothing found.")
    assert time.monotonic() - begin < 30
