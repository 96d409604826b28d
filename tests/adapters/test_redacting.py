"""A key that a service repeats is hidden, whole or cut off, in failures, faults and answers."""

import pytest

from compiler.adapters.translators.redacting import RedactingTranslator, redacted
from compiler.ports.translator import BusyError, Reply, Request, TranslatorError

KEY = "sk-secret-of-ours"


class Repeating:
    """A provider that does what it is made with."""

    def __init__(self, does: Reply | Exception) -> None:
        self._does = does

    def translate(self, _: Request) -> Reply:
        if isinstance(self._does, Exception):
            raise self._does
        return self._does

    def close(self) -> None:
        raise KeyError


def asked(does: Reply | Exception, key: str = KEY) -> Reply:
    return RedactingTranslator(Repeating(does), key).translate(Request("1", "en", "es", ()))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("bad key sk-secret-of-ours, sk-secret-of-ours", "bad key …, …"),
        ("bad key sk-secret-of", "bad key …"),
        ("bad key sk-sec", "bad key sk-sec"),
        ("fine", "fine"),
    ],
)
def test_words(words: str, shown: str) -> None:
    assert redacted(words, KEY) == shown


def test_a_short_key_is_any_word() -> None:
    assert redacted("no local service", "local") == "no local service"
    assert asked(Reply({"1": "el servicio local"}), "local").texts == {"1": "el servicio local"}


def test_failures() -> None:
    with pytest.raises(BusyError, match=r"^is busy: …$") as busy:
        asked(BusyError(f"is busy: {KEY}", 7))
    assert busy.value.seconds == 7
    with pytest.raises(TranslatorError, match=r"^refuses …$"):
        asked(TranslatorError(f"refuses {KEY}"))


def test_answers() -> None:
    reply = asked(Reply({"1": f"Pague {KEY}", "2": "Cierre"}, fault=f"refuses {KEY}"))
    assert reply == Reply({"2": "Cierre"}, fault="refuses …")
