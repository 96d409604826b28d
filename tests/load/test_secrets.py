"""A secret in the open is refused, and printed nowhere."""

import pytest

from compiler.load.loading import load
from tests.builders import project

AREA = "name: A\ntype: web_shop\nhosting: custom\nurl: https://a.example\n"


@pytest.mark.parametrize(
    "lines",
    [
        "credentials: {crm: hunter2}\n",
        "tokens: [{name: t, scopes: [texts.read], verifier: hunter2, expires: 2027-01-01}]\n",
        "oauth_clients: [{id: c, secret: {verifier: hunter2, expires: 2027-01-01}}]\n",
    ],
)
def test_neither_words_nor_line_show_it(lines: str) -> None:
    (found,) = load(project({"areas/shop/area.yaml": AREA + lines})).findings
    assert found.hidden
    assert "never" in found.message
    assert "hunter2" not in found.message + (found.hint or "")
