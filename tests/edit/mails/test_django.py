import pytest

from compiler.edit.mails.django import to_jinja
from compiler.edit.mails.refused import RefusedMailError

BASE = "{% load i18n %}Hello from {{ site.name }}!\n\n{% block content %}nothing{% endblock content %}\n\nBye"
NOTICE = (
    '{% extends "base.txt" %}\n{% block content %}Changed:\n\n'
    "{% block change %}{% endblock change%}\n\n- by: {{ip}}{% endblock %}"
)
FILES = {"base.txt": BASE, "notice.txt": NOTICE}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{% load i18n %}\n{% autoescape off %}Hi {{name}}{% endautoescape %}\n", "Hi {{ name }}"),
        ("{% trans 'Hi' %} {# no #}{% translate \"you\" %}", "Hi you"),
        (
            "{% blocktranslate with site_name=site.name %}From {{ site_name }} to {{ name }}{% endblocktranslate %}",
            "From {{ site.name }} to {{ name }}",
        ),
        (
            "{% if code %}{{ code }}{% else %}-{% endif %}",
            "{% if code %}{{ code }}{% else %}-{% endif %}",
        ),
        (
            '{% extends "base.txt" %}{% block content %}Hi{% endblock %}',
            "Hello from {{ site.name }}!\n\nHi\n\nBye",
        ),
        (
            '{% extends "notice.txt" %}{% block change %}Your mail.{% endblock change %}',
            "Hello from {{ site.name }}!\n\nChanged:\n\nYour mail.\n\n- by: {{ ip }}\n\nBye",
        ),
        ('{% include "base.txt" %}', "Hello from {{ site.name }}!\n\nnothing\n\nBye"),
    ],
)
def test_texts_become_jinja(source: str, expected: str) -> None:
    assert to_jinja(source, FILES.get) == expected


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{% user_display user as name %}", "`{% user_display user as name %}` has no counterpart in Jinja"),
        ("{{ day|date:'Y' }}", "`{{ day|date:'Y' }}` has no counterpart in Jinja"),
        ("{% blocktrans count n=n %}one{% plural %}many{% endblocktrans %}", "`count` of `blocktranslate` has no counterpart in Jinja"),
        ('{% extends "none.txt" %}', "it is a part of `none.txt`, which is not among the files"),
    ],
)  # fmt: skip
def test_what_has_no_counterpart_is_refused(source: str, reason: str) -> None:
    with pytest.raises(RefusedMailError) as refused:
        to_jinja(source, FILES.get)
    assert str(refused.value) == reason


def test_a_file_that_extends_itself_has_an_end() -> None:
    with pytest.raises(RefusedMailError):
        to_jinja('{% extends "a" %}', {"a": '{% extends "a" %}'}.get)
