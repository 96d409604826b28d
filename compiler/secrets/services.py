"""The table of secrets that are known by their form: whose they are, and what they look like.

The forms are those that the services tell for scanners. A key that a service hands out to be
published, as Stripe's ``pk_live_…``, is not among them.
"""

from typing import NamedTuple


class Service(NamedTuple):
    """Secrets of one form; ``whose`` follows "this looks like".

    ``form`` matches a whole one, in the syntax that RE2 and Python's ``re`` share.
    """

    whose: str
    form: str


OWN_PREFIX = "clientarea_"
"""How a secret begins that this tool hands out."""

_WORD, _SLUG, _HEX, _BASE64 = "[A-Za-z0-9]", "[A-Za-z0-9_-]", "[0-9a-f]", "[A-Za-z0-9+/=_-]"
_IN_ADDRESS = r"[^\s/?#@<>{}%$\"'`*]"
_PASSWORD = rf"({_IN_ADDRESS}{{3,}}[0-9]{_IN_ADDRESS}*|{_IN_ADDRESS}*[0-9]{_IN_ADDRESS}{{3,}})"

SERVICES: tuple[Service, ...] = (
    Service("a private key", "-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY( BLOCK)?-----"),
    Service("a private key of PuTTY", "PuTTY-User-Key-File-[0-9]"),
    Service("a private key of age", "AGE-SECRET-KEY-1[0-9A-Z]{50,}"),
    Service("a secret of this tool", rf"\b{OWN_PREFIX}{_WORD}{{43,}}"),
    Service("an access key of AWS", r"\bA(KIA|SIA|BIA|CCA)[A-Z0-9]{16}\b"),
    Service("a key of Anthropic", rf"\bsk-ant-{_SLUG}{{20,}}"),
    Service("a key of OpenRouter", rf"\bsk-or-v1-{_HEX}{{32,}}"),
    Service("a key of OpenAI", rf"\bsk-(proj|svcacct|admin|None)-{_SLUG}{{20,}}"),
    Service("a key of OpenAI", rf"\bsk-{_WORD}{{32,}}"),
    Service("a token of Hugging Face", rf"\bhf_{_WORD}{{30,}}"),
    Service("a key of Stripe", rf"\b[sr]k_(live|test)_{_WORD}{{16,}}"),
    Service("a secret of a Stripe webhook", rf"\bwhsec_{_BASE64}{{24,}}"),
    Service("a token of GitHub", rf"\bgh[pousr]_{_WORD}{{36,}}"),
    Service("a token of GitHub", r"\bgithub_pat_[A-Za-z0-9_]{36,}"),
    Service("a token of GitLab", rf"\bgl(pat|dt|rt|ptt|cbt|oas|soat|ft)-{_SLUG}{{20,}}"),
    Service("a token of Atlassian", rf"\bAT[AC]TT3{_BASE64}{{50,}}"),
    Service("a token of Slack", r"\bxox[abeoprs]-[0-9A-Za-z-]{10,}"),
    Service("a token of Slack", r"\bxapp-[0-9]-[A-Z0-9]+-[0-9]+-[a-z0-9]{20,}"),
    Service(
        "a webhook of Slack",
        rf"\bhooks[.]slack[.]com/(services|workflows)/T{_WORD}+/{_WORD}+/{_WORD}{{16,}}",
    ),
    Service("a webhook of Discord", rf"\bdiscord(app)?[.]com/api/webhooks/[0-9]+/{_SLUG}{{40,}}"),
    Service(
        "a webhook of Teams",
        rf"[.]webhook[.]office[.]com/webhookb2/{_HEX}{{8}}-[A-Za-z0-9/@-]{{60,}}",
    ),
    Service("a token of a Telegram bot", rf"\b[0-9]{{8,10}}:AA{_SLUG}{{33}}"),
    Service("a key of Google", rf"\bAIza{_SLUG}{{35}}"),
    Service("a client secret of Google", rf"\bGOCSPX-{_SLUG}{{24,}}"),
    Service("an access token of Google", rf"\bya29[.]{_SLUG}{{30,}}"),
    Service("a key of SendGrid", rf"\bSG[.]{_SLUG}{{20,24}}[.]{_SLUG}{{40,}}"),
    Service("a key of Mailgun", rf"\bkey-{_HEX}{{32}}\b"),
    Service("a key of Mailchimp", rf"\b{_HEX}{{32}}-us[0-9]{{1,2}}\b"),
    Service("a key of Brevo", rf"\bx(key|smtp)sib-{_HEX}{{64}}-{_WORD}{{16}}"),
    Service("a key of Twilio", rf"\bSK{_HEX}{{32}}\b"),
    Service("a token of npm", rf"\bnpm_{_WORD}{{36}}\b"),
    Service("a token of PyPI", rf"\bpypi-AgE{_SLUG}{{50,}}"),
    Service("a key of RubyGems", rf"\brubygems_{_HEX}{{48}}\b"),
    Service("a token of Docker", rf"\bdckr_(pat|oat)_{_SLUG}{{24,}}"),
    Service("a token of DigitalOcean", rf"\bdo[opr]_v1_{_HEX}{{64}}\b"),
    Service("a key of Azure", r"\b(AccountKey|SharedAccessKey)=[A-Za-z0-9+/]{40,}=?=?"),
    Service("a token of HashiCorp Vault", rf"\bhv[sbr][.]{_SLUG}{{24,}}"),
    Service("a token of Terraform", rf"\b{_WORD}{{14}}[.]atlasv1[.]{_SLUG}{{60,}}"),
    Service("a token of Databricks", rf"\bdapi{_HEX}{{32}}\b"),
    Service("a token of Shopify", r"\bshp(at|ca|pa|ss)_[0-9a-fA-F]{32}\b"),
    Service("a token of Square", rf"\bsq0(atp|csp)-{_SLUG}{{22,}}"),
    Service("a token of Figma", rf"\bfig[duo]_{_SLUG}{{40,}}"),
    Service("a key of Linear", rf"\blin_(api|oauth)_{_WORD}{{32,}}"),
    Service("a token of Notion", rf"\bntn_{_WORD}{{40,}}"),
    Service("a key of Postman", rf"\bPMAK-{_HEX}{{24}}-{_HEX}{{34}}\b"),
    Service("a key of New Relic", r"\bNRAK-[A-Z0-9]{27}\b"),
    Service("a token of Grafana", rf"\bgl(sa|c)_{_BASE64}{{32,}}"),
    Service("a token of Sentry", rf"\bsntry[su]_{_BASE64}{{40,}}"),
    Service("a token of Supabase", rf"\bsb(p|_secret)_{_SLUG}{{20,}}"),
    Service("a token of Doppler", rf"\bdp[.](pt|st|ct|sa)[.]([a-z0-9_-]+[.])?{_WORD}{{40,}}"),
    Service(
        "a token (JWT) with its signature",
        rf"\beyJ{_SLUG}{{10,}}[.]eyJ{_SLUG}{{10,}}[.]{_SLUG}{{16,}}",
    ),
    Service("an address with a password", rf"://{_IN_ADDRESS}{{0,64}}:{_PASSWORD}@[A-Za-z0-9\[]"),
)
"""What is known by its form."""
