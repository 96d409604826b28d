"""SAML 2.0 metadata of an identity provider: what a service provider has to know about it.

Source: OASIS, Metadata for SAML V2.0. Signatures are not looked at: a file of the repository is
trusted as far as its reviewers are.
"""

import base64
from typing import NamedTuple
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET
from xml.parsers import expat

from compiler.read.certificate import Certificate, CertificateError, certificate_of

MD = "urn:oasis:names:tc:SAML:2.0:metadata"
DS = "http://www.w3.org/2000/09/xmldsig#"
_SAML2 = "urn:oasis:names:tc:SAML:2.0:protocol"
_BINDINGS = "urn:oasis:names:tc:SAML:2.0:bindings:"
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class IdentityProvider(NamedTuple):
    """A provider: its name, where visitors sign in, by binding (``HTTP-Redirect``), its keys.

    ``certificates`` are those that its answers are signed with.
    """

    entity_id: str
    sign_on: dict[str, str]
    certificates: tuple[Certificate, ...]


class SamlMetadataError(ValueError):
    """Bytes that are no metadata of one provider; ``str()`` is a clause about them."""


def read_identity_provider(data: bytes) -> IdentityProvider:
    """Return the identity provider that metadata describe. Raises SamlMetadataError."""
    root = _root(data)
    found = [
        (entity, role)
        for entity in root.iter(f"{{{MD}}}EntityDescriptor")
        for role in entity.iterfind(f"{{{MD}}}IDPSSODescriptor")
        if _SAML2 in role.get("protocolSupportEnumeration", "").split()
    ]
    if len(found) != 1:
        many = "describes several identity providers" if found else "describes no identity provider"
        raise SamlMetadataError(f"{many} of SAML 2.0")
    ((entity, role),) = found
    sign_on = {
        one.get("Binding", "").removeprefix(_BINDINGS): one.get("Location", "")
        for one in role.iterfind(f"{{{MD}}}SingleSignOnService")
    }
    if not all(map(_is_safe, sign_on.values())):
        raise SamlMetadataError("has a SingleSignOnService that is at no `https://` address")
    certificates = tuple(_certificates(role))
    if not (entity.get("entityID") and sign_on and certificates):
        raise SamlMetadataError(
            "lacks what signing in needs: an entityID, a SingleSignOnService, and a certificate"
        )
    return IdentityProvider(entity.get("entityID", ""), sign_on, certificates)


def _root(data: bytes) -> ET.Element:
    """Parse XML in any encoding; with a document type, and so entities, it is refused."""
    declared: list[str] = []
    scanner = expat.ParserCreate()
    scanner.StartDoctypeDeclHandler = lambda name, *_: declared.append(name)
    try:
        scanner.Parse(data, True)  # noqa: FBT003 - that this is all of it
        if not declared:
            return ET.fromstring(data)  # noqa: S314 - without declarations there are no entities
    except (ET.ParseError, expat.ExpatError, ValueError, LookupError) as failure:
        if not declared:
            raise SamlMetadataError("is no XML") from failure
    raise SamlMetadataError("declares a document type, which metadata never need")


def _is_safe(address: str) -> bool:
    """Tell whether people can be sent there: encrypted, or on the machine itself."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and (
            parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
        )
    except ValueError:
        return False


def _certificates(role: ET.Element) -> list[Certificate]:
    found: dict[str, Certificate] = {}
    for key in role.iterfind(f"{{{MD}}}KeyDescriptor"):
        if key.get("use") == "encryption":
            continue
        for written in key.iter(f"{{{DS}}}X509Certificate"):
            try:
                der = base64.b64decode("".join((written.text or "").split()), validate=True)
                one = certificate_of(der)
            except (CertificateError, ValueError) as failure:
                raise SamlMetadataError("has a certificate that is none") from failure
            found[one.sha256] = one
    return list(found.values())
