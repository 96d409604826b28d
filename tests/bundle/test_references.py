"""What links and images of texts name is there for an application, or only its words are."""

from tests.bundle.compiled import LANGUAGES, bundle, compiled
from tests.images.drawing import banner, saved

FILES: dict[str, str | bytes] = {
    LANGUAGES: "source: en\nactive: [en, es]\nenabled: [en, es]\n",
    "documents/fees.yaml": "name: Fees\nactive: true\nfile: Fees-2027.pdf\n",
    "documents/Fees-2027.pdf": b"%PDF-1.4 fees",
    "documents/law.yaml": "name: Law\nactive: true\nlink: https://law.example/?a=1&b=2\n",
    "documents/old.yaml": "name: Old\nlink: https://law.example/old\n",
    "banners/sale/banner.yaml": (
        "locales: {en: {active: true, description: Sale}, es: {active: false}}\n"
    ),
    **{
        f"banners/sale/en/{slot}.png": saved(banner(width, 10), "PNG")
        for slot, width in (("mobile", 640), ("tablet", 1024), ("desktop", 1444), ("wide", 1920))
    },
    "texts/legal/terms.yaml": "locales: {en: {title: Terms, description: '## Fees {#fees}'}}\n",
}


def html(markdown: str, locale: str = "en") -> str:
    files = {
        **FILES,
        "texts/legal/help.yaml": "locales: {}\n",
        "texts/legal/help.en.md": markdown,
        "texts/legal/help.es.md": markdown,
    }
    artifacts = compiled(files)
    found: str = bundle(artifacts, f"texts/{locale}/legal.json")["legal.help"]["html"]
    for asset in artifacts.assets:
        found = found.replace(asset.sha256, "HASH")
    return found


MOBILE = 'width="640" height="10"'
REL = 'rel="noopener noreferrer"'


def test_a_document_is_its_file_or_its_address() -> None:
    assert html("[a](documents/fees)") == (
        f'<p><a href="assets/HASH/Fees-2027.pdf" {REL}>a</a></p>'
    )
    assert html("[a](documents/law#x)") == (
        f'<p><a href="https://law.example/?a=1&amp;b=2#x" {REL}>a</a></p>'
    )


def test_a_text_stays_for_the_application() -> None:
    assert html("[a](texts/legal.terms#fees)") == (
        f'<p><a href="texts/legal.terms#user-content-fees" {REL}>a</a></p>'
    )


def test_a_banner_is_a_picture_for_every_width() -> None:
    def source(slot: str, suffix: str, media_type: str, size: str) -> str:
        return f'type="image/{media_type}" srcset="assets/HASH/sale-{slot}.{suffix}" {size}>'

    forms = [("avif", "avif"), ("webp", "webp"), ("jpg", "jpeg")]
    assert html('![Our "sale"](banners/sale "Now")') == "".join(
        [
            "<p><picture>",
            *(
                f'<source media="(min-width: {lower}px)" {source(slot, *form, size)}'
                for slot, lower, size in (
                    ("wide", 1444, 'width="1920" height="10"'),
                    ("desktop", 1024, 'width="1444" height="10"'),
                    ("tablet", 640, 'width="1024" height="10"'),
                )
                for form in forms
            ),
            *(f"<source {source('mobile', *one, MOBILE)}" for one in forms[:-1]),
            f'<img {MOBILE} src="assets/HASH/sale-mobile.jpg" alt="Our &quot;sale&quot;" title="Now" srcset="assets/HASH/sale-mobile.jpg">',
            "</picture></p>",
        ]
    )
    assert 'width="100"' in html('<img alt="a > b" src="banners/sale" width="100">')


def test_of_what_a_language_does_not_have_the_words_are_left() -> None:
    assert html("![Sale](banners/sale)", "es") == "<p>Sale</p>"
    assert html("[a](documents/old) [b](texts/none) [c](documents/none)") == (
        f"<p><a {REL}>a</a> <a {REL}>b</a> <a {REL}>c</a></p>"
    )


def test_plain_text_names_no_reference() -> None:
    files = {
        **FILES,
        "texts/a/b.yaml": "locales: {en: {description: 'See [it](documents/law).'}}\n",
    }
    artifacts = compiled(files)
    assert bundle(artifacts, "texts/en/a.json")["a.b"]["text"] == "See it."
