"""An import counted: every entry of every foreign file is somewhere in these numbers."""

from collections import Counter
from collections.abc import Sequence

from compiler.edit.catalogue.translation import FUZZY
from compiler.edit.interchange.assignment import Assignment
from compiler.edit.interchange.labels import in_style
from compiler.edit.interchange.locale_folders import plain_word
from compiler.edit.interchange.order import Order
from compiler.edit.interchange.reading import Reading
from compiler.edit.interchange.summary import FileCount, LocaleCount, Summary


def summary_of(
    order: Order,
    reading: Reading,
    assignment: Assignment,
    active: Sequence[str],
    replaced: Sequence[tuple[str, str]],
) -> Summary:
    """Return what there is to say; ``active`` locales were so before, ``replaced`` texts went."""
    sources = [one for one in assignment.registry.values() if one.message is not None]
    brought = {file.locale for file in reading.files}
    came = {one.label for one in sources}.union(*assignment.translations.values())
    activated = {order.source_locale, *brought} if brought else ()
    return Summary(
        order.namespace,
        order.source_locale,
        files=[FileCount(one.path, one.locale, len(one.messages)) for one in reading.files],
        locales=_locale_counts(order, reading, assignment),
        entries=len(sources),
        plurals=sum(one.message.plural for one in sources if one.message is not None),
        merged=assignment.merged,
        obsolete=sum(file.obsolete for file in reading.foreign),
        renamed=assignment.renamed,
        read_as=_read_as(reading),
        conflicts=assignment.conflicts,
        refused=(*reading.refused, *assignment.refused),
        left_out=reading.left_out,
        contradictions=reading.contradictions,
        unstyled=sum(not in_style(one.label, order.label_style) for one in sources),
        stayed=len(set(assignment.registry) - came),
        activated=[tag for tag in sorted(activated) if tag not in active],
        replaced=replaced,
    )


def _locale_counts(order: Order, reading: Reading, assignment: Assignment) -> list[LocaleCount]:
    read: Counter[str] = Counter()
    for file in reading.files:
        read[file.locale] += len(file.messages)
    read.update(locale for locale, _ in reading.refused)
    refused = Counter(locale for locale, _ in (*reading.refused, *assignment.refused))
    return [
        _locale_count(locale, read[locale], refused[locale], assignment)
        for locale in sorted({file.locale for file in reading.files} - {order.source_locale})
    ]


def _locale_count(locale: str, read: int, refused: int, assignment: Assignment) -> LocaleCount:
    messages = assignment.translations.get(locale, {}).values()
    translated = [message for message in messages if message.translated]
    return LocaleCount(
        locale,
        read,
        translated=len(translated),
        waiting=len(messages) - len(translated),
        fuzzy=sum(FUZZY in message.unit.flags for message in translated),
        merged=assignment.merged_in.get(locale, 0),
        refused=refused,
    )


def _read_as(reading: Reading) -> list[tuple[str, str]]:
    pairs = {(word, locale) for (_, locale), word in reading.words.items()}
    return sorted(
        (word, locale)
        for word, locale in pairs
        if plain_word(word).replace("_", "-").casefold() != locale.casefold() and word != ".pot"
    )
