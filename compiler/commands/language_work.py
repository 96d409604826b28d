"""What is found in one language, kept so that a changed text costs that text alone.

A language has three parts: each text by itself, everything that is no text, and the few rules that
count both together.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from compiler.base.finding import Finding
from compiler.commands.work import Order, Worked
from compiler.model.content import Content, Layer
from compiler.rules.engine import OF_WHOLE, Examined, examine, examine_part, examine_whole
from compiler.rules.silence import Flag


@dataclass(frozen=True, slots=True)
class LanguageKeys:
    """Hashes of all that findings of a language depend on, by part; ``texts`` by label.

    A text with no key depends on others, too.
    """

    whole: str
    rest: str
    texts: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LanguageFindings:
    """What is found in a language, by part; ``texts`` by label, those without any left out."""

    keys: LanguageKeys
    whole: tuple[Finding, ...] = ()
    rest: tuple[Finding, ...] = ()
    texts: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    flags: tuple[Flag, ...] = ()

    @property
    def worked(self) -> Worked:
        """All of it."""
        of_texts = (one for findings in self.texts.values() for one in findings)
        return Worked((*self.whole, *self.rest, *of_texts), self.flags)


def look_at(
    content: Content,
    order: Order,
    locale: str,
    keys: LanguageKeys,
    before: LanguageFindings | None,
) -> LanguageFindings:
    """Return what is found in a language; what was found ``before`` in the same is taken over."""
    changed = [] if before is None else _changed(keys, before.keys)
    if before is None or (before.keys.rest != keys.rest and 2 * len(changed) > len(keys.texts)):
        found = examine(content, order.settings, order.gate, (locale,))
        return _parted(content, keys, found)
    rest = Examined(before.rest, before.flags)
    if before.keys.rest != keys.rest:
        rest = _examined(content, order, locale, _without_texts(content))
    labels = frozenset(changed)
    of_texts = _examined(content, order, locale, _texts_alone(content, labels)).findings
    same = {label: before.texts[label] for label in before.texts if label in keys.texts}
    texts = {label: one for label, one in same.items() if label not in labels}
    whole = examine_whole(content, order.settings, order.gate, locale).findings
    texts |= _by_text(_labels(content), of_texts)
    return LanguageFindings(keys, whole, rest.findings, texts, rest.flags)


def _changed(keys: LanguageKeys, before: LanguageKeys) -> list[str]:
    return [
        label for label, key in keys.texts.items() if key is None or before.texts.get(label) != key
    ]


def _examined(
    content: Content, order: Order, locale: str, part: Mapping[str | None, Layer]
) -> Examined:
    return examine_part(content, order.settings, order.gate, locale, part)


def _parted(content: Content, keys: LanguageKeys, found: Examined) -> LanguageFindings:
    """Tell the parts of what was found in all of them at once."""
    labels = _labels(content)
    whole = tuple(one for one in found.findings if one.rule in OF_WHOLE)
    others = [one for one in found.findings if one.rule not in OF_WHOLE]
    rest = tuple(one for one in others if one.place.path not in labels)
    return LanguageFindings(keys, whole, rest, _by_text(labels, others), found.flags)


def _by_text(
    labels: Mapping[str, str], findings: Iterable[Finding]
) -> dict[str, tuple[Finding, ...]]:
    found: dict[str, list[Finding]] = {}
    for one in findings:
        if one.place.path in labels:
            found.setdefault(labels[one.place.path], []).append(one)
    return {label: tuple(those) for label, those in found.items()}


def _labels(content: Content) -> dict[str, str]:
    """Return the label of the text that each of their files belongs to."""
    texts = (text for layer in content.layers() for text in layer.texts.values())
    return {path: text.label for text in texts for path in text.files}


def _layers(content: Content) -> dict[str | None, Layer]:
    return {None: content.shared} | {name: one.overlay for name, one in content.areas.items()}


def _without_texts(content: Content) -> dict[str | None, Layer]:
    return {area: replace(one, texts={}) for area, one in _layers(content).items()}


def _texts_alone(content: Content, labels: frozenset[str]) -> dict[str | None, Layer]:
    return {
        area: Layer(texts={label: text for label, text in one.texts.items() if label in labels})
        for area, one in _layers(content).items()
    }
