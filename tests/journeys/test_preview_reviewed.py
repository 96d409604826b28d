"""What a change has changed, beside what it was, in all the forms that it has; in real Chromium."""

import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.browsing import file_address, visited
from tests.journeys.previews import BUILD
from tests.journeys.showcase import Showcase
from tests.once import Once

SHOP = "content/translations/shop/es.po"
WELCOME = "content/templates/account/welcome.yaml"
RULES = "content/texts/rules.yaml"
LONG = " ".join(f"Rule {number} is as it was." for number in range(200))
MAIL = "#/entry/templates/account.welcome?locale=es"
BANNER = "#/entry/banners/summer?locale=es"


@pytest.fixture(scope="module")
def previewed(once: Once, checked_showcase: Path) -> Path:
    """A preview in which a plural, a mail, a banner and the end of a long text have changed."""
    return once.made("reviewed", partial(change_and_preview, checked_showcase)) / BUILD


def change_and_preview(checked: Path, root: Path) -> None:
    shutil.copytree(checked, root, dirs_exist_ok=True)
    project = Showcase(root)
    project.files(
        {RULES: f"locales: {{en: {{title: Rules, description: {LONG} Pay 10 euros. Bye.}}}}\n"}
    )
    project.edit(WELCOME, "  with_demo:", "  zero_demo:")
    for form in ("artículo", "artículos"):
        project.edit(SHOP, f"{{count}} {form} en", f"{{count, number}} {form} en")
    project.commit()
    for form in ("artículo", "artículos"):
        project.edit(SHOP, f" {form} en su carrito", f" {form} en su cesta")
    project.edit(WELCOME, "su cuenta demo es", "su cuenta de prueba es")
    project.edit("content/banners/summer/banner.yaml", "Campaña de verano", "Campaña estival")
    project.edit(RULES, "Pay 10 euros", "Pay 25 euros")
    project.run("preview", "--base", "HEAD").exits(0)


def read(folder: Path, address: str, what: str, *steps: tuple[str, ...]) -> Any:
    [found] = visited(file_address(folder), [{"hash": address, "steps": steps, "read": what}])
    assert found["errors"] == []
    return found["read"]


def test_a_changed_plural_is_shown_in_all_its_forms_before_and_after(previewed: Path) -> None:
    rows = "() => [...document.querySelectorAll('.sides > section')].map((side) => [...side.querySelectorAll('.ways tr')].map((row) => row.cells[2].textContent))"
    before, after = read(
        previewed, "#/entry/translations/shop:cart.items?locale=es&area=acme-shop", rows
    )
    assert "1 artículo en su carrito" in before
    assert "1 artículo en su cesta" in after
    assert len(before) == len(after) == 3


def test_a_changed_mail_is_shown_on_a_desk_in_the_dark_and_as_text_on_both_sides(
    previewed: Path,
) -> None:
    seen = (
        "() => ({ pressed: [...document.querySelectorAll('.sides > section')].map((side) => [...side.querySelectorAll('[aria-pressed=true]')].map((one) => one.textContent)),"
        " texts: [...document.querySelectorAll('.sides .device.desk.dark .plain-mail')].map((one) => one.textContent.match(/su cuenta (demo|de prueba)/)?.[0]),"
        " focused: document.activeElement.textContent })"
    )
    found = read(
        previewed,
        MAIL,
        seen,
        ("click", ".before button:has-text('zero_demo')"),
        ("click", ".before button:has-text('Dark')"),
        ("focus", ".after button:text-is('Text')"),
        ("press", "Enter"),
    )
    assert found["pressed"] == [["zero_demo", "Desk and phone", "Dark", "Text"]] * 2
    assert found["texts"] == ["su cuenta demo", "su cuenta de prueba"]
    assert found["focused"] == "Text"  # the keyboard goes on from where it was


def test_a_changed_banner_shows_one_width_on_both_sides(previewed: Path) -> None:
    seen = "() => [...document.querySelectorAll('.sides .stage img')].map((one) => one.src.split('/').pop().split('.')[0])"
    slid = read(previewed, BANNER, seen, ("fill", ".before input[type=range]", "360"))
    assert slid == ["summer-mobile"] * 2
    chosen = read(previewed, BANNER, seen, ("click", ".after button:has-text('tablet')"))
    assert chosen == ["summer-tablet"] * 2


def test_the_list_of_changes_shows_what_has_changed_wherever_it_stands(previewed: Path) -> None:
    cells = "() => Object.fromEntries([...document.querySelectorAll('.change-list li')].map((one) => [one.querySelector('h3 a').textContent, [...one.querySelectorAll('del, ins')].map((word) => word.textContent)]))"
    changed = read(previewed, "#/changes/acme-portal", cells)
    assert changed["rules"][:2] == ["10", "25"]  # after some five thousand signs
    assert changed["account.welcome"] == ["demo", "de prueba"]  # in the second of its samples


@pytest.mark.parametrize(
    ("before", "now", "marked"),
    [
        ("a 😀 b", "a 😁 b", [["😀"], ["😁"]]),
        ("👩‍👩‍👧 x", "👩‍👩‍👦 x", [["👩‍👩‍👧"], ["👩‍👩‍👦"]]),
        ("One and two.", "Three and four.", [["One", "two"], ["Three", "four"]]),
        ("Pay in two days", "Pay on four days", [["in two"], ["on four"]]),
        ("same", "same", [[], []]),
        ("gone now", "now", [["gone "], []]),
        ("x\n", "", [["x\n"], []]),
    ],
)
def test_words_that_differ_are_marked(
    previewed: Path, before: str, now: str, marked: list[list[str]]
) -> None:
    told = f"() => preview.difference({before!r}, {now!r}).map((side) => side.filter((one) => one?.tagName).map((one) => one.textContent))"
    assert read(previewed, "#/overview", told) == marked
