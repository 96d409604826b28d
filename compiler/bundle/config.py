"""config.json: settings, levels, statuses, verification documents, languages, branding."""

from typing import Any

from compiler.bundle.assets import AssetCollector
from compiler.bundle.branding import branding_entry
from compiler.bundle.rich import html_and_text
from compiler.bundle.shapes.common import (
    Account,
    Clients,
    KnownLanguages,
    Level,
    Security,
    Status,
    VerificationDocument,
    Words,
)
from compiler.bundle.shapes.private import PrivateConfig
from compiler.bundle.shapes.public import PublicConfig
from compiler.bundle.view import AreaView, resolve
from compiler.messages.cldr import direction, display_name, name_in, plural_categories
from compiler.model.configuration import Configurations
from compiler.model.entity import Entity
from compiler.model.status import INIT


def public_config(view: AreaView, assets: AssetCollector) -> PublicConfig:
    """Return what a browser may know."""
    return {
        "area": view.name,
        "account": _account(view.configurations),
        "clients": _clients(view.configurations),
        "security": _security(view.configurations),
        "verification_documents": _verification_documents(view.configurations),
        "levels": _levels(view, assets),
        "statuses": _statuses(view, assets),
        "languages": _languages(view),
        "branding": branding_entry(view, assets),
    }


def private_config(view: AreaView, assets: AssetCollector) -> PrivateConfig:
    """Return what the back office holds customers to."""
    return {
        "area": view.name,
        "account": _account(view.configurations),
        "clients": _clients(view.configurations),
        "security": _security(view.configurations),
        "verification_documents": _verification_documents(view.configurations),
        "levels": _levels(view, assets),
        "statuses": _statuses(view, assets),
        "languages": _languages(view),
    }


def _account(configurations: Configurations) -> Account:
    account = configurations.account
    return {
        "open_on_sign_up": account.open_on_sign_up,
        "required_level": account.required_level,
        "required_status": account.required_status,
    }


def _clients(configurations: Configurations) -> Clients:
    clients = configurations.general.clients
    return {
        "accounts_max": clients.accounts_max,
        "activate_on_creation": clients.activate_on_creation,
        "demo_account": clients.demo_account,
        "personal_manager": clients.personal_manager,
        "exchange_tfa": clients.exchange_tfa,
        "withdrawal_tfa": clients.withdrawal_tfa,
    }


def _security(configurations: Configurations) -> Security:
    security = configurations.general.security
    return {
        "session_minutes": security.session_minutes,
        "refresh_session_minutes": security.refresh_minutes,
    }


def _verification_documents(configurations: Configurations) -> dict[str, VerificationDocument]:
    return {
        name: {"required": document.required, "purposes": list(document.purposes)}
        for name, document in configurations.documents.documents.items()
    }


def _levels(view: AreaView, assets: AssetCollector) -> dict[str, Level]:
    return view.once.of(
        ("levels", tuple(view.locales)),
        (view.layer.levels, *view.referable),
        lambda: {name: _level(view, level, assets) for name, level in view.layer.levels.items()},
    )


def _level(view: AreaView, level: Entity[Any], assets: AssetCollector) -> Level:
    return {
        "type": level.record.type,
        "fields": {
            name: {"required": field.required, "names": _field_names(view, level, name)}
            for name, field in level.record.fields.items()
        },
        "locales": _locales(view, level, assets),
    }


def _field_names(view: AreaView, level: Entity[Any], field: str) -> dict[str, str]:
    names = {}
    for locale in view.locales:
        for candidate in view.chain(locale):
            localisation = level.locales.get(candidate)
            if localisation and localisation.fields and localisation.fields.get(field):
                names[locale] = localisation.fields[field]
                break
    return names


def _statuses(view: AreaView, assets: AssetCollector) -> dict[str, Status]:
    return view.once.of(
        ("statuses", tuple(view.locales)),
        (view.layer.statuses, *view.referable),
        lambda: {
            INIT: {"locales": {}},
            **{
                name: {"locales": _locales(view, status, assets)}
                for name, status in view.layer.statuses.items()
            },
        },
    )


def _locales(view: AreaView, entity: Entity[Any], assets: AssetCollector) -> dict[str, Words]:
    shown: dict[str, Words] = {}
    for locale in view.locales:
        resolved = resolve(view, entity, locale, properties=entity.record.properties)
        shown[locale] = {
            "title": resolved.title,
            **html_and_text(resolved.description, view, locale, assets),
            "properties": resolved.properties,
        }
    return shown


def _languages(view: AreaView) -> KnownLanguages:
    locales = tuple(view.locales)
    return view.once.of(("languages", locales), (), lambda: _of_languages(view))


def _of_languages(view: AreaView) -> KnownLanguages:
    return {
        "source": view.languages.source,
        "enabled": list(view.locales),
        "fallbacks": {locale: list(view.languages.chain(locale).all) for locale in view.locales},
        "names": {locale: display_name(locale) for locale in view.locales},
        "names_in": {
            locale: {other: name_in(other, locale) for other in view.locales}
            for locale in view.locales
        },
        "directions": {locale: direction(locale) for locale in view.locales},
        "plural_categories": {locale: list(plural_categories(locale)) for locale in view.locales},
    }
