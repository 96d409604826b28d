"""What one area has different, by command and of every kind: seen, told by `diff`, translated too."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pytest

from tests.harness import Project
from tests.images.drawing import banner, saved

AREA = "name: {name}\ntype: web_shop\nhosting: custom\nurl: https://{name}.acme.example\n"


class Kind(NamedTuple):
    """An entry of a kind, begun; what one area says instead, in both languages; and where it shows.

    ``bundle`` and ``way`` lead to what visitors of the area read in `es`.
    """

    entry: str
    begun: Sequence[str]
    own: Sequence[str]
    translated: Sequence[str]
    side: str
    bundle: str
    way: Sequence[str]


def words(field: str, english: str, spanish: str) -> tuple[str, ...]:
    return (f"--{field}", english, f"--{field}.es", spanish)


KINDS = {
    "level": Kind(
        "levels/basic",
        ("--type", "personal", *words("title", "Basic", "Básico")),
        ("--title", "Own"),
        ("--title.es", "Propio"),
        "public",
        "config.json",
        ("levels", "basic", "locales", "es", "title"),
    ),
    "status": Kind(
        "statuses/active",
        words("title", "Active", "Activo"),
        ("--title", "Own"),
        ("--title.es", "Propio"),
        "public",
        "config.json",
        ("statuses", "active", "locales", "es", "title"),
    ),
    "string": Kind(
        "translations/portal:more",
        words("text", "More", "Más"),
        ("--text", "Own"),
        ("--text.es", "Propio"),
        "public",
        "translations/icu/es/portal.json",
        ("more",),
    ),
    "text": Kind(
        "texts/terms",
        words("title", "Terms", "Condiciones"),
        ("--title", "Own"),
        ("--title.es", "Propio"),
        "public",
        "texts/es/terms.json",
        ("terms", "title"),
    ),
    "template": Kind(
        "templates/welcome",
        (
            *("--channel", "email", "--active", "true"),
            *words("title", "Welcome", "Hola"),
            *words("description", "Hello there.", "Hola a todos."),
        ),
        ("--title", "Own", "--description", "Hello there."),
        ("--title.es", "Propio", "--description.es", "Hola a todos."),
        "private",
        "templates/es/welcome.json",
        ("welcome", "subject"),
    ),
    "document": Kind(
        "documents/fees",
        (
            *("--name", "Fees", "--active", "true", "--link", "https://acme.example/fees"),
            *words("title", "Our fees", "Tasas"),
        ),
        ("--title", "Own"),
        ("--title.es", "Propio"),
        "public",
        "documents/es.json",
        ("fees", "title"),
    ),
}


@pytest.fixture
def shops(project: Project) -> Project:
    """Two areas, `north` and `south`."""
    return project.files(
        {f"content/areas/{name}/area.yaml": AREA.format(name=name) for name in ("north", "south")}
    )


def read(project: Project, area: str, kind: Kind) -> Any:
    found = project.published(kind.bundle, area=area, side=kind.side)
    for step in kind.way:
        found = found[step]
    return found


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_an_area_says_something_else(shops: Project, kind: Kind) -> None:
    shops.run("add", kind.entry, *kind.begun).exits(0)
    shops.commit("Begin")
    # A source text of its own beside the translation of another one is told.
    shops.run("add", kind.entry, *kind.own, "--area", "south").exits(0)
    shops.run("check", "--rule", "overridden-source", "--format", "json")
    (finding,) = shops.data()["findings"]
    assert finding["entity"] == kind.entry
    assert finding["path"].startswith(f"content/areas/south/{kind.entry.partition('/')[0]}/")
    assert finding["message"].endswith("shows the shared translation in `es`")
    assert finding["hint"] == "translate it for `south` too"
    # With its translation it is right, and is what its visitors read, and nobody else.
    shops.run("add", kind.entry, *kind.translated, "--area", "south").exits(0)
    shops.run("check").exits(0)
    assert "overridden-source" not in shops.out
    shops.run("publish").exits(0)
    assert (read(shops, "south", kind), read(shops, "north", kind)) == ("Propio", shared(kind))
    shops.run("diff").exits(0).says(f"{kind.entry} in area south")
    assert "north, in" not in shops.out
    # Who sees a change of what all share is told: the area with its own word does not.
    shops.commit("South has its own")
    field, changed = kind.begun[-2:]
    shops.run("add", kind.entry, field, f"{changed} (2)", "--overwrite").exits(0)
    shops.run("diff").exits(0).says(f"{kind.entry} (for north; south has its own)")
    assert ("  north, in es: " in shops.out) is (kind.side == "public")
    assert "south, in" not in shops.out


def shared(kind: Kind) -> str:
    """Return what all areas share in `es`, in the field that the area has its own of."""
    field = kind.translated[0]
    return kind.begun[list(kind.begun).index(field) + 1]


def test_a_setting_of_one_area(shops: Project) -> None:
    shops.run("config", "default", "clients.accounts_max=5").exits(0)
    shops.run("config", "south", "clients.accounts_max=1").exits(0)
    shops.commit().run("config", "default", "clients.accounts_max=6").exits(0)
    shops.run("diff").exits(0).says("accounts_max: 5 → 6", "(for north; south has its own)")
    shops.run("publish").exits(0)
    seen = {
        name: shops.published("config.json", area=name)["clients"]["accounts_max"]
        for name in ("north", "south")
    }
    assert seen == {"north": 6, "south": 1}
    shops.run("config", "south", "clients.accounts_max=6").exits(0)
    assert not (shops.root / "content/areas/south/configurations").exists()


def test_a_banner_of_one_area(shops: Project) -> None:
    images = {
        f"{name}/{slot}.png": saved(banner(width, 400, sun=sun), "PNG")
        for name, sun in (("shared", "#f9a826"), ("own", "#2680f9"))
        for slot, width in (("mobile", 640), ("tablet", 1024), ("desktop", 1444), ("wide", 1920))
    }
    shops.files({f"drawn/{name}": data for name, data in images.items()})
    entry = "banners/summer"

    def put(folder: str, locale: str, *more: str) -> None:
        files = [one for name in images if name.startswith(folder) for one in ("--file", name)]
        shops.run("add", entry, *more, "--locale", locale, *files, cwd=shops.root / "drawn").exits(
            0
        )

    for locale, said in (("en", "Summer"), ("es", "Verano")):
        put("shared", locale, "--description", said)
    shops.run("activate", entry).exits(0)
    shops.commit()
    put("own", "en", "--description", "Own", "--active", "true", "--area", "south")
    shops.run("check", "--rule", "overridden-source").says(
        "`south` has a source text of its own for `banners/summer`"
    )
    put("own", "es", "--description", "Propio", "--active", "true", "--area", "south")
    shops.run("check").exits(0)
    shops.run("publish").exits(0)
    seen = {
        name: shops.published("banners/es.json", area=name)["summer"]["slots"]["wide"]
        for name in ("north", "south")
    }
    assert (seen["north"]["alt"], seen["south"]["alt"]) == ("Verano", "Propio")
    assert seen["north"]["src"] != seen["south"]["src"]
    shops.commit().run("add", entry, "--description.es", "Estío", "--overwrite").exits(0)
    shops.run("diff").exits(0).says("banners/summer (for north; south has its own)")
