"""Every string and every use judged: used, unused, undeterminable, undeclared. Pure."""

import re
from collections.abc import Iterator

from compiler.base.place import Place
from compiler.code.code_read import CodeRead, SourceUses
from compiler.code.use import UNKNOWN, Directive, Use
from compiler.model.content import Content
from compiler.rules.keys.asked import Asked, Judgement, Open, Reason, Unneeded, Verdict
from compiler.rules.keys.declared import Declared, Key

_NESTED = re.compile(r"\$t\(\s*(?:([\w-]+):)?([^\s,)]+)")


def judge(content: Content, code: CodeRead) -> Judgement:
    """Set what code asks for against what is declared."""
    work = _Work(content)
    for source in code.sources:
        for file in source.files:
            marked = {one.line for one in file.uses.directives}
            for use in file.uses.keys:
                if use.exact:
                    work.take(source, use)
                else:
                    work.take_open(source, use, told=use.place.line in marked)
    work.take_consumers(content)
    work.take_nested()
    work.take_texts(code)
    unneeded = tuple(work.take_directives(code))
    judged = work.judged_namespaces(code)
    asked = {key: work.asked[key] for key in work.declared.messages if key.namespace in judged}
    undeclared = {key: tuple(uses) for key, uses in work.undeclared.items()}
    return Judgement(work.declared, asked, undeclared, tuple(work.opens), unneeded)


class _Work:
    """The strings while uses are counted."""

    def __init__(self, content: Content) -> None:
        self.declared = Declared(content)
        self.asked = {key: Asked() for key in self.declared.messages}
        self.undeclared: dict[Key, list[Use]] = {}
        self.opens: list[Open] = []

    def take(self, source: SourceUses, use: Use) -> None:
        """Count a use whose key is written down."""
        namespaces = self.declared.namespaces_of(use, source.namespace, source.fallbacks)
        found = False
        for namespace in namespaces:
            key = Key(namespace, use.label)
            if key in self.asked:
                self.asked[key].uses.append(use)
                found = True
            for label in self.declared.variants(namespace, use):
                self.asked[Key(namespace, label)].sure.append(
                    Reason(f"plural or context of `{use.label}`", use.place)
                )
                found = True
            found = self._take_below(namespace, use) or found
        if use.loose:
            found = bool(self._keep_within(use)) or found
        if not found and not use.optional and use.namespace != UNKNOWN:
            self.undeclared.setdefault(Key(namespaces[0], use.label), []).append(use)

    def _keep_within(self, use: Use) -> int:
        """Keep what a use may ask for that comes from elsewhere; tell how many strings that are."""
        name = use.label if use.exact else f"{use.label}…{use.tail}"
        words = "may be asked for by what comes from elsewhere"
        reason = Reason(f"may be `{name}` below a prefix" if name != "…" else words, use.place)
        kept = set(self.declared.within(use))
        for key in kept:
            self.asked[key].keep(reason)
        return len(kept)

    def _take_below(self, namespace: str, use: Use) -> bool:
        """Keep what lies below a key whose value may be an object; tell whether that is meant."""
        if not use.branch and use.passed.names is not None:
            return False
        below = list(self.declared.below(namespace, f"{use.label}."))
        for label in below:
            self.asked[Key(namespace, label)].keep(Reason(f"lies below `{use.label}`", use.place))
        return use.branch and bool(below)

    def take_open(self, source: SourceUses, use: Use, *, told: bool) -> None:
        """Count a use of a key that is put together, unless a comment says what it comes to."""
        if told:
            return
        namespaces = self.declared.namespaces_of(use, source.namespace, source.fallbacks)
        words = f"may be `{use.label}…{use.tail}`" if not use.is_open else "may be anything"
        number = 0
        for namespace in namespaces:
            for label in self.declared.may_be(namespace, use):
                self.asked[Key(namespace, label)].keep(Reason(words, use.place))
                number += 1
        if use.loose:
            number = max(number, self._keep_within(use))
        self.opens.append(Open(use, namespaces, number))

    def take_consumers(self, content: Content) -> None:
        """Count what living versions of applications say that they use."""
        for consumer in content.consumers:
            name = f"{consumer.application} {consumer.version}"
            for namespace, labels in consumer.keys.items():
                for index, label in enumerate(labels):
                    asked = self.asked.get(Key(namespace, label))
                    if asked is not None:
                        place = consumer.places.value("keys", namespace, index)
                        asked.sure.append(Reason(f"{name} uses it", place))

    def take_nested(self) -> None:
        """Count strings that stand in others: `$t(common:name)`."""
        for key, message in self.declared.messages.items():
            for text in message.source_texts:
                for found in _NESTED.finditer(text) if "$t(" in text else ():
                    nested = self.asked.get(Key(found[1] or key.namespace, found[2].strip("\"'")))
                    if nested is not None:
                        place = message.places.source
                        nested.sure.append(Reason(f"stands in `{key.label}`", place))

    def take_texts(self, code: CodeRead) -> None:
        """Keep what stands in code as a text: it may be handed on to where a key is asked for."""
        for source in code.sources:
            for file in source.files:
                named = (one.name for one in file.uses.namespaces)
                spaces = dict.fromkeys((source.namespace, *source.fallbacks, *named))
                for text, line in file.uses.texts:
                    space, colon, rest = text.partition(":")
                    keys = [Key(space, rest)] if colon else [Key(one, text) for one in spaces]
                    for key in keys:
                        asked = self.asked.get(key)
                        if asked is not None and asked.verdict is Verdict.UNUSED:
                            place = Place(file.path, line)
                            asked.keep(Reason("stands in code as a text", place))

    def take_directives(self, code: CodeRead) -> Iterator[Unneeded]:
        """Count what comments say, and yield those that say nothing."""
        for source in code.sources:
            for file in source.files:
                open_lines = {one.place.line for one in file.uses.keys if not one.exact}
                for directive in file.uses.directives:
                    needed = directive.line in open_lines
                    yield from self._take_directive(source, directive, needed=needed)

    def _take_directive(
        self, source: SourceUses, directive: Directive, *, needed: bool
    ) -> Iterator[Unneeded]:
        namespace = directive.namespace or source.namespace
        pattern = re.compile(re.escape(directive.pattern).replace(r"\*", ".*"))
        head = directive.pattern.partition("*")[0]
        found = [
            Key(namespace, label)
            for label in self.declared.below(namespace, head)
            if pattern.fullmatch(label)
        ]
        if not found:
            yield Unneeded(directive, f"no string of `{namespace}` is called so")
        elif not needed and all(self.asked[key].verdict is Verdict.USED for key in found):
            yield Unneeded(directive, "code names what it says by itself")
        for key in found:
            self.asked[key].sure.append(Reason("a comment says so", directive.place))

    def judged_namespaces(self, code: CodeRead) -> frozenset[str]:
        """Return the namespaces of which all code that could ask has been read."""
        if not code.readable:
            return frozenset()
        partly = [one for one in code.sources if not one.is_whole]
        unread = {name for one in partly for name in (one.namespace, *one.fallbacks)}
        named = {one.namespace for one in code.sources}
        for source in code.sources:
            named.update(source.fallbacks)
            for file in source.files:
                for use in file.uses.keys:
                    named.update(filter(None, (use.namespace, *use.others)))
                named.update(one.namespace for one in file.uses.directives if one.namespace)
        return frozenset(named - unread - {UNKNOWN})
