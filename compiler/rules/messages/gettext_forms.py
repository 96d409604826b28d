"""Entries with gettext plural forms: which numbers take which form, and what a header promises."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from compiler.base.finding import Finding, Severity
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.messages import cldr
from compiler.messages.gettext_plurals import (
    COUNT,
    PluralFormsError,
    form_mapping,
    merged_categories,
    parse_plural_forms,
)
from compiler.messages.gettext_plurals import plural_forms_header as usual_header
from compiler.model.catalogue import Catalogue, Message
from compiler.rules.check import Scope
from compiler.rules.messages.pairs import Form, Pair, entity_of, pairs
from compiler.rules.wording import listed, many


def plural_forms_header(scope: Scope, rule: Rule) -> Iterator[Finding]:
    r"""The `Plural-Forms` header of a catalogue does not fit its language.

    **Why** gettext picks a form by this header. If it parts the numbers in another way than the
    language does, some numbers get the wrong form, whatever the translator wrote.

    **Bad** (Polish has forms for 1, for 2 to 4, and for 5 and more)

    ```po
    "Plural-Forms: nplurals=2; plural=(n != 1);\n"
    ```

    **Good**

    ```po
    "Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\n"
    ```

    **How forms become plural categories** Numbers are tried: a category takes the form that its
    numbers have. Fractions, which gettext does not know, take the form that no whole number has,
    where there is one; else `other` takes the form of `many`, or in Russian, Ukrainian and
    Belarusian that of `few` (1,5 файла). A header with a form for millions (`nplurals=3` in
    Spanish) fits as well as one without.

    It is a warning where the catalogue has no entry with plural forms yet.

    **Not flagged** A catalogue without the header: the usual one of the language is taken. Forms in
    any order, and conditions written in any way, as long as the same numbers share a form.
    """  # noqa: E501 - a header is one line
    for _, catalogue in scope.catalogues():
        header = catalogue.plural_forms
        if header is None or not header.strip():
            continue
        wrong = _wrong_header(catalogue.locale, header) or _merged(catalogue.locale, header)
        if wrong is not None:
            in_use = any(one.source_plural is not None for one in catalogue.messages.values())
            yield rule.at(
                catalogue.header_place("Plural-Forms"),
                f"the header `Plural-Forms` {wrong}",
                hint=f"write `Plural-Forms: {usual_header(catalogue.locale)}`, and for each "
                "plural entry the forms in that order",
                entity=f"translations/{catalogue.namespace}",
                locale=catalogue.locale,
                severity=None if in_use else Severity.WARNING,
            )


def wrong_form_count(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An entry has more or fewer plural forms than its catalogue's header says.

    **Why** `msgfmt` refuses the file, and numbers without a form get another one.

    **Bad** (the header says `nplurals=3`)

    ```po
    msgid_plural "{count} orders"
    msgstr[0] "{count} заказ"
    msgstr[1] "{count} заказов"
    ```

    **Good**

    ```po
    msgid_plural "{count} orders"
    msgstr[0] "{count} заказ"
    msgstr[1] "{count} заказа"
    msgstr[2] "{count} заказов"
    ```

    **Not flagged** Entries that are not translated at all; a header that cannot be used
    (`plural-forms-header`).
    """
    tongue = scope.content.languages.source
    for _, catalogue in scope.catalogues():
        if catalogue.locale == tongue:
            continue
        promised = _promised(catalogue)
        counted = [one for one in catalogue.messages.values() if one.source_plural is not None]
        for entry in counted:
            if not entry.translated or promised is None:
                continue
            number = len(entry.texts)
            if number != promised:
                yield rule.at(
                    _odd_form(entry, promised),
                    f"`{entry.label}` has {many(number, 'plural form')}, and the header of this "
                    f"catalogue says {promised}",
                    hint=f"write {listed(f'msgstr[{index}]' for index in range(promised))}",
                    entity=entity_of(catalogue, entry),
                    locale=catalogue.locale,
                )


class GettextForm(NamedTuple):
    """A plural form of gettext and some of the numbers that it is used for."""

    pair: Pair
    form: Form
    numbers: tuple[int, ...]
    lacks_number: bool


def gettext_forms(scope: Scope) -> tuple[GettextForm, ...]:
    """Return the forms of every translated entry with plural forms; none where a header is off."""
    return tuple(
        form
        for pair in scope.once(pairs)
        if not pair.is_source and pair.entry.source_plural is not None and pair.sound
        for form in _forms(pair)
    )


_NUMBERS = tuple(range(201))
_SHOWN = 4
_SEVERAL = 2


def _forms(pair: Pair) -> Iterator[GettextForm]:
    numbers_of = _numbers_of(pair.catalogue.locale, pair.catalogue.plural_forms)
    if not numbers_of:
        return
    shows = COUNT in pair.origin[-1].shape.shown
    names_one = COUNT not in pair.origin[0].shape.shown
    for form in pair.forms:
        numbers = numbers_of.get(form.number, ())
        single = len(numbers) < _SEVERAL or (numbers == (0, 1) and names_one)
        lacks = shows and not single and COUNT not in form.reading.shape.always
        yield GettextForm(pair, form, numbers[:_SHOWN], lacks)


def form_of_none(locale: str, header: str | None) -> int | None:
    """Return the plural form that is for 0 and no other number, if a catalogue has such a form."""
    for form, numbers in _numbers_of(locale, header).items():
        if numbers == (0,):
            return form
    return None


@cache
def _numbers_of(locale: str, header: str | None) -> dict[int, tuple[int, ...]]:
    """Return some numbers of every plural form; nothing where the header cannot be read."""
    try:
        forms = parse_plural_forms(header or usual_header(locale))
    except PluralFormsError:
        return {}
    found: dict[int, tuple[int, ...]] = {}
    for number in _NUMBERS:
        form = forms.form(number)
        found[form] = (*found.get(form, ()), number)
    return found


def _wrong_header(locale: str, header: str) -> str | None:
    try:
        faithful = form_mapping(locale, header).faithful
        count = parse_plural_forms(header).count
    except PluralFormsError as error:
        return str(error)
    if not cldr.has_plural_rules(locale):
        return None
    wanted = parse_plural_forms(usual_header(locale))
    if count < wanted.count or not faithful:
        return f"says {many(count, 'form')}, and `{locale}` parts numbers into {wanted.count}"
    return None


def _merged(locale: str, header: str) -> str | None:
    if cldr.has_plural_rules(locale):
        merged = merged_categories(locale, header)
        if merged:
            return f"has one form for {listed(merged)} numbers, which `{locale}` tells apart"
    return None


def _promised(catalogue: Catalogue) -> int | None:
    header = catalogue.plural_forms or usual_header(catalogue.locale)
    try:
        return parse_plural_forms(header).count
    except PluralFormsError:
        return None


def _odd_form(entry: Message, promised: int) -> Place:
    """Return the place of the first form too many, or of the last there is."""
    places = entry.places.texts
    return places[min(promised, len(places) - 1)]
