"""Mails as files, opened again by the standard library."""

import datetime as dt
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from compiler.channels.email.eml import Mail, eml
from compiler.channels.email.parts import difference

SENT = dt.datetime(2026, 11, 27, 9, 30, tzinfo=dt.UTC)


def parsed(mail: Mail) -> EmailMessage:
    data = eml(mail, SENT)
    assert data == eml(mail, SENT)
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 78
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def test_a_mail() -> None:
    message = parsed(Mail("Hello Ana", "<p>Hello <b>Ana</b></p>", "Hello Ana", "en"))
    assert message.items() == [
        ("Content-Type", message["Content-Type"]),
        ("MIME-Version", "1.0"),
        ("From", "Preview <preview@clientarea.invalid>"),
        ("To", "reader@clientarea.invalid"),
        ("Subject", "Hello Ana"),
        ("Date", "Fri, 27 Nov 2026 09:30:00 +0000"),
        ("Content-Language", "en"),
        ("X-Unsent", "1"),
    ]
    assert message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]


@pytest.mark.parametrize(
    ("subject", "locale"),
    [
        ("Witaj w Acme, Zażółć gęślą jaźń", "pl"),
        ("تم استلام €500.00 — شكرًا لك على ثقتك بنا في هذا اليوم الجميل جدًا من الشهر", "ar"),
        ("👩‍👩‍👧‍👦 ようこそ", "ja"),
        ('=?utf-8?q?no?= " ; , <x@y.example>', "en"),
        ("a" * 300, "en"),
    ],
)
def test_subjects_come_back_as_they_are(subject: str, locale: str) -> None:
    assert parsed(Mail(subject, "<p>x</p>", "x", locale))["Subject"] == subject


def test_a_plain_subject_is_not_encoded() -> None:
    data = eml(Mail("Hello Ana", "<p>x</p>", "x", "en"), SENT)
    assert b"\r\nSubject: Hello Ana\r\n" in data


def test_no_value_begins_a_line_of_the_head() -> None:
    message = parsed(Mail("Hi\r\nBcc: all@acme.example\u2028X: y", "<p>x</p>", "x", "en"))
    assert message["Subject"] == "Hi Bcc: all@acme.example X: y"
    assert message["Bcc"] is None


def test_parts_come_back_as_they_are_and_say_the_same() -> None:
    text = "Zażółć (https://acme.example/?a=1&b=2)\n\n. a dot\nFrom here\n" + "long " * 300
    html = f"<p><a href='https://acme.example/?a=1&amp;b=2'>Zażółć</a></p><p>. a dot<br>From here<br>{'long ' * 300}</p>"
    message = parsed(Mail("x", html, text, "pl"))
    plain, rich = message.get_body(("plain",)), message.get_body(("html",))
    assert plain is not None
    assert rich is not None
    assert plain.get_content().replace("\r\n", "\n") == text + "\n"
    assert rich.get_content().replace("\r\n", "\n") == html + "\n"
    assert not difference(rich.get_content(), plain.get_content())


def test_parts_that_say_something_else() -> None:
    assert difference("<p>Pay 5 EUR <i>now</i></p>", "Pay 6 EUR").only_html == ("5", "now")
    assert difference("<p>Pay</p><p style='display:none'>2</p>", "Pay 2").only_text == ("2",)
