"""Credentials through the command line: made, printed once, rotated, ended, published, kept."""

import re
import zlib
from hashlib import sha256

import pytest

from compiler.adapters.secret_maker import new_secret
from compiler.model.scopes import may_read
from compiler.secrets.literals import literals
from tests.harness import Project

AREA = "content/areas/widget/area.yaml"
SECRET = re.compile(r"^clientarea_[0-9A-Za-z]{49}$", re.MULTILINE)
LATE = "2096-12-31"


@pytest.fixture
def widget(project: Project) -> Project:
    """An embedded widget of analytics, with an OAuth client."""
    return project.files(
        {
            AREA: (
                "name: Widget\ntype: embed\nhosting: integrated\nurl: https://widget.acme.example\n"
                "oauth_clients:\n  - id: app # the dashboard\n"
                "    redirect_uris: ['https://widget.acme.example/cb']\n"
            ),
            "content/texts/notice.yaml": "locales: {en: {title: N}, es: {title: A}}\n",
        }
    )


def made(project: Project, *arguments: str) -> str:
    """Make a credential; return the secret, which is nowhere but on stdout."""
    project.run("credential", "new", "widget", *arguments).exits(0)
    (secret,) = SECRET.findall(project.out)
    assert secret not in project.err
    for path in project.root.rglob("*"):
        if path.is_file():
            assert secret.encode() not in path.read_bytes(), path
    verifier = f"sha256:{sha256(secret.encode()).hexdigest()}"
    assert verifier in (project.root / AREA).read_text()
    return verifier


def test_a_secret_is_random_known_to_scanners_and_has_a_sum() -> None:
    secrets = {new_secret() for _ in range(50)}
    assert len(secrets) == 50
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    for one in secrets:
        assert SECRET.fullmatch(one)
        assert [found.whose for found in literals(one)] == ["a secret of this tool"]
        number = sum(digits.index(c) * 62**n for n, c in enumerate(reversed(one[-6:])))
        assert number == zlib.crc32(one[:-6].encode())


def test_two_tokens_hold_while_their_users_change_over(widget: Project) -> None:
    first = made(
        widget, "reader", "--scopes", "analytics.read,texts.read", "--expires", "2096-01-31"
    )
    second = made(widget, "reader", "--expires", LATE)
    widget.run("publish").exits(0)
    tokens = widget.published("credentials.json", area="widget", side="private")["tokens"]
    assert [(one["verifier"], one["expires"]) for one in tokens] == [
        (first, "2096-01-31"),
        (second, LATE),
    ]
    assert tokens[1]["scopes"] == ["analytics.read", "texts.read"]
    widget.run("credential", "new", "widget", "reader", "--expires", LATE).exits(2)
    widget.says(
        "two tokens `reader` hold already, until 2096-01-31 and 2096-12-31",
        "`clientarea credential end widget reader` takes it away",
    )
    widget.run("credential", "end", "widget", "reader").exits(0)
    widget.says("area.yaml:", "the token until 2096-01-31 taken away", "until this is published")
    widget.run("publish").exits(0)
    tokens = widget.published("credentials.json", area="widget", side="private")["tokens"]
    assert [one["verifier"] for one in tokens] == [second]
    widget.run("rollback", "--to", "1").exits(0)
    tokens = widget.published("credentials.json", area="widget", side="private")["tokens"]
    assert [one["verifier"] for one in tokens] == [second]


def test_what_has_ended_makes_way(widget: Project) -> None:
    made(widget, "reader", "--scopes", "config.read", "--expires", LATE)
    widget.edit(AREA, LATE, "2026-01-31").run("check").exits(0)
    widget.says("`reader` ended on 2026-01-31 [expiring-credential]")
    widget.says("remove it; `clientarea credential new widget reader --expires …` makes a new one")
    made(widget, "reader", "--scopes", "texts.read", "--expires", LATE)
    assert (widget.root / AREA).read_text().count("name: reader") == 1


def test_a_client_keeps_its_old_secret_for_a_while(widget: Project) -> None:
    first = made(widget, "app", "--expires", LATE)
    second = made(widget, "app", "--expires", LATE)
    assert "# the dashboard" in (widget.root / AREA).read_text()
    widget.run("publish").exits(0)
    (client,) = widget.published("credentials.json", area="widget", side="private")["oauth_clients"]
    assert client["secret"]["verifier"] == second
    assert client["old_secret"]["verifier"] == first
    widget.run("credential", "new", "widget", "app", "--expires", LATE).exits(2)
    widget.says("two secrets of `app` hold already", "`clientarea credential end widget app`")
    widget.run("credential", "end", "widget", "app").exits(0)
    widget.run("publish").exits(0)
    (client,) = widget.published("credentials.json", area="widget", side="private")["oauth_clients"]
    assert (client["secret"]["verifier"], client["old_secret"]) == (second, None)
    assert "# the dashboard" in (widget.root / AREA).read_text()


def test_the_newest_ends_only_when_all_are_meant(widget: Project) -> None:
    before = (widget.root / AREA).read_bytes()
    made(widget, "reader", "--scopes", "config.read", "--expires", LATE)
    made(widget, "app", "--expires", LATE)
    widget.run("credential", "end", "widget", "reader").exits(1)
    widget.says("`reader` has none but its newest", "credential new widget reader", "`--all`")
    widget.run("credential", "end", "widget", "reader", "--all", "--dry-run").exits(0)
    assert "-tokens:" in widget.out
    widget.run("credential", "end", "widget", "reader", "--all").exits(0)
    widget.run("credential", "end", "widget", "app", "--all", "--format", "json").exits(0)
    assert widget.data()["written"] == [AREA]
    assert (widget.root / AREA).read_bytes() == before
    widget.run("credential", "end", "widget", "app", "--all").exits(2).says("has no secret")


def test_a_token_and_a_client_of_one_name_are_told_apart(widget: Project) -> None:
    for _ in range(2):
        made(widget, "app", "--scopes", "config.read", "--expires", LATE)
        made(widget, "app", "--expires", LATE)
    widget.run("credential", "end", "widget", "app").exits(2).says("`--of token` or `--of client`")
    widget.run("credential", "end", "widget", "app", "--of", "token").exits(0)
    text = (widget.root / AREA).read_text()
    assert (text.count("name: app"), text.count("old_secret")) == (1, 1)
    widget.run("credential", "end", "widget", "app", "--of", "client").exits(0)
    assert "old_secret" not in (widget.root / AREA).read_text()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("widgit", "a", "--expires", LATE), "there is no area `widgit`; did you mean `widget`?"),
        (("widget", "a", "--expires", LATE), "`a` is new: say with `--scopes` what it may read"),
        (("widget", "a", "--expires", "soon"), "`--expires soon` is no date"),
        (
            ("widget", "a", "--scopes", "texts.read", "--expires", "2020-01-01"),
            "is too early: choose a day after",
        ),
        (
            ("widget", "a", "--scopes", "text.read", "--expires", LATE),
            "there is no scope `text.read`; did you mean `texts.read`?",
        ),
    ],
)
def test_wrong_use(widget: Project, arguments: tuple[str, ...], words: str) -> None:
    before = (widget.root / AREA).read_bytes()
    widget.run("credential", "new", *arguments).exits(2).says(words)
    assert (widget.root / AREA).read_bytes() == before
    assert not SECRET.search(widget.out)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("new", "widget", "a", "--scopes", "texts.read"), "say with `--expires`"),
        (("new", "widget", "app", "--expires", LATE, "--all"), "are for `credential end`"),
        (("end", "widget", "app", "--expires", LATE), "are for `credential new`"),
        (("end", "widgit", "app"), "there is no area `widgit`; did you mean `widget`?"),
        (("end", "widget", "ap"), "`widget` has no credential `ap`; did you mean `app`?"),
        (("end", "widget", "app", "--of", "token"), "`widget` has no token `app`; it has none"),
    ],
)
def test_wrong_use_of_either(widget: Project, arguments: tuple[str, ...], words: str) -> None:
    before = (widget.root / AREA).read_bytes()
    widget.run("credential", *arguments).exits(2).says(words)
    assert (widget.root / AREA).read_bytes() == before


def test_what_the_check_refuses_is_not_made(widget: Project) -> None:
    before = (widget.root / AREA).read_bytes()
    widget.run("credential", "new", "widget", "x", "--scopes", "area.read", "--expires", LATE)
    widget.exits(1).says("`area.read` opens what is private, and every visitor has `x`")
    assert (widget.root / AREA).read_bytes() == before
    assert not SECRET.search(widget.out)


def test_a_dry_run_writes_nothing_and_shows_no_secret(widget: Project) -> None:
    before = (widget.root / AREA).read_bytes()
    widget.run("credential", "new", "widget", "app", "--expires", LATE, "--dry-run").exits(0)
    assert "+    secret:" in widget.out
    assert "clientarea_" not in widget.out
    assert (widget.root / AREA).read_bytes() == before


def test_a_holder_reads_the_bundles_of_the_scopes_and_nothing_else(widget: Project) -> None:
    """A gateway that goes by `reads` lets the same names through as the scopes say."""
    made(widget, "reader", "--scopes", "analytics.read", "--expires", LATE)
    widget.run("publish").exits(0)
    (token,) = widget.published("credentials.json", area="widget", side="private")["tokens"]
    pointers = {
        side: widget.json(f"build/store/{side}/live/widget.json") for side in token["reads"]
    }
    public = set(pointers["public"]["files"])
    opened = {name for name in public if may_read(token["scopes"], "public", name)}
    assert opened == {name for name in public if name == "config.json" or name.startswith("tr")}
    assert opened < public
    assert token["reads"]["private"] == []
    private = pointers["private"]["files"]
    assert not any(may_read(token["scopes"], "private", name) for name in private)


def test_the_day_can_be_asked_for(widget: Project) -> None:
    made(widget, "reader", "--scopes", "config.read", "--expires", LATE)
    widget.run("check", "--strict").exits(0)
    widget.run("check", "--strict", "--today", "2096-12-01").exits(1)
    widget.says(f"`reader` ends on {LATE}, in 30 days [expiring-credential]")
    widget.run("check", "--strict", "--today", "2096-11-30").exits(0)
    widget.run("check", "--strict").exits(0)
    widget.run("check", "--today", "2096-13-01").exits(2)


def test_a_rollback_brings_no_revoked_token_back(widget: Project) -> None:
    verifier = made(widget, "reader", "--scopes", "config.read", "--expires", LATE)
    widget.run("publish").exits(0)
    text = (widget.root / AREA).read_text()
    widget.files({AREA: text.partition("tokens:")[0]}).run("publish").exits(0)
    widget.run("rollback", "--to", "1").exits(0)
    now = widget.published("credentials.json", area="widget", side="private")
    assert now["tokens"] == []
    assert verifier not in str(now)
