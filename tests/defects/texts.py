"""A clean set of texts, and slips that authors and translators make in it."""

from compiler.model.fingerprint import fingerprint
from tests.defects.slips import Slip

ENGLISH = """\
## Fees {#fees}

Read [our licence](documents/license) and [our privacy notice](texts/legal.privacy#rights), or
write to [us](mailto:help@acme.example). [Back to the fees](#fees).

| Card | Fee | Limit |
|------|----:|-------|
| Visa | 1 % | 500   |
| Amex | 2 % | 900   |

### What you need

1. a passport
2. a bank card

![Three steps: sign up, confirm, pay](https://acme.example/steps.png)

Write `STOP` to us, or see <abbr title="Frequently asked questions">FAQ</abbr> at
<https://acme.example/help>.
"""
SPANISH = """\
## Comisiones {#fees}

Lea [nuestra licencia](documents/license) y [el aviso](texts/legal.privacy#rights), o
[escríbanos](mailto:help@acme.example). [Volver a las comisiones](#fees).

| Tarjeta | Comisión | Límite |
|---------|---------:|--------|
| Visa    | 1 %      | 500    |
| Amex    | 2 %      | 900    |

### Qué necesita

1. un pasaporte
2. una tarjeta

![Tres pasos: regístrese, confirme, pague](https://acme.example/steps.png)

Escriba `STOP`, o vea <abbr title="Preguntas frecuentes">FAQ</abbr> en
<https://acme.example/help>.
"""
_STAMP = fingerprint({"title": "Terms", "description": ENGLISH})
_DIALOG = fingerprint(
    {
        "title": "Deposit",
        "properties": {"button": "Pay now", "steps": 3, "hints": ["Sign up", "Pay"]},
    }
)
_PRIVACY = fingerprint({"title": "Privacy", "description": "## Your rights {#rights}\n"})

TERMS, TERMS_EN, TERMS_ES, DIALOG = (
    "content/texts/legal/terms.yaml",
    "content/texts/legal/terms.en.md",
    "content/texts/legal/terms.es.md",
    "content/texts/deposit/dialog.yaml",
)
PRIVACY = "content/texts/legal/privacy.yaml"
SCHEMA = "content/texts/_schemas/deposit.json"

CLEAN = {
    "content/documents/license.yaml": (
        "name: Licence\nactive: true\nlink: https://acme.example/licence.pdf\n"
    ),
    TERMS: "# written in Markdown\nlocked: true\n",
    TERMS_EN: f"---\ntitle: Terms\n---\n\n{ENGLISH}",
    TERMS_ES: f"---\ntitle: Condiciones\nfrom: en@{_STAMP}\n---\n\n{SPANISH}",
    PRIVACY: (
        'locales:\n  en:\n    title: Privacy\n    description: "## Your rights {#rights}"\n'
        f"  es:\n    title: Privacidad\n    from: en@{_PRIVACY}\n"
        '    description: "## Sus derechos {#rights}"\n'
    ),
    DIALOG: (
        "properties: {icon: bank}\n"
        "locales:\n"
        "  en:\n    title: Deposit\n    properties:\n"
        "      button: Pay now\n      steps: 3\n      hints: [Sign up, Pay]\n"
        f"  es:\n    title: Depósito\n    from: en@{_DIALOG}\n    properties:\n"
        "      button: Pagar ahora\n      steps: 4\n      hints: [Regístrese, Pague]\n"
    ),
    SCHEMA: (
        '{"type": "object", "properties": {"icon": {"enum": ["bank", "card"]},'
        ' "button": {"type": "string", "maxLength": 12}}}\n'
    ),
}

SLIPS = {
    "a link leads elsewhere in a translation": Slip(
        TERMS_ES,
        "<https://acme.example/help>",
        "<https://acme.example/es-help>",
        "changed-url",
        "/es-help",
    ),
    "a link is lost": Slip(
        TERMS_ES,
        "[nuestra licencia](documents/license)",
        "nuestra licencia",
        "lost-link",
        "Lea nuestra",
    ),
    "a link leads to no document": Slip(
        TERMS_EN, "documents/license", "documents/licence", "unknown-reference", "documents/licence"
    ),
    "a link leads to no text": Slip(
        TERMS_ES,
        "texts/legal.privacy#rights",
        "texts/legal.privcy#rights",
        "unknown-reference",
        "privcy",
    ),
    "a heading of another text lost its name": Slip(
        PRIVACY,
        "Sus derechos {#rights}",
        "Sus derechos",
        "unknown-anchor",
        "(texts/legal",
        TERMS_ES,
    ),
    "a place in the text is misspelt": Slip(
        TERMS_EN, "(#fees)", "(#fee)", "unknown-anchor", "(#fee)"
    ),
    "a heading is translated with its name": Slip(
        TERMS_ES, "{#fees}", "{#comisiones}", "unknown-anchor", "(#fees)"
    ),
    "an address has no scheme": Slip(
        TERMS_EN,
        "<https://acme.example/help>",
        "[us](www.acme.example)",
        "invalid-link",
        "(www.acme",
    ),
    "an address of a mail has no scheme": Slip(
        TERMS_ES, "mailto:help@acme.example", "help@acme.example", "invalid-link", "(help@"
    ),
    "an address runs a program": Slip(
        TERMS_ES, "mailto:help@acme.example", "javascript:alert(1)", "unsafe-markup", "javascript:"
    ),
    "a link has no address": Slip(
        TERMS_EN, "(mailto:help@acme.example)", "()", "empty-link", "[us]()"
    ),
    "a link has no words": Slip(TERMS_ES, "[escríbanos]", "[]", "empty-link", "[](mailto:"),
    "a column of a table is lost": Slip(
        TERMS_ES,
        "| Tarjeta | Comisión | Límite |\n|---------|---------:|--------|\n"
        "| Visa    | 1 %      | 500    |\n| Amex    | 2 %      | 900    |\n",
        "| Tarjeta | Comisión |\n|---------|---------:|\n| Visa    | 1 %      |\n| Amex    | 2 %      |\n",
        "changed-table",
        "| Tarjeta |",
    ),
    "a row of a table is lost": Slip(
        TERMS_ES, "| Amex    | 2 %      | 900    |\n", "", "changed-table", "| Tarjeta |"
    ),
    "a row has a cell too many": Slip(
        TERMS_EN, "| Visa | 1 % | 500   |", "| Visa | 1 % | 500 | x |", "uneven-table", "| Visa |"
    ),
    "a row lacks a cell": Slip(
        TERMS_ES,
        "| Amex    | 2 %      | 900    |",
        "| Amex    | 2 %      |",
        "uneven-table",
        "| Amex ",
    ),
    "a list jumps": Slip(TERMS_EN, "2. a bank card", "3. a bank card", "renumbered-item", "3."),
    "a piece of another language of pages": Slip(
        TERMS_ES, "Escriba `STOP`", "<?= $name ?> Escriba `STOP`", "removed-markup", "<?="
    ),
    "a value of an attribute without its quotes": Slip(
        TERMS_ES,
        '<abbr title="Preguntas frecuentes">',
        "<abbr title=d'acord>",
        "literal-markup",
        "<abbr",
    ),
    "a table is none, for its second line": Slip(
        TERMS_ES,
        "|---------|---------:|--------|",
        "|---------|--------|",
        "changed-table",
        "| Tarjeta |",
    ),
    "a heading became a paragraph": Slip(
        TERMS_ES, "### Qué necesita", "Qué necesita", "changed-headings", "Qué necesita"
    ),
    "a heading has another level": Slip(
        TERMS_ES, "### Qué necesita", "## Qué necesita", "changed-headings", "## Qué necesita"
    ),
    "a heading is skipped": Slip(
        TERMS_EN, "### What you need", "##### What you need", "skipped-heading", "##### What"
    ),
    "an item of a list is lost": Slip(
        TERMS_ES, "2. una tarjeta\n", "", "changed-list", "1. un pasaporte"
    ),
    "an image has no alternative text": Slip(
        TERMS_ES, "![Tres pasos: regístrese, confirme, pague]", "![]", "missing-alt", "![]"
    ),
    "an image is lost": Slip(
        TERMS_ES,
        "![Tres pasos: regístrese, confirme, pague](https://acme.example/steps.png)\n\n",
        "",
        "lost-link",
        "Escriba `STOP`",
    ),
    "code is translated": Slip(TERMS_ES, "`STOP`", "`ALTO`", "changed-code", "`ALTO`"),
    "HTML is stripped: a class": Slip(
        TERMS_EN, "<abbr title=", '<abbr class="x" title=', "removed-markup", "<abbr class"
    ),
    "HTML is stripped: a script": Slip(
        TERMS_ES, "</abbr> en", "</abbr><script>track()</script> en", "unsafe-markup", "<script>"
    ),
    "HTML is not closed": Slip(TERMS_ES, "</abbr>", "", "unclosed-tag", "<abbr"),
    "bold is not closed": Slip(
        TERMS_ES, "1. un pasaporte", "1. **un pasaporte", "literal-markup", "**un pasaporte"
    ),
    "a property is not translated": Slip(
        DIALOG, "      button: Pagar ahora\n", "", "missing-translation", "  es:"
    ),
    "a property is misspelt": Slip(
        DIALOG, "button: Pagar ahora", "buton: Pagar ahora", "orphaned-property", "buton:"
    ),
    "a number became a text": Slip(
        DIALOG, "steps: 4", 'steps: "4"', "mistyped-property", 'steps: "4"'
    ),
    "a list became a text": Slip(
        DIALOG, "hints: [Regístrese, Pague]", "hints: Regístrese", "mistyped-property", "hints: Reg"
    ),
    "a property does not fit its schema": Slip(
        DIALOG, "icon: bank", "icon: banc", "invalid-properties", "icon: banc"
    ),
    "a translated property is too long for its schema": Slip(
        DIALOG, "Pagar ahora", "Pagar ahora mismo", "invalid-properties", "mismo"
    ),
    "a property was read in a wrong encoding": Slip(
        DIALOG, "hints: [Regístrese", "hints: [RegÃ­strese", "mojibake", "RegÃ­strese"
    ),
    "a text has a character that nobody sees": Slip(
        TERMS_ES, "un pasaporte", "un pasa\u200bporte", "invisible-character", "pasa\u200bporte"
    ),
    "the source text changed": Slip(
        TERMS_EN, "a bank card", "two bank cards", "stale", "from:", TERMS_ES
    ),
    "a language is lost": Slip(
        DIALOG,
        "  es:\n    title: Depósito\n",
        "  fr:\n    title: Dépôt\n",
        "missing-translation",
        "locales:",
    ),
}
