"""What text read in a wrong encoding is mended to, and what only looks like such text."""

import pytest

from compiler.messages.mojibake import SUSPECTS, repaired


def found(text: str) -> list[tuple[str, str | None]]:
    """Return each suspicious run with what it should have been."""
    return [(run[0], repaired(run[0])) for one in SUSPECTS for run in one.pattern.finditer(text)]


@pytest.mark.parametrize(
    ("text", "run", "meant"),
    [
        ("MÃ¼ller", "Ã¼", "ü"),
        ("РЎРѕС…СЂР°РЅРёС‚СЊ", "РЎРѕС…СЂР°РЅРёС‚СЊ", "Сохранить"),
        ("zaufaĹ‚", "Ĺ‚", "ł"),
        ("طھظ… ط­ظپط¸", "طھظ… ط­ظپط¸", "تم حفظ"),
        ("P\ufffdatno\ufffd\ufffd", "\ufffd", ""),
        ("Ñîõðàíèòü", "Ñîõðàíèòü", ""),
        ("urz¹dzenie", "¹", ""),
        ("菫晏ｭ倥☆繧九", "繧九", ""),
    ],
)
def test_a_wrong_encoding(text: str, run: str, meant: str) -> None:
    assert (run, meant) in found(text)


@pytest.mark.parametrize(
    "text",
    ["Úžasné nabídky", "Éžek", "Ângulo", "naïveté", "5 m³ wody", "糸が縺れる", "Ärger", "طلب، ظرف"],
)
def test_what_is_as_meant(text: str) -> None:
    assert [run for run, meant in found(text) if meant is not None] == []
