"""Why no mail can be made with a layout: the flaw, and the piece of the layout that it is about."""

import pytest

from compiler.channels.email.layout import layout_faults

PAGE = "<html><head>{head}</head><body>{{{{ body }}}}{rest}</body></html>"
MJML = (
    "<mjml><mj-body><mj-section><mj-column><mj-text>{{{{ body }}}}</mj-text>{rest}"
    "</mj-column></mj-section></mj-body></mjml>"
)
IN_TAG = "a tag holds Jinja in the values of its attributes alone"
LOST = "this would be lost"


def page(rest: str = "", head: str = "") -> str:
    return PAGE.format(head=head, rest=rest)


def told(path: str, source: str) -> list[tuple[str, str]]:
    return [
        (flaw.message, source[flaw.at : flaw.at + flaw.length])
        for flaw in layout_faults(path, source)
    ]


@pytest.mark.parametrize(
    ("source", "message", "piece"),
    [
        (page('<p {% if x %}class="a"{% endif %}>x</p>'), IN_TAG, "{% if x %}"),
        (page('<p{% if x %} class="a"{% endif %}>x</p>'), IN_TAG, "{% if x %}"),
        (page('<p class="a" {{ x }}>x</p>'), IN_TAG, "{{ x }}"),
        (page("<{{ x }}>x</p>"), IN_TAG, "{{ x }}"),
        (page("<{# x #}script>"), IN_TAG, "{# x #}"),
        (page('<a title="a {% if x %}b "c"{% endif %}">x</a>'), IN_TAG, "{% endif %}"),
        (page("", "<style>{% if x %}b { color: #123 }{% endif %}</style>"), LOST, "{% endif %}"),
        (page('<a href="https://a.example>x</a>{{ x }}'), LOST, "{{ x }}"),
        (page('<a title="" title="{{ x }}">x</a>{{ x }}'), LOST, "{{ x }}"),
        (page("<!-- forgotten"), "this comment never ends", "<!--"),
        (page("<p>x</p>", "<style>b { color: red }"), "`<style>` never ends", "<style"),
        (page("<textarea>x"), "`<textarea>` never ends", "<textarea"),
        ("<html><body title='{{ body }}'></body></html>", "`body` is HTML", "{{"),
        ("<html><head><style>{{ body }}</style></head></html>", "`body` is HTML", "{{"),
        ("<html><head><title>{{ body }}</title></head></html>", "`body` is HTML", "{{"),
        ("<mjml><mj-body></mj-body></mjml>{{ body }}", "this is MJML", "<mjml"),
    ],
)  # fmt: skip
def test_html(source: str, message: str, piece: str) -> None:
    first, *_ = told("base.html.j2", source)
    assert first[0].startswith(message)
    assert first[1] == piece


@pytest.mark.parametrize(
    ("rest", "message", "piece"),
    [
        ("<mj-text {% if x %}align='left'{% endif %}>x</mj-text>", IN_TAG, "{% if x %}"),
        ("<{{ x }}>a</mj-text>", IN_TAG, "{{ x }}"),
        ("<!-- forgotten", "this comment never ends", "<!--"),
        ("<mj-text font-family='\"Open Sans\"'>x</mj-text>", 'this `"` would end the value', '"'),
        ("<mj-text>a\x01</mj-text>", "MJML cannot hold the character U+0001", "\x01"),
    ],
)  # fmt: skip
def test_mjml(rest: str, message: str, piece: str) -> None:
    ((said, at),) = told("base.mjml", MJML.format(rest=rest))
    assert said.startswith(message)
    assert at == piece


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("base.html.j2", page('<p class="{% if x %}a{% endif %}" title={{ x }}>{{ x }}</p>')),
        ("base.html.j2", page('{% if x %}<b title="<!--">{% else %}<b>{% endif %}x</b><!-- {{ x }} -->')),
        ("base.html.j2", page("<!--[if mso]>{% if x %}<b>{{ x }}</b>{% endif %}<![endif]-->")),
        ("base.html.j2", page("", "<style>p { color: {{ x }} } p { color: red }</style>")),
        ("base.mjml", MJML.format(rest="<mj-text font-family='{{ x | default(\"Arial\") }}'>&quot;</mj-text>")),
        ("base.mjml", MJML.format(rest="<mj-raw>{% if x %}</mj-raw><mj-text>a</mj-text><mj-raw>{% endif %}</mj-raw>")),
    ],
)  # fmt: skip
def test_what_is_fine(path: str, source: str) -> None:
    assert told(path, source) == []


def test_it_takes_time_in_proportion() -> None:
    for piece in ("<!--", "<b {{ x }}", "<style>", '<a ="', "<a ='", "= ", "<p {% if x %}"):
        layout_faults("base.html.j2", page(piece * 4_000))
