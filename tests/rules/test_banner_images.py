"""What rules about banners are shown: each image once, and each part of one that visitors see."""

from pathlib import PurePosixPath

from compiler.base.gate import Gate
from compiler.images.direct import DirectWork
from compiler.load.loading import load
from compiler.rules.banners.images import banner_files, published_slots
from compiler.rules.check import Scope, Senses
from compiler.rules.table import CHECKS
from compiler.settings import Settings
from tests.builders import project
from tests.images.drawing import banner, saved

FILES: dict[str, str | bytes] = {
    "banners/sale/banner.yaml": """
locales:
  en: {active: true, master: {file: m.png}}
  es: {active: true, master: {file: m.png}}
  pl: {active: true, master: {file: m.png, focus: {x: 0}}}
""",
    "banners/sale/m.png": saved(banner(600, 360), "PNG"),
}
LANGUAGES = "source: en\nactive: [en, es, pl]\nenabled: [en, es, pl]\n"


def scope() -> Scope:
    content = load(project(FILES, languages=LANGUAGES)).content
    return Scope(content, Settings(version=1), Gate.DRAFT, senses=Senses(images=DirectWork()))


def test_a_master_of_several_languages_is_one_file() -> None:
    assert [(one.locale, PurePosixPath(path).name) for one, path, _ in banner_files(scope())] == [
        ("en", "m.png")
    ]


def test_each_part_that_visitors_see_comes_once() -> None:
    found = [(one.locale, shown.slot.name, shown.cut.x) for one, shown in published_slots(scope())]
    slots = ("mobile", "tablet", "desktop", "wide")
    assert found == [("en", slot, 0.5) for slot in slots] + [("pl", slot, 0) for slot in slots]


def test_a_narrow_master_is_told_once_for_each_slot() -> None:
    check = next(one for one in CHECKS if one.rule.id == "narrow-banner")
    findings = check.run(scope(), check.rule)
    found = [(one.locale, one.message.partition("less than the ")[2]) for one in findings]
    assert found == [
        ("en", "widest screen (640) of `mobile`"),
        ("en", "narrowest screen (640) of `tablet`"),
        ("en", "narrowest screen (1024) of `desktop`"),
        ("en", "narrowest screen (1444) of `wide`"),
    ]
