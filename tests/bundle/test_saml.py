"""SAML metadata out and in, with pysaml2 on the other side: a provider and a consumer that are real."""

import base64
from typing import Any

import pytest
from saml2 import BINDING_HTTP_POST, BINDING_HTTP_REDIRECT
from saml2.config import IdPConfig
from saml2.mdstore import InMemoryMetaData
from saml2.metadata import entity_descriptor

from compiler.bundle.saml import service_provider_metadata
from compiler.model.area import Area
from compiler.model.credentials import SingleSignOn
from compiler.read.saml_metadata import SamlMetadataError, read_identity_provider
from tests.certificates import certificate, der, pem
from tests.harness import Project

IDP = "https://idp.acme.example/metadata"
SIGN_ON = {
    BINDING_HTTP_REDIRECT: "https://idp.acme.example/redirect?a=1&b=2",
    BINDING_HTTP_POST: "https://idp.acme.example/post",
}


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    + "]><a>&a9;</a>"
)


def area(**sign_on: Any) -> tuple[Area, SingleSignOn]:
    one = SingleSignOn.model_validate({"name": "web", "protocol": "saml", **sign_on})
    record = Area(
        name="P", type="website", hosting="custom", url="https://portal.acme.example", sso=[one]
    )
    return record, one


def consumer(metadata: str) -> InMemoryMetaData:
    """Return what pysaml2 makes of metadata."""
    store = InMemoryMetaData(None, metadata, check_validity=True)
    store.load()
    return store


@pytest.fixture(scope="module")
def provider_metadata(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the metadata that pysaml2 writes for an identity provider."""
    folder = tmp_path_factory.mktemp("idp")
    (folder / "idp.pem").write_bytes(pem(certificate()))
    config = IdPConfig()
    config.load(
        {
            "entityid": IDP,
            "cert_file": str(folder / "idp.pem"),
            "service": {
                "idp": {
                    "endpoints": {
                        "single_sign_on_service": [(url, name) for name, url in SIGN_ON.items()]
                    }
                }
            },
        }
    )
    return str(entity_descriptor(config))


@pytest.mark.parametrize("named", [None, "urn:acme:portal&<\"'>"])
def test_a_provider_knows_the_area_by_what_it_is_given(named: str | None) -> None:
    acs = "https://portal.acme.example/saml/acs?a=1&b='2'"
    metadata = service_provider_metadata(*area(acs_url=acs, entity_id=named))
    assert metadata is not None
    store = consumer(metadata)
    entity = named or "https://portal.acme.example"
    assert list(store.keys()) == [entity]
    (service,) = store.service(entity, "spsso_descriptor", "assertion_consumer_service")[
        BINDING_HTTP_POST
    ]
    assert (service["location"], service["is_default"]) == (acs, "true")
    assert store[entity]["spsso_descriptor"][0]["want_assertions_signed"] == "true"


def test_without_saml_or_an_address_there_are_none() -> None:
    assert service_provider_metadata(*area(protocol="oidc", acs_url="https://a.example")) is None
    assert service_provider_metadata(*area()) is None


def test_a_provider_s_own_metadata_are_read(provider_metadata: str) -> None:
    read = read_identity_provider(provider_metadata.encode())
    assert read.entity_id == IDP
    assert read.sign_on == {
        "HTTP-Redirect": SIGN_ON[BINDING_HTTP_REDIRECT],
        "HTTP-POST": SIGN_ON[BINDING_HTTP_POST],
    }
    assert [one.pem.encode() for one in read.certificates] == [pem(certificate())]
    known = consumer(provider_metadata).certs(IDP, "idpsso", "signing")
    assert [base64.b64decode(text) for _, text in known] == [der(certificate())]


def test_both_ways_through_a_published_area(project: Project, provider_metadata: str) -> None:
    project.files(
        {
            "content/areas/shop/idp.xml": provider_metadata,
            "content/areas/shop/old.pem": pem(certificate("old")),
            "content/areas/shop/area.yaml": (
                "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.acme.example\n"
                "sso:\n  - {name: web, protocol: saml, acs_url: 'https://shop.acme.example/acs',"
                " metadata: idp.xml, certificates: [old.pem]}\n"
            ),
        }
    )
    project.run("publish").exits(0)
    (sign_on,) = project.published("credentials.json", area="shop", side="private")["sso"]
    assert sign_on["provider"]["entity_id"] == IDP
    assert [one["subject"].split(",")[0] for one in sign_on["certificates"]] == [
        "CN=old",
        "CN=idp.acme.example",
    ]
    assert sign_on["certificates_sha256"] == [one["sha256"] for one in sign_on["certificates"]]
    assert sign_on["certificates"][1]["ends"] == "2096-01-01T12:30:00Z"
    assert list(consumer(sign_on["metadata_xml"]).keys()) == ["https://shop.acme.example"]
    project.run("saml", "shop").exits(0)
    assert project.out == sign_on["metadata_xml"]
    project.files(
        {
            "content/areas/app/area.yaml": (
                "name: App\ntype: mobile_app\nhosting: custom\nurl: https://app.acme.example\n"
            )
        }
    )
    for wrong, words in (
        (("app",), "`app` has no way to sign in: write one in `sso` of its area.yaml"),
        (("shap",), "there is no area `shap` without errors; did you mean `shop`?"),
        (("shop", "wob"), "name one of the ways to sign in at `shop`: web"),
    ):
        project.run("saml", *wrong).exits(2).says(words)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is no XML"),
        (b"<a/>", "describes no identity provider"),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', "is no XML"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares a document type"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16"), "declares a document type"),
        ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'.encode("utf-16"), "a document type"),
        (LAUGHS.encode("utf-16-le"), "declares a document type"),
        (b"<a>" * 100_000 + b"</a>" * 100_000, "describes no identity provider"),
    ],
)
def test_what_is_no_metadata_is_told(data: bytes, words: str) -> None:
    with pytest.raises(SamlMetadataError, match=words):
        read_identity_provider(data)


def test_one_provider_is_meant(provider_metadata: str) -> None:
    bare = provider_metadata[provider_metadata.index("<ns0:") :]
    spaces = 'xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"'
    several = f"<md:EntitiesDescriptor {spaces}>{bare}{bare}</md:EntitiesDescriptor>"
    with pytest.raises(SamlMetadataError, match="describes several identity providers"):
        read_identity_provider(several.encode())
    broken = provider_metadata.replace("X509Certificate>MI", "X509Certificate>**")
    with pytest.raises(SamlMetadataError, match="has a certificate that is none"):
        read_identity_provider(broken.encode())


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "",
        "http://idp.acme.example/sso",
        "//idp.acme.example",
        "https://[::1",
    ],
)
def test_nobody_is_sent_where_it_is_not_safe(provider_metadata: str, address: str) -> None:
    sent = provider_metadata.replace("https://idp.acme.example/post", address)
    assert sent != provider_metadata
    with pytest.raises(SamlMetadataError, match="at no `https://` address"):
        read_identity_provider(sent.encode())


def test_a_certificate_of_other_letters_is_none(provider_metadata: str) -> None:
    broken = provider_metadata.replace("X509Certificate>MI", "X509Certificate>\u041cI")
    with pytest.raises(SamlMetadataError, match="has a certificate that is none"):
        read_identity_provider(broken.encode())
