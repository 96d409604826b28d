"""`python -m benchmarks.corpus.areas FOLDER COUNT`: the showcase in 12 languages, for many areas.

Eight languages are added to those of the showcase, each with words of its own, so that no two
languages come to the same bundle; areas are written beside those that it has. One in ten has a
string of its own, one in five another setting, and each is one of fifty owners'.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from compiler.edit.languages_file import PATH as LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
ADDED = ("de", "nl", "sv", "da", "nb", "fi", "et", "hu")
"""Languages whose plurals are those of English, so that its texts can stand in for theirs."""

_OWNERS = 50
_PLAIN = re.compile(r'^msgstr "([^"\\{}<>]+)"$', re.MULTILINE)
_OFF = ("end-punctuation", "other-language", "same-as-source", "split-sms", "needless-unicode")
_CATALOGUE = """msgid ""
msgstr ""
"Language: {locale}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "action.save"
msgid "{source}"
msgstr "{text}"
"""


def write_areas(folder: Path, count: int) -> None:
    """Write the project."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "content", folder / "content")
    rules = "".join(f"  {rule}: off\n" for rule in _OFF)
    (folder / "clientarea.yaml").write_text(f"version: 1\ngate: draft\nrules:\n{rules}")
    languages = _add_languages(folder)
    for number in range(_OWNERS):
        _write_owner(folder, number)
    present = len(list((folder / "content/areas").iterdir()))
    for number in range(count - present):
        _write_area(folder, number, languages)


def _add_languages(folder: Path) -> tuple[str, ...]:
    """Let the copies of English be languages that visitors may choose."""
    path = folder / LANGUAGES
    locales = ("en", "es", "ru", "pl", *ADDED)
    listed = ", ".join(locales)
    path.write_text(f"source: en\nactive: [{listed}, ar]\nenabled: [{listed}]\n")
    patterns = [f"{kind}/*" for kind in ("levels", "statuses", "texts", "templates")]
    added = ",".join(ADDED)
    for words in (
        ("sync",),
        ("clone", *patterns, "translations/*", "--from", "en", "--to", added),
        ("accept", *patterns, "translations/*", "--locale", added),
    ):
        command = [sys.executable, "-m", "compiler", "--project", str(folder), *words]
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    for locale in ADDED:
        for catalogue in (folder / "content/translations").glob(f"*/{locale}.po"):
            text = catalogue.read_text(encoding="utf-8")
            catalogue.write_text(_PLAIN.sub(rf'msgstr "\1 ({locale})"', text), encoding="utf-8")
    return locales


def _write_owner(folder: Path, number: int) -> None:
    hue = f"{number:02x}"
    (folder / f"content/owners/owner{number:02}.yaml").write_text(
        f"name: Owner {number}\nbranding:\n  colors: {{primary: '#0055{hue}', text: '#1226{hue}', "
        f"link: '#0044{hue}'}}\n  fonts: {{text: [Inter, sans-serif]}}\n  logo: acme-logo.png\n"
    )


def _write_area(folder: Path, number: int, languages: tuple[str, ...]) -> None:
    home = folder / f"content/areas/area{number:04}"
    files = {
        "area.yaml": f"name: Area {number}\ntype: web_shop\nhosting: custom\n"
        f"url: https://area{number:04}.example\nowner: owner{number % _OWNERS:02}\n"
        f"support: {{desk: desk{number % 9}, tags: [tag{number % 7}]}}\n"
    }
    if number % 5 == 0:
        files["configurations/general.yaml"] = f"clients: {{accounts_max: {number + 6}}}\n"
    if number % 10 == 0:
        for locale in languages:
            text = "" if locale == "en" else f"Keep {number} ({locale})"
            entry = _CATALOGUE.format(locale=locale, source=f"Keep {number}", text=text)
            files[f"translations/common/{locale}.po"] = entry
    for name, text in files.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_areas(Path(sys.argv[1]).resolve(), int(sys.argv[2]))
