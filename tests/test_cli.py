import pytest

from compiler import cli


def test_an_interrupt_that_python_wrapped_is_no_bug(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def importing(_: str) -> None:
        raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()

    monkeypatch.setattr(cli, "import_module", importing)
    assert cli.main(["check"]) == 130
    assert capsys.readouterr().err == "Interrupted.\n"
