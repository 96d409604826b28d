"""SAML 2.0 metadata of an area, which its identity provider is given: who asks, and where to.

Source: OASIS, Metadata for SAML V2.0, and its SP profile. The same bytes for the same record: it
has no identifier and no end of its own.
"""

from xml.sax.saxutils import quoteattr

from compiler.model.area import Area
from compiler.model.credentials import SingleSignOn

_POST = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
_PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol"
_METADATA = "urn:oasis:names:tc:SAML:2.0:metadata"


def service_provider_metadata(area: Area, sign_on: SingleSignOn) -> str | None:
    """Return the metadata of one way to sign in, None where it is not by SAML or has no address."""
    if sign_on.protocol != "saml" or sign_on.acs_url is None:
        return None
    entity = quoteattr(sign_on.entity_id or area.url)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<md:EntityDescriptor xmlns:md="{_METADATA}" entityID={entity}>\n'
        '  <md:SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true"'
        f' protocolSupportEnumeration="{_PROTOCOL}">\n'
        f'    <md:AssertionConsumerService Binding="{_POST}"'
        f' Location={quoteattr(sign_on.acs_url)} index="0" isDefault="true"/>\n'
        "  </md:SPSSODescriptor>\n"
        "</md:EntityDescriptor>\n"
    )
