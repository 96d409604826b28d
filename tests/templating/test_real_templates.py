"""Templates of other projects, of Django, Mustache and others: read, told, and never in the way."""

import time
from pathlib import Path

from compiler.templating.reading import read_template
from compiler.templating.statements import issues_of
from compiler.templating.template_body import compile_body


def test_none_crashes_or_takes_long(shared_data: Path) -> None:
    seen = {"fault": 0, "issue": 0, "fine": 0}
    for path in sorted((shared_data / "email").rglob("*")):
        text = path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        if "{{" not in text and "{%" not in text:
            continue
        begun = time.monotonic()
        compile_body(text)
        reading = read_template(text)
        if reading.fault is not None:
            assert 0 <= reading.fault.offset <= len(text)
            seen["fault"] += 1
            continue
        issues = issues_of(reading, {"additionalProperties": True})
        assert all(0 <= one.offset < len(text) for one in issues)
        seen["issue" if issues else "fine"] += 1
        assert time.monotonic() - begun < 5
    assert min(seen.values()) > 0
    assert sum(seen.values()) > 100
