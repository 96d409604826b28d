"""A small project with everything a question may be about: each state, areas, scripts, folders."""

from pathlib import Path

from tests.harness import LANGUAGES, Project


def _po(locale: str, *entries: str) -> str:
    header = f'msgid ""\nmsgstr ""\n"Language: {locale}\\n"\n'
    return "\n".join([f'{header}"Content-Type: text/plain; charset=UTF-8\\n"\n', *entries])


def _entry(label: str, source: str, text: str = "", above: str = "") -> str:
    return f'{above}msgctxt "{label}"\nmsgid "{source}"\nmsgstr "{text}"\n'


EN = "content/translations/portal/en.po"
PL = "content/translations/portal/pl.po"
AR = "content/translations/portal/ar.po"
GUIDE = "content/texts/deposit/guide.yaml"

FILES = {
    "clientarea.yaml": "version: 1\ngate: draft\n",
    LANGUAGES: "source: en\nactive: [en, pl, ar, es, es-MX]\nenabled: [en, pl]\n",
    EN: _po(
        "en",
        _entry("login.signIn", "Sign in"),
        _entry("login.help", "Help with signing in"),
        _entry("cart.items", "Items in the cart"),
        _entry("cart.empty", "The cart is empty"),
    ),
    PL: _po(
        "pl",
        _entry("login.signIn", "Sign in", "Zaloguj się"),
        _entry("login.help", "Help", "Pomoc przy logowaniu"),
        _entry("cart.items", "Items in the cart", "Pozycje w koszyku", "#, fuzzy\n"),
    ),
    AR: _po("ar", _entry("login.signIn", "Sign in", "تسجيل الدُّخول")),
    "content/translations/portal/es.po": _po(
        "es",
        _entry("login.signIn", "Sign in", "Iniciar sesión"),
        _entry("login.help", "Help with signing in", "Ayuda"),
        _entry("cart.items", "Items in the cart", "Artículos en el carrito"),
        _entry("cart.empty", "The cart is empty", "El carrito está vacío"),
        _entry("cart.gone", "It was here", "Ya no está"),
    ),
    GUIDE: (
        "locked: false\n"
        "locales:\n"
        "  en:\n"
        "    title: How to deposit\n"
        "    properties: {button: Go on, steps: [Choose a card, Confirm]}\n"
    ),
    "content/texts/deposit/terms.yaml": (
        "locales:\n"
        "  en: {title: Terms of deposits, description: Pay from your own account.}\n"
        "  pl: {title: Zasady wpłat, description: Płać z własnego konta., review: needed}\n"
    ),
    "content/texts/deposit/terms.es.md": (
        "---\ntitle: Condiciones\n---\nPrimera línea.\n\nSegunda: pague con su propia cuenta,\n"
        "y solo con su cuenta.\n"
    ),
    "content/templates/welcome.yaml": (
        "channel: push\nactive: false\nlocales:\n  en: {title: Welcome, description: Good to see you}\n"
    ),
    "content/statuses/init.yaml": "locales:\n  en: {title: New}\n  pl: {title: Nowe}\n",
    "content/documents/licence.yaml": (
        "name: Licence 2026\nactive: true\nlink: https://acme.example/licence.pdf\n"
    ),
    "content/areas/shop/area.yaml": (
        "name: Acme Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.acme.example\n"
    ),
    "content/areas/shop/texts/deposit/terms.yaml": (
        "locales:\n  en: {title: Terms of the shop, description: Pay at the desk.}\n"
    ),
    "content/areas/shop/translations/portal/pl.po": _po(
        "pl", _entry("login.signIn", "Sign in", "Wejdź do sklepu")
    ),
}


def library(root: Path) -> Project:
    """Write the project below a folder."""
    return Project(root).files(dict(FILES))
