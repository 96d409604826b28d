"""Data comes as scripts that no text can break out of; frames begin with what limits them."""

import re

from compiler.preview.files import FRAME_POLICY, Files


def test_a_value_is_one_file_however_often_it_is_put_in() -> None:
    files = Files()
    first = files.data({"a": "it's \\ \u2028 </script>"})
    assert files.data({"a": "it's \\ \u2028 </script>"}) == first
    assert list(files.site()) == [f"data/{first}.js"]
    data = files.site()[f"data/{first}.js"]()
    assert data.decode() == (
        f"preview.take('{first}','{{\"a\":\"it\\'s \\\\\\\\ \u2028 </script>\"}}')\n"
    )


def test_a_frame_is_limited_before_anything_else_in_it() -> None:
    files = Files()
    path = files.frame("<html lang=es><head><title>x</title></head><body>Hola</body></html>")
    page = files.site()[path]().decode()
    assert re.fullmatch(r"frames/[0-9a-f]{16}\.html", path)
    assert page.startswith(
        f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{FRAME_POLICY}">'
    )
    assert "default-src 'none'" in FRAME_POLICY
    assert "script-src" not in FRAME_POLICY


def test_assets_that_data_and_frames_name_are_known() -> None:
    files = Files()
    one, other = f"assets/{'a' * 64}/logo.png", f"assets/{'b' * 64}/A-1.pdf"
    files.data({"src": one, "srcset": f"{other} 2x"})
    files.frame(f'<img src="{one}">')
    assert files.named_assets() == {one, other}
