"""Rules about what code does not tell: keys put together, comments about them, unread code."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.fix import RemoveUse
from compiler.base.rule import Rule
from compiler.code.use import Directive
from compiler.rules.keys.asked import Open
from compiler.rules.keys.view import KeyView
from compiler.rules.wording import listed


def computed_key(view: KeyView, rule: Rule) -> Iterator[Finding]:
    """Code puts a key together, and it is not known of which strings.

    **Why** Every string of the namespace may be meant, so none of them is known to be unused; or
    none can be, and the reader sees a label.

    **Bad** ``t(key)``; ``t(`errors.${code}`)`` where no string begins with `errors.`.

    **Good** Values that are written down, such as `const KEYS = ['pay', 'cancel'] as const`, an
    enum or a type `'pay' | 'cancel'`; or a comment on the line or above it:
    `// clientarea: uses checkout.*`.

    **Not flagged** A key of which the beginning or the end is written down, and some strings have
    it.
    """
    for one in view.judgement.opens:
        if one.use.optional:
            continue
        if one.use.is_open:
            yield rule.at(
                one.use.place,
                f"any string of {_spaces(one)} may be meant here: {one.number:,} cannot be judged",
                hint="say which above this line: `clientarea: uses checkout.*`",
            )
        elif not one.number:
            yield rule.at(
                one.use.place,
                f"no string of {_spaces(one)} is called `{one.use.label}…{one.use.tail}`",
                hint="declare what it comes to, or mend the part that is written down",
            )


def _spaces(one: Open) -> str:
    return listed(one.namespaces)


def unneeded_uses(view: KeyView, rule: Rule) -> Iterator[Finding]:
    """A comment `clientarea: uses …` says nothing that is not known without it.

    **Why** Whoever reads it believes that these strings are asked for in a hidden way, and does not
    dare to touch them.

    **Bad** `// clientarea: uses checkout.*` where no string begins so, or where code names each of
    them.

    **Good** No comment, or one that names what is really asked for.

    **Not flagged** A comment at a key that is put together there.
    """
    for one in view.judgement.unneeded:
        yield rule.at(
            one.directive.place,
            f"`{one.directive.pattern}` is not needed here: {one.why}",
            hint="remove it",
            fixes=(_removed(one.directive),),
        )


def _removed(directive: Directive) -> RemoveUse:
    place, space = directive.place, directive.namespace
    written = directive.pattern if space is None else f"{space}:{directive.pattern}"
    return RemoveUse(place.path, place.line, place.column, written)


def unread_code(view: KeyView, rule: Rule) -> Iterator[Finding]:
    """Code that the settings name has not been read, so nobody knows what it asks for.

    **Why** Strings that only this code uses are neither found missing nor found unused.

    **Bad** `clientarea.yaml` says where code is, and `clientarea[code]` is not installed, or no
    file is there: the application is not checked out beside the content. A file that it matches is
    larger than 4 MB, a link, or cannot be opened.

    **Good** `pip install 'clientarea[code]'` where pull requests are checked; patterns that match.

    **Not flagged** A file without any key.
    """
    if not view.code.readable:
        yield rule.at(
            view.settings_places.key("code"),
            "what code asks for has not been looked up: nothing is installed that reads code",
            hint="`pip install 'clientarea[code]'`",
        )
        return
    for source in view.code.sources:
        if not source.files:
            yield rule.at(
                view.settings_places.value("code", source.index, "files"),
                f"no file of code matches {listed(source.patterns)}:"
                f" what asks for strings of `{source.namespace}` is not known",
                hint="mend the pattern, or check the application out there",
            )
        for words in source.unread_words:
            yield rule.at(
                view.settings_places.value("code", source.index, "files"),
                f"{words}; strings of `{source.namespace}` are not judged",
                hint="let the pattern match what people write, where it really is",
            )
