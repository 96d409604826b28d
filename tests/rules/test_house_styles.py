"""What a catalogue does throughout is its style, and a copy has one fault, not many."""

from pathlib import Path

from tests.rules.cases import judged, repository

HEADER = 'msgid ""\nmsgstr "Language: {}\\n"\n'
ENTRY = '\nmsgctxt "{}"\nmsgid "{}"\nmsgstr "{}"\n'
SOURCE = "Your order number {{number}} of item {index} is ready now."
STOPPED = "Su pedido {{number}} del artículo {index} está listo ahora."


def rules_of(folder: Path, translations: list[str], sources: list[str] | None = None) -> list[str]:
    sources = sources or [SOURCE.format(index=index + 100) for index in range(len(translations))]
    english = [ENTRY.format(f"a{index}", text, "") for index, text in enumerate(sources)]
    spanish = [
        ENTRY.format(f"a{index}", source, text)
        for index, (source, text) in enumerate(zip(sources, translations, strict=True))
    ]
    files: dict[str, str | bytes] = {
        "content/translations/portal/en.po": HEADER.format("en") + "".join(english),
        "content/translations/portal/es.po": HEADER.format("es") + "".join(spanish),
    }
    return [one.rule for one in judged(repository(folder, files)).findings]


def spanish(stops: list[bool]) -> list[str]:
    texts = [STOPPED.format(index=index + 100) for index in range(len(stops))]
    return [text if stop else text[:-1] for text, stop in zip(texts, stops, strict=True)]


def test_a_few_full_stops_left_out_are_told(tmp_path: Path) -> None:
    assert rules_of(tmp_path, spanish([False] * 3 + [True] * 47)) == ["end-punctuation"] * 3


def test_full_stops_left_out_throughout_are_a_style(tmp_path: Path) -> None:
    assert rules_of(tmp_path, spanish([False] * 12 + [True] * 38)) == []


def test_a_copied_plural_is_told_once(tmp_path: Path) -> None:
    copied = (
        "{count, plural, zero {No, your orders} one {# of your orders} other {# of your orders}}"
    )
    found = rules_of(tmp_path, [copied], [copied])
    assert found == ["impossible-plural-category", "same-as-source"]  # of the source, of the copy
