"""Certificates made for a test, with any subject and end."""

import datetime as dt
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

LATE = dt.datetime(2096, 1, 1, 12, 30, tzinfo=dt.UTC)


@cache
def certificate(name: str = "idp.acme.example", ends: dt.datetime = LATE) -> x509.Certificate:
    """Return a certificate that signs itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ES"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Acme, S.A. «Ñ»"),
            x509.NameAttribute(NameOID.COMMON_NAME, name),
        ]
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(dt.datetime(1999, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(ends)
        .sign(key, hashes.SHA256())
    )


def pem(one: x509.Certificate) -> bytes:
    """Return a certificate as PEM."""
    return one.public_bytes(serialization.Encoding.PEM)


def der(one: x509.Certificate) -> bytes:
    """Return a certificate as DER."""
    return one.public_bytes(serialization.Encoding.DER)
