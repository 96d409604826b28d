from compiler.base.hashing import canonical_json
from compiler.release.layout import RECORD, record_name
from compiler.release.releases import Size, releases
from tests.fakes.store import Wire
from tests.release.bench import COMMITS, Bench, content


def test_the_newest_first_and_what_each_is_to_the_target() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    bench.publish(content(acme="Two"), 2)
    bench.rollback(1, reason="wrong price")
    bench.publish(content(acme="Three", shop="Shop"), 3)
    rows = [row.data for row in releases(bench.target())]
    shown = [
        (
            row["number"],
            row["kind"],
            row["commit"],
            row["live"],
            row["held"],
            row["staged"],
            row["from"],
        )
        for row in rows
    ]
    assert shown == [
        (4, "staged", COMMITS[3], False, False, True, None),
        (3, "rollback", COMMITS[1], True, True, False, 1),
        (2, "release", COMMITS[2], False, False, False, None),
        (1, "release", COMMITS[1], False, False, False, None),
    ]
    assert rows[0]["areas"] == ["acme", "shop"]
    assert (rows[1]["reason"], rows[1]["id"]) == ("wrong price", rows[3]["id"])
    assert [row["kept"] for row in rows] == [True] * 4
    assert [row["gate"] for row in rows] == ["complete"] * 4
    assert [row["changed"] for row in rows] == [
        ["~ acme", "+ shop"],
        ["~ acme"],
        ["~ acme"],
        ["+ acme"],
    ]
    assert [(row["files"], row["bytes"]) for row in rows] == [(None, None)] * 4


def test_files_are_counted_where_they_are_kept() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    bench.publish(content(acme="Two", shop="Shop"), 2)
    bench.publish(content(shop="Shop"), 3)
    bench.collect()
    rows = list(releases(bench.target(), sized=True))
    assert [(row.record.number, row.size, row.kept, row.brought) for row in rows] == [
        (4, None, False, False),
        (3, Size(4, 7 + 16 + 16 + 12), True, True),
        (2, None, False, True),
        (1, None, False, True),
    ]
    assert rows[1].changed == ("- acme",)


def test_nothing_yet() -> None:
    assert list(releases(Bench().target())) == []


def test_a_long_log_is_read_a_page_at_a_time_and_no_areas_are_kept() -> None:
    bench = Bench()
    bench.publish(content(acme="One"), 1)
    first = bench.record(1)
    for number in range(2, 251):
        later = {**first, "number": number, "parent": number - 1, "live": number}
        data = canonical_json({**later, "kept": [1, number]})
        bench.private.put(record_name(number), data, RECORD)
    wire = Wire()
    target = bench.target(wire)
    rows = releases(target)
    newest = [next(rows) for _ in range(3)]
    read = [
        asked for asked in wire.requests if (asked.kind, asked.name[:9]) == ("get", "releases/")
    ]
    assert 3 <= len(read) < 110
    assert [row.record.number for row in (*newest, *rows)] == [*range(250, 0, -1)]
    assert [row.areas for row in newest] == [("acme",)] * 3
    assert [row.record.release.areas for row in newest] == [{}] * 3
