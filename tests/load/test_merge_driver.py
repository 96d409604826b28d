"""The driver that `.gitattributes` names is asked for once, and only where it is named."""

from compiler.load.merge_driver import DRIVER, LINE, merge_driver_missing
from tests.builders import said
from tests.fakes.clone import MemoryClone

HINT = "run `clientarea merge-po --install`"
MESSAGE = "Git does not know this merge driver in this clone, and merges line by line"


def test_it_is_said_at_the_first_line_that_names_it() -> None:
    clone = MemoryClone({".gitattributes": f"*.png binary\n{LINE}\n", "../.gitattributes": LINE})
    assert said(merge_driver_missing(clone)) == [
        f".gitattributes:2:52 merge-driver-missing: {MESSAGE} -> {HINT}"
    ]


def test_it_may_be_named_above_the_project() -> None:
    clone = MemoryClone({".gitattributes": "*.png binary\n", "../.gitattributes": f"shop/{LINE}\n"})
    (line,) = said(merge_driver_missing(clone))
    assert line.startswith("../.gitattributes:1:57 ")


def test_nothing_is_said_of_a_clone_that_knows_it_or_a_repository_that_does_not_ask() -> None:
    assert said(merge_driver_missing(MemoryClone({".gitattributes": LINE}, [DRIVER]))) == []
    for text in (f"# {LINE}", LINE + "-other", "*.po merge=union", "merge=clientarea-po", ""):
        assert said(merge_driver_missing(MemoryClone({".gitattributes": text}))) == []
    assert said(merge_driver_missing(MemoryClone({}))) == []
