"""Certificates read as `cryptography` reads them; whatever else the bytes are, a sentence."""

import contextlib
import datetime as dt
from collections.abc import Callable

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from hypothesis import given
from hypothesis import strategies as st

from compiler.read.certificate import CertificateError, read_certificate
from tests.certificates import LATE, certificate, der, pem


@pytest.mark.parametrize("encode", [pem, der])
@pytest.mark.parametrize(
    "ends",
    [
        LATE,
        dt.datetime(2026, 2, 28, tzinfo=dt.UTC),
        dt.datetime(2049, 12, 31, 23, 59, 59, tzinfo=dt.UTC),
    ],
)
def test_it_is_what_cryptography_says(
    encode: Callable[[x509.Certificate], bytes], ends: dt.datetime
) -> None:
    known = certificate(ends=ends)
    read = read_certificate(encode(known))
    assert read.sha256 == known.fingerprint(hashes.SHA256()).hex(":").upper()
    assert read.subject == known.subject.rfc4514_string()
    assert read.ends == known.not_valid_after_utc == ends
    assert read.pem.encode() == pem(known)


def test_text_around_it_is_fine() -> None:
    known = pem(certificate())
    assert read_certificate(b"Bag Attributes\r\n" + known.replace(b"\n", b"\r\n")).ends == LATE


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is no certificate"),
        (b"hello", "is no certificate"),
        (pem(certificate()) * 2, "has several certificates"),
        (b"-----BEGIN CERTIFICATE-----\n***\n-----END CERTIFICATE-----", "no Base64"),
        (b"-----BEGIN PRIVATE KEY-----\nx\n" + pem(certificate()), "has a private key in it"),
        (der(certificate())[:-1], "is no certificate"),
        (b"\x30\x03\x02\x01\x01", "is no certificate"),
    ],
)
def test_what_is_none_is_told(data: bytes, words: str) -> None:
    with pytest.raises(CertificateError, match=words):
        read_certificate(data)


@given(st.data())
def test_damage_is_told_and_nothing_else(data: st.DataObject) -> None:
    whole = bytearray(der(certificate()))
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, 200))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(CertificateError):
        read_certificate(bytes(whole))
