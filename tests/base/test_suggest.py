from compiler.base.suggest import did_you_mean, nearest

KEYS = ["title", "description", "properties", "from", "review"]


def test_nearest() -> None:
    assert nearest("titel", KEYS) == "title"
    assert nearest("Description", KEYS) == "description"
    assert nearest("zzz", KEYS) is None


def test_words_of_the_hint() -> None:
    assert did_you_mean("titel", KEYS) == "did you mean `title`?"
    assert did_you_mean("zzz", ["b", "a"]) == "known: `a`, `b`"
    assert did_you_mean("zzz", []) is None
