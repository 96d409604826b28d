"""Links followed on a real server: what is alive, moved, dead, private; how often it is asked."""

import ssl
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from compiler.adapters.link_prober import HttpLinkProber, Pace
from compiler.ports.links import Answer, Fate
from tests.fakes.network import HERE, SmallNetwork
from tests.servers.pages import SHUT, SLOW, Site, serving, unused_port

QUICK = Pace(request=1, pause=0)
SHOP: dict[str, Sequence[str]] = {"shop.example": [HERE], "other.example": [HERE]}
PAGES: dict[str, int | tuple[int, str]] = {
    "/": 200,
    "/here": 200,
    "/gone": 410,
    "/guarded": 403,
    "/busy": 429,
    "/broken": 500,
    "/shut": SHUT,
    "/moved": (301, "/here"),
    "/moved-twice": (308, "/moved"),
    "/moved-for-now": (302, "/here"),
    "/moved-then-for-now": (301, "/moved-for-now"),
    "/moved-to-nothing": (301, "/nothing"),
    "/other": (301, "http://other.example:PORT/"),
    "/circle": (302, "/circle"),
    "/inside": (302, "http://inside.example:PORT/"),
    "/metadata": (301, "http://169.254.169.254/latest/meta-data"),
    "/app": (302, "acme://open"),
    "/caf%C3%A9?q=%C3%BC": 200,
}  # fmt: skip


def answer(site: Site, path: str, **hosts: Sequence[str]) -> Answer:
    """Follow one link of a site that is served."""
    network = SmallNetwork({**SHOP, **{f"{name}.example": one for name, one in hosts.items()}})
    url = site.url(path)
    return HttpLinkProber(network, pace=QUICK).answers([url])[url]


@pytest.mark.parametrize(
    ("path", "fate", "why"),
    [
        ("/here", Fate.ALIVE, ""),
        ("/here#part", Fate.ALIVE, ""),
        ("/café?q=ü", Fate.ALIVE, ""),
        ("/guarded", Fate.ALIVE, ""),
        ("/app", Fate.ALIVE, ""),
        ("/moved-for-now", Fate.ALIVE, ""),
        ("/gone", Fate.DEAD, "answers 410"),
        ("/nothing", Fate.DEAD, "answers 404"),
        (
            "/moved-to-nothing",
            Fate.DEAD,
            "leads to `http://shop.example:PORT/nothing`, which answers 404",
        ),
        ("/circle", Fate.DEAD, "is led on more than 10 times"),
        ("/busy", Fate.UNKNOWN, "answers 429"),
        ("/broken", Fate.UNKNOWN, "answers 500"),
        ("/shut", Fate.UNKNOWN, "does not answer: remote end closed connection without response"),
        (
            "/inside",
            Fate.PRIVATE,
            "leads into a private network by way of `http://inside.example:PORT/`",
        ),
        ("/metadata", Fate.DEAD, "has a host that there is not: `169.254.169.254`"),
    ],
)
def test_where_a_link_leads(path: str, fate: Fate, why: str) -> None:
    with serving(Site(PAGES)) as site:
        found = answer(site, path, inside=["10.0.0.7"])
        assert (found.fate, found.why) == (fate, why.replace("PORT", str(site.port)))


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/moved", "http://shop.example:PORT/here"),
        ("/moved-twice", "http://shop.example:PORT/here"),
        ("/moved-then-for-now", "http://shop.example:PORT/moved-for-now"),
        ("/other", "http://other.example:PORT/"),
    ],
)
def test_of_a_link_that_moved_for_good_the_last_address_for_good_is_told(
    path: str, target: str
) -> None:
    with serving(Site(PAGES)) as site:
        assert answer(site, path) == Answer(
            Fate.MOVED, target=target.replace("PORT", str(site.port))
        )


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "172.16.0.1", "192.168.1.1", "127.0.0.2", "169.254.169.254", "100.64.0.1", "0.0.0.0",
     "224.0.0.1", "::1", "fe80::1", "fc00::1", "fe80::1%eth0", "::ffff:10.0.0.1", "64:ff9b::a00:1",
     "2002:a00:1::", "ff02::1", "255.255.255.255"],
)  # fmt: skip
def test_no_private_address_is_asked(address: str) -> None:
    url = "http://inside.example/"
    prober = HttpLinkProber(SmallNetwork({"inside.example": [address]}), pace=QUICK)
    assert prober.answers([url])[url] == Answer(Fate.PRIVATE, "leads into a private network")


def test_the_address_that_was_looked_at_is_asked_and_no_name_again() -> None:
    """A name that leads elsewhere the second time is not looked up a second time."""
    network = SmallNetwork({"shop.example": [HERE, "10.0.0.7"]})
    with serving(Site(PAGES, head={"/here": 405})) as site:
        found = HttpLinkProber(network, pace=QUICK).answers([site.url("/here")])
        assert found[site.url("/here")].fate is Fate.ALIVE
        host = f"shop.example:{site.port}"
        assert site.seen == [("HEAD", host, "/here"), ("GET", host, "/here")]
    assert network.asked == ["shop.example"]


def test_at_a_redirect_the_name_is_looked_at_again() -> None:
    network = SmallNetwork({"shop.example": [HERE, "10.0.0.7"]})
    with serving(Site(PAGES)) as site:
        found = HttpLinkProber(network, pace=QUICK).answers([site.url("/moved")])
        assert found[site.url("/moved")].fate is Fate.PRIVATE
        assert [path for _, _, path in site.seen] == ["/moved"]


@pytest.mark.parametrize("status", [404, 405, 501, SHUT])
def test_who_knows_no_head_is_asked_in_full(status: int) -> None:
    with serving(Site(PAGES, head={"/here": status})) as site:
        assert answer(site, "/here").fate is Fate.ALIVE


def test_nobody_is_waited_for_long() -> None:
    with serving(Site({"/slow": SLOW})) as site:
        start = time.monotonic()
        assert answer(site, "/slow").fate is Fate.UNKNOWN
        assert time.monotonic() - start < 8


def test_where_nobody_listens_nobody_can_tell() -> None:
    url = f"http://shop.example:{unused_port()}/"
    found = HttpLinkProber(SmallNetwork(SHOP), pace=QUICK).answers([url])[url]
    assert found == Answer(Fate.UNKNOWN, "does not answer: connection refused")


@pytest.mark.parametrize(
    "url", ["http://shop.example:99999/", "http://[::1/", "http://a..b.example/"]
)
def test_what_is_no_address_is_dead(url: str) -> None:
    assert HttpLinkProber(SmallNetwork({}), pace=QUICK).answers([url])[url].fate is Fate.DEAD


def test_one_host_is_asked_one_thing_at_a_time_and_each_page_once() -> None:
    with serving(Site({f"/{number}": 200 for number in range(30)})) as site:
        urls = [site.url(f"/{number}#{part}") for number in range(30) for part in "ab"]
        found = HttpLinkProber(SmallNetwork(SHOP), pace=QUICK).answers(urls)
        assert {one.fate for one in found.values()} == {Fate.ALIVE}
        assert list(found) == urls
        assert (len(site.seen), site.most) == (30, 1)


def test_after_the_time_for_all_the_rest_is_not_asked_for() -> None:
    with serving(Site(PAGES)) as site:
        prober = HttpLinkProber(SmallNetwork(SHOP), pace=QUICK._replace(in_all=-1))
        assert prober.answers([site.url("/")])[site.url("/")].fate is Fate.UNKNOWN
        assert site.seen == []


def test_a_certificate_counts(tmp_path: Path) -> None:
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
         "-subj", "/CN=shop.example", "-addext", "subjectAltName=DNS:shop.example",
         "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(certificate, key)
    trusting = ssl.create_default_context(cafile=str(certificate))
    with serving(Site({**PAGES, "/slow": SLOW}), server) as site:
        urls = [
            site.url("/here", scheme="https"),
            site.url("/slow", scheme="https"),
            site.url("/here", "other.example", "https"),
        ]
        found = HttpLinkProber(SmallNetwork(SHOP), trusting, QUICK).answers(urls)
        assert [found[url].fate for url in urls] == [Fate.ALIVE, Fate.UNKNOWN, Fate.DEAD]
        assert "mismatch" in found[urls[2]].why
        doubting = HttpLinkProber(SmallNetwork(SHOP), pace=QUICK).answers(urls[:1])
        assert "certificate that is not trusted" in doubting[urls[0]].why
