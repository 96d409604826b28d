"""A text cut into sentences and blocks, and put together again from their answers."""

import pytest

from compiler.translate.cutting import cut_plain
from compiler.translate.fault import AnswerFault
from compiler.translate.sentences import cut_message

SENTENCES = [
    pytest.param(
        "Hello {name}, <b>pay</b> {sum, number, ::currency/USD}",
        ["Hello ⟦1 name⟧, ⟦2 b⟧pay⟦3 /b⟧ ⟦4 sum⟧"],
        ["Hola ⟦1 name⟧, ⟦2 b⟧pague⟦3 /b⟧ ⟦4 sum⟧"],
        "Hola {name}, <b>pague</b> {sum, number, ::currency/USD}",
        id="arguments, tags and formats",
    ),
    pytest.param(
        "You have {n, plural, =0 {no files} one {# file} other {# files}}.",
        [
            "You have no files.",
            "You have ⟦1 number⟧ file.",
            "You have ⟦1 number⟧ files.",
            "You have ⟦1 number⟧ files.",
            "You have ⟦1 number⟧ files.",
        ],
        ["нет", "⟦1⟧ файл", "⟦1⟧ файла", "⟦1⟧ файлов", "⟦1⟧ файла"],
        "{n, plural, =0 {нет} one {# файл} few {# файла} many {# файлов} other {# файла}}",
        id="a plural has the forms of the language",
    ),
    pytest.param(
        "{g, select, female {She} other {They}} left {n, plural, one {# day} other {# days}} ago",
        [
            *["She left ⟦1 number⟧ day ago", *["She left ⟦1 number⟧ days ago"] * 3],
            *["They left ⟦1 number⟧ day ago", *["They left ⟦1 number⟧ days ago"] * 3],
        ],
        ["a⟦1⟧", "b⟦1⟧", "c⟦1⟧", "d⟦1⟧", "e⟦1⟧", "f⟦1⟧", "g⟦1⟧", "h⟦1⟧"],
        "{g, select, female {{n, plural, one {a#} few {b#} many {c#} other {d#}}}"
        " other {{n, plural, one {e#} few {f#} many {g#} other {h#}}}}",
        id="every way is a sentence",
    ),
    pytest.param(
        'See <a href="{url}">our terms</a> or https://acme.example/help.',
        ["See ⟦1 a⟧our terms⟦2 /a⟧ or ⟦3 url⟧."],
        ["⟦3⟧ или ⟦1⟧условия⟦2⟧."],
        'https://acme.example/help или <a href="{url}">условия</a>.',
        id="inline HTML and addresses",
    ),
    pytest.param(
        "Open https://acme.example/{id}?q='{a}' now.",
        ["Open ⟦1 url⟧ now."],
        ["Откройте ⟦1⟧."],
        "Откройте https://acme.example/{id}?q='{a}'.",
        id="addresses with arguments in them",
    ),
    pytest.param(
        "Type '{name}', it''s easy",
        ["Type {name}, it's easy"],
        ["Введите {имя}, 'это' <легко>"],
        "Введите '{имя}', 'это' <легко>",
        id="what an answer says is no syntax",
    ),
    pytest.param(" Pay ", ["Pay"], ["\n Оплатить"], " Оплатить ", id="white space around stays"),
    pytest.param("{a} – {b}", [], [], "{a} – {b}", id="nothing to translate"),
    pytest.param(
        "{a, plural, one {1} other {2}} of {b, plural, one {1} other {2}}",
        ["{a, plural, one {1} other {2}} of {b, plural, one {1} other {2}}"],
        ["whatever rules say"],
        "whatever rules say",
        id="two plurals are asked for as they are written",
    ),
    pytest.param(
        "Sign ⟦1⟧", ["Sign ⟦1 sign⟧1⟦2 sign⟧"], ["Знак ⟦1⟧1⟦2⟧"], "Знак ⟦1⟧", id="our signs"
    ),
]


@pytest.mark.parametrize(("text", "asked", "answers", "wanted"), SENTENCES)
def test_a_message(text: str, asked: list[str], answers: list[str], wanted: str) -> None:
    cut = cut_message(text, "ru")
    assert [one.text for one in cut.segments] == asked
    assert cut.join(answers) == wanted


def test_a_form_says_what_it_is_for() -> None:
    cut = cut_message("{n, plural, one {# file} other {# files}}", "ru")
    assert [one.note for one in cut.segments] == [
        "plural form one, for 1, 21, 31, 41",
        "plural form few, for 2, 3, 4, 22",
        "plural form many, for 0, 5, 6, 7",
        "plural form other",
    ]


MARKDOWN = """\
# Fees {#fees}

Hello {{ name }}, see [our fees](https://acme.example/fees "Fees") and `code`.

- one
- two

```js
let left = "alone";
```

{% if paid %}

Paid <b>today</b>.

{% endif %}

---

| a | b |
|---|--:|
| c | d |
"""


def test_rich_text_is_asked_for_by_block() -> None:
    cut = cut_plain(MARKDOWN)
    assert [one.text for one in cut.segments] == [
        "Fees {#fees}",
        'Hello ⟦1 name⟧, see [our fees](⟦2 address⟧ "Fees") and ⟦3 code⟧.',
        "- one\n- two",
        "Paid ⟦1 b⟧today⟦2 /b⟧.",
        "| a | b |\n⟦1 table⟧\n| c | d |",
    ]
    assert cut.join([one.text for one in cut.segments]) == MARKDOWN


@pytest.mark.parametrize(
    "text", ["", "\n\n", "one", "# x", "a\n\n\n  b\n", "```\nx", "\r\n", "~~~\na\n~~~"]
)
def test_blocks_joined_are_the_text(text: str) -> None:
    cut = cut_plain(text)
    assert cut.join([one.text for one in cut.segments]) == text


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("Hola", "the mark ⟦1 name⟧ is missing"),
        ("Hola ⟦1 name⟧ ⟦1 name⟧", "the mark ⟦1 name⟧ stands there more often than once"),
        ("Hola ⟦7 x⟧", "the mark ⟦7⟧ is not in the source text"),
        ("Hola ⟦1 name", "`Hola ⟦1 name` has half a mark in it; write marks whole"),
        ("  ", "the answer is empty"),
    ],
)
def test_an_answer_with_other_marks_is_not_taken(answer: str, why: str) -> None:
    cut = cut_message("Hello {name}", "es")
    with pytest.raises(AnswerFault) as caught:
        cut.join([answer])
    assert str(caught.value) == why


def test_a_block_stays_one() -> None:
    with pytest.raises(AnswerFault, match="more paragraphs"):
        cut_plain("One.").join(["Uno.\n\nTranslated by me."])


JINJA = 'Dear {{ who | default("client") }},\n\n{{ who | default("client", true) }}\n'


def test_words_within_jinja_are_asked_for_alone() -> None:
    cut = cut_plain(JINJA)
    assert [(one.text, one.note) for one in cut.segments] == [
        ('Dear ⟦1 who | default("client")⟧,', ""),
        ("client", "stands in the place of who where there is none"),
        ('⟦1 who | default("client", ⟧', ""),
        ("client", "stands in the place of who where there is none"),
    ]
    assert cut.join(["Hola, ⟦1⟧:", "cliente", "⟦1⟧", "amigo"]) == (
        'Hola, {{ who | default("cliente") }}:\n\n{{ who | default("amigo", true) }}\n'
    )


@pytest.mark.parametrize("answer", ['"cliente"', "it's", "{{ x }}", "a\\", "a\nb", " "])
def test_words_within_jinja_bring_no_syntax(answer: str) -> None:
    with pytest.raises(AnswerFault):
        cut_plain(JINJA).join(["Hola, ⟦1⟧:", answer, "⟦1⟧", "cliente"])


@pytest.mark.parametrize(
    "text", ["{{ n | default(0) }}", "{{ a | default('—') }}", "{% if a == default('x') %}"]
)
def test_jinja_without_words_is_not_asked_for(text: str) -> None:
    assert cut_plain(text).segments == ()
    assert cut_plain(text).join([]) == text
