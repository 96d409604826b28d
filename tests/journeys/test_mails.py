"""Mails as files through the command line: by language and sample, as an area sends them."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from compiler.channels.email.parts import difference
from tests.harness import Project
from tests.images.drawing import banner, saved

WELCOME = """channel: email
active: true
layout: base
variables: {type: object, properties: {name: {type: string, minLength: 1}}, required: [name]}
samples: {usual: {name: Ana}, other: {name: "Ewa <b>"}}
locales:
  en: {title: "Welcome, {{ name }}", properties: {preheader: "Soon, {{ name }}"}, description: "Hello **{{ name }}**"}
  es: {title: "Bienvenida, {{ name }}", properties: {preheader: "Pronto, {{ name }}"}, description: "¡Hola, **{{ name }}**!"}
"""
LAYOUT = '<html lang="{{ locale }}" dir="{{ direction }}"><body>{{ body }}<p>Harbour Street 1</p></body></html>\n'
CODE = "channel: sms\nlocales: {en: {description: Hello}, es: {description: Hola}}\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "repository").files(
        {
            "clientarea.yaml": "version: 1\n",
            "content/configurations/languages.yaml": "source: en\nactive: [en, es]\nenabled: [en, es]\n",
            "content/templates/_layouts/base.html.j2": LAYOUT,
            "content/templates/account/welcome.yaml": WELCOME,
            "content/templates/account/code.yaml": CODE,
        }
    )


def opened(data: bytes) -> EmailMessage:
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def body(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    text: str = part.get_content()
    return text.replace("\r\n", "\n")


def test_one_mail(project: Project) -> None:
    project.run(
        "show",
        "templates/account.welcome",
        "--format",
        "eml",
        "--locale",
        "es",
        "--sample",
        "other",
    ).exits(0)
    message = opened(project.out.encode())
    assert message["Subject"] == "Bienvenida, Ewa <b>"
    assert body(message, "plain") == "¡Hola, Ewa <b>!\n\nHarbour Street 1\n"
    assert body(message, "html") == (
        '<html lang="es" dir="ltr"><head></head><body><div style="display:none;font-size:1px;line-height:1px;'
        'max-height:0;max-width:0;opacity:0;overflow:hidden;mso-hide:all">Pronto, Ewa &lt;b&gt;</div><p>¡Hola, <strong>Ewa &lt;b&gt;</strong>!</p>'
        "<p>Harbour Street 1</p>\n</body></html>\n"
    )


def test_without_more_words_it_is_the_source_language_and_the_first_sample(
    project: Project,
) -> None:
    project.run("show", "templates/account.welcome", "--format", "eml").exits(0)
    assert opened(project.out.encode())["Subject"] == "Welcome, Ana"


def test_a_file_and_a_folder(project: Project, tmp_path: Path) -> None:
    one, several = tmp_path / "one.eml", tmp_path / "all"
    project.run("show", "templates/account.welcome", "--format", "eml", "--output", str(one)).exits(
        0
    )
    assert opened(one.read_bytes())["Subject"] == "Welcome, Ana"
    project.run("show", "templates/*", "--format", "eml", "--output", str(several)).exits(0)
    assert sorted(path.name for path in several.iterdir()) == [
        "account.welcome.en.other.eml",
        "account.welcome.en.usual.eml",
        "account.welcome.es.other.eml",
        "account.welcome.es.usual.eml",
    ]
    for path in several.iterdir():
        message = opened(path.read_bytes())
        assert not message.defects
        assert not difference(body(message, "html"), body(message, "plain"))


def test_a_folder_has_the_enabled_languages_and_says_which_it_lacks(
    project: Project, tmp_path: Path
) -> None:
    languages = "content/configurations/languages.yaml"
    project.edit(languages, "enabled: [en, es]", "enabled: [en]")
    shown = ("show", "templates/account.welcome", "--format", "eml", "--sample", "usual")
    project.run(*shown, "--output", str(tmp_path / "all")).exits(0)
    project.says("1 mail written", "None in `es`, not enabled yet: add `--locale es`.")
    project.run(*shown, "--locale", "en,es", "--output", str(tmp_path / "both")).exits(0)
    assert "not enabled" not in project.err
    assert [len(list((tmp_path / name).iterdir())) for name in ("all", "both")] == [1, 2]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("templates/account.code",), 2, "`templates/account.code` is of the channel `sms`, and no e-mail"),
        (("templates/account.wellcome",), 2, "did you mean `templates/account.welcome`?"),
        (("templates/account.welcome", "--sample", "usaul"), 2, "has no sample `usaul`; did you mean `usual`?"),
        (("templates/account.welcome", "--locale", "pl"), 2, "`pl` is no active language"),
        (("templates/account.welcome", "--area", "shop"), 2, "there is no area `shop`"),
        (("templates/account.welcome", "--output", "/dev/null/x/y.eml"), 2, "cannot write `/dev/null/x/y.eml`"),
    ],
)  # fmt: skip
def test_what_cannot_be_shown(
    project: Project, arguments: tuple[str, ...], code: int, words: str
) -> None:
    project.run("show", *arguments, "--format", "eml").exits(code).says(words)


def test_a_mail_that_cannot_be_rendered(project: Project) -> None:
    project.edit(
        "content/templates/account/welcome.yaml", "Hello **{{ name }}**", "Hello {{ nam }}"
    )
    project.run("show", "templates/account.welcome", "--format", "eml").exits(1).says(
        "cannot be rendered in `en` with the sample `usual`: `nam` has no value"
    )


def test_options_of_mails_are_for_mails(project: Project) -> None:
    project.run("show", "templates/account.welcome", "--sample", "usual").exits(2).says(
        "`--sample` is for `--format eml`"
    )


def test_every_mail_of_the_showcase_can_be_opened_and_says_the_same_twice(
    project_root: Path, tmp_path: Path
) -> None:
    Project(project_root).run(
        "show", "templates/*", "--format", "eml", "--output", str(tmp_path / "mails")
    ).exits(0)
    paths = sorted((tmp_path / "mails").iterdir())
    assert len(paths) >= 20
    for path in paths:
        message = opened(path.read_bytes())
        assert not message.defects
        assert message.get_content_type() == "multipart/alternative"
        assert not difference(body(message, "html"), body(message, "plain")), path.name


def test_the_logo_of_an_area_is_attached_where_its_layout_shows_it(project: Project) -> None:
    logo = saved(banner(9, 9), "PNG")
    area = "name: Shop\ntype: web_shop\nhosting: custom\nurl: https://shop.example\nowner: acme\n"
    project.files(
        {
            "content/areas/shop/area.yaml": area,
            "content/owners/acme.yaml": "name: Acme\nbranding: {logo: acme.png}\n",
            "content/owners/acme.png": logo,
            "content/templates/_layouts/base.html.j2": LAYOUT.replace(
                "{{ body }}", '<img src="{{ brand.logo }}" alt="" width="9" height="9">{{ body }}'
            ),
        }
    )
    mail = ("show", "templates/account.welcome", "--format", "eml", "--output", "one.eml")
    project.run(*mail).exits(0)
    message = opened((project.root / "one.eml").read_bytes())
    (image,) = [part for part in message.walk() if part.get_content_maintype() == "image"]
    assert (image["Content-ID"], image.get_content_type()) == ("<logo>", "image/png")
    assert image.get_payload(decode=True) == logo
    assert 'src="cid:logo"' in body(message, "html")
    assert "Harbour Street" in body(message, "plain")
    project.files({"content/templates/_layouts/base.html.j2": LAYOUT}).run(*mail).exits(0)
    assert b"image/png" not in (project.root / "one.eml").read_bytes()
