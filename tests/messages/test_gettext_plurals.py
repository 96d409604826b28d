"""gettext's forms and CLDR's categories, matched by trying numbers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compiler.messages import cldr
from compiler.messages.c_expression import ExpressionError, parse_expression
from compiler.messages.gettext_plurals import (
    FormMapping,
    PluralFormsError,
    form_categories,
    form_mapping,
    icu_from_forms,
    merged_categories,
    parse_plural_forms,
    plural_forms_header,
)
from compiler.messages.icu_print import to_text

ARABIC = (
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3"
    " : n%100>=11 ? 4 : 5);"
)
POLISH_OF_DJANGO = (
    "nplurals=4; plural=(n==1 ? 0 : (n%10>=2 && n%10<=4) && (n%100<12 || n%100>14) ? 1 : n!=1"
    " && (n%10>=0 && n%10<=1) || (n%10>=5 && n%10<=9) || (n%100>=12 && n%100<=14) ? 2 : 3);"
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("0", {0: 0, 7: 0}),
        ("n != 1", {0: 1, 1: 0, 2: 1}),
        ("n>1", {1: 0, 2: 1}),
        ("!n", {0: 1, 3: 0}),
        ("!!n", {0: 0, 3: 1}),
        ("n==1 ? 0 : n==2 ? 1 : 2", {1: 0, 2: 1, 3: 2}),
        ("(n==1) ? 0 : ((n >= 2 && n <= 4) ? 1 : 2)", {1: 0, 4: 1, 5: 2}),
        ("n-2-1", {5: 2}),
        ("1+2*n", {3: 7}),
        ("7/2", {0: 3}),
        ("n%10==1 && n%100!=11 || n==5", {1: 1, 11: 0, 21: 1, 5: 1}),
        ("n<2<1", {0: 0, 3: 1}),
        ("n<=2 && n>=1", {0: 0, 1: 1, 2: 1, 3: 0}),
    ],
)
def test_expressions_are_read_as_c_reads_them(text: str, values: dict[int, int]) -> None:
    expression = parse_expression(text)
    assert {n: expression(n) for n in values} == values


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "has its end where a number or `n` should stand"),
        ("n n", "has `n` where it should end"),
        ("n ? 1", "has its end where `:` should stand"),
        ("(n", "has its end where `)` should stand"),
        ("m", "has `m`, which gettext cannot read"),
        ("n = 1", "has `=`, which gettext cannot read"),
        ("__import__('os')", "has `_`, which gettext cannot read"),
        ("9" * 50, "has `9`, which gettext cannot read"),
        ("(" * 100 + "n" + ")" * 100, "is nested too deeply"),
        ("n+" * 600 + "n", "is longer than 1000 characters"),
    ],
)
def test_what_is_no_expression_is_refused_in_words(text: str, why: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        parse_expression(text)
    assert str(caught.value) == why


@given(st.text(st.sampled_from("n0123?:()!%&|=<>+-*/ "), max_size=40))
def test_any_text_is_an_expression_or_refused(text: str) -> None:
    try:
        expression = parse_expression(text)
    except ExpressionError:
        return
    for number in (0, 1, 5):
        try:
            expression(number)
        except ZeroDivisionError:
            assert "/" in text or "%" in text


@pytest.mark.parametrize(
    ("header", "why"),
    [
        ("", "is not of the form `nplurals=2; plural=(n != 1);`"),
        ("nplurals=2", "is not of the form `nplurals=2; plural=(n != 1);`"),
        ("nplurals=1; plural=(n != 1);", "gives form 1 for the number 0, and has form 0"),
        ("nplurals=2; plural=0-1;", "gives form -1 for the number 0, and has forms 0 to 1"),
        ("nplurals=2; plural=n/0;", "divides by zero"),
        ("nplurals=2; plural=x;", "has `x`, which gettext cannot read"),
    ],
)
def test_a_header_that_cannot_be_used(header: str, why: str) -> None:
    with pytest.raises(PluralFormsError) as caught:
        parse_plural_forms(header)
    assert str(caught.value) == why


@pytest.mark.parametrize(
    ("locale", "header", "categories"),
    [
        ("en", "nplurals=2; plural=(n != 1);", "one other"),
        ("fr", "nplurals=2; plural=(n > 1);", "one other"),
        ("es-MX", "nplurals=2; plural=(n != 1);", "one other"),
        ("ja", "nplurals=1; plural=0;", "other"),
        (
            "pl",
            "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
            "one few many",
        ),
        (
            "ar",
            ARABIC,
            "zero one two few many other",
        ),
        ("cs", "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);", "one few other"),
        ("xx", "nplurals=1; plural=0;", "other"),
        (
            "shi",  # a header made from CLDR's rules: no tool has a usual one
            "nplurals=3; plural=(((n >= 2 && n <= 10)) ? 1 : (((n == 0)) || ((n == 1))) ? 0 : 2);",
            "one few other",
        ),
    ],
)
def test_the_header_of_a_new_catalogue(locale: str, header: str, categories: str) -> None:
    assert plural_forms_header(locale) == header
    assert " ".join(form_categories(locale)) == categories


@settings(deadline=None)  # the first question of a language reads its data
@given(
    st.sampled_from(
        ["ar", "br", "ceb", "cy", "ga", "gd", "gv", "is", "kw", "lt", "lv", "mt", "pl"]
    ),
    st.integers(0, 999_999),
)
def test_a_header_of_ours_agrees_with_cldr_for_every_number(locale: str, number: int) -> None:
    form = parse_plural_forms(plural_forms_header(locale)).form(number)
    assert form_categories(locale)[form] == cldr.plural_category(locale, number)


@pytest.mark.parametrize(
    ("locale", "header", "mapping"),
    [
        ("en", None, FormMapping({"one": 0, "other": 1}, {})),
        ("es", None, FormMapping({"one": 0, "many": 1, "other": 1}, {})),
        ("cs", None, FormMapping({"one": 0, "few": 1, "other": 2}, {})),
        ("pl", None, FormMapping({"one": 0, "few": 1, "many": 2, "other": 2}, {})),
        ("ru", None, FormMapping({"one": 0, "few": 1, "many": 2, "other": 1}, {})),
        # two forms only, in a language of three
        (
            "pl",
            "nplurals=2; plural=(n != 1);",
            FormMapping({"one": 0, "few": 1, "many": 1, "other": 1}, {}),
        ),
        # a form no number has is that of fractions
        (
            "pl",
            POLISH_OF_DJANGO,
            FormMapping({"one": 0, "few": 1, "many": 2, "other": 3}, {}),
        ),
        # the order of the forms is not that of the categories, and 0 has a form of its own
        (
            "lv",
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);",
            FormMapping({"zero": 1, "one": 0, "other": 1}, {0: 2}),
        ),
        (
            "fr",
            "nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
            FormMapping({"one": 0, "many": 1, "other": 2}, {}),
        ),
        # gettext parts the numbers otherwise
        (
            "he",
            "nplurals=4; plural=(n == 1) ? 0 : (n == 2) ? 1: (n % 10 == 0 && n > 10) ? 2 : 3;",
            FormMapping({"one": 0, "two": 1, "other": 3}, {}, faithful=False),
        ),
    ],
)
def test_forms_are_matched_with_categories(
    locale: str, header: str | None, mapping: FormMapping
) -> None:
    assert form_mapping(locale, header) == mapping


@pytest.mark.parametrize(
    ("locale", "header", "forms", "icu"),
    [
        (
            "en",
            None,
            ("{count} file", "{count} files"),
            "{count, plural, one {{count} file} other {{count} files}}",
        ),
        (
            "pl",
            None,
            ("plik", "pliki", "plików #1"),
            "{count, plural, one {plik} few {pliki} many {plików '#'1} other {plików '#'1}}",
        ),
        ("pl", None, ("plik", "", ""), "{count, plural, one {plik} other {plik}}"),
        ("pl", None, ("plik", "pliki"), "{count, plural, one {plik} few {pliki} other {pliki}}"),
        (
            "lv",
            "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);",
            ("a", "b", "c"),
            "{count, plural, =0 {c} zero {b} one {a} other {b}}",
        ),
        (
            "ja",
            None,
            ('<a href="x">{count}</a>',),
            "{count, plural, other {'<a href=\"x\">'{count}'</a>'}}",
        ),
        ("ja", None, (), "{count, plural, other {}}"),
    ],
)
def test_forms_become_one_icu_plural(
    locale: str, header: str | None, forms: tuple[str, ...], icu: str
) -> None:
    assert to_text((icu_from_forms(locale, forms, header),)) == icu


@pytest.mark.parametrize(
    ("locale", "header", "expected"),
    [
        ("pl", "nplurals=2; plural=(n != 1);", ("few", "many")),
        ("ru", "nplurals=2; plural=(n != 1);", ("one", "few", "many")),
        ("ru", plural_forms_header("pl"), ("one", "many")),
        ("ru", plural_forms_header("ru"), ()),
        ("fr", "nplurals=2; plural=(n != 1);", ()),
        ("lv", "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2);", ()),
        ("ja", "nplurals=1; plural=0;", ()),
    ],
)
def test_categories_that_a_header_has_one_form_for(
    locale: str, header: str, expected: tuple[str, ...]
) -> None:
    assert merged_categories(locale, header) == expected
