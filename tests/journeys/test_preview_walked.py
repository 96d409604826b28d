"""The preview in real Chromium: a newcomer's tasks counted in steps, every screen walked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.journeys.browsing import file_address, visited
from tests.journeys.previews import BUILD, SCREENS, changed_showcase

TEXT = "() => document.getElementById('main').innerText"
TITLE = "() => document.querySelector('h1').textContent"
Step = tuple[str, ...]


def walked(folder: Path, *steps: Step, read: str = TEXT, **visit: Any) -> Any:
    [found] = visited(file_address(folder), [{"steps": steps, "read": read, **visit}])
    assert found["errors"] == []
    return found["read"]


def actions(steps: Sequence[Step]) -> int:
    """Count what a person does: waiting is none."""
    return sum(what != "wait" for what, *_ in steps)


def test_find_a_text_by_a_spanish_word(changed_preview: Path) -> None:
    steps: list[Step] = [
        ("fill", "#search", "TARJETA a su nombre"),
        ("wait", ".rows li"),
        ("click", ".rows li:has-text('deposit.termsNotice') .open"),
        ("wait", ".entry iframe"),
    ]
    assert "Antes de depositar" in walked(changed_preview, *steps)
    assert actions(steps) <= 2


def test_see_a_mail_with_a_sample_in_polish_on_a_phone(changed_preview: Path) -> None:
    steps: list[Step] = [
        ("click", "a:has-text('templates')"),
        ("click", ".rows li:has-text('account.welcome') .mark:has-text('pl')"),
        ("wait", ".device.phone iframe"),
    ]
    [found] = visited(file_address(changed_preview), [{"steps": steps, "read": TEXT}])
    assert found["errors"] == []
    assert "Witaj w Acme, Ana" in found["read"]
    assert sum("Dziękujemy za otwarcie rachunku" in (page or "") for page in found["frames"]) == 2
    assert actions(steps) <= 3


def test_see_what_the_change_brings_visitors_of_one_area(changed_preview: Path) -> None:
    steps: list[Step] = [
        ("click", ".cards li:has-text('Acme Shop') .changed"),
        ("wait", ".before-after"),
    ]
    told = walked(changed_preview, *steps)
    assert "What changes in Acme Shop" in told
    assert "Depósito mínimo" in told
    assert "Ingreso mínimo" in told
    assert actions(steps) == 1


def test_list_what_is_missing_in_russian(changed_preview: Path) -> None:
    steps: list[Step] = [("click", "tr:has-text('Russian') .behind.missing"), ("wait", ".rows li")]
    told = walked(changed_preview, *steps)
    assert "1 entry, missing in Russian" in told
    assert actions(steps) == 1


def test_every_screen_is_shown_without_an_error(changed_preview: Path) -> None:
    visits = [{"hash": address, "read": TITLE} for address, _ in SCREENS.values()]
    for (name, (_, title)), found in zip(
        SCREENS.items(), visited(file_address(changed_preview), visits), strict=True
    ):
        assert (name, found["read"], found["errors"]) == (name, title, [])
        assert all(url.startswith(("file:", "data:", "about:")) for url in found["loaded"])


def test_a_message_follows_its_form(changed_preview: Path) -> None:
    read = "() => [document.querySelector('.string').textContent, [...document.querySelectorAll('.ways tr')].map((row) => [...row.cells].map((cell) => cell.textContent))]"
    sentence, ways = walked(
        changed_preview,
        ("fill", ".arguments input", "21"),
        hash=SCREENS["plural"][0],
        read=read,
    )
    assert sentence == "21 товар в корзине"
    assert [row[0] for row in ways] == ["many", "one", "few", "other"]
    assert ways[2] == ["few", "2", "2 товара в корзине"]


def test_what_is_written_from_right_to_left_is_shown_so(changed_preview: Path) -> None:
    read = "() => { const frame = document.querySelector('iframe').contentDocument.documentElement; return [frame.dir, frame.lang, document.querySelector('h3 span').dir]; }"
    assert walked(
        changed_preview, ("wait", "iframe"), hash=SCREENS["right to left"][0], read=read
    ) == [
        "rtl",
        "ar",
        "rtl",
    ]


def test_a_banner_shows_the_image_of_each_width(changed_preview: Path) -> None:
    read = "() => document.querySelector('.stage img').src.split('/').pop()"
    visits = [
        {"hash": SCREENS["banner"][0], "read": read, "steps": [("fill", "input[type=range]", at)]}
        for at in ("360", "700", "1100", "1800")
    ]
    shown = [one["read"].split(".")[0] for one in visited(file_address(changed_preview), visits)]
    assert shown == ["summer-mobile", "summer-tablet", "summer-desktop", "summer-wide"]


def test_an_agreement_is_shown_page_by_page(changed_preview: Path) -> None:
    read = (
        "async () => { const all = [...document.querySelectorAll('.sheets img')];"
        " await Promise.all(all.map((one) => { one.loading = 'eager'; return one.decode(); }));"
        " return all.map((one) => [one.alt, one.naturalWidth > 500, one.naturalHeight > 700]); }"
    )
    sheets = walked(
        changed_preview, ("wait", ".sheets img"), hash=SCREENS["agreement"][0], read=read
    )
    assert sheets == [["Page 1 of 1 of Client Agreement 40020981", True, True]]


NIGHT = "@media (prefers-color-scheme: dark) { body { background: #010203 !important; } }"


def test_a_mail_with_dark_colours_shows_them_and_another_says_that_it_has_none(
    tmp_path: Path, checked_showcase: Path
) -> None:
    project = changed_showcase(tmp_path, checked_showcase)
    project.edit("content/templates/_layouts/base.html.j2", "</style>", f"{NIGHT}</style>")
    folder = project.run("preview").exits(0).root / BUILD
    visit = {
        "hash": SCREENS["mail"][0],
        "steps": [("click", "button:has-text('Dark')"), ("wait", ".device.dark iframe")],
        "settle": 500,
        "read": "() => document.querySelector('.template .note')?.textContent ?? ''",
        "in_frames": "() => getComputedStyle(document.body).backgroundColor",
    }
    light = {**visit, "steps": [("wait", ".device.phone iframe")]}
    other = {**visit, "hash": "#/entry/templates/news.newMarkets?locale=es"}
    night, day, turned = visited(file_address(folder), [visit, light, other])
    assert (night["read"], set(night["frames"])) == ("", {"rgb(1, 2, 3)"})
    assert "rgb(1, 2, 3)" not in day["frames"]
    assert "no dark colours of its own" in turned["read"]
