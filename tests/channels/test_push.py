import json

from compiler.channels.push import apns_payload, columns, measured_push


def test_the_payload_that_is_counted() -> None:
    assert json.dumps(apns_payload("Hi", "You")) == (
        '{"aps": {"alert": {"title": "Hi", "body": "You"}}}'
    )
    empty = measured_push("", "")
    assert (empty.apns, empty.fcm) == (40, 39)
    assert measured_push("é", "語😀").apns == 40 + 2 + 3 + 4
    assert measured_push('"', "\n").apns == 40 + 2 + 2
    assert measured_push("a", "b").largest == ("APNs", 42)


def test_columns_that_a_phone_shows() -> None:
    assert columns("abc") == 3
    assert columns("日本語") == 6
    assert columns("e\N{COMBINING ACUTE ACCENT}\N{ZERO WIDTH JOINER}") == 1
