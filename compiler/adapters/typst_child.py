"""Prints agreements of strangers, in a process of its own: one line of JSON for each task.

Started by its file's name, with a folder that holds what documents draw, and nothing else: they can
read no other file.
Whoever started it gives it no way to a network. It ends itself where one task takes too long.
"""

import base64
import io
import json
import re
import resource
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

_PLACE = re.compile(r"┌─ [^\n]*?:(\d+):(\d+)\n")
_TOLERANCE = 1
"""How far, in points, a letter may reach over an edge: its box is larger than its ink."""

_SCALE, _SEEN, _WORD = 2, 24, 3
"""Pixels of a point that a page is looked at with; shades of 256 that words differ by at least, and
letters of what is one: the box of a single letter may be beside it."""

_DRAWN, _QUALITY = 1.25, 70
"""Pixels of a point that a page is drawn with, and how well."""

_FAMILY = re.compile(r"unknown font family: (.+)")
_SEARCHED = re.compile(r" \(searched at .*\)", re.DOTALL)


def main(folder: str, fonts: str, seconds: int, seconds_in_all: int, memory: int) -> None:
    """Answer every task on stdin, each and all within seconds of work, and in bytes of memory."""
    tasks = json.loads(sys.stdin.buffer.read())
    _limit(resource.RLIMIT_CPU, seconds_in_all)
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    import typst

    known = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
    )
    for task in tasks:
        signal.setitimer(signal.ITIMER_PROF, seconds)  # its signal ends the process
        compiler = typst.Compiler(
            root=folder, font_paths=known, package_path=folder, package_cache_path=folder
        )
        try:
            pdf, warnings = _compiled(compiler, task)
            found = {**_read(pdf, task), "font": _unknown_font(warnings)}
        except typst.TypstError as refusal:
            found = _refusal(refusal)
        except MemoryError:
            found = {"limit": "it takes too much memory to print"}
        signal.setitimer(signal.ITIMER_PROF, 0)
        sys.stdout.buffer.write(json.dumps(found).encode() + b"\n")
        sys.stdout.buffer.flush()


def _compiled(compiler: Any, task: Mapping[str, Any]) -> Any:  # noqa: ANN401 - of Typst
    address = task["public_url"]
    inputs = {} if address is None else {"public_url": address}
    source = task["source"].encode()
    return compiler.compile_with_warnings(source, format="pdf", sys_inputs=inputs)


def _unknown_font(warnings: Any) -> str | None:  # noqa: ANN401 - of Typst
    """Return a family that a layout asks for and nobody has."""
    said = (_FAMILY.match(one.message) for one in warnings)
    return next((found[1] for found in said if found), None)


def _read(pdf: Any, task: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - bytes of Typst
    """Open what was printed, and look for the words that are expected in it."""
    import pypdfium2

    from compiler.channels.agreements import comparing

    pages = list(pypdfium2.PdfDocument(pdf))
    found: dict[str, Any] = {"pages": len(pages)}
    if task["expected"] is not None:
        texts = [page.get_textpage() for page in pages]
        words, wanted = [text.get_text_range() for text in texts], task["expected"]
        found["lost"] = comparing.lost_line(wanted, words, from_right=task["from_right"])
        found["left"] = comparing.left_placeholder(wanted, words)
        found["twice"] = comparing.doubled_line(wanted, words)
        outside = map(_outside, texts, (page.get_size() for page in pages))
        found["outside"] = next((words for words in outside if words), None)
        unseen = map(_unseen, pages, texts) if task["looked_at"] else ()
        found["unseen"] = next((words for words in unseen if words), None)
    found["pictures"] = [_drawn(page) for page in pages[: task["drawn"]]]
    if task["wanted"]:
        found["pdf"] = base64.b64encode(pdf).decode()
    return found


def _outside(text: Any, size: tuple[float, float]) -> str:  # noqa: ANN401 - of PDFium
    """Return the first words that stand beyond an edge of a page, with those beside them."""
    width, height = size
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        beyond = max(-left, -bottom, right - width, top - height)
        if beyond > _TOLERANCE:
            words = " ".join(text.get_text_bounded(left, bottom, right, top).split())
            if words:
                return words
    return ""


def _drawn(page: Any) -> tuple[str, int, int]:  # noqa: ANN401 - of PDFium
    """Return a page as WebP (base64) with its width and height in pixels."""
    picture = page.render(scale=_DRAWN).to_pil().convert("RGB")
    out = io.BytesIO()
    picture.save(out, "WEBP", quality=_QUALITY, method=4)
    return base64.b64encode(out.getvalue()).decode(), picture.width, picture.height


def _unseen(page: Any, text: Any) -> str:  # noqa: ANN401 - of PDFium
    """Return the first words that differ in nothing from what is around them."""
    picture = page.render(scale=_SCALE, grayscale=True).to_pil()
    height = page.get_size()[1]
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        box = (left, height - top, right, height - bottom)
        begin = [max(0, int(side * _SCALE)) for side in box[:2]]
        end = [int(side * _SCALE) + 1 for side in box[2:]]
        edges = (*begin, min(end[0], picture.width), min(end[1], picture.height))
        darkest, lightest = picture.crop(edges).getextrema()
        words = " ".join(text.get_text_bounded(left, bottom, right, top).split())
        if lightest - darkest < _SEEN and sum(map(str.isalnum, words)) >= _WORD:
            return words
    return ""


def _refusal(refusal: Any) -> dict[str, Any]:  # noqa: ANN401 - an error of Typst
    place = _PLACE.search(refusal.diagnostic)
    line, column = (int(place[1]), int(place[2]) + 1) if place else (0, 0)
    message = _SEARCHED.sub("", refusal.message)
    hint = refusal.hints[0] if refusal.hints else None
    if message.startswith("failed to download package"):
        message, hint = "packages cannot be loaded here", "write what is needed into the layout"
    elif message.startswith("file not found"):
        message, hint = "a layout can read no file", "draw it in the layout itself"
    elif "would escape" in message:
        message, hint = "a layout can read no file", None
    return {"refused": message, "hint": hint, "line": line, "column": column}


def _limit(what: int, most: int) -> None:
    hard = resource.getrlimit(what)[1]
    known = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with suppress(OSError, ValueError):  # macOS does not limit memory
        resource.setrlimit(what, (known, hard))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
