"""The table of bundles: what each is called and what it looks like, by side.

Schemas and the descriptions of both sides are made from it. A bundle that is not in it is found by
a test, and so is a field that its shape has not.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from compiler.bundle.artifacts import Side
from compiler.bundle.shapes.common import Messages, Words
from compiler.bundle.shapes.private import (
    AreaRecord,
    Credentials,
    Owners,
    PrivateConfig,
    Routing,
    Template,
)
from compiler.bundle.shapes.public import Banner, Document, Provenance, PublicConfig

DESCRIPTION = "openapi.json"
"""The logical name under which each side describes itself."""


class BundleForm(NamedTuple):
    """A bundle: its logical name with what varies in braces, the name and type of its shape."""

    side: Side
    logical: str
    name: str
    shape: Any


BUNDLES = (
    BundleForm(Side.PUBLIC, "config.json", "PublicConfig", PublicConfig),
    BundleForm(Side.PUBLIC, "translations/icu/{locale}/{namespace}.json", "Messages", Messages),
    BundleForm(Side.PUBLIC, "translations/i18next/{locale}/{namespace}.json", "Messages", Messages),
    BundleForm(Side.PUBLIC, "texts/{locale}/{prefix}.json", "Texts", Mapping[str, Words]),
    BundleForm(Side.PUBLIC, "banners/{locale}.json", "Banners", Mapping[str, Banner]),
    BundleForm(Side.PUBLIC, "documents/{locale}.json", "Documents", Mapping[str, Document]),
    BundleForm(Side.PUBLIC, "provenance/{locale}.json", "Provenance", Provenance),
    BundleForm(Side.PRIVATE, "area.json", "AreaRecord", AreaRecord),
    BundleForm(Side.PRIVATE, "config.json", "PrivateConfig", PrivateConfig),
    BundleForm(Side.PRIVATE, "credentials.json", "Credentials", Credentials),
    BundleForm(Side.PRIVATE, "owners.json", "Owners", Owners),
    BundleForm(Side.PRIVATE, "routing.json", "Routing", Routing),
    BundleForm(
        Side.PRIVATE, "templates/{locale}/{prefix}.json", "Templates", Mapping[str, Template]
    ),
)
"""Every bundle but the descriptions themselves."""
