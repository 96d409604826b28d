"""gettext's plural forms and CLDR's plural categories: which form is which category, both ways.

gettext numbers its forms and says in a header which number takes which; a message of ours has a
text a CLDR category. The two are matched by trying numbers, never by their order.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from compiler.base.locale_tag import language_of
from compiler.messages import cldr
from compiler.messages.ast import Branch, Plural
from compiler.messages.c_expression import Expression, ExpressionError, parse_expression
from compiler.messages.icu import parse

COUNT: Final = "count"
"""The argument that is the number of a message with gettext forms."""

SOURCE_FORMS: Final = "nplurals=2; plural=(n != 1);"
"""The forms of a source text in any language: `msgid` for one, `msgid_plural` for the rest."""

_HEADER = re.compile(r"\s*nplurals\s*=\s*(\d{1,3})\s*;\s*plural\s*=\s*([^;]+);?\s*", re.IGNORECASE)
_MILLION: Final = 1_000_000
_SAMPLES: Final = (
    *range(1001),
    *(power * times for power in (1000, 10_000, 100_000, _MILLION) for times in range(2, 11)),
    *(_MILLION + tail for tail in (0, 1, 2, 5, 11, 21, 100)),
)
_FEW_EXACT: Final = 3
# Languages whose fractions take the form of `few` (1,5 файла); elsewhere that of `many`.
_FRACTION_IS_FEW = {"be", "ru", "uk"}

_SLAVIC_FEW = "n%10>=2 && n%10<=4 && (n%100<12 || n%100>14)"
_NO_TEEN = "(n%100<11 || n%100>19)"
_ARABIC_FEW = "n%100>=3 && n%100<=10"

# The headers that tools write, tried before one is made.
_USUAL = (
    "nplurals=1; plural=0;",
    "nplurals=2; plural=(n != 1);",
    "nplurals=2; plural=(n > 1);",
    "nplurals=2; plural=(n%10==1 && n%100!=11 ? 0 : 1);",
    "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);",
    "nplurals=3; plural=(n==1 ? 0 : n==0 || (n%100>=1 && n%100<=19) ? 1 : 2);",
    f"nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : {_SLAVIC_FEW} ? 1 : 2);",
    f"nplurals=3; plural=(n==1 ? 0 : {_SLAVIC_FEW} ? 1 : 2);",
    f"nplurals=3; plural=(n%10==1 && {_NO_TEEN} ? 0 : n%10>=2 && {_NO_TEEN} ? 1 : 2);",
    "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);",
    "nplurals=3; plural=(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 && n%100!=11 ? 1 : 2);",
    "nplurals=2; plural=(n%10==4 || n%10==6 || n%10==9);",
    "nplurals=4; plural=(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3);",
    "nplurals=5; plural=(n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4);",
    f"nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : {_ARABIC_FEW} ? 3 : n%100>=11 ? 4 : 5);",
)


class PluralFormsError(ValueError):
    """A `Plural-Forms` header that cannot be used; ``str()`` is a clause about it for people."""


@dataclass(frozen=True, slots=True)
class PluralForms:
    """A header understood: how many forms there are, and the form of each number."""

    count: int
    expression: str
    work: Expression = field(compare=False, repr=False)

    def form(self, number: int) -> int:
        """Return the index of the form for a whole number."""
        return self.work(number)


@dataclass(frozen=True, slots=True)
class FormMapping:
    """Which form is used for which category, and for which single numbers otherwise.

    ``exact`` are numbers whose form is not that of their category. Not ``faithful``: gettext and
    CLDR part the numbers differently, and more than a few numbers get another form.
    """

    categories: Mapping[str, int]
    exact: Mapping[int, int]
    faithful: bool = True


@cache
def parse_plural_forms(header: str) -> PluralForms:
    """Read the value of a `Plural-Forms` header. Raises PluralFormsError."""
    match = _HEADER.fullmatch(header)
    if match is None:
        raise PluralFormsError("is not of the form `nplurals=2; plural=(n != 1);`")
    count = int(match[1])
    try:
        work = parse_expression(match[2])
        worst = next((n for n in _SAMPLES if not 0 <= work(n) < count), None)
    except ExpressionError as error:
        raise PluralFormsError(str(error)) from error
    except ZeroDivisionError as error:
        raise PluralFormsError("divides by zero") from error
    if worst is not None:
        last = "form 0" if count == 1 else f"forms 0 to {count - 1}"
        raise PluralFormsError(f"gives form {work(worst)} for the number {worst}, and has {last}")
    return PluralForms(count, match[2].strip(), work)


@cache
def form_categories(locale: str) -> tuple[str, ...]:
    """Return the categories of a new catalogue's forms, in the order of the forms.

    They are the categories that whole numbers below a million reach.
    """
    pairs = zip(_SAMPLES, _sampled(locale), strict=True)
    reached = {category for number, category in pairs if number < _MILLION}
    return tuple(name for name in cldr.CATEGORIES if name in reached)


@cache
def plural_forms_header(locale: str) -> str:
    """Return the `Plural-Forms` header of a new catalogue, in step with `form_categories`."""
    categories = form_categories(locale)
    of = {category: _form_of(categories, category) for category in set(_sampled(locale))}
    wanted = [
        (number, of[category]) for number, category in zip(_SAMPLES, _sampled(locale), strict=True)
    ]
    for header in _USUAL:
        if not header.startswith(f"nplurals={len(categories)};"):
            continue
        forms = parse_plural_forms(header)
        if all(forms.form(number) == form for number, form in wanted):
            return header
    return _compiled(locale, categories)


@cache
def form_mapping(locale: str, header: str | None = None) -> FormMapping:
    """Match the forms of a header (the usual one where absent) with the locale's categories.

    A category takes the form that most of its numbers have. Categories of fractions, which gettext
    does not know, take the forms that no number has, where there are as many of them; else
    ``other`` takes the form of ``many``, or in Russian and its neighbours that of ``few``.
    Raises PluralFormsError.
    """
    forms = parse_plural_forms(header or plural_forms_header(locale))
    sampled = [
        (number, category, forms.form(number))
        for number, category in zip(_SAMPLES, _sampled(locale), strict=True)
    ]
    used: dict[str, Counter[int]] = {}
    for _, category, form in sampled:
        used.setdefault(category, Counter())[form] += 1
    chosen = {name: counter.most_common(1)[0][0] for name, counter in used.items()}
    strays = {number: form for number, name, form in sampled if form != chosen[name]}
    chosen |= _fraction_forms(locale, chosen, {form for _, _, form in sampled}, forms.count)
    ordered = {name: chosen[name] for name in cldr.CATEGORIES if name in chosen}
    faithful = len(strays) <= _FEW_EXACT and all(number < _MILLION for number in strays)
    return FormMapping(ordered, strays if faithful else {}, faithful)


@cache
def merged_categories(locale: str, header: str) -> tuple[str, ...]:
    """Return the categories that a header has one form for, though each has many numbers.

    `zero` may: gettext's manual has it so for Latvian. Raises PluralFormsError.
    """
    forms = form_mapping(locale, header).categories
    pairs = zip(_SAMPLES, _sampled(locale), strict=True)
    numbers = Counter(category for number, category in pairs if number < _MILLION)
    large = [name for name, count in numbers.items() if count > _FEW_EXACT and name != "zero"]
    sharing = Counter(forms[name] for name in large)
    return tuple(name for name in cldr.CATEGORIES if name in large and sharing[forms[name]] > 1)


def icu_from_forms(locale: str, forms: Sequence[str], header: str | None = None) -> Plural:
    """Return the ICU plural over ``{count}`` that gettext's forms mean.

    Empty forms are left out; ``other`` then takes the last form that has a text.
    Raises PluralFormsError and IcuSyntaxError.
    """
    mapping = form_mapping(locale, header)
    texts = [*forms, *[""] * (max(mapping.categories.values()) + 1 - len(forms))]
    branches = [
        Branch(f"={number}", parse(texts[index], inline_html=True))
        for number, index in mapping.exact.items()
        if index < len(texts) and texts[index]
    ]
    last = next((text for text in reversed(forms) if text), "")
    for category, index in mapping.categories.items():
        text = texts[index] or (last if category == "other" else "")
        if text or category == "other":
            branches.append(Branch(category, parse(text, inline_html=True)))
    return Plural(COUNT, tuple(branches))


@cache
def _sampled(locale: str) -> tuple[str, ...]:
    return tuple(cldr.plural_category(locale, number) for number in _SAMPLES)


def _fraction_forms(
    locale: str, chosen: Mapping[str, int], used: AbstractSet[int], count: int
) -> dict[str, int]:
    """Return the forms of the categories that whole numbers do not reach, as far as needed."""
    unreached = [name for name in cldr.plural_categories(locale) if name not in chosen]
    unused = [form for form in range(count) if form not in used]
    if len(unreached) == len(unused):
        return dict(zip(unreached, unused, strict=True))
    if "other" in chosen:
        return {}
    preferred = "few" if language_of(locale) in _FRACTION_IS_FEW else "many"
    return {"other": chosen.get(preferred, max(chosen.values()))}


def _form_of(categories: Sequence[str], category: str) -> int:
    """Return the form of a category; one that only millions reach shares the form of `other`."""
    name = category if category in categories else "other"
    return categories.index(name) if name in categories else len(categories) - 1


def _compiled(locale: str, categories: Sequence[str]) -> str:
    """Return a header made from CLDR's own rules, for languages without a usual one."""
    from babel.plural import PluralRule, to_gettext  # noqa: PLC0415

    rules = cldr.cardinal_rule(locale).rules
    kept = [name for name in categories if name in rules][: len(categories) - 1]
    return to_gettext(PluralRule({name: rules[name] for name in kept}))
