"""Finding one's way in a preview: search, filters, the keyboard, going back; in real Chromium."""

from pathlib import Path
from typing import Any

import pytest

from tests.harness import small_project
from tests.journeys.browsing import file_address, visited
from tests.journeys.previews import BUILD

STRINGS = 60
DRAFT = """channel: push
active: false
variables: {type: object}
samples: {usual: {}}
locales: {en: {title: Notyet, description: Wait}, es: {title: Espere, description: Un momento}}
"""


@pytest.fixture(scope="module")
def previewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A preview with strings of which one lacks in Spanish, and a template that is not active."""
    project = small_project(tmp_path_factory.mktemp("found"))
    for locale in ("en", "es"):
        name = f"content/translations/portal/{locale}.po"
        words = [
            (f"row{number}", f"Line {number}", f"Línea {number}" if number != 7 else "")
            for number in range(STRINGS)
        ]
        made = "".join(
            f'\nmsgctxt "{label}"\nmsgid "{source}"\nmsgstr "{spanish if locale == "es" else ""}"\n'
            for label, source, spanish in words
        )
        project.files({name: (project.root / name).read_text() + made})
    project.files(
        {
            "content/templates/draft.yaml": DRAFT,
            "content/templates/sent.yaml": DRAFT.replace("active: false", "active: true"),
        }
    )
    return project.run("preview").exits(0).root / BUILD


LABELS = "() => [...document.querySelectorAll('.rows .label')].map((one) => one.textContent.split(' ').pop())"


def walked(folder: Path, *visits: dict[str, Any]) -> list[Any]:
    found = visited(file_address(folder), visits)
    assert [one["errors"] for one in found] == [[]] * len(visits)
    return [one["read"] for one in found]


def test_a_label_is_found_where_nothing_of_it_is_published(previewed: Path) -> None:
    inactive, missing, label = walked(
        previewed,
        {"steps": [("fill", "#search", "draft"), ("wait", ".rows li")], "read": LABELS},
        {
            "hash": "#/list?locale=es&state=missing",
            "steps": [("fill", "#search", "row7"), ("wait", ".rows mark")],
            "read": LABELS,
        },
        {
            "hash": "#/list/translations?locale=es",
            "steps": [("fill", "#search", "row7"), ("wait", ".rows mark")],
            "read": LABELS,
        },
    )
    assert inactive == ["draft"]
    assert missing == label == ["portal:row7"]


def test_a_search_that_finds_much_leaves_out_nothing_that_was_asked_for(previewed: Path) -> None:
    search = """async () => {
      const { search } = preview.search;
      while (!search('line', {}).complete) await new Promise((go) => setTimeout(go, 20));
      const told = ({ hits, more }) => [hits.length, more];
      return [told(search('line', { most: 5 })), told(search('line', { most: 60 })), search('l', { most: 1, wanted: (row) => row === 40 }).hits[0].row];
    }"""
    [found] = walked(previewed, {"read": search})
    assert found == [[5, True], [60, False], 40]


def test_going_back_leads_to_where_the_search_began(previewed: Path) -> None:
    back = "async () => { history.back(); await new Promise((go) => addEventListener('popstate', go)); await new Promise((go) => setTimeout(go, 300)); return document.querySelector('h1').textContent; }"
    entry = {"hash": "#/entry/templates/sent", "read": back}
    steps = [("focus", "#search"), ("type", "line"), ("wait", ".rows li")]
    assert walked(previewed, {**entry, "steps": steps}) == ["sent"]


def test_the_link_to_the_content_leads_to_it_and_stays_there(previewed: Path) -> None:
    seen = "() => [document.querySelector('h1').textContent, document.activeElement.id]"
    steps = [("focus", ".skip"), ("press", "Enter")]
    assert walked(previewed, {"hash": "#/entry/templates/sent", "steps": steps, "read": seen}) == [
        ["sent", "main"]
    ]


def test_the_keyboard_goes_on_from_what_a_link_has_opened(previewed: Path) -> None:
    steps = [("focus", ".rows .open"), ("press", "Enter"), ("wait", ".entry"), ("press", "Tab")]
    seen = "() => document.getElementById('main').contains(document.activeElement)"
    assert walked(
        previewed,
        {"hash": "#/list/translations", "steps": [("wait", ".rows li"), *steps], "read": seen},
    ) == [True]


def test_a_list_is_whole_on_a_tall_screen_too(previewed: Path) -> None:
    steps = [("wait", ".rows li:nth-child(55)")]
    [shown] = walked(
        previewed,
        {"hash": "#/list/translations", "window": [1280, 2600], "steps": steps, "read": LABELS},
    )
    assert len(shown) == len(set(shown)) == STRINGS + 2


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("#/list?state=nonsense&locale=xx", "Everything"),
        ("#/list/constructor", "Everything"),
        ("#/constructor", "All content"),
        ("#/findings?severity=constructor", "Findings"),
    ],
)
def test_an_address_that_names_nothing_shows_what_it_can(
    previewed: Path, address: str, title: str
) -> None:
    seen = "() => [document.querySelector('h1').textContent, document.getElementById('main').textContent.includes('undefined')]"
    assert walked(previewed, {"hash": address, "read": seen}) == [[title, False]]


def test_a_language_that_an_area_has_not_is_told_as_that(tmp_path: Path) -> None:
    area = "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.example\ncontent: {languages: [en]}\n"
    project = small_project(tmp_path).files({"content/areas/shop/area.yaml": area})
    folder = project.run("preview").exits(0).root / BUILD
    seen = "() => document.querySelector('.language').textContent"
    address = "#/entry/translations/portal:greeting?locale=es"
    [told] = walked(folder, {"hash": address, "read": seen})
    assert "Shop is not offered in Spanish." in told


def test_what_is_wrong_with_an_area_stands_at_the_area(tmp_path: Path) -> None:
    area = "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.example\n"
    settings = "security: {session_minutes: 30}\n"
    project = small_project(tmp_path).files(
        {
            "content/areas/shop/area.yaml": area,
            "content/areas/shop-two/area.yaml": area.replace("Shop", "Other"),
            "content/areas/shop/configurations/general.yaml": settings,
        }
    )
    folder = project.run("preview").exits(0).root / BUILD
    seen = "() => [...document.querySelectorAll('.findings .rule')].map((one) => one.textContent)"
    own, other = walked(
        folder, {"hash": "#/areas/shop", "read": seen}, {"hash": "#/areas/shop-two", "read": seen}
    )
    assert "session-default" in own
    assert "session-default" not in other
