"""A project of every kind of content, and edits of each kind of file in it."""

from collections.abc import Callable
from pathlib import Path

PO = "content/translations/portal/{}.po"
LANGUAGES = "content/configurations/languages.yaml"
GLOSSARY = "content/translations/glossary.yaml"
TEXT = "content/texts/notice.yaml"
LONG = "content/texts/legal/terms"
GUIDE = "content/texts/guide"
MAIL = "content/templates/mail/hello"
PUSH = "content/templates/push/{}.yaml"
PUSHED = (
    "channel: push\n"
    "variables: {type: object, properties: {name: {type: string, maxLength: 40}}, required: [name]}\n"
    "samples: {usual: {name: Ana}}\n"
    "locales:\n  en: {title: Hello, description: 'Hello {{ name }}'}\n"
)
IN_SHOP = "content/areas/shop/texts/legal/terms"
FILES = {
    "clientarea.yaml": "version: 1\n",
    TEXT: "locales:\n  en: {title: Notice}\n  ru: {title: Уведомление}\n",
    f"{LONG}.yaml": "# written in Markdown\n",
    f"{LONG}.en.md": "---\ntitle: Terms\n---\n## Fees {#fees}\n\n[Fees](#fees), [us](/help)\n",
    f"{LONG}.ru.md": "---\ntitle: Условия\n---\n## Сборы {#fees}\n\n[Сборы](#fees), [мы](/help)\n",
    f"{LONG}.de.md": "---\nfrom: ru@12345678\n---\n## Preise {#fees}\n\n[Preise](#fees), [wir](/help)\n",
    f"{GUIDE}.yaml": "# refers to another text\n",
    f"{GUIDE}.en.md": "---\ntitle: Guide\n---\n[Fees](texts/legal.terms#fees)  and more\n",
    f"{GUIDE}.ru.md": "---\ntitle: Помощь\n---\n[Сборы](texts/legal.terms#fees) и ещё\n",
    f"{MAIL}.yaml": "channel: email\nlocales: {en: {title: Hello}}\n",
    f"{MAIL}.en.md": "[Fees](texts/legal.terms#fees)\n",
    PUSH.format("one"): PUSHED,
    PUSH.format("two"): PUSHED,
    f"{IN_SHOP}.yaml": "# the shop says it otherwise\n",
    f"{IN_SHOP}.ru.md": "## Сборы {#fees}\n\n[Сборы](#fees), [мы](/shop)\n",
    "content/areas/shop/area.yaml": "name: Shop\ntype: web_shop\nhosting: integrated\nowner: acme\nurl: https://shop.example\n",
    "content/owners/acme.yaml": "name: Acme\n",
    "content/areas/shop/translations/portal/fr.po": 'msgctxt "x"\nmsgid "X"\nmsgstr "Y"\n',
}


def replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        file = folder / path
        if file.exists():
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def appended(path: str, text: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return edit


def removed(path: str) -> Callable[[Path], None]:
    return lambda folder: (folder / path).unlink(missing_ok=True)


ENTRY = '\nmsgctxt "{0}"\nmsgid "{1}"\nmsgstr "{2}"\n'
EDITS: tuple[Callable[[Path], None], ...] = (
    appended(PO.format("ru"), ENTRY.format("added.here", "Added {name}", "Добавлено {имя}")),
    appended(PO.format("en"), ENTRY.format("added.here", "Added {name}", "")),
    appended(PO.format("de"), "\n#, ignore-double-space\n" + ENTRY.format("b.c", "B", "B  C")),
    appended(PO.format("fr"), ENTRY.format("only.fr", "Only", "Seulement")),
    appended(PO.format("fr-CA"), ENTRY.format("only.fr", "Only", "Juste  là")),
    appended(PO.format("pl"), "rubbish\n"),
    replaced(PO.format("fr"), "é", "è"),
    replaced(PO.format("de"), "ie", "ei"),
    replaced(PO.format("ja"), "。", "."),
    replaced(PO.format("ar"), "{name}", "{اسم}"),
    replaced(LANGUAGES, "ar, ja", "ja"),
    replaced(LANGUAGES, "source: en\n", "source: en\nfallbacks: {pl: [de]}\n"),
    replaced("clientarea.yaml", "version: 1\n", "version: 1\noutputs: [icu]\n"),
    appended(GLOSSARY, "terms:\n- {term: order, translations: {de: Bestellung, ru: заказ}}\n"),
    replaced(TEXT, "  ru: {title: Уведомление}\n", ""),
    appended(TEXT, "  de: {title: Hinweis}\n"),
    appended("content/areas/shop/translations/portal/fr.po", ENTRY.format("a.b", "A", "B  C")),
    appended(f"{LONG}.ru.md", "\n[ещё](www.acme.example) и <script>x</script>\n"),
    appended(f"{LONG}.de.md", "\n| A | B |\n|---|---|\n| 1 |\n"),
    appended(f"{LONG}.en.md", "\n[more](#nowhere)\n"),
    replaced(f"{LONG}.ru.md", "## Сборы {#fees}", "## Сборы"),
    replaced(f"{LONG}.de.md", "from: ru@12345678", "from: en@12345678"),
    replaced(f"{LONG}.yaml", "# written in Markdown\n", "properties: {a: 1}\n"),
    removed(f"{LONG}.de.md"),
    replaced(f"{LONG}.en.md", "## Fees {#fees}", "## Fees"),
    appended(f"{GUIDE}.ru.md", "\nи <script>x</script>\n"),
    replaced(
        f"{GUIDE}.en.md", "title: Guide", "titel: Guide  # clientarea: ignore double-space -- so"
    ),
    replaced(f"{GUIDE}.ru.md", "legal.terms", "legal.gone"),
    replaced(f"{MAIL}.en.md", "#fees", "#costs"),
    appended(f"{IN_SHOP}.ru.md", "\n[ещё]()\n"),
    appended(f"{IN_SHOP}.yaml", "locales: {de: {description: '[mehr]()'}}\n"),
    removed(f"{IN_SHOP}.yaml"),
    removed(f"{GUIDE}.yaml"),
    replaced(PUSH.format("one"), "{name: Ana}", "{name: 1}"),
    replaced(PUSH.format("one"), "Hello {{ name }}", "Hello {{ name }}{{ other }}"),
    replaced(PUSH.format("two"), ", maxLength: 40", ""),
    replaced(
        PUSH.format("two"), "  en:", "  de: {title: Hallo, description: 'Hallo {{ name'}\n  en:"
    ),
    appended("content/texts/new.yaml", "locales: {en: {title: New  one}, xx: {title: A}}\n"),
    removed(PO.format("de")),
    removed("content/areas/shop/area.yaml"),
)
