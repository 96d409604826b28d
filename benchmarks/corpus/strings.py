"""The strings themselves: a label and a text in each language, so many of each kind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.corpus.drawing import Draw
from benchmarks.corpus.filling import fill, fill_plural, same_everywhere, without_place
from benchmarks.corpus.labels import draw_labels
from benchmarks.corpus.vocabulary import LOCALES, Phrase, Vocabulary, Word, read_vocabulary

SEED = 20_261_125
_NUMBERS = tuple(same_everywhere(str(number)) for number in (14, 20, 25, 30, 40, 50, 60, 90))
_NAMES_A_PLACE = (True, True, False, False, False)
_TRIES = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """One string; ``texts`` has every locale."""

    label: str
    texts: Phrase


def draw_strings(count: int, seed: int = SEED) -> tuple[Entry, ...]:
    """Return ``count`` strings in the order of their labels: the same for the same arguments.

    A source text has one translation, and a translation one source text. Only what stands on
    buttons comes more than once, as in applications: about every sixth string.
    """
    draw, vocabulary = Draw(seed), read_vocabulary()
    labels = draw_labels(draw, count)
    return tuple(map(Entry, labels, _texts(draw, vocabulary, count)))


def _texts(draw: Draw, vocabulary: Vocabulary, count: int) -> Iterator[Phrase]:
    known: dict[tuple[str, str], Phrase] = {}
    for number in range(count):
        kind = _KINDS[number % len(_KINDS)]
        texts = _new(kind, draw, vocabulary, known)
        known.update({(locale, texts[locale].casefold()): texts for locale in LOCALES})
        yield texts


def _new(
    kind: "Kind", draw: Draw, vocabulary: Vocabulary, known: dict[tuple[str, str], Phrase]
) -> Phrase:
    for _ in range(_TRIES):
        texts = kind(draw, vocabulary)
        alike = [known.get((locale, texts[locale].casefold())) for locale in LOCALES]
        if not any(alike) or (kind is _button and all(one == texts for one in alike)):
            return texts
    message = f"words/ has too few words: no new {kind.__name__} in {_TRIES} tries"
    raise ValueError(message)


def _some(draw: Draw, phrases: Sequence[Phrase]) -> Phrase:
    phrase = draw.one_of(phrases)
    return phrase if draw.one_of(_NAMES_A_PLACE) else without_place(phrase)


def _slots(draw: Draw, vocabulary: Vocabulary) -> dict[str, Word]:
    return {
        "thing": draw.one_of(vocabulary.things),
        "place": draw.one_of(vocabulary.places),
        "target": draw.one_of(vocabulary.places),
        "number": draw.one_of(_NUMBERS),
    }


def _button(draw: Draw, vocabulary: Vocabulary) -> Phrase:
    return fill(draw.one_of(vocabulary.buttons), _slots(draw, vocabulary))


def _title(draw: Draw, vocabulary: Vocabulary) -> Phrase:
    return fill(_some(draw, vocabulary.titles), _slots(draw, vocabulary))


def _sentence(draw: Draw, vocabulary: Vocabulary) -> Phrase:
    return fill(_some(draw, vocabulary.sentences), _slots(draw, vocabulary))


def _notice(draw: Draw, vocabulary: Vocabulary) -> Phrase:
    """Return a sentence and a second one; Japanese sets no space between them."""
    first, tail = _sentence(draw, vocabulary), draw.one_of(vocabulary.tails)
    return {at: first[at] + ("" if at == "ja" else " ") + tail[at] for at in LOCALES}


def _argument(draw: Draw, vocabulary: Vocabulary) -> Phrase:
    return fill(_some(draw, vocabulary.arguments), _slots(draw, vocabulary))


def _plural(draw: Draw, vocabulary: Vocabulary) -> Phrase:
    phrase, counted = _some(draw, vocabulary.plurals), draw.one_of(vocabulary.counted)
    return fill_plural(phrase, counted, _slots(draw, vocabulary))


Kind = Callable[[Draw, Vocabulary], Phrase]

_KINDS: tuple[Kind, ...] = (
    *([_plural] * 1),
    *([_argument] * 4),
    *([_button] * 6),
    *([_title] * 3),
    *([_sentence] * 5),
    *([_notice] * 1),
)
"""What twenty strings in a row are: 5 % plurals, 20 % with arguments, the rest plain."""
