from compiler.channels.email.compiling import Words, compile_mail
from compiler.channels.email.html_text import html_words
from compiler.channels.email.mjml import compile_mjml
from compiler.richtext.markdown import RichText
from compiler.templating.template_body import compile_body

LAYOUT = """<!doctype html>
<html lang="{{ locale }}" dir="{{ direction }}">
<head><title>{{ subject }}</title><style>td { color: #333 }</style></head>
<body class="a">
<table><tr><td>Acme</td></tr><tr><td>
{{ body }}
</td></tr><tr><td>Harbour Street 1<br><a href="https://acme.example/">acme.example</a>
{% if unsubscribe_url %}<a href="{{ unsubscribe_url }}">Unsubscribe</a>{% endif %}</td></tr></table>
</body>
</html>
"""
BODY = """Hello {{ name }},

{% if items %}

| Item | Sum |
|---|---|
| a | {{ sum }} |

{% endif %}

[Pay]({{ pay_url }})
"""


def mail(layout: str | None = LAYOUT, *, preheader: str = "", locale: str = "en") -> RichText:
    words = Words("Hi {{ name }} & co", preheader, compile_body(BODY), locale)
    return compile_mail(words, layout)


def test_a_mail_with_its_layout() -> None:
    assert (
        mail(preheader="Due {{ date }} <soon>").html
        == """<!DOCTYPE html><html lang="en" dir="ltr"><head><title>Hi {{ name }} &amp; co</title><style></style></head>
<body class="a"><div style="display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all">Due {{ date }} &lt;soon&gt;</div>
<table><tbody><tr><td style="color: #333;">Acme</td></tr><tr><td style="color: #333;">
<p>Hello {{ name }},</p>
{% if items %}
<table><thead><tr><th>Item</th><th>Sum</th></tr></thead><tbody>
<tr><td style="color: #333;">a</td><td style="color: #333;">{{ sum }}</td></tr>
</tbody></table>
{% endif %}
<p><a href="{{ pay_url }}" rel="noopener noreferrer">Pay</a></p>
</td></tr><tr><td style="color: #333;">Harbour Street 1<br><a href="https://acme.example/">acme.example</a>
{% if unsubscribe_url %}<a href="{{ unsubscribe_url }}">Unsubscribe</a>{% endif %}</td></tr></tbody></table>


</body></html>"""
    )


def test_the_text_part_has_the_words_of_the_layout() -> None:
    assert (
        mail().text
        == """Acme

Hello {{ name }},

{% if items %}Item | Sum
a | {{ sum }}

{% endif %}Pay ({{ pay_url }})

Harbour Street 1
acme.example {% if unsubscribe_url %}Unsubscribe ({{ unsubscribe_url }}){% endif %}"""
    )


def test_a_preheader_stands_where_the_layout_says() -> None:
    layout = LAYOUT.replace("<table>", "<i hidden>{{ preheader }}</i><table>")
    assert mail(layout, preheader="Soon").html.count("Soon") == 1
    assert '<i hidden="">Soon</i>' in mail(layout, preheader="Soon").html
    assert '<i hidden=""></i>' in mail(layout).html
    assert "Soon" not in mail(layout, preheader="Soon").text


def test_a_mail_without_layout_is_a_document_with_language_and_direction() -> None:
    html = mail(None, locale="ar").html
    assert html.startswith(
        '<!DOCTYPE html><html lang="ar" dir="rtl"><head>\n<meta charset="utf-8">'
    )
    assert "<p>Hello {{ name }},</p>" in html


def test_a_layout_in_mjml() -> None:
    layout = compile_mjml(
        '<mjml lang="{{ locale }}" dir="{{ direction }}"><mj-head><mj-title>{{ subject }}</mj-title>'
        "<mj-preview>{{ preheader }}</mj-preview></mj-head><mj-body><mj-section><mj-column>"
        "<mj-text>{{ body }}</mj-text><mj-text>Harbour Street 1</mj-text></mj-column></mj-section></mj-body></mjml>"
    ).html
    made = mail(layout, preheader="Soon", locale="he")
    assert '<html lang="he" dir="rtl" ' in made.html
    assert made.html.count("Soon") == 1
    assert made.text.startswith("Hello {{ name }},\n\n")
    assert made.text.endswith("\n\nHarbour Street 1")


def test_words_of_html() -> None:
    html = (
        "<style>p{}</style><h1>A&nbsp;b</h1><p>c <b>d</b>\n e<br>f</p><ul><li>g</li><li><a href='https://x.example'>h</a></li></ul>"
        "<p style='display:none'>no<b>ne</b></p><img alt='i'><a href='#x'>j</a> <a href='mailto:k@l.example'>k@l.example</a>"
        "<a href='https://m.example'><img src='x'></a><script>n</script>"
    )
    assert html_words(html).text == (
        "A\u00a0b\n\nc d e\nf\n\n- g\n\n- h (https://x.example)\n\nij k@l.examplehttps://m.example"
    )
    assert html_words(html).addresses == (
        "https://x.example", "#x", "mailto:k@l.example", "https://m.example"
    )  # fmt: skip


def test_a_subject_stays_in_its_attribute() -> None:
    layout = "<body><p title={{ subject }}>x</p>{{ body }}</body>"
    made = compile_mail(Words('a onclick=b() "{{ name }}"', "", RichText("", ""), "en"), layout)
    assert '<p title="a onclick=b() &quot;{{ name }}&quot;">x</p>' in made.html


def test_a_variable_called_subject_is_not_the_subject() -> None:
    body = RichText("<p>{{ subject }}</p>", "{{ subject }}")
    made = compile_mail(
        Words("Hi", "", body, "en"), "<body><h1>{{ subject }}</h1>{{ body }}</body>"
    )
    assert "<h1>Hi</h1><p>{{ subject }}</p>" in made.html
    assert made.text == "Hi\n\n{{ subject }}"


def test_no_preheader_leaves_no_gap() -> None:
    layout = "<body><p>a</p><p>{{ preheader }}</p><p>b</p>{{ body }}</body>"
    assert compile_mail(Words("Hi", "", RichText("", "c"), "en"), layout).text == "a\n\nb\n\nc"
