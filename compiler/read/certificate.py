"""X.509 certificates (RFC 5280), as far as a reader of content needs them: whose, until when.

Nothing is verified here: neither signatures nor chains.
"""

import base64
import binascii
import datetime as dt
import hashlib
import re
from typing import NamedTuple

from compiler.read.der import DerError, Value, values_in


class Certificate(NamedTuple):
    """A certificate: its SHA-256 fingerprint in pairs (``AB:CD:…``), whose it is, until when.

    ``subject`` is as RFC 4514 writes it, the most specific part first; ``pem`` the certificate
    itself.
    """

    sha256: str
    subject: str
    ends: dt.datetime
    pem: str


class CertificateError(ValueError):
    """Bytes that are no certificate; ``str()`` is a clause about them for people."""


_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----(.*?)-----END CERTIFICATE-----", re.DOTALL)
_EXPLICIT, _UTC_TIME, _GENERALIZED_TIME, _BMP_STRING = 0xA0, 0x17, 0x18, 0x1E
_NAMES = {
    "2.5.4.3": "CN",
    "2.5.4.5": "serialNumber",
    "2.5.4.6": "C",
    "2.5.4.7": "L",
    "2.5.4.8": "ST",
    "2.5.4.9": "STREET",
    "2.5.4.10": "O",
    "2.5.4.11": "OU",
    "0.9.2342.19200300.100.1.1": "UID",
    "0.9.2342.19200300.100.1.25": "DC",
    "1.2.840.113549.1.9.1": "emailAddress",
}
_FIRST_ARCS, _MORE, _CENTURY = 40, 0x80, 50
_ESCAPED = re.compile(r'([,+"\\<>;])')


def read_certificate(data: bytes) -> Certificate:
    """Return the certificate in a file of PEM or DER. Raises CertificateError."""
    if b"PRIVATE KEY" in data:
        raise CertificateError("has a private key in it, which belongs nowhere near content")
    found = _PEM.findall(data)
    if len(found) > 1:
        raise CertificateError("has several certificates: write each to a file of its own")
    try:
        der = base64.b64decode(b"".join(found[0].split()), validate=True) if found else data
    except binascii.Error as failure:
        raise CertificateError("is no PEM: what stands between its marks is no Base64") from failure
    return certificate_of(der)


def certificate_of(der: bytes) -> Certificate:
    """Return the certificate that bytes of DER are. Raises CertificateError."""
    try:
        (whole,) = values_in(der)
        parts = whole.parts()[0].parts()
        first = 1 if parts[0].tag == _EXPLICIT else 0  # the version, which the oldest have not
        validity, subject = parts[first + 3], parts[first + 4]
        ends = _time(validity.parts()[1])
        named = _subject(subject)
    except (DerError, IndexError, ValueError) as failure:
        raise CertificateError("is no certificate: neither PEM nor DER of X.509") from failure
    digest = hashlib.sha256(whole.whole).hexdigest().upper()
    fingerprint = ":".join(digest[at : at + 2] for at in range(0, len(digest), 2))
    return Certificate(fingerprint, named, ends, _pem(whole.whole))


def _time(value: Value) -> dt.datetime:
    text = value.content.decode("ascii")
    if value.tag == _UTC_TIME:
        text = f"{'20' if int(text[:2]) < _CENTURY else '19'}{text}"
    elif value.tag != _GENERALIZED_TIME:
        raise DerError("no time")
    return dt.datetime.strptime(text, "%Y%m%d%H%M%SZ").replace(tzinfo=dt.UTC)


def _subject(name: Value) -> str:
    parts = []
    for relative in reversed(name.parts()):
        pairs = []
        for attribute in relative.parts():
            kind, value = attribute.parts()
            identifier = _identifier(kind.content)
            encoding = "utf-16-be" if value.tag == _BMP_STRING else "utf-8"
            text = _ESCAPED.sub(r"\\\1", value.content.decode(encoding, "replace"))
            pairs.append(f"{_NAMES.get(identifier, identifier)}={text}")
        parts.append("+".join(pairs))
    return ",".join(parts)


def _identifier(content: bytes) -> str:
    numbers, number = [], 0
    for byte in content:
        number = number << 7 | byte & ~_MORE
        if not byte & _MORE:
            numbers.append(number)
            number = 0
    first = min(numbers[0] // _FIRST_ARCS, 2)
    return ".".join(map(str, (first, numbers[0] - _FIRST_ARCS * first, *numbers[1:])))


def _pem(der: bytes) -> str:
    text = base64.b64encode(der).decode()
    lines = [text[at : at + 64] for at in range(0, len(text), 64)]
    return "\n".join(["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""])
