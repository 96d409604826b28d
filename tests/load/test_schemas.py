"""The files of schemas/: the same from every run, and older ones told once."""

from compiler.load.loading import load
from compiler.load.schemas import schema_files
from tests.builders import project, said

FILES = {f"schemas/{name}": data for name, data in schema_files().items()}


def test_they_are_the_same_every_time() -> None:
    assert schema_files() == schema_files()
    assert {"clientarea.json", "waivers.json", "text.json", "text-overlay.json"} <= set(
        schema_files()
    )


def test_current_ones_and_none_at_all_are_no_finding() -> None:
    windows = {path: data.replace(b"\n", b"\r\n") for path, data in FILES.items()}
    assert load(project()).findings == ()
    assert load(project().with_files(FILES)).findings == ()
    assert load(project().with_files(windows)).findings == ()
    assert load(project().with_files({**FILES, "schemas/own.json": "{}"})).findings == ()


def test_older_ones_are_one_info() -> None:
    snapshot = project().with_files({**FILES, "schemas/text.json": "{}"})
    loaded = load(snapshot.without("schemas/area.json"))
    assert said(loaded.findings) == [
        (
            f"schemas/text.json:1:1 outdated-schema: 2 of {len(FILES)} schemas are not"
            f" those of this"
            " version of the tool -> run `clientarea schema`"
        )
    ]
