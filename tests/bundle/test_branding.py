"""Branding: inherited from the owner by name, the logo once, and in the mails of each area."""

from typing import Any

from compiler.bundle.artifacts import Side
from tests.bundle.compiled import bundle, compiled
from tests.bundle.test_directory import area

LAYOUT = (
    '<html lang="{{ locale }}" dir="{{ direction }}"><head><style>'
    "a { color: {{ brand.colors.link }} } p { font: 16px {{ brand.fonts.text }} }"
    "</style></head><body style=\"color: {{ brand.colors.text | default('#111111') }}\">"
    '<img src="{{ brand.logo }}" alt="" width="9" height="9"><b>{{ brand.name }}</b>{{ body }}'
    "</body></html>\n"
)
MAIL = "channel: email\nactive: true\nlayout: base\nlocales:\n  en: {title: Hi, description: '[go](https://a.example)'}\n"
FILES: dict[str, str | bytes] = {
    "templates/_layouts/base.html.j2": LAYOUT,
    "templates/account/hello.yaml": MAIL,
    "owners/acme.yaml": (
        "name: Acme Ltd\nbranding:\n  colors: {link: '#00794a', text: '#12263a'}\n"
        "  fonts: {text: [Inter, Segoe UI, sans-serif]}\n  logo: acme.png\n"
    ),
    "owners/acme.png": b"logo",
    "areas/portal/area.yaml": area("portal", "owner: acme\n"),
    "areas/shop/area.yaml": area(
        "shop",
        "owner: acme\nbranding: {colors: {link: '#2456d6'}, fonts: {heading: [serif]}, logo: my.png}\n",
    ),
    "areas/shop/my.png": b"mine",
}


def branding(name: str) -> Any:
    return bundle(compiled(FILES), "config.json", name)["branding"]


def html(name: str, files: dict[str, str | bytes] = FILES) -> str:
    mails = bundle(compiled(files), "templates/en/account.json", name, Side.PRIVATE)
    text: str = mails["account.hello"]["html"]
    return text


def test_an_area_says_only_what_differs_from_its_owner() -> None:
    portal, shop = branding("portal"), branding("shop")
    assert portal["colors"] == {"link": "#00794a", "text": "#12263a"}
    assert shop["colors"] == {"link": "#2456d6", "text": "#12263a"}
    assert shop["fonts"] == {
        "text": ["Inter", "Segoe UI", "sans-serif"],
        "heading": ["serif"],
    }
    assert portal["logo"].endswith("/logo.png")
    assert shop["logo"].endswith("/logo.png")


def test_the_back_office_has_the_same_branding() -> None:
    artifacts = compiled(FILES)
    private = bundle(artifacts, "area.json", "shop", Side.PRIVATE)["branding"]
    assert private == bundle(artifacts, "config.json", "shop")["branding"]


def test_mails_of_each_area_look_like_it() -> None:
    portal, shop = html("portal"), html("shop")
    assert "color: #00794a" in portal
    assert "color: #2456d6" in shop
    for mail, name in ((portal, "Portal"), (shop, "Shop")):
        assert "font: 16px Inter, &#x27;Segoe UI&#x27;, sans-serif" in mail
        assert "color: #12263a" in mail
        assert f'<img src="cid:logo" alt="" width="9" height="9"><b>{name}</b>' in mail
        assert "brand" not in mail


def test_nothing_of_an_areas_name_becomes_markup_or_a_placeholder() -> None:
    record = "name: 'A <b>& {{ x }}'\ntype: web_shop\nhosting: custom\nurl: https://shop.example\nowner: acme\n"
    files = {**FILES, "areas/shop/area.yaml": record}
    del files["areas/shop/my.png"]
    assert "<b>A &lt;b&gt;&amp; &#123;&#123; x }}</b>" in html("shop", files)
    mails = bundle(compiled(files), "templates/en/account.json", "shop", Side.PRIVATE)
    assert mails["account.hello"]["text"].startswith("A <b>& {{ '{' }}{{ '{' }} x }}")


def test_a_default_is_for_who_has_no_branding() -> None:
    files = {**FILES, "areas/app/area.yaml": area("app")}
    assert "color: #111111" in html("app", files)
