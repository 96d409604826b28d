"""A portal made by commands alone, with a value in every field that an area can have."""

import json
import re
from base64 import b64encode
from hashlib import sha256

from compiler.read.certificate import read_certificate
from tests.certificates import certificate, der, pem
from tests.harness import Project
from tests.images.drawing import banner, saved

AREA = "content/areas/portal/area.yaml"
LATE, LATER = "2096-06-30", "2096-12-31"
_SECRET = re.compile(r"^clientarea_[0-9A-Za-z]{49}$", re.MULTILINE)

_OWNER = (
    "add", "owners/acme", "--name", "Acme Ltd", "--contact", "ops@acme.example",
    "--branding.colors.primary", "#00794a", "--branding.colors.text", "#12263a",
    "--branding.fonts.text", "Inter, sans-serif",
)  # fmt: skip
_LEVEL = (
    "add", "levels/basic", "--type", "personal", "--properties.daily_limit", "1000",
    "--fields.phone.required", "true", "--title", "Basic", "--title.es", "Básico",
    "--description", "Confirm your **phone**.", "--description.es", "Confirme su **teléfono**.",
    "--locales.en.fields.phone", "Phone", "--locales.es.fields.phone", "Teléfono",
    "--locales.en.properties.badge", "B1", "--locales.es.properties.badge", "B1",
)  # fmt: skip
_LANGUAGES = ("--active", "en, es, es-MX", "--fallbacks.es-MX", "es")
_STATUS = (
    "add", "statuses/active", "--properties.color", "green", "--title", "Active",
    "--title.es", "Activo", "--description.es", "*Todo* en orden.", "--description", "*All* is well.",
    "--locales.en.properties.icon", "tick", "--locales.es.properties.icon", "tick",
)  # fmt: skip
_RECORD = (
    "add", "areas/portal", "--name", "Acme Portal", "--type", "personal_account",
    "--hosting", "integrated", "--url", "https://portal.acme.example", "--owner", "acme",
)  # fmt: skip
_SHARED = (
    "clients.accounts_max=5", "clients.activate_on_creation=true", "clients.demo_account=true",
    "clients.personal_manager=false", "clients.exchange_tfa=true", "clients.withdrawal_tfa=true",
    "security.session_minutes=60", "security.refresh_session_minutes=240",
    "documents.passport_or_id.required=true", "documents.passport_or_id.purposes=login, identity",
    "documents.source_of_funds.required=true", "documents.source_of_funds.purposes=compliance",
    "account.open_on_sign_up=true", "account.required_level=basic",
    "account.required_status=active", "support.desk=first-line", "support.tags=general",
)  # fmt: skip
_OWN = (
    "clients.accounts_max=2", "hosts=login.acme.example", "support.desk=web-support",
    "support.tags=vip, portal", "credentials.crm_api=aws-sm:acme/portal/crm",
    "content.languages=en, es, es-MX", "content.namespaces=common, portal", "content.texts=legal.*",
    "branding.colors.primary=#2456d6", "branding.fonts.heading=Georgia, serif",
    "branding.logo=logo.png",
)  # fmt: skip


def identity_provider(name: str = "idp.acme.example") -> str:
    """Return SAML metadata as a provider offers them for download."""
    key = b64encode(der(certificate(name))).decode()
    return f"""<?xml version="1.0"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:{name}">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
      <ds:X509Data><ds:X509Certificate>{key}</ds:X509Certificate></ds:X509Data>
    </ds:KeyInfo></md:KeyDescriptor>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
      Location="https://{name}/sso"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>
"""


def begun(project: Project) -> Project:
    """Make a repository with the languages `en` and `es`, an owner, a level and a status."""
    project.run("init", ".").exits(0)
    for command in (
        ("add", "configurations/languages", *_LANGUAGES, "--overwrite"),
        _OWNER,
        _LEVEL,
        _STATUS,
        ("add", "translations/common:home.welcome", "--text.es", "Bienvenido, {name}"),
    ):
        project.run(*command).exits(0)
    return project.run("config", "default", *_SHARED).exits(0)


def onboarded(project: Project) -> Project:
    """Make the portal, from an empty folder, as somebody does who brings one on."""
    begun(project)
    for command in (
        ("add", "translations/portal:title", "--text", "Your portal", "--text.es", "Su portal"),
        ("add", "texts/legal.terms", "--title", "Terms", "--title.es", "Condiciones"),
        _RECORD,
    ):
        project.run(*command).exits(0)
    home = AREA.removesuffix("area.yaml")
    project.files(
        {f"{home}logo.png": saved(banner(200, 80), "PNG"), f"{home}idp.xml": identity_provider()}
    )
    project.files({f"{home}next.pem": pem(certificate("next.acme.example"))})
    project.run("config", "portal", *_OWN).exits(0)
    project.run("config", "portal", f"sso={json.dumps([_sign_on(project)])}").exits(0)
    client = [{"id": "web", "redirect_uris": ["https://portal.acme.example/cb"], "pkce": True}]
    project.run("config", "portal", f"oauth_clients={json.dumps(client)}").exits(0)
    for expires in (LATE, LATER):
        secret_of(project, "portal", "web", "--expires", expires)
    secret_of(project, "portal", "mailer", "--scopes", "templates.read", "--expires", LATER)
    project.run("enable", "es").exits(0)
    return project.run("enable", "es-MX").exits(0)


def _sign_on(project: Project) -> dict[str, object]:
    beside = (project.root / AREA).with_name("next.pem").read_bytes()
    return {
        "name": "web",
        "protocol": "saml",
        "entity_id": "urn:acme:portal",
        "acs_url": "https://login.acme.example/saml/acs",
        "certificate_sha256": read_certificate(beside).sha256,
        "certificates": ["next.pem"],
        "metadata": "idp.xml",
    }


def secret_of(project: Project, area: str, *arguments: str) -> str:
    """Make a credential; return the secret, which is printed this once."""
    project.run("credential", "new", area, *arguments).exits(0)
    (secret,) = _SECRET.findall(project.out)
    return str(secret)


def verifier(secret: str) -> str:
    """Return what is kept of a secret, by which others know it."""
    return f"sha256:{sha256(secret.encode()).hexdigest()}"
