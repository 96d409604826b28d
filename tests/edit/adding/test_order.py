"""Where new labels come among those of a catalogue."""

from hypothesis import given
from hypothesis import strategies as st

from compiler.edit.adding.order import LabelOrder
from compiler.edit.po.edits import FIRST

LABELS = st.lists(st.from_regex(r"[ab](\.[ab]){0,3}", fullmatch=True), unique=True, max_size=12)


def order(labels: list[str], *new: str) -> list[str]:
    """Return all labels in the order they have after ``new`` ones came."""
    made = LabelOrder(labels)
    for label in new:
        made.add(label)
    return [label for label, _ in made.neighbours((), {*labels, *new})]


def test_a_sorted_catalogue_stays_sorted() -> None:
    assert order(["b", "d"], "c", "a", "e") == ["a", "b", "c", "d", "e"]


def test_a_label_comes_behind_the_last_with_its_words() -> None:
    there = ["z.one", "pay.card.number", "pay.card.name", "pay.title", "home"]
    assert order(there, "pay.card.year", "pay.help", "z.two", "new") == [
        "z.one",
        "z.two",
        "pay.card.number",
        "pay.card.name",
        "pay.card.year",
        "pay.title",
        "pay.help",
        "home",
        "new",
    ]


def test_a_translation_has_its_own_neighbours() -> None:
    made = LabelOrder(["b", "c", "e"])
    made.add("a")
    made.add("d")
    assert list(made.neighbours({"c"}, {"a", "d"})) == [("a", FIRST), ("d", "c")]


@given(LABELS, LABELS)
def test_every_label_is_there_once_and_old_ones_keep_their_order(
    there: list[str], new: list[str]
) -> None:
    fresh = [label for label in new if label not in there]
    found = order(there, *fresh)
    assert sorted(found) == sorted([*there, *fresh])
    assert [label for label in found if label in there] == there
