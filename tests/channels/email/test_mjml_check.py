import pytest

from compiler.channels.email.mjml_check import mjml_flaws

HEAD, FOOT = (
    "<mjml>\n<mj-body><mj-section><mj-column>\n",
    "\n</mj-column></mj-section></mj-body>\n</mjml>\n",
)


def told(source: str) -> list[str]:
    found = []
    for flaw in mjml_flaws(source):
        before = source[: flaw.at]
        column = len(before.rpartition("\n")[2]) + 1
        hint = f" -> {flaw.hint}" if flaw.hint else ""
        found.append(f"{before.count(chr(10)) + 1}:{column} {flaw.message}{hint}")
    return found


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<mj-text>Hi {{ name }} <b>you</b><br></mj-text>", []),
        ("<mj-txt>Hi <b>you</b></mj-txt>", ["3:1 MJML has no component `<mj-txt>` -> did you mean `mj-text`?"]),
        ("<div>Hi</div>", ["3:1 MJML has no component `<div>` -> HTML stands in `<mj-text>` or `<mj-raw>`"]),
        (
            '<mj-text\n  colour="red">Hi</mj-text>',
            ["4:3 `<mj-text>` has no attribute `colour` -> did you mean `color`?"],
        ),
        ("<mj-text onclick='x()'>Hi</mj-text>", ["3:10 `<mj-text>` has no attribute `onclick`"]),
        (
            "{% if a > 1 %}<mj-text>Hi</mj-text><mj-raw>{% endif %}</mj-raw>",
            [
                (
                    "3:1 nothing but components may stand here -> "
                    "write `<mj-raw>{% if a > 1 %}</mj-raw>`, or put it into a `<mj-text>`"
                )
            ],
        ),
        ("<mj-text>Hi", ["3:1 `<mj-text>` is never closed"]),
        ("<mj-text>Hi <b>you</mj-text>", ["3:13 `<b>` is never closed in this `<mj-text>`"]),
        ("<mj-text>Hi</i></mj-text>", ["3:12 `</i>` closes nothing in this `<mj-text>`"]),
        ("<mj-text>1 < 2</mj-text>", ["3:12 this `<` begins no tag -> write `&lt;`"]),
        ("<mj-section></mj-section>", ["3:1 `<mj-section>` may not stand in `<mj-column>` -> it stands in `<mj-body>` or `<mj-wrapper>`"]),
        ("<mj-include path='/etc/passwd' />", ["3:1 nothing is included from another file -> write here what the other file says: a layout is one file"]),
        ("<MJ-TEXT>Hi</MJ-TEXT>", ["3:1 MJML has no component `<MJ-TEXT>` -> write `mj-text`"]),
        ("<!-- <mj-none> --><mj-divider />", []),
        (
            '<mj-text font-size="16">Hi</mj-text>',
            ["3:21 `16` is nothing that `font-size` could be: readers pass over it -> write a length with its unit, such as `16px`"],
        ),
        (
            '<mj-text align="middle">Hi</mj-text>',
            ["3:17 `middle` is nothing that `align` could be: readers pass over it -> write `center`, `justify`, `left` or `right`"],
        ),
        (
            '<mj-text color="#12">Hi</mj-text>',
            ["3:17 `#12` is nothing that `color` could be: readers pass over it -> write a colour such as `#2456d6`"],
        ),
        (
            '<mj-text padding="10px 5">Hi</mj-text>',
            ["3:19 `10px 5` is nothing that `padding` could be: readers pass over it -> write one to four lengths such as `10px 25px`"],
        ),
        ('<mj-text align="left" align="right">Hi</mj-text>', ["3:23 `align` stands twice here; the first counts -> leave one out"]),
        (
            '<mj-text mj-class="lead">Hi</mj-text>',
            ['3:20 no `mj-class` of `mj-attributes` is called `lead` -> write `<mj-class name="lead" … />`'],
        ),
        (
            '<mj-text padding="0 10px" color="{{ brand.colors.text }}" line-height="1.5" height="auto">Hi</mj-text>',
            [],
        ),
        (
            '<mj-text letter-spacing="-0.2px" align="{{ start }}" container-background-color="rgba(0, 0, 0, 0.5)">Hi</mj-text>',
            [],
        ),
    ],
)  # fmt: skip
def test_what_mjml_does_not_know(inside: str, expected: list[str]) -> None:
    assert told(f"{HEAD}{inside}{FOOT}") == expected


def test_defaults_by_component_class_and_for_all() -> None:
    head = (
        '<mj-head><mj-attributes><mj-all font-size="1px"/><mj-class name="a" color="red"/>'
        '<mj-text padding="0" sound="x"/><mj-title a="b"/></mj-attributes></mj-head>'
    )
    assert told(f"<mjml>{head}<mj-body></mj-body></mjml>") == [
        "1:109 `<mj-text>` has no attribute `sound`",
        "1:120 `<mj-title>` has no defaults that could be said here",
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", ["1:1 this layout has no `<mjml>`"]),
        ("<mj-text></mj-text>", ["1:1 `<mj-text>` may not stand outside all others -> it stands in `<mj-column>` or `<mj-hero>`"]),
        ("<mjml><mj-body>", ["1:7 `<mj-body>` is never closed"]),
        ("<mjml></mj-body></mjml>", ["1:7 `</mj-body>` closes nothing; open is `<mjml>`"]),
        ("<mjml><mj-body></mjml>", ["1:7 `<mj-body>` is never closed"]),
        ("<mjml></mjml></mjml>", ["1:14 `</mjml>` closes nothing"]),
        ("<mjml></mjml><mjml></mjml>", ["1:14 `<mjml>` stands once, around all others"]),
    ],
)  # fmt: skip
def test_a_document_that_is_none(source: str, expected: list[str]) -> None:
    assert told(source) == expected


def test_nesting_has_an_end() -> None:
    assert told("<mjml><mj-body>" + "<mj-wrapper>" * 10_000)[-1] == (
        "1:592 more than 50 components stand in one another here"
    )
