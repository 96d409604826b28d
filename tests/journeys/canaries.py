"""A project with something that nobody may see in every private place; and a search for all of it.

What stands in private fields need not be marked: the test takes it from the loaded records.
Elsewhere (comments, names of files, headers, what is not shown) it is marked by `CANARY`.
"""

import datetime as dt
import io
import json
from base64 import b64encode
from collections.abc import Iterator
from typing import Any

from cryptography.hazmat.primitives import hashes
from PIL import Image
from pydantic import BaseModel

from compiler.adapters.work_tree import WorkTree
from compiler.load.loading import load
from compiler.load.project import load_settings
from compiler.load.waivers import load_waivers
from compiler.model.area import Area
from compiler.model.banner import SLOT_NAMES
from compiler.model.consumer import ConsumerRecord
from compiler.model.content import Content
from compiler.model.exposure import TABLE, Exposure
from compiler.model.languages import LanguagesRecord
from compiler.model.localised import FrontMatter
from compiler.model.waiver import WaiverFile
from compiler.read.yaml import read_yaml
from tests.certificates import certificate, der, pem
from tests.harness import LANGUAGES, Project
from tests.pdfs import pdf

CANARY = "canary"

Field = tuple[type[BaseModel], str]


def banner_image(height: int = 40) -> bytes:
    """Return a PNG that is wide enough for every slot."""
    stream = io.BytesIO()
    Image.new("RGB", (1920, height), (10, 120, 90)).save(stream, "PNG")
    return stream.getvalue()


def catalogue(locale: str, source: str, text: str) -> str:
    """Return a catalogue with a canary wherever gettext lets one write."""
    return (
        f'# canary-po-top\nmsgid ""\nmsgstr ""\n"Language: {locale}\\n"\n'
        '"Last-Translator: canary-translator <canary-po@acme.example>\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        "# canary-po-comment\n#. canary-po-extracted\n#: canary/po/reference.ts:1\n"
        "#, ignore-same, canary-po-flag\n"
        f'msgctxt "greeting"\nmsgid "{source}"\nmsgstr "{text}"\n\n'
        f'#~ msgctxt "gone"\n#~ msgid "canary-po-obsolete"\n#~ msgstr "canary-po-obsolete"\n'
    )


CERTIFICATE = certificate("canary-idp")
FINGERPRINT = CERTIFICATE.fingerprint(hashes.SHA256()).hex(":").upper()
IDP = f"""<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="urn:canary:idp">
<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor>
<X509Certificate xmlns="http://www.w3.org/2000/09/xmldsig#">{b64encode(der(CERTIFICATE)).decode()}
</X509Certificate></KeyDescriptor><SingleSignOnService Location="https://canary.acme.example/sso"
Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"/></IDPSSODescriptor></EntityDescriptor>
"""

AREA = f"""
# canary-area-comment
name: Canary portal of the bank
type: web_shop
hosting: integrated
url: https://canary-address.acme.example
hosts: [canary-host.acme.example]
owner: canary-owner
credentials: {{canary-credential: "vault:canary/credential"}}
sso:
  - name: canary-sso
    protocol: saml
    entity_id: urn:canary:entity
    certificates: [canary-idp.pem]
    metadata: canary-idp.xml
    acs_url: https://canary-host.acme.example/canary-acs
    certificate_sha256: "{FINGERPRINT}"
oauth_clients:
  - id: canary-client
    redirect_uris: [https://canary-address.acme.example/canary-callback]
    pkce: true
    secret: {{verifier: "sha256:ca4a24ca4a24ca4a24ca4a24ca4a24ca4a24ca4a24ca4a24ca4a24ca4a24ca4a", expires: 2091-03-01}}
    old_secret: {{verifier: "sha256:ca4a26ca4a26ca4a26ca4a26ca4a26ca4a26ca4a26ca4a26ca4a26ca4a26ca4a", expires: 2091-03-05}}
tokens:
  - name: canary-token
    scopes: [analytics.read]
    verifier: "sha256:ca4a25ca4a25ca4a25ca4a25ca4a25ca4a25ca4a25ca4a25ca4a25ca4a25ca4a"
    expires: 2091-03-02
support: {{desk: canary-desk, tags: [canary-tag]}}
branding: {{colors: {{primary: "#00aa55"}}, logo: canary-logo-file.png}}
content: {{languages: [en, es], namespaces: [portal], texts: ["notic*"]}}
"""

TEMPLATE = """
# canary-template-comment
channel: email
active: true
marketing: false
layout: canary-layout
variables: {type: object, properties: {canaryVariable: {type: string}}, required: [canaryVariable]}
samples: {canary-sample: {canaryVariable: canary-sample-value}}
locales:
  en: {title: canary-subject, description: "canary-body {{ canaryVariable }}", properties: {preheader: canary-preheader}}
  es: {title: canary-asunto, description: "canary-cuerpo {{ canaryVariable }}", from: en@ca4a2601, review: needed}
"""

TEXT = """
# canary-text-comment
locked: true
properties: {open: Open}  # canary-property-comment
locales:
  en: {title: Notice, description: "Read on. <!-- canary-html-comment -->"}
  es: {title: Aviso, description: Lea., from: en@ca4a2602, review: needed}
  pl: {title: canary-not-enabled, from: en@ca4a2603}
"""

FILES: dict[str, str | bytes] = {
    LANGUAGES: "# canary-languages-comment\nsource: en\nactive: [en, es, pl]\nenabled: [en, es]\n",
    "content/configurations/support.yaml": "desk: canary-default-desk\ntags: [canary-default-tag]\n",
    "content/configurations/general.yaml": "# canary-comment\nclients: {demo_account: true}\n",
    "content/areas/shop/area.yaml": AREA,
    "content/areas/shop/canary-logo-file.png": banner_image(),
    "content/areas/shop/canary-idp.pem": pem(CERTIFICATE),
    "content/areas/shop/canary-idp.xml": IDP,
    "content/areas/shop/texts/notice.yaml": (
        "# canary-overlay-comment\nlocales: {en: {title: Notice}, es: {title: Otro, review: needed}}\n"
    ),
    "content/areas/shop/documents/fees.yaml": "active: true\n",
    "content/owners/canary-owner.yaml": "name: Canary Holding\ncontact: canary-owner@acme.example\n",
    "content/levels/basic.yaml": (
        "# canary-level\ntype: personal\nfields: {phone: {required: true}}\nlocales:\n"
        "  en: {title: Basic, fields: {phone: Phone}}\n"
        "  es: {title: Básico, fields: {phone: Teléfono}, from: en@ca4a2604, review: needed}\n"
    ),
    "content/translations/portal/en.po": catalogue("en", "Hello", ""),
    "content/translations/portal/es.po": catalogue("es", "Hello", "Hola"),
    "content/translations/canary-hidden/en.po": catalogue("en", "canary-not-selected", ""),
    "content/translations/canary-hidden/es.po": catalogue("es", "canary-not-selected", "canary"),
    "content/translations/glossary.yaml": (
        "terms:\n  - {term: canary-term, translations: {es: canary-término}, comment: canary-note}\n"
    ),
    "content/texts/notice.yaml": TEXT,
    "content/texts/canaryUnselected.yaml": "locales: {en: {title: canary-text}, es: {title: canary}}\n",
    "content/texts/notices.yaml": "locked: false\n",
    "content/texts/notices.en.md": (
        "---\n# canary-front-comment\ntitle: Notices\n---\nRead.\n\n<!-- canary-markdown-comment -->\n"
    ),
    "content/texts/notices.es.md": (
        "---\ntitle: Avisos\nfrom: en@ca4a2605\nreview: needed\n---\nLea.\n"
    ),
    "content/texts/_schemas/notices.json": '{"description": "canary-schema", "type": "object"}\n',
    "content/templates/canaryTemplate.yaml": TEMPLATE,
    "content/templates/canaryInactive.yaml": "channel: push\nlocales: {en: {title: canary-inactive}}\n",
    "content/templates/_layouts/canary-layout.html": (
        '<!doctype html><html lang="{{ locale }}" dir="{{ direction }}"><head><title>canary</title>'
        "</head><body><!-- canary-layout-comment --><main>{{ body }}</main></body></html>\n"
    ),
    "content/banners/summer/banner.yaml": (
        "# canary-banner-comment\nlocales:\n  en: {active: true, description: Summer}\n"
        "  es: {active: false, description: canary-inactive-banner, from: en@ca4a2606, review: needed}\n"
    ),
    **{f"content/banners/summer/en/{slot}.png": banner_image() for slot in SLOT_NAMES},
    "content/banners/autumn/banner.yaml": (
        "locales: {en: {active: true, description: Autumn, "
        "master: {file: canary-master.png, focus: {x: 0.43217, y: 0.76543}}}}\n"
    ),
    "content/banners/autumn/canary-master.png": banner_image(640),
    "content/documents/fees.yaml": (
        "# canary-document-comment\nname: Fees\nactive: true\nfile: Fees.pdf\nreview_by: 2091-03-03\n"
    ),
    "content/documents/Fees.pdf": pdf("Our fees"),
    "content/documents/canaryInactive.yaml": "name: Canary fees\nlink: https://canary.acme.example\n",
    "content/consumers/canary-app/1.0.json": json.dumps(
        {"keys": {"portal": ["greeting"]}, "entries": ["texts/notice"]}
    ),
    "content/README.md": "canary-readme\n",
    "content/.canary": "canary-dot-file\n",
    "waivers.yaml": (
        "# canary-waiver-comment\nwaivers:\n  - {rule: missing-translation, entity: texts/notice,"
        " reason: canary-waiver-reason, expires: 2091-03-04}\n"
    ),
}
"""By path, beside the settings. Public is only what an area of this kind shows its visitors."""

SETTINGS: dict[str, Any] = {
    "version": 1,
    "gate": "draft",
    "code": [
        {"files": ["canary-code/**/*.ts"], "functions": ["canaryFunction"], "namespace": "portal"}
    ],
    "integrations": {
        "canary-integration": {
            "model": "canary-model",
            "base_url": "https://canary-llm.acme.example",
            "api_key": "env:CANARY_KEY",
        }
    },
    "rules": {"repeated-word": "off"},
}


def private_values(project: Project) -> dict[Field, set[str]]:
    """Return by record and field what stands in every private field of what the project has."""
    found: dict[Field, set[str]] = {}
    for record in _records(project):
        for name, exposure in marks(type(record)).items():
            values = found.setdefault((type(record), name), set())
            if exposure is not Exposure.PUBLIC and name in record.model_fields_set:
                values.update(_leaves(getattr(record, name)))
    return found


def marks(model: type[BaseModel]) -> dict[str, Exposure]:
    """Return the exposure of every field; settings of the tool are private from end to end."""
    if model.__module__ == "compiler.settings":
        return dict.fromkeys(model.model_fields, Exposure.PRIVATE)
    return dict(next(one.fields for record, one in TABLE.items() if record is model))


def _leaves(value: Any) -> Iterator[str]:
    """Yield names and texts; what has records of its own is asked for what they have."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(key)
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)
    elif isinstance(value, str | dt.date):
        yield str(value)
    elif value is not None:
        yield ""  # a number, a switch: there is a value, and nothing to search for


def _records(project: Project) -> Iterator[BaseModel]:
    snapshot = WorkTree(project.root, project.root)
    settings, _ = load_settings(snapshot)
    assert settings is not None
    content = load(snapshot).content
    waiting: list[Any] = [settings, *_of_content(content), *_of_files(project)]
    waivers, _ = load_waivers(snapshot)
    assert waivers
    while waiting:
        one = waiting.pop()
        if isinstance(one, BaseModel):
            yield one
            waiting += [getattr(one, name) for name in type(one).model_fields]
        elif isinstance(one, dict):
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def _of_content(content: Content) -> Iterator[Any]:
    for layer in content.layers():
        for kind in ("levels", "statuses", "texts", "templates", "banners", "documents"):
            yield from (entity.record for entity in getattr(layer, kind).values())
    areas: list[Area] = [area.record.record for area in content.areas.values()]
    yield from areas
    yield from (area.configurations for area in content.areas.values())
    yield from (owner.record for owner in content.owners.values())
    yield content.glossary


def _of_files(project: Project) -> Iterator[BaseModel]:
    """Yield what loading makes something else of."""
    for name, model in (
        (LANGUAGES, LanguagesRecord),
        ("waivers.yaml", WaiverFile),
        ("content/consumers/canary-app/1.0.json", ConsumerRecord),
    ):
        yield model.model_validate(read_yaml(name, (project.root / name).read_bytes()).data)
    front = (project.root / "content/texts/notices.es.md").read_text().split("---\n")[1]
    yield FrontMatter.model_validate(read_yaml("notices", front.encode()).data)
