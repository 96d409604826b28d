"""Projects that a model is asked about, and what it came to."""

import re

import pytest

from tests.harness import Project
from tests.servers.chat import Chat

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)
GLOSSARY = "terms:\n- {term: trading account, translations: {es: cuenta}}\n"
TEXTS = {
    "open": "Open your trading account",
    "name": "Hello {name}, welcome back",
    "files": "{count, plural, one {# new message} other {# new messages}}",
    "terms": "Read <b>our terms</b> before you pay",
    "price": "The price is {price, number, ::currency/EUR}",
}


def files(chat: Chat, texts: dict[str, str], **more: object) -> dict[str, str | bytes]:
    settings = "".join(f", {key}: {value}" for key, value in more.items())
    english = "".join(f'msgctxt "{k}"\nmsgid "{t}"\nmsgstr ""\n\n' for k, t in texts.items())
    return {
        "clientarea.yaml": (
            "version: 1\nintegrations:\n  inhouse: {model: acme-mt, api_key: env:CLIENTAREA_MT_KEY, "
            f"base_url: '{chat.address}'{settings}}}\nstyle: {{es: Address the reader with usted.}}\n"
        ),
        "content/configurations/languages.yaml": "source: en\nactive: [en, es, ru, pl]\nenabled: [en]\n",
        "content/translations/portal/en.po": HEAD.format("en") + english,
    }


def project_asking(project: Project, chat: Chat, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project that has a service, its key, and leave to send it there."""
    monkeypatch.setenv("CLIENTAREA_MT_KEY", "sk-secret-of-ours")
    monkeypatch.setenv("CLIENTAREA_ALLOW", f"CLIENTAREA_MT_KEY@127.0.0.1:{chat.port}")
    return project.files(files(chat, TEXTS, timeout=2)).commit()


def translations(project: Project, locale: str = "es") -> dict[str, str]:
    path = project.root / f"content/translations/portal/{locale}.po"
    if not path.exists():
        return {}
    text = path.read_text(encoding="utf-8").replace('"\n"', "")
    return dict(re.findall(r'msgctxt "(\w+)"\nmsgid ".*"\nmsgstr "(.+)"', text))


def is_sound(project: Project) -> None:
    """Expect that no translation is broken, empty of words, or the source text."""
    project.run("check", "--format", "json")
    bad = [one for one in project.data()["findings"] if one["severity"] == "error"]
    weak = {"same-as-source", "lost-placeholder", "added-placeholder", "lost-tag", "other-language"}
    assert [one for one in project.data()["findings"] if one in bad or one["rule"] in weak] == []
    assert "HACKED" not in str(translations(project))
