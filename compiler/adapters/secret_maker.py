"""New secrets, from the operating system's source of randomness."""

import secrets
import zlib

from compiler.secrets.services import OWN_PREFIX

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BYTES, _LENGTH, _SUM_LENGTH = 32, 43, 6


def new_secret() -> str:
    """Return a secret of 256 random bits: a prefix that scanners know, 43 digits, a sum of 6.

    By the sum (CRC-32 of what stands before it) a scanner tells it from a text that looks alike.
    """
    bits = int.from_bytes(secrets.token_bytes(_BYTES), "big")
    words = f"{OWN_PREFIX}{_in_digits(bits, _LENGTH)}"
    return f"{words}{_in_digits(zlib.crc32(words.encode()), _SUM_LENGTH)}"


def _in_digits(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        number, digit = divmod(number, len(_DIGITS))
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits))
