"""`types`: typed keys, held against the compilers of those who use them: tsc and mypy."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import missing
from tests.harness import Project

NODE = Path(__file__).parents[1] / "node"
STRINGS = {
    "bye": "Goodbye",
    "greeting": "Hello {name}",
    "items": "{days, plural, one {# item} other {# items}}",
    "paid": "Paid on {date, date, short}",
    "friend": "{gender, select, male {He} other {They}} came",
    "terms": "Read the <a>terms</a>",
}
OTHERS = {"ok": "OK", "limit": "At most {max, number}"}


def catalogue(strings: dict[str, str]) -> str:
    head = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    return head + "".join(
        f'\nmsgctxt "{label}"\nmsgid "{text}"\nmsgstr ""\n' for label, text in strings.items()
    )


def project_of(root: Path, target: str, file: str, strings: dict[str, str] = STRINGS) -> Project:
    """Return a project that wants one file of types."""
    return Project(root).files(
        {
            "clientarea.yaml": f"version: 1\ntypes:\n  - {{file: {file}, for: {target},"
            " namespaces: [portal, common]}\n",
            "content/configurations/languages.yaml": "source: en\nactive: [en]\nenabled: [en]\n",
            "content/translations/portal/en.po": catalogue(strings),
            "content/translations/common/en.po": catalogue(OTHERS),
        }
    )


@pytest.fixture(scope="module")
def tsc() -> list[str]:
    """How tsc is called."""
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.executable).parent))
    script = NODE / "node_modules" / "typescript" / "lib" / "tsc.js"
    if node is None or not script.is_file():
        missing("node or TypeScript is not installed (make test does it: npm ci in tests/node)")
    return [
        str(node),
        str(script),
        "--noEmit",
        "--strict",
        "--target",
        "es2022",
        "--pretty",
        "false",
    ]


def compiled(tsc: list[str], folder: Path, code: str, *more: str) -> list[str]:
    """Return the errors of TypeScript in code beside the types, by line."""
    (folder / "node_modules").symlink_to(NODE / "node_modules")
    (folder / "app.tsx").write_text(code, encoding="utf-8")
    options = ["--moduleResolution", "bundler", "--module", "esnext", "--jsx", "react-jsx"]
    command = [*tsc, *options, "--skipLibCheck", *more, "app.tsx"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert "\nerror " not in f"\n{done.stdout}{done.stderr}", done.stdout
    return [line for line in done.stdout.splitlines() if "error" in line or ":  " in line]


def lines_of(errors: list[str]) -> list[int]:
    """Return the lines that errors are in, each once."""
    return sorted(
        {int(found[1]) for one in errors if (found := re.match(r"app\.tsx\((\d+),", one))}
    )


USES = """\
import type { Translate } from "./strings";
declare const t: Translate;
t("bye"); t("greeting", { name: "Ann" }); t("portal:greeting", { name: 1 }); t("common:ok");
t("items", { days: 2 }); t("paid", { date: new Date() }); t("friend", { gender: "male" });
t("friend", { gender: "anything" }); t("common:limit", { max: 3 });
t("greting", { name: "Ann" });
t("greeting");
t("greeting", { nmae: "Ann" });
t("greeting", { name: new Date() });
t("items", { days: "two" });
t("bye", { name: "Ann" });
t("ok");
"""


def test_typescript_refuses_what_is_wrong_and_nothing_else(tsc: list[str], tmp_path: Path) -> None:
    project_of(tmp_path, "typescript", "strings.d.ts").run("types").exits(0)
    assert lines_of(compiled(tsc, tmp_path, USES)) == [6, 7, 8, 9, 10, 11, 12]


I18NEXT = """\
import i18next from "i18next";
import type { Translate } from "./i18next";
const t = i18next.t as unknown as Translate;
t("items", { count: 2 }); t("friend", { context: "male" }); t("greeting", { name: "Ann" });
i18next.t("bye"); i18next.t("greeting", { name: "Ann" }); i18next.t("common:ok");
i18next.t("items", { count: 2 });
i18next.t("friend", { context: "male" }); i18next.t("friend"); i18next.t("friend", { context: "other" });
i18next.t("guest", { context: "male", name: "Ann" });
i18next.t("byee");
i18next.t("greeting", { nmae: "Ann" });
t("items", { days: 2 });
t("greeting");
i18next.t("friend", { context: "mael" });
i18next.t("guest", { context: "male" });
"""


def test_i18next_reads_its_augmentation(tsc: list[str], tmp_path: Path) -> None:
    # The label `friend_male` is a key of its own, and one that a context of `friend` would have.
    strings = STRINGS | {
        "guest": "{gender, select, male {He} other {They}}, {name}",
        "friend_male": "Him",
    }
    project_of(tmp_path, "i18next", "i18next.d.ts", strings).run("types").exits(0)
    assert lines_of(compiled(tsc, tmp_path, I18NEXT)) == [9, 10, 11, 12, 13, 14]


FORMATJS = """\
import { FormattedMessage, useIntl } from "react-intl";
import type { FormatMessage } from "./strings";
export const App = () => {
  const intl = useIntl();
  const format = intl.formatMessage as FormatMessage;
  intl.formatMessage({ id: "greeting" }, { name: "Ann" });
  format({ id: "greeting" }, { name: "Ann" });
  format({ id: "terms" }, { a: (chunks: string) => chunks });
  intl.formatMessage({ id: "greting" });
  format({ id: "greeting" });
  format({ id: "terms" }, { a: 1 });
  return <FormattedMessage id="bye" />;
};
export const Other = () => <FormattedMessage id="byee" />;
"""


def test_react_intl_reads_its_augmentation(tsc: list[str], tmp_path: Path) -> None:
    project_of(tmp_path, "formatjs", "strings.d.ts").run("types").exits(0)
    assert lines_of(compiled(tsc, tmp_path, FORMATJS)) == [9, 10, 11, 14]


def counted(tsc: list[str], folder: Path, number: int) -> dict[str, int]:
    """Return what TypeScript counted while it checked code against so many keys."""
    strings = {f"part{n // 50}.label{n}": f"Text {{v{n % 7}}}" for n in range(number)}
    folder.mkdir()
    project_of(folder, "typescript", "strings.d.ts", strings).run("types").exits(0)
    code = USES.split("\n", 2)
    told = compiled(
        tsc,
        folder,
        f'{code[0]}\n{code[1]}\nt("part0.label1", {{ v1: 1 }});',
        "--extendedDiagnostics",
    )
    assert not lines_of(told)
    return {
        name.strip(): int(count.strip())
        for name, _, count in (line.partition(":") for line in told)
        if count.strip().isdigit()
    }


def test_the_number_of_keys_costs_no_conditional_types(tsc: list[str], tmp_path: Path) -> None:
    few, many = counted(tsc, tmp_path / "few", 100), counted(tsc, tmp_path / "many", 20_000)
    assert many["Instantiations"] == few["Instantiations"]
    assert many["Types"] - few["Types"] <= 2 * 19_900 + 100  # the name of each key, as a type


PYTHON = """\
from strings import Translate

def use(t: Translate) -> None:
    t("bye")
    t("greeting", name="Ann")
    t("items", days=2)
    t("press", key="Esc", self=1)
    t("odd", **{"class": 1})
    t("press", key="Esc")
    t("greting", name="Ann")
    t("greeting")
    t("greeting", nmae="Ann")
    t("items", days="two")
    t("bye", name="Ann")
"""


def test_mypy_refuses_what_is_wrong_and_nothing_else(tmp_path: Path) -> None:
    strings = STRINGS | {"press": "Press {key} {self}", "odd": "{class}"}
    project_of(tmp_path, "python", "strings.pyi", strings).run("types").exits(0)
    (tmp_path / "app.py").write_text(PYTHON, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", "", "app.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    wrong = {int(found[1]) for found in re.finditer(r"app\.py:(\d+): error", done.stdout)}
    assert sorted(wrong) == [9, 10, 11, 12, 13, 14], done.stdout


def test_check_fails_where_types_are_out_of_date(tmp_path: Path) -> None:
    project = project_of(tmp_path, "typescript", "strings.d.ts")
    project.run("types", "--check").exits(1).says("strings.d.ts", "out of date")
    project.run("types", "--dry-run").exits(0).says('+  "bye": [];')
    assert not (tmp_path / "strings.d.ts").exists()
    project.run("types").exits(0).says("strings.d.ts:1: types: types of 14 keys written")
    project.run("types", "--check").exits(0).says("current")
    project.edit("content/translations/portal/en.po", "Goodbye", "Farewell")
    project.run("types", "--check").exits(0)  # no wording counts
    project.edit("content/translations/portal/en.po", "Farewell", "Farewell {name}")
    project.run("types", "--check", "--format", "json").exits(1)
    assert project.data() == {"outdated": ["strings.d.ts"]}
    project.run("types").exits(0).run("types", "--check").exits(0)


def test_a_file_of_somebody_else_is_not_overwritten(tmp_path: Path) -> None:
    project = project_of(tmp_path, "typescript", "strings.d.ts")
    project.files({"strings.d.ts": "export const mine = 1;\n"})
    project.run("types").exits(1).says("was not made by `clientarea types`")
    assert (tmp_path / "strings.d.ts").read_text(encoding="utf-8") == "export const mine = 1;\n"


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("", "`types` of clientarea.yaml does not say which files are wanted"),
        (
            "types:\n  - {file: a.d.ts, for: typescript, namespaces: [portl]}\n",
            "did you mean `portal`?",
        ),
        ("types:\n  - {file: a.sh, for: typescript}\n", "must end in `.d.ts`, `.ts` or `.pyi`"),
        ("types:\n  - {file: ../../a.d.ts, for: typescript}\n", ""),
    ],
)
def test_wrong_settings_are_told(tmp_path: Path, settings: str, said: str) -> None:
    project = project_of(tmp_path, "typescript", "strings.d.ts")
    project.files({"clientarea.yaml": f"version: 1\n{settings}"})
    project.run("types")
    assert project.code in (1, 2)
    project.says(said)
