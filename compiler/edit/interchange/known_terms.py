"""What comes back to entries that the project has: their arguments, their kind of plural."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from compiler.edit.interchange.assignment import Known, LocaleFile
from compiler.edit.interchange.conversion import COUNT, Message
from compiler.edit.interchange.formats import Format
from compiler.edit.interchange.own_terms import in_own_terms, says_the_same
from compiler.edit.interchange.positional import named_back
from compiler.edit.interchange.reading import Reading
from compiler.edit.interchange.styles import ICU, NAMED, POSITIONAL
from compiler.edit.interchange.texts_out import Wording, message_of
from compiler.edit.interchange.unit import Refusal
from compiler.messages.ast import Argument, Node, Number, Plural, Tag
from compiler.messages.ast import Message as Tree
from compiler.messages.expressible import NotExpressible
from compiler.messages.gettext_plurals import form_mapping, parse_plural_forms
from compiler.messages.icu import parse
from compiler.messages.icu_error import IcuSyntaxError
from compiler.messages.icu_print import to_text

_EXACT = "gettext's plurals, which this entry has, have no form for an exact number"


def as_known(
    reading: Reading, form: Format, known: Sequence[Known], source_locale: str, *, own: bool
) -> Reading:
    """Return what was read in the terms of the entries that the project has under those keys.

    ``own`` says that the namespace is one of the project's own, and began with no set of others.
    """
    name_of = form.name_of or ".".join
    by_name = {name_of(one.origin.key): one for one in reversed(known)}
    refused = list(reading.refused)
    files = []
    for file in reading.files:
        messages = []
        for message in file.messages:
            entry = by_name.get(".".join(message.unit.key or ()))
            one = message
            if entry is not None:
                one = _named(message, form.style, entry)
                if own and form.style in NAMED:
                    one = _typed(one, entry, is_source=file.locale == source_locale)
            if entry is not None and len(entry.source) > 1 and not one.source:
                forms = _forms(one, file, is_source=file.locale == source_locale)
                if forms is None:
                    name = ".".join(entry.origin.key)
                    refused.append((file.locale, Refusal(one.unit.place, name, _EXACT)))
                    continue
                one = replace(one, texts=forms)
            messages.append(one)
        files.append(replace(file, messages=tuple(messages)))
    return replace(reading, files=tuple(files), refused=tuple(refused))


def _named(message: Message, style: str | None, known: Known) -> Message:
    """Return a message with the names of arguments that an entry has, where it has numbers."""
    if style == ICU and known.origin.style is None:
        return replace(message, style=None, placeholders={})
    if style not in POSITIONAL or known.origin.style == style:
        return message
    source = message_of(Wording(known.label, known.source, "en", None, len(known.source) > 1))
    if isinstance(source, NotExpressible):
        return message
    texts = tuple(named_back(text, source) for text in message.texts)
    return replace(message, texts=texts, style=None, placeholders={})


def _typed(message: Message, known: Known, *, is_source: bool) -> Message:
    """Return a message with the types of its arguments; what says the same stays as it was."""
    source = message_of(Wording(known.label, known.source, "en", None, len(known.source) > 1))
    if isinstance(source, NotExpressible):
        return message
    texts = tuple(in_own_terms(text, source) for text in message.texts)
    if is_source and len(known.source) == 1 and says_the_same(texts[0], known.source[0]):
        texts = known.source
    return replace(message, texts=texts, style=None, placeholders={})


def _forms(message: Message, file: LocaleFile, *, is_source: bool) -> tuple[str, ...] | None:
    """Return a plural as gettext has it, singular and plural for a source; None where it cannot."""
    header = file.header["Plural-Forms"]
    count = 2 if is_source else parse_plural_forms(header).count
    text = message.texts[0]
    try:
        tree = parse(text, inline_html=True)
    except IcuSyntaxError:
        return None
    plural = tree[0] if len(tree) == 1 else None
    if not isinstance(plural, Plural):
        return (text,) * count
    if plural.offset or any(branch.selector.startswith("=") for branch in plural.branches):
        return None
    texts = {one.selector: to_text(_with_number(one.message)) for one in plural.branches}
    if is_source:
        return texts.get("one", texts["other"]), texts["other"]
    return _by_form(texts, form_mapping(file.locale, header).categories, count)


def _by_form(
    texts: Mapping[str, str], categories: Mapping[str, int], count: int
) -> tuple[str, ...]:
    """Return the text of each form: that of the first category that has it and a text."""
    forms = [texts["other"]] * count
    for category, index in reversed(list(categories.items())):
        if category in texts and category != "other":
            forms[index] = texts[category]
    return tuple(forms)


def _with_number(message: Tree) -> Tree:
    return tuple(_number(node) for node in message)


def _number(node: Node) -> Node:
    match node:
        case Number():
            return Argument(COUNT)
        case Tag(name, children):
            return Tag(name, _with_number(children))
        case _:
            return node
