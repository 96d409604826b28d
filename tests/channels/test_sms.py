import pytest

from compiler.channels.sms import Alphabet, Sms, in_gsm_7, measured_sms, plainly, replaceable

GSM, UCS = Alphabet.GSM_7, Alphabet.UCS_2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Sms(GSM, 0, 1)),
        ("a" * 160, Sms(GSM, 160, 1)),
        ("a" * 161, Sms(GSM, 161, 2)),
        ("a" * 306, Sms(GSM, 306, 2)),
        ("a" * 307, Sms(GSM, 307, 3)),
        ("€" * 80, Sms(GSM, 160, 1)),
        # An escape and its sign stay in one segment: 76 of them fit, one septet stays free.
        ("€" * 81, Sms(GSM, 162, 2)),
        ("€" * 153, Sms(GSM, 306, 3)),
        ("я" * 70, Sms(UCS, 70, 1, ("я",))),
        ("я" * 71, Sms(UCS, 71, 2, ("я",))),
        ("я" * 134, Sms(UCS, 134, 2, ("я",))),
        ("я" * 135, Sms(UCS, 135, 3, ("я",))),
        ("😀" * 35, Sms(UCS, 70, 1, ("😀",))),
        # 67 units hold 33 pairs, one unit stays free.
        ("😀" * 67, Sms(UCS, 134, 3, ("😀",))),
        ("Cześć, ąć", Sms(UCS, 9, 1, ("ś", "ć", "ą"))),
        ("¿Qué tal, Ñandú?", Sms(UCS, 16, 1, ("ú",))),
        ("Grüße à Ödön", Sms(GSM, 12, 1)),
    ],
)
def test_how_a_text_is_sent(text: str, expected: Sms) -> None:
    assert measured_sms(text) == expected


def test_the_alphabet_has_127_characters_and_10_more_in_its_extension() -> None:
    # TS 23.038, 6.2.1: 128 positions, of which 0x1B is the escape; 6.2.1.1: 10 beside it.
    found = [chr(code) for code in range(0x10000) if in_gsm_7(chr(code))]
    assert len(found) == 127 + 10


def test_what_may_stand_for_a_typographic_sign() -> None:
    text = "“It’s — fine…”"
    assert plainly(text) == '"It\'s - fine..."'
    assert list(replaceable(text))[:2] == [(0, "“", '"'), (3, "’", "'")]
    assert measured_sms(plainly(text)).alphabet is GSM
