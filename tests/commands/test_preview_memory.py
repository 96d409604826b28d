"""A preview that is made from what is remembered is the one that is made anew."""

import io
import random
from pathlib import Path

import pytest

from compiler.commands.opening import open_project
from compiler.commands.preview_memory import PreviewMemory
from compiler.commands.previewing import Wish, previewed, previews
from compiler.preview.files import Site
from compiler.read.po import read_po
from compiler.report.console import Console
from tests.harness import LANGUAGES, SMALL_PROJECT, Project

PO = "content/translations/portal/{}.po"
SHOP = "content/areas/shop/translations/portal/es.po"
MAIL = "content/templates/welcome.yaml"
FILES = {
    **SMALL_PROJECT,
    "content/owners/acme.yaml": "name: Acme\n",
    "content/areas/shop/area.yaml": "name: Shop\ntype: web_shop\nhosting: integrated\nowner: acme\nurl: https://shop.example\n",
    SHOP: SMALL_PROJECT[PO.format("es")].replace("Hola", "Buenas"),
    "content/texts/notice.yaml": "locales:\n  en: {title: Notice}\n  es: {title: Aviso}\n",
    MAIL: "channel: email\nlocales:\n  en: {title: Welcome, description: Hello there}\n  es: {title: Bienvenido, description: Hola a todos}\n",
}
EDITS = [
    (PO.format("es"), "Hola", "Saludos"),
    (PO.format("es"), "Adiós", "{broken"),
    (PO.format("en"), 'msgid "Hello"', 'msgid "Hello, {name}"'),
    (PO.format("en"), 'msgctxt "bye"', '# of those who leave\nmsgctxt "bye"'),
    (SHOP, "Buenas", "Muy buenas"),
    (LANGUAGES, "active: [en, es]", "active: [en, es, ru]"),
    (LANGUAGES, "enabled: [en, es]", "enabled: [en]"),
    (LANGUAGES, "source: en", "source: es"),
    ("content/texts/notice.yaml", "Aviso", "Nota"),
    (MAIL, "Hola a todos", "Hola {{ nadie }}"),
    ("content/areas/shop/area.yaml", "name: Shop\n", "name: Shop\ncontent: {languages: [en]}\n"),
    ("clientarea.yaml", "version: 1\n", "version: 1\noutputs: [i18next]\n"),
]


@pytest.fixture
def content(tmp_path: Path) -> Project:
    return Project(tmp_path / "content").files(dict(FILES))


def shown(project: Project, memory: PreviewMemory) -> list[dict[str, bytes]]:
    opened = open_project(Console(io.StringIO(), io.StringIO()), str(project.root))
    return [read(one) for one in previews(opened, Wish(live=True), memory)]


def made_anew(project: Project) -> dict[str, bytes]:
    opened = open_project(Console(io.StringIO(), io.StringIO()), str(project.root))
    return read(previewed(opened, Wish(live=True)).site)


def read(site: Site) -> dict[str, bytes]:
    return {name: data() for name, data in site.items()}


def is_shown(project: Project, memory: PreviewMemory) -> bool:
    """Tell whether what is shown at last has all that is made anew, and nothing else in place."""
    last, fresh = shown(project, memory)[-1], made_anew(project)
    return {name: last.get(name) for name in fresh} == fresh


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{Path(edit[0]).stem}: {edit[2][:20]}")
def test_after_an_edit_and_back(content: Project, edit: tuple[str, str, str]) -> None:
    path, old, new = edit
    memory = PreviewMemory()
    assert is_shown(content, memory)
    for one, other in ((old, new), (new, old), (old, new)):
        content.edit(path, one, other)
        assert is_shown(content, memory)


def test_after_many_edits(content: Project) -> None:
    memory, chance, done = PreviewMemory(), random.Random(1), set[int]()
    for _ in range(20):
        number = chance.randrange(len(EDITS))
        path, old, new = EDITS[number]
        content.edit(path, new, old) if number in done else content.edit(path, old, new)
        done ^= {number}
        assert is_shown(content, memory)


def test_the_words_come_first_and_what_is_found_in_them_later(content: Project) -> None:
    memory = PreviewMemory()
    [before] = shown(content, memory)
    assert any(b'"Buenas"' in data for data in before.values())
    content.edit(SHOP, "Buenas", "{broken")
    first, last = shown(content, memory)
    assert not any(b'"Buenas"' in data for data in first.values())
    assert b'"error":0' in first["data/overview.js"]
    assert b'"error":1' in last["data/overview.js"]
    content.edit("content/texts/notice.yaml", "Aviso", "Nota")
    assert len(shown(content, memory)) == 1  # nothing else is found


def test_of_catalogues_only_the_edited_is_read(
    content: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def counted(path: str, data: bytes) -> object:
        opened.append(path)
        return read_po(path, data)

    monkeypatch.setattr("compiler.load.catalogues.read_po", counted)
    memory = PreviewMemory()
    shown(content, memory)
    assert sorted(opened) == sorted({PO.format("en"), PO.format("es"), SHOP})
    opened.clear()
    content.edit(PO.format("es"), "Hola", "Saludos")
    shown(content, memory)
    assert opened == [PO.format("es")]
