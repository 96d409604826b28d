"""Secrets in texts: one of every known form, random values by name; and no alarm on real content.

The examples are put together here, so that no scanner takes this file for a leak.
"""

import random
import string
from pathlib import Path

import pytest

from compiler.secrets.literals import has_open_field, literals, may_have_secrets, redacted
from compiler.secrets.names import names_a_secret
from compiler.secrets.randomness import looks_random
from compiler.secrets.services import SERVICES

RANDOM = random.Random(20260701)


def word(length: int, letters: str = string.ascii_letters + string.digits) -> str:
    """Return a word of random letters."""
    return "".join(RANDOM.choices(letters, k=length))


def hexes(length: int) -> str:
    """Return random hex digits."""
    return word(length, "0123456789abcdef")


CAPITALS = string.ascii_uppercase + string.digits

EXAMPLES = {
    "a private key": "-----BEGIN " + "RSA PRIVATE KEY-----",
    "a private key of PuTTY": "PuTTY-User-Key-" + "File-3: ssh-ed25519",
    "a private key of age": "AGE-SECRET-" + "KEY-1" + word(58, CAPITALS),
    "a secret of this tool": "clientarea" + "_" + word(49),
    "an access key of AWS": "AK" + "IA" + word(16, CAPITALS),
    "a key of Anthropic": "sk-" + "ant-api03-" + word(80),
    "a key of OpenRouter": "sk-" + "or-v1-" + hexes(64),
    "a key of OpenAI": "sk-" + "proj-" + word(60),
    "a token of Hugging Face": "hf" + "_" + word(34),
    "a key of Stripe": "sk" + "_live_" + word(24),
    "a secret of a Stripe webhook": "whsec" + "_" + word(32),
    "a token of GitHub": "gh" + "p_" + word(36),
    "a token of GitLab": "gl" + "pat-" + word(20),
    "a token of Atlassian": "AT" + "ATT3" + word(180),
    "a token of Slack": "xo" + "xb-" + word(12, string.digits) + "-" + word(24),
    "a webhook of Slack": "https://hooks.slack" + f".com/services/T{word(8)}/B{word(8)}/{word(24)}",
    "a webhook of Discord": "https://discord"
    f".com/api/webhooks/{word(18, string.digits)}/{word(68)}",
    "a webhook of Teams": "https://acme.webhook.office" + f".com/webhookb2/{hexes(8)}-{word(90)}",
    "a token of a Telegram bot": word(9, "123456789") + ":AA" + word(33),
    "a key of Google": "AI" + "za" + word(35),
    "a client secret of Google": "GOC" + "SPX-" + word(28),
    "an access token of Google": "ya" + "29." + word(60),
    "a key of SendGrid": "S" + "G." + word(22) + "." + word(43),
    "a key of Mailgun": "ke" + "y-" + hexes(32),
    "a key of Mailchimp": hexes(32) + "-us" + "6",
    "a key of Brevo": "xkey" + f"sib-{hexes(64)}-{word(16)}",
    "a key of Twilio": "S" + "K" + hexes(32),
    "a token of npm": "np" + "m_" + word(36),
    "a token of PyPI": "py" + "pi-AgE" + word(90),
    "a key of RubyGems": "ruby" + "gems_" + hexes(48),
    "a token of Docker": "dckr" + "_pat_" + word(27),
    "a token of DigitalOcean": "do" + "p_v1_" + hexes(64),
    "a key of Azure": "Account" + "Key=" + word(86) + "==",
    "a token of HashiCorp Vault": "hv" + "s." + word(24),
    "a token of Terraform": word(14) + ".atlas" + "v1." + word(67),
    "a token of Databricks": "da" + "pi" + hexes(32),
    "a token of Shopify": "shp" + "at_" + hexes(32),
    "a token of Square": "sq0" + "csp-" + word(43),
    "a token of Figma": "fig" + "d_" + word(43),
    "a key of Linear": "lin" + "_api_" + word(40),
    "a token of Notion": "nt" + "n_" + word(46),
    "a key of Postman": "PM" + f"AK-{hexes(24)}-{hexes(34)}",
    "a key of New Relic": "NR" + "AK-" + word(27, CAPITALS),
    "a token of Grafana": "gl" + "sa_" + word(32) + "_" + hexes(8),
    "a token of Sentry": "sntr" + "yu_" + hexes(64),
    "a token of Supabase": "sb" + "p_" + hexes(40),
    "a token of Doppler": "dp" + ".pt." + word(43),
    "a token (JWT) with its signature": "ey" + f"J{word(30)}.ey" + f"J{word(60)}.{word(43)}",
    "an address with a password": "postgres://shop:" + "tr4vel-light@db.acme.example/shop",
}


def test_every_known_form_has_an_example() -> None:
    assert EXAMPLES.keys() == {one.whose for one in SERVICES}


@pytest.mark.parametrize(("whose", "secret"), EXAMPLES.items(), ids=EXAMPLES)
@pytest.mark.parametrize(
    "text", ["{}", "# the key: {}", "see «{}»,\nand ñ", '{{"deep": ["{}"]}}', "über {} über\r\n"]
)
def test_a_known_form_is_found_wherever_it_stands(whose: str, secret: str, text: str) -> None:
    written = text.format(secret)
    (found,) = literals(written)
    assert found.whose == whose
    assert written[found.start : found.end] in secret
    assert may_have_secrets(written.encode())
    hidden = redacted(written)
    assert written[found.start : found.end] not in hidden
    assert "•••" in hidden


@pytest.mark.parametrize(
    "name",
    ["password", "api_key", "apiKey", "clientSecret", "AWS_SECRET_ACCESS_KEY", "token", "smtp-pwd"],
)
@pytest.mark.parametrize(
    "line", ["{}: {}", '"{}": "{}"', "# {}={}", "  - {{{}: '{}'}}", "{} := {}", '{} = "{}",']
)
def test_a_random_value_of_what_names_a_secret_is_found(name: str, line: str) -> None:
    value = "d0WwBTve10tt" + "KfxKlFLSoJ3I7a"
    written = line.format(name, value)
    (found,) = literals(written)
    assert written[found.start : found.end] == value
    assert found.whose == f"a secret in `{name}`"
    assert may_have_secrets(written.encode())


@pytest.mark.parametrize(
    "line",
    [
        "password: Forgotten your password?",
        "token: example-token",
        "api_key: env:ACME_API_KEY_2",
        "secret: aws-sm:acme/portal/crm-2026-07",
        "verifier: sha256:" + "0f" * 32,
        "token_url: https://acme.example/oauth2/token/v2/a8f3",
        "password_hint: Zk3vT9qLw2XyB7nM4cRdAtTheEndAHint",
        "client_secret: '{{ client.secret.of.portal2 }}'",
        "apiKey: ${ACME_API_KEY_NUMBER_2}",
        "key: Zk3vT9qLw2XyB7nM4cRd",  # names anything
        "monkey: Zk3vT9qLw2XyB7nM4cRd",
        "author: Zk3vT9qLw2XyB7nM4cRd",
        "password: confirmNewPassword2",
        "tokens: deposit.bankTransfer.confirmation2",
        "publishable: pk_live_" + "a" * 24,
        "postgres://user:password@host/db",
        "https://acme.example:8443/a@b",
        "secret: " + "a1" * 20,  # no entropy
        "Telegram https://t.me/AAacme risk-adjusted task-force disk-usage",
    ],
)
def test_words_references_hashes_and_placeholders_are_none(line: str) -> None:
    assert literals(line) == []


def test_a_catalogue_gives_a_secret_away_by_its_label() -> None:
    secret = "d0WwBTve10tt" + "KfxKlFLSoJ3I7a"
    text = f'msgctxt "mail.apiKey"\nmsgid "Key"\nmsgstr "{secret}"\n'
    (found,) = literals(text)
    assert (text[found.start : found.end], found.whose) == (secret, "a secret in `mail.apiKey`")
    assert may_have_secrets(text.encode())
    assert literals(text.replace("mail.apiKey", "mail.keyword")) == []


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("token: >-\n  abc", True),
        ("- apiKeys:\n  - a", True),
        ('"secrets": [\n"a"]', True),
        ("title: >-\n  abc", False),
        ("token: abc\n", False),
        ("keywords:\n  - a", False),
    ],
)
def test_a_value_in_the_lines_below_is_noticed(text: str, *, is_open: bool) -> None:
    assert has_open_field(text) is is_open


def test_random_texts_look_random_and_words_do_not() -> None:
    alphabets = (
        string.ascii_letters + string.digits,
        "0123456789abcdef",
        "abcdefghijklmnopqrstuvwxyz0123456789",
    )
    drawing = random.Random(1)
    drawn = [
        "".join(drawing.choices(alphabet, k=length))
        for alphabet in alphabets
        for length in (24, 32, 40, 64)
        for _ in range(200)
    ]
    missed = [one for one in drawn if not looks_random(one)]
    assert len(missed) < len(drawn) / 100
    assert not looks_random("customerPortalPasswordReset2")


def test_real_content_of_other_projects_raises_no_alarm(shared_data: Path) -> None:
    binary = {".pdf", ".png", ".jpg", ".webp", ".avif", ".gif"}
    looked_at = 0
    for path in sorted(shared_data.rglob("*")):
        if path.is_file() and path.suffix not in binary:
            data = path.read_bytes()
            text = data.decode("utf-8", "replace")
            assert [(path, text[one.start : one.end]) for one in literals(text)] == []
            looked_at += 1
    assert looked_at > 500


@pytest.mark.parametrize("name", ["accessKey", "private_key", "credentials", "auth.bearer"])
def test_names_of_secrets(name: str) -> None:
    assert names_a_secret(name)


@pytest.mark.parametrize("name", ["key", "keyword", "secretary", "token_type", "passwordUrl", "id"])
def test_names_of_other_things(name: str) -> None:
    assert not names_a_secret(name)
