"""`review`: on a terminal, entry by entry, and by a file for a translator."""

import csv
import io
import os
import pty
import re
import select
import sys
import time
from pathlib import Path

import pytest

from tests.harness import CHECKOUT, Project

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
ES = "content/translations/portal/es.po"
TEXT = "content/texts/deposit/terms.yaml"
FILES: dict[str, str | bytes] = {
    "clientarea.yaml": "version: 1\n",
    "content/configurations/languages.yaml": "source: en\nactive: [en, es]\nenabled: [en, es]\n",
    "content/translations/portal/en.po": HEAD.format("en")
    + '#. On the button.\nmsgctxt "pay"\nmsgid "Pay now"\nmsgstr ""\n\n'
    'msgctxt "close"\nmsgid "Close your account"\nmsgstr ""\n\n'
    'msgctxt "hello"\nmsgid "Hello {name}"\nmsgstr ""\n\n'
    'msgctxt "fine"\nmsgid "Fine"\nmsgstr ""\n',
    ES: HEAD.format("es")
    + '#. On the button.\n#, fuzzy\nmsgctxt "pay"\nmsgid "Pay now"\nmsgstr "Pague ahora"\n\n'
    '#, fuzzy\n#| msgid "Close account"\nmsgctxt "close"\nmsgid "Close your account"\nmsgstr "Cerrar cuenta"\n\n'
    '#, fuzzy\nmsgctxt "hello"\nmsgid "Hello {name}"\nmsgstr "=Hola {name}"\n\n'
    'msgctxt "fine"\nmsgid "Fine"\nmsgstr "Bien"\n',
    TEXT: (
        "locales:\n  en: {title: Deposit terms, description: Read them.}\n"
        "  es: {title: Condiciones, description: Léalas., from: en@a8a3d0b0, review: needed}\n"
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path).files(dict(FILES))


def read(project: Project, name: str = ES) -> str:
    return (project.root / name).read_text(encoding="utf-8")


class Terminal:
    """A command on a terminal of its own: what it says, and what is typed."""

    def __init__(self, project: Project, *arguments: str, editor: str = "true") -> None:
        self.said = ""
        self._seen = 0
        self._pid, self._handle = pty.fork()
        if self._pid == 0:
            os.chdir(project.root)
            environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "NO_COLOR": "1"}
            environment |= {"EDITOR": editor, "VISUAL": editor}
            os.execve(sys.executable, [sys.executable, "-m", "compiler", *arguments], environment)

    def until(self, words: str, seconds: float = 120) -> "Terminal":
        """Wait until words have been said since the last time."""
        end = time.monotonic() + seconds
        while words not in self.said[self._seen :]:
            if not select.select([self._handle], [], [], max(0, end - time.monotonic()))[0]:
                raise AssertionError(f"{words!r} was not said:\n{self.said}")
            try:
                part = os.read(self._handle, 65_536)
            except OSError:  # the terminal is gone with its last user
                part = b""
            assert part, f"{words!r} was not said:\n{self.said}"
            self.said += part.decode().replace("\r\n", "\n")
        self._seen = self.said.index(words, self._seen) + len(words)
        return self

    def type(self, keys: str) -> "Terminal":
        os.write(self._handle, f"{keys}\n".encode())
        return self

    def end(self) -> int:
        """Return the exit code."""
        code = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        os.close(self._handle)
        return code


def test_on_a_terminal(project: Project, tmp_path: Path) -> None:
    script = tmp_path / "editor.sh"
    script.write_text("#!/bin/sh\nsed -i 's/=Hola/¡Hola/; s/{name}$/{name}!/' \"$2\"\n")
    script.chmod(0o755)
    terminal = Terminal(
        project, "review", "--locale", "es", "--integration", "pseudo", editor=str(script)
    )
    terminal.until("quit (q)? ")
    assert f"{ES}:9: translations/portal:pay (es, unreviewed)  1 of 4" in terminal.said
    assert "  # On the button.\n" in terminal.said
    assert "    source: Pay now\n      text: Pague ahora\n" in terminal.said.replace(
        "     source", "    source"
    )
    terminal.type("a").until("quit (q)? ")
    assert "was: Close account\n" in terminal.said
    assert "now: Close [+your+] account\n" in terminal.said
    terminal.type("s").until("quit (q)? ")
    terminal.type("e").until("4 of 4").until("quit (q)? ")
    terminal.type("g").until("Ðéþöšîţ ţéŕɱš").until("quit (q)? ")
    terminal.type("q").until("2 entries reviewed.")
    assert terminal.end() == 0
    text = read(project)
    assert '#. On the button.\nmsgctxt "pay"\nmsgid "Pay now"\nmsgstr "Pague ahora"' in text
    assert '#, fuzzy\n#| msgid "Close account"\nmsgctxt "close"' in text
    assert '\nmsgctxt "hello"\nmsgid "Hello {name}"\nmsgstr "¡Hola {name}!"' in text
    assert "title: Ðéþöšîţ ţéŕɱš" in read(project, TEXT)
    assert "review: needed" in read(project, TEXT)


AREA = {
    "content/owners/acme.yaml": "name: Acme\ncontact: a@acme.example\n",
    "content/areas/shop/area.yaml": (
        "name: Shop\ntype: web_shop\nhosting: integrated\nurl: https://acme.example\nowner: acme\n"
    ),
    "content/areas/shop/texts/deposit/terms.yaml": (
        "locales:\n  en: {title: Shop terms}\n  es: {title: Condiciones de tienda}\n"
    ),
}


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("exit 3", "ended with 3"),
        ("printf '\\377' > \"$2\"", "not in UTF-8"),
        ('rm "$2"', "no file"),
        ("true", "nothing was changed: `a` accepts it as it is"),
        ("sed -i '/^Pague/d' \"$2\"", "the text `text` came back empty: nothing is written"),
    ],
)
def test_an_editor_that_fails_ends_nothing(
    project: Project, tmp_path: Path, script: str, words: str
) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text(f"#!/bin/sh\n{script}\n")
    editor.chmod(0o755)
    terminal = Terminal(project, "review", "--locale", "es", editor=str(editor))
    terminal.until("quit (q)? ").type("e").until(words).until("quit (q)? ")
    terminal.type("g").until("`--integration` says who translates").until("quit (q)? ")
    assert terminal.type("q").until("0 entries reviewed.").end() == 0
    assert read(project) == FILES[ES]


def test_of_a_text_the_former_source_is_found_in_git(tmp_path: Path) -> None:
    current = TEXT, "locales:\n  en: {title: Deposit terms}\n  es: {title: Condiciones}\n"
    project = Project(tmp_path).files({**FILES, **AREA, current[0]: current[1]})
    project.files({"content/texts/deposit/terms.en.md": "Read *them*.\n\nThen pay.\n"})
    project.edit(TEXT, "  en: {title: Deposit terms}\n", "").edit(
        TEXT, "Condiciones", "Condiciones, description: Léalas"
    )
    project.files(
        {
            "content/texts/deposit/terms.en.md": "---\ntitle: Deposit terms\n---\nRead them.\n\nThen pay.\n"
        }
    )
    project.run("check", "--fix")
    project.commit()
    project.edit("content/texts/deposit/terms.en.md", "Read them.", "Read all of them.").commit()
    project.edit("content/texts/deposit/terms.en.md", "Then pay.", "Pay then.")
    project.edit("content/areas/shop/texts/deposit/terms.yaml", "Shop terms", "Terms of the shop")
    project.run("review", "texts/*", "--locale", "es", "--format", "json").exits(0)
    (entry,) = project.data()["entries"]
    shown = [(one[0], one[1], one[3]) for one in entry["parts"]]
    assert shown == [
        ("title", "Deposit terms", ""),
        ("description", "Read all of them.\n\nPay then.", "Read them.\n\nThen pay."),
    ]
    project.run("review", "texts/*", "--locale", "es", "--area", "shop", "--format", "json").exits(
        0
    )
    (entry,) = project.data()["entries"]
    assert [(one[0], one[1], one[3]) for one in entry["parts"]] == [
        ("title", "Terms of the shop", "Shop terms"),
    ]
    project.run("review", "texts/*", "--locale", "es", "--output", "es.csv").exits(0)
    assert rows(project)[1]["former_source"] == "Read them.\n\nThen pay."
    terminal = Terminal(project, "review", "texts/*", "--locale", "es").until("quit (q)? ")
    assert "was: Read them.\n" in terminal.said
    assert "now: Read [+all of+] them." in terminal.said
    terminal.type("q").until("0 entries reviewed.")
    assert terminal.end() == 0


def test_words_that_break_a_rule_are_not_written(project: Project, tmp_path: Path) -> None:
    script = tmp_path / "editor.sh"
    script.write_text("#!/bin/sh\nsed -i 's/{name}$/{nombre}/' \"$2\"\n")
    script.chmod(0o755)
    what = "translations/portal:hello"
    terminal = Terminal(project, "review", what, "--locale", "es", editor=str(script))
    terminal.until("quit (q)? ").type("e").until("not written: ").until("quit (q)? ").type("q")
    terminal.until("0 entries reviewed.")
    assert terminal.end() == 0
    assert read(project) == FILES[ES]


def test_without_a_terminal_it_says_what_to_do(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    project.run("review", "--locale", "es").exits(2).says("`--output FILE.xlf` hands out a file")
    project.run("review", "--locale", "es", "--format", "json").exits(0)
    states = [one["state"] for one in project.data()["entries"]]
    assert states == ["unreviewed", "stale", "unreviewed", "stale"]


def rows(project: Project) -> list[dict[str, str]]:
    text = (project.root / "es.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def write_rows(project: Project, given: list[dict[str, str]]) -> None:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, list(given[0]))
    writer.writeheader()
    writer.writerows(given)
    (project.root / "es.csv").write_text(stream.getvalue(), encoding="utf-8")


def test_by_csv(project: Project) -> None:
    project.run("review", "--locale", "es", "--output", "es.csv").exits(0)
    project.says("4 entries in `es.csv`.")
    given = rows(project)
    assert [(one["entry"].rpartition("/")[2], one["part"]) for one in given] == [
        ("portal:pay", "text"),
        ("portal:close", "text"),
        ("portal:hello", "text"),
        ("deposit.terms", "title"),
        ("deposit.terms", "description"),
    ]
    assert given[1]["former_source"] == "Close account"
    assert given[2]["translation"] == "'=Hola {name}"  # what a spreadsheet would compute is inert
    given[0]["reviewed"] = "yes"
    given[1]["translation"] = "Cerrar su cuenta"
    given[3]["reviewed"] = given[4]["reviewed"] = "x"
    write_rows(project, given)
    project.run("review", "--locale", "es", "--take", "es.csv").exits(0)
    project.says("3 entries taken, 0 refused.", "1 entry came back unread and unchanged.")
    text = read(project)
    assert 'msgid "Pay now"\nmsgstr "Pague ahora"' in text
    assert '\nmsgctxt "close"\nmsgid "Close your account"\nmsgstr "Cerrar su cuenta"' in text
    assert '#, fuzzy\nmsgctxt "hello"\nmsgid "Hello {name}"\nmsgstr "=Hola {name}"' in text
    assert "review" not in read(project, TEXT)
    project.run("review", "--locale", "es", "--format", "json")
    assert [one["reference"] for one in project.data()["entries"]] == ["translations/portal:hello"]


def test_what_changed_meanwhile_and_what_is_broken_is_refused(project: Project) -> None:
    project.run("review", "--locale", "es", "--output", "es.csv").exits(0)
    given = rows(project)
    given[0]["reviewed"] = given[1]["reviewed"] = "yes"
    given[2]["translation"] = "Hola {nombre}"
    write_rows(project, given)
    project.edit(ES, "Pague ahora", "Pagar ahora").edit(ES, "Cerrar cuenta", "Cerrar")
    before = read(project)
    project.run("review", "--locale", "es", "--take", "es.csv").exits(1)
    project.says(
        "translations/portal:pay in `es` is not taken: it was changed meanwhile, and stays as it is",
        "translations/portal:hello in `es` is not taken: ",
        "0 entries taken, 3 refused.",
    )
    assert read(project) == before


def test_one_text_of_an_entry_that_is_changed_is_taken(project: Project) -> None:
    project.run("review", "--locale", "es", "--output", "es.csv").exits(0)
    given = rows(project)
    given[3]["translation"] = "Condiciones del depósito"
    write_rows(project, given)
    project.run("review", "--locale", "es", "--take", "es.csv").exits(0)
    project.says(
        "1 entry taken, 0 refused.",
        "1 entry of them still to be reviewed: some texts came back unread.",
        "3 entries came back unread and unchanged.",
    )
    text = read(project, TEXT)
    assert "title: Condiciones del depósito, description: Léalas." in text
    assert "review: needed" in text


def test_texts_that_nobody_handed_out_so_are_refused(project: Project) -> None:
    project.run("review", "--locale", "es", "--output", "es.csv").exits(0)
    given = rows(project)
    given[0]["translation"] = " "
    given[1]["part"] = "few"
    given[2]["language"] = "en"
    given[3]["entry"] = given[4]["entry"] = "texts/deposit.other"
    write_rows(project, given)
    before = read(project)
    project.run("review", "--locale", "es", "--take", "es.csv").exits(1)
    project.says(
        "translations/portal:pay in `es` is not taken: the text `text` came back empty",
        "translations/portal:close in `es` is not taken: it has no text `few`",
        "translations/portal:hello in `en` is not taken: that language is not among those of",
        "texts/deposit.other in `es` is not taken: there is nothing of it in that language here",
        "0 entries taken, 4 refused.",
    )
    assert read(project) == before


def test_what_xml_cannot_hold_is_said(project: Project) -> None:
    project.edit(ES, "Pague ahora", "Pague\\a ahora")
    project.run("review", "--locale", "es", "--output", "es.xlf").exits(1).says(
        "translations/portal:pay in `es` is not in it: it has characters that XML cannot hold",
        "3 entries in `es.xlf`.",
    )


def test_a_target_without_a_state_is_read_where_it_is_changed(project: Project) -> None:
    project.run("review", "--locale", "es", "--output", "es.xlf").exits(0)
    path = project.root / "es.xlf"
    text = path.read_text(encoding="utf-8").replace(' state="needs-review-translation"', "")
    path.write_text(text.replace("Pague ahora", "Pagar ahora"), encoding="utf-8")
    project.run("review", "--locale", "es", "--take", "es.xlf").exits(0)
    project.says("1 entry taken, 0 refused.", "3 entries came back unread and unchanged.")


def test_by_xliff(project: Project) -> None:
    project.run("review", "--locale", "es", "--output", "es.xlf").exits(0)
    path = project.root / "es.xlf"
    text = path.read_text(encoding="utf-8")
    assert (
        '<file original="clientarea" datatype="plaintext" source-language="en" target-language="es">'
        in text
    )
    assert "<source>Pay now</source>" in text
    assert "<note>On the button.</note>" in text
    assert "<note>The translation was made from: Close account</note>" in text
    text = text.replace(
        '<target state="needs-review-translation">Pague ahora', '<target state="final">Pague ahora'
    )
    path.write_text(text.replace("Cerrar cuenta", "Cerrar su cuenta"), encoding="utf-8")
    project.run("review", "--locale", "es", "--take", "es.xlf").exits(0)
    project.says("2 entries taken, 0 refused.", "2 entries came back unread and unchanged.")
    assert 'msgstr "Cerrar su cuenta"' in read(project)
    assert re.search(r'#, fuzzy\nmsgctxt "hello"', read(project))


UNIT = (
    b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2"><file target-language="es"><body>'
    b'<trans-unit id="%s"><source>x</source>%s</trans-unit></body></file></xliff>'
)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xlf", b'<!DOCTYPE x [<!ENTITY a "b">]><xliff/>', "it declares a document type"),
        ("a.xlf", b"<xliff", "it is no XML"),
        ("a.xlf", b"\xff\xfe", "it is not in UTF-8"),
        ("a.csv", b"\xff\xfe", "it is not in UTF-8"),
        ("a.csv", b"a;b\r\n1;2\r\n", "it has no column `entry`"),
        (
            "a.csv",
            b"entry,language,part,key,translation\r\n,es,text,0,x\r\n",
            "line 2 has nothing in the column `entry`",
        ),
        ("a.xlf", b"<html/>", "it is no XLIFF 1.2"),
        (
            "a.xlf",
            UNIT % (b"other", b"<target>x</target>"),
            "the unit `other` is none that `review`",
        ),
        ("a.xlf", UNIT % (b"texts/a#title@0", b""), "the unit `texts/a#title@0` has no target"),
    ],
)
def test_files_that_cannot_be_taken(project: Project, name: str, data: bytes, words: str) -> None:
    project.files({name: data}).run("review", "--locale", "es", "--take", name).exits(2).says(words)
