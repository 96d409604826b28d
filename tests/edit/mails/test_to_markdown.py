import pytest

from compiler.edit.mails.refused import RefusedMailError
from compiler.edit.mails.splitting import split_page
from compiler.edit.mails.to_markdown import to_markdown
from compiler.templating.template_body import compile_body

HTML = """<table><tr><td><h1>Hi {{ name }},</h1>
<p>pay <strong>{{ sum }}</strong> <em>now</em> &amp; not *later*, [Acme].<br>Thanks</p>
{% for item in rows %}<p><a href="{{ item.url }}">{{ item.name }}</a></p>{% endfor %}
<ul><li>one</li><li>two {% if x %}!{% endif %}</li></ul><hr>
<p>{% if a %}1. not a list{% endif %}</p><img src="https://a.example/l.png" alt="Logo" width="10" style="x"></td></tr></table>"""

MARKDOWN = r"""# Hi {{ name }},

pay **{{ sum }}** *now* & not \*later\*, \[Acme\].\
Thanks

{% for item in rows %}

[{{ item.name }}]({{ item.url }})

{% endfor %}

- one

- two {% if x %}!{% endif %}

---

{% if a %}1. not a list{% endif %}

<img alt="Logo" src="https://a.example/l.png" width="10">"""


def test_a_page_becomes_markdown() -> None:
    assert to_markdown(HTML) == MARKDOWN


def test_the_markdown_comes_to_the_same_page() -> None:
    assert compile_body(MARKDOWN).html == (
        "<h1>Hi {{ name }},</h1>\n<p>pay <strong>{{ sum }}</strong> <em>now</em> &amp; not *later*, [Acme].<br>\nThanks</p>\n"
        '{% for item in rows %}\n<p><a href="{{ item.url }}" rel="noopener noreferrer">{{ item.name }}</a></p>\n{% endfor %}\n'
        "<ul>\n<li>\n<p>one</p>\n</li>\n<li>\n<p>two {% if x %}!{% endif %}</p>\n</li>\n</ul>\n<hr>\n"
        '<p>{% if a %}1. not a list{% endif %}</p>\n<img alt="Logo" src="https://a.example/l.png" width="10">'
    )


@pytest.mark.parametrize("tag", ["form", "script", "iframe"])
def test_what_no_mail_may_hold_is_refused(tag: str) -> None:
    with pytest.raises(RefusedMailError, match=f"`<{tag}>` has no place in a mail"):
        to_markdown(f"<p>x</p><{tag}>y</{tag}>")


def test_a_page_is_split_into_layout_body_title_and_preheader() -> None:
    page = (
        "<html><head><title>Offer</title></head><body><span class='preheader'>Soon {{ name }}</span>"
        "<table><tr><td>Acme</td></tr><tr><td class='main'><p>one two three</p><p>four five six seven</p></td></tr>"
        "<tr><td>Street</td></tr></table></body></html>"
    )
    split = split_page(page)
    assert split.layout == (
        "<html><head><title>{{ subject }}</title></head><body><span class='preheader'>{{ preheader }}</span>"
        "<table><tr><td>Acme</td></tr><tr><td class='main'>{{ body }}</td></tr><tr><td>Street</td></tr></table></body></html>"
    )
    assert (split.body, split.title, split.preheader) == (
        "<p>one two three</p><p>four five six seven</p>", "Offer", "Soon {{ name }}"
    )  # fmt: skip


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(RefusedMailError, match="it has no text"):
        split_page("<html><body><img src='x'></body></html>")
