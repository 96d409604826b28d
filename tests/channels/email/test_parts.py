"""The two parts of a mail beside each other, whatever HTML its body has."""

import pytest

from compiler.channels.email.compiling import Words, compile_mail
from compiler.channels.email.parts import difference
from compiler.templating.template_body import compile_body

BODIES = [
    "Hello <?php echo 1 > 2; ?> world",
    "<?php echo 1 ?>",
    "Hello <!DOCTYPE html> world",
    "<!DOCTYPE html>\n\nHello",
    'Hello <b title="1 > 0">world</b>',
    "<p>Terms &amp; conditions&nbsp;apply</p>",
    "<ul><li>one</li><li>two</li></ul>",
    "<ol>\n{% for x in xs %}\n<li>{{ x }}</li>\n{% endfor %}\n</ol>",
    "<table><tr><td>one</td><td>two</td></tr></table>",
    "<details><summary>More</summary>Words</details>",
    'Read <a href="https://acme.example/terms">our terms</a> or <br>write',
    '<div><a href="{{ url }}">Unsubscribe</a></div>',
    "<template>x</template> <svg><title>t</title></svg> <math><mi>x</mi></math> y",
    "a <template>x</template> b <svg><title>t</title></svg> c <iframe>d</iframe>",
    "it's <b title=it's>bold</b>",
    "a <textarea><b>x</b></textarea> c",
    "<textarea>x\n\nmore",
    "a <xmp><b>x</b></xmp> c",
    "<plaintext>\nx\n\n- more",
    "a <![CDATA[ <b>x</b> ]]> c",
    "<![CDATA[\n<b>x</b>\n\ny]]>\n\nafter",
    "<!-- x\n\nmore",
    "<!--> b --> c",
    "a <!-- x --!> b <!-- --> c",
    "<svg><![CDATA[x <b>y</b>]]></svg> z",
    "a <noscript><b>x</b></noscript> <title><b>y</b></title> z",
]


@pytest.mark.parametrize("body", BODIES)
def test_both_parts_say_the_same(body: str) -> None:
    mail = compile_mail(Words("Hi", "", compile_body(body), "en"), None)
    assert not difference(mail.html, mail.text), (mail.html, mail.text)


def test_code_about_such_html_is_written_as_code() -> None:
    assert compile_body("> `<script>`\n\n    <title>  x\n").text == "> <script>\n\n<title>  x"


def test_a_layout_shows_as_text_what_a_reader_sees_as_text() -> None:
    layout = (
        "<body><xmp><b>x</b></xmp><textarea><i></textarea><noembed>no</noembed>{{ body }}</body>"
    )
    mail = compile_mail(Words("Hi", "", compile_body("Hello"), "en"), layout)
    assert mail.text == "<b>x</b><i>\n\nHello"
    assert not difference(mail.html, mail.text)


def test_who_reads_the_text_part_can_unsubscribe_too() -> None:
    body = compile_body('New offers! <a href="{{ unsubscribe_url }}">Unsubscribe</a>')
    assert body.text == "New offers! Unsubscribe ({{ unsubscribe_url }})"
