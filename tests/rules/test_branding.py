"""What layouts ask of branding, where the owner who would say it is not there."""

from pathlib import Path

from tests.rules.cases import judged, repository

AREA = "name: {0}\ntype: web_shop\nhosting: integrated\nurl: https://{0}.example\n"
LAYOUT = '<html lang="{{ locale }}" dir="{{ direction }}"><body style="color: {{ brand.colors.text }}">{{ body }}</body></html>\n'


def test_an_area_whose_owner_is_not_there_lacks_an_owner_and_no_colours(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "content/templates/_layouts/base.html.j2": LAYOUT,
        "content/areas/lost/area.yaml": AREA.format("lost") + "owner: nobody\n",
    }
    found = judged(repository(tmp_path, files)).findings
    assert "unknown-reference" in {one.rule for one in found}
    assert "unknown-brand-value" not in {one.rule for one in found}
    files["content/areas/bare/area.yaml"] = AREA.format("bare")
    again = judged(repository(tmp_path, files)).findings
    (told,) = (one for one in again if one.rule == "unknown-brand-value")
    assert "`bare`" in told.message
    assert "`lost`" not in told.message
