"""Waivers: a rule, an entity, a reason and an end, or they do not hold."""

import datetime as dt

from compiler.load.waivers import load_waivers
from tests.builders import said
from tests.fakes.snapshot import MemorySnapshot


def test_no_file_no_waivers() -> None:
    assert load_waivers(MemorySnapshot({})) == ((), ())


def test_a_waiver() -> None:
    waivers, findings = load_waivers(
        MemorySnapshot(
            {
                "waivers.yaml": "waivers:\n  - rule: broken-link\n    entity: texts/a.x\n"
                "    reason: the page comes next week\n    expires: 2027-01-31\n"
            }
        )
    )
    assert findings == ()
    (waiver,) = waivers
    assert (waiver.rule, waiver.entity, waiver.expires) == (
        "broken-link",
        "texts/a.x",
        dt.date(2027, 1, 31),
    )
    assert waiver.places.value("expires").line == 5


def test_a_waiver_without_an_end_does_not_hold() -> None:
    waivers, findings = load_waivers(
        MemorySnapshot({"waivers.yaml": "waivers: [{rule: a, entity: texts/a.x, reason: b}]\n"})
    )
    assert waivers == ()
    assert said(findings) == [
        (
            "waivers.yaml:1:11 missing-key: `waivers[0]` must have `expires`"
            " -> add the line `expires: 2027-01-31`"
        )
    ]


def test_a_list_without_its_key_is_told_where_the_key_belongs() -> None:
    _, findings = load_waivers(MemorySnapshot({"waivers.yaml": "- {rule: a}\n"}))
    assert said(findings) == [
        (
            "waivers.yaml:1:1 invalid-value: waivers.yaml is written as lines of `key: value`;"
            " this is a list -> write `waivers:` above the list"
        )
    ]
