from compiler.base.place import Place, Places
from compiler.base.spots import Spot, SpotTable

PLACES = Places(
    "a.yaml",
    SpotTable(
        values={
            (): Spot(1, 1),
            ("locales",): Spot(2, 3),
            ("locales", "es"): Spot(3, 9),
            ("locales", "es", "title"): Spot(3, 17, 6),
            ("tags",): Spot(4, 7),
            ("tags", 0): Spot(5, 5),
        },
        keys={("locales", "es", "title"): Spot(3, 10, 5)},
    ),
)


def test_a_value_and_its_key() -> None:
    assert PLACES.value("locales", "es", "title") == Place("a.yaml", 3, 17, 6)
    assert PLACES.key("locales", "es", "title") == Place("a.yaml", 3, 10, 5)


def test_what_is_absent_stands_where_its_nearest_parent_does() -> None:
    assert PLACES.value("locales", "es", "description") == Place("a.yaml", 3, 9)
    assert PLACES.key("locales", "fr", "title") == Place("a.yaml", 2, 3)
    assert PLACES.value("nothing") == Place("a.yaml", 1, 1)


def test_a_view_begins_further_in() -> None:
    view = PLACES.under("locales", "es")
    assert view.value("title") == Place("a.yaml", 3, 17, 6)
    assert view.value("description") == Place("a.yaml", 3, 9)
    assert view.has("title")
    assert not view.has("locales")


def test_a_validators_location_is_settled_by_skipping_what_the_document_has_not() -> None:
    assert PLACES.settle(("locales", "es", "function-after[x]", "title")) == (
        "locales",
        "es",
        "title",
    )
    assert PLACES.settle(("tags", "union", 0)) == ("tags", 0)
    assert PLACES.settle(("absent",)) == ()
