"""The preview as files: what is written, from what is compiled, against a base."""

import gzip
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.harness import Project
from tests.journeys.browsing import preview_data
from tests.journeys.showcase import Showcase
from tests.once import Once

BUILD = "build/preview"
_LINKED = re.compile(r'(?:src|href)="(?!data:|#)([^"]+)"')


def made(project: Project, *arguments: str) -> Any:
    project.run("preview", *arguments).exits(0)
    return preview_data(project.root / BUILD)


@pytest.fixture
def previewed(once: Once, checked_showcase: Path) -> Showcase:
    """The showcase as it is, with its preview: to be looked at, not changed."""

    def preview(folder: Path) -> None:
        shutil.copytree(checked_showcase, folder, dirs_exist_ok=True)
        made(Showcase(folder))

    return Showcase(once.made("previewed-showcase", preview))


def shown(project: Project, label: str, locale: str, area: str = "default") -> Any:
    """Return the cell of an entry as an area publishes it."""
    folder = project.root / BUILD
    overview = preview_data(folder)
    cells = next(one["cells"] for one in overview["areas"] if one["name"] == area)
    for number, (_, _, file, _) in enumerate(overview["pages"]):
        labels = preview_data(folder, file)["labels"]
        if label in labels:
            name = preview_data(folder, cells)[locale][number]
            return preview_data(folder, name)[labels.index(label)]
    raise AssertionError(label)


def test_the_smallest_project(project: Project) -> None:
    overview = made(project)
    project.says("build/preview/index.html: ")
    assert [one["tag"] for one in overview["locales"]] == ["en", "es"]
    assert [(one["name"], one["total"]) for one in overview["kinds"] if one["total"]] == [
        ("translations", 2)
    ]
    assert overview["matrix"]["rows"][0]["kinds"] == {"translations": [2, 0, 0, 0]}
    assert shown(project, "portal:greeting", "es") == "Hola"


def test_it_is_the_same_bytes_each_time_and_everything_it_names_is_there(
    showcase: Showcase,
) -> None:
    folder = showcase.root / BUILD
    made(showcase)
    first = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    made(showcase)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == first
    linked = _LINKED.findall((folder / "index.html").read_text())
    assert len(linked) > 15
    for name in [*linked, "data/overview.js", "app/frame.css"]:
        assert (folder / name).is_file(), name
    names = {path.relative_to(folder).as_posix() for path in first}
    for data in first.values():
        for asset in re.findall(rb"assets/[0-9a-f]{64}/[A-Za-z0-9._-]+", data):
            assert asset.decode() in names
        for frame in re.findall(rb"frames/[0-9a-f]{16}\.html", data):
            assert frame.decode() in names


def test_what_is_shown_is_what_is_published(showcase: Showcase) -> None:
    made(showcase)
    showcase.run("publish").exits(0)
    for area, name, label, locale in [
        ("acme-portal", "translations/icu/es/common.json", "common:nav.payments", "es"),
        ("acme-shop", "translations/icu/es/common.json", "common:nav.payments", "es"),
        ("acme-shop", "translations/icu/pl/shop.json", "shop:cart.items", "pl"),
    ]:
        cell = shown(showcase, label, locale, area)
        text = cell if isinstance(cell, str) else cell[0]
        assert text == showcase.published(name, area=area)[label.partition(":")[2]]
    text = showcase.published("texts/ru/deposit.json", area="acme-portal")["deposit.termsNotice"]
    assert shown(showcase, "deposit.termsNotice", "ru", "acme-portal") == text
    levels = showcase.published("config.json", area="acme-portal")["levels"]
    cell = shown(showcase, "basic", "es", "acme-portal")
    assert cell["title"] == levels["basic"]["locales"]["es"]["title"]


def test_a_language_that_is_not_enabled_is_shown_and_named_so(previewed: Showcase) -> None:
    overview = preview_data(previewed.root / BUILD)
    assert {one["tag"]: (one["enabled"], one["direction"]) for one in overview["locales"]}[
        "ar"
    ] == (False, "rtl")
    assert shown(previewed, "deposit.termsNotice", "ar", "acme-shop")["title"]


def test_how_an_area_proves_who_it_is_is_not_handed_round(previewed: Showcase) -> None:
    folder = previewed.root / BUILD
    overview = preview_data(folder)
    for area in overview["areas"]:
        sections = {one["key"][0] for one in preview_data(folder, area["values"])}
        assert {"name", "clients", "levels"} <= sections
        assert sections.isdisjoint({"credentials", "sso", "oauth_clients", "tokens"})
    everything = b"".join(path.read_bytes() for path in folder.rglob("*.js"))
    assert b"sha256:" not in everything
    assert b"aws-sm:" not in everything


def test_values_say_where_they_come_from_and_what_they_stand_for(previewed: Showcase) -> None:
    overview = preview_data(previewed.root / BUILD)
    shop = next(one for one in overview["areas"] if one["name"] == "acme-shop")
    values = preview_data(previewed.root / BUILD, shop["values"])
    assert next(one for one in values if one["key"] == ["clients", "accounts_max"]) == {
        "key": ["clients", "accounts_max"],
        "value": 1,
        "origin": "area",
        "place": ["content/areas/acme-shop/configurations/general.yaml", 4],
        "note": None,
        "instead_of": {"value": 5, "place": ["content/configurations/general.yaml", 3]},
    }


def test_against_a_base_it_tells_what_visitors_of_each_area_see_different(
    showcase: Showcase,
) -> None:
    showcase.commit()
    showcase.edit("content/translations/payments/es.po", "Depósito mínimo", "Ingreso mínimo")
    showcase.edit("content/templates/account/welcome.yaml", "Witaj w Acme", "Miło Cię widzieć")
    overview = made(showcase, "--base", "HEAD")
    counts = {one["name"]: one["changes"]["entries"] for one in overview["areas"]}
    assert counts == {"acme-portal": 2, "acme-shop": 1}  # the shop has its own welcome
    portal = overview["areas"][0]["changes"]
    changed = preview_data(showcase.root / BUILD, portal["file"])["rows"]
    assert sorted(changed) == ["es", "pl"]
    [[_, before]] = changed["es"]
    assert before[0] == "Depósito mínimo: {amount}"
    [[_, mail]] = changed["pl"]
    assert mail["samples"][0]["subject"] == "Witaj w Acme, Ana"


def test_what_is_gone_is_shown_as_it_was(project: Project) -> None:
    project.commit()
    for locale in ("en", "es"):
        name = f"content/translations/portal/{locale}.po"
        text = (project.root / name).read_text()
        project.files({name: text.partition('msgctxt "bye"')[0]})
    overview = made(project, "--base", "HEAD")
    [[_, size, file, _]] = overview["pages"]
    data = preview_data(project.root / BUILD, file)
    assert (size, data["labels"], data["gone"]) == (2, ["portal:greeting", "portal:bye"], [1])
    changes = preview_data(project.root / BUILD, overview["areas"][0]["changes"]["file"])
    assert changes["rows"] == {"en": [[1, "Goodbye"]], "es": [[1, "Adiós"]]}


def test_content_with_errors_is_shown_and_its_findings_with_it(project: Project) -> None:
    project.edit("content/translations/portal/es.po", '"Hola"', '"{Hola"')
    overview = made(project)
    project.says("error in it")
    assert overview["findings"]["error"] >= 1
    folder = project.root / BUILD
    [findings] = [preview_data(folder, name) for name in overview["findings"]["files"]]
    error = next(one for one in findings if one["severity"] == "error")
    assert (error["path"], error["entity"], error["row"]) == (
        "content/translations/portal/es.po",
        "translations/portal:greeting",
        0,
    )
    assert error["line"] == 8


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--base", "no-such-branch"), 3, "no-such-branch"),
        (("--source-url", "javascript:alert(1)//{path}"), 2, "an address with `{path}` in it"),
        (("--source-url", "https://git.example/acme"), 2, "an address with `{path}` in it"),
    ],
)
def test_wrong_use(project: Project, arguments: tuple[str, ...], code: int, words: str) -> None:
    project.commit()
    project.run("preview", *arguments).exits(code).says(words)
    assert not (project.root / BUILD).exists()


def test_languages_that_cannot_be_used(project: Project) -> None:
    project.files({"content/configurations/languages.yaml": "source: [\n"})
    project.run("preview").exits(2).says("`clientarea check` says why")


def test_the_first_page_is_small(previewed: Showcase) -> None:
    assert first_page_bytes(previewed.root / BUILD) < 150_000


def first_page_bytes(folder: Path) -> int:
    """Return the bytes, gzipped, of all that is loaded before the first page is shown."""
    linked = _LINKED.findall((folder / "index.html").read_text())
    names = ["index.html", *linked, "data/overview.js"]
    return sum(len(gzip.compress((folder / name).read_bytes(), 6, mtime=0)) for name in names)
