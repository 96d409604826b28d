"""A project of any size: catalogues with plain strings, arguments and plurals."""

from pathlib import Path

HEADER = (
    'msgid ""\nmsgstr ""\n"Language: {locale}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
)
PLURALS = {"en": ("one", "other"), "ru": ("one", "few", "many", "other"), "de": ("one", "other")}


def write_project(folder: Path, keys: int) -> list[Path]:
    """Write a project with one namespace in three languages; return its catalogues."""
    locales = list(PLURALS)
    active = ", ".join(locales)
    settings = {
        "clientarea.yaml": "version: 1\n",
        "content/configurations/languages.yaml": (
            f"source: en\nactive: [{active}]\nenabled: [{active}]\n"
        ),
    }
    catalogues = {
        f"content/translations/portal/{locale}.po": _catalogue(locale, keys) for locale in locales
    }
    for name, text in {**settings, **catalogues}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [folder / name for name in catalogues]


def _catalogue(locale: str, keys: int) -> str:
    entries = (_entry(locale, number) for number in range(keys))
    return HEADER.format(locale=locale) + "\n".join(entries)


def _entry(locale: str, number: int) -> str:
    source = _message("en", number)
    text = "" if locale == "en" else _message(locale, number)
    return f'msgctxt "group{number % 50}.key{number}"\nmsgid "{source}"\nmsgstr "{text}"\n'


def _message(locale: str, number: int) -> str:
    if number % 20 == 0:
        forms = " ".join(f"{category} {{# {locale} items}}" for category in PLURALS[locale])
        return f"{{count, plural, {forms}}}"
    if number % 5 == 0:
        return f"Hello {{name}}, this is message {number} ({locale})"
    return f"This is the plain message number {number} ({locale})"
