"""YAML as people write it: every style, comments anywhere, anchors, odd indentation, any line end."""

from typing import TypeVar

from hypothesis import strategies as st

from compiler.read.yaml import read_yaml

Picked = TypeVar("Picked")
WORDS = [
    "Basic",
    "título",
    "日本語",
    "no",
    "12:30",
    "it's",
    "a",
    "x-y",
    "50 %",
    "https://a.example/b",
]
KEYS = ["en", "es", "no", "title", "description", "from", "a b", "ключ", "1", "pt-BR"]
words = st.sampled_from(WORDS)
sentences = st.lists(words, min_size=1, max_size=6).map(" ".join)
comments = st.sampled_from(["", "", "", " # why", "  # a: b", "\t# 'quote", " #"])
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
printable = st.text(st.sampled_from(["a", "Ü", " ", "\n", "\t", "#", ":", "-", "'", '"', "{", ",", "&", "\\", "n", "1", "~"]), max_size=14)  # fmt: skip
new_texts = sentences | any_text | printable | st.sampled_from(["", "~", "null", "1e3", "0x1F", "1_000", "2025-01-01", "=", "<<", "- a", "? b", "---", "...", "a: b", "a #b", "# c", "|", ">-", "\n", "a\n", "a\n\n", "\na", " a\nb\n", "x\n  y\n z", "one\ntwo\n\nthree", "\ufeff", "\u2028", "\x85a", "word " * 40])  # fmt: skip
new_scalars = (
    new_texts
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.none()
)
new_values = st.recursive(
    new_scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(new_texts, inner, max_size=3),
    max_leaves=6,
)


class Author:
    """Writes one document; what is drawn decides in which manner."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.anchors: list[str] = []
        self.step = draw(st.sampled_from([1, 2, 2, 2, 3, 4, 8]))

    def pick(self, *choices: Picked) -> Picked:
        return self.draw(st.sampled_from(choices))

    def chance(self, one_in: int) -> bool:
        return self.draw(st.integers(1, one_in)) == one_in

    def remarks(self, column: int) -> str:
        if not self.chance(4):
            return ""
        margin = " " * self.pick(column, column, column, 0, column + 3)
        return self.pick("\n", f"{margin}# said\n", f"\n{margin}# one\n{margin}#two\n", "  \n\n")

    def anchor(self) -> str:
        if not self.chance(6):
            return ""
        self.anchors.append(f"n{len(self.anchors)}")
        return f"&{self.anchors[-1]} "

    def key(self) -> str:
        name = self.draw(st.sampled_from(KEYS))
        return self.pick(name, name, name, f'"{name}"', f"'{name}'")

    def flow_scalar(self) -> str:
        kind = self.pick("plain", "plain", "single", "double", "number", "null")
        text = self.draw(words)
        return {
            "plain": text.replace("https://a.example/b", "c"),
            "single": "'" + text.replace("'", "''") + "'",
            "double": f'"{text}\\n\\u00e9"',
            "number": "12.5",
            "null": "~",
        }[kind]

    def flow(self, depth: int, margin: str) -> str:
        if depth == 0 or self.chance(3):
            return self.anchor() + self.flow_scalar()
        apart = self.pick("", "", " ", f"\n{margin}", f" # c\n{margin}")
        names = self.draw(st.lists(st.sampled_from(KEYS), max_size=3, unique=True))
        mapping = self.chance(2)
        parts = [(f"{name}: " if mapping else "") + self.flow(depth - 1, margin) for name in names]
        if self.chance(8) and mapping and names:
            parts[-1] = names[-1]
        inside = f",{apart or ' '}".join(parts)
        last = "," if parts and self.chance(4) else ""
        return f"{'{' if mapping else '['}{apart}{inside}{last}{apart}{'}' if mapping else ']'}"

    def text(self, column: int) -> str:
        """Return a scalar behind its mark, to the end of the last line."""
        end = self.draw(comments)
        margin = " " * (column + self.step)
        one, two = self.draw(sentences), self.draw(sentences)
        quoted = one.replace("'", "''")
        return self.pick(
            f"{one}{end}\n",
            f"{one}{end}\n",
            f"'{quoted}'{end}\n",
            f'"{one} \\"x\\" \\t"{end}\n',
            f"{one}\n{margin}{two}{end}\n",
            f'"{one}\n{margin}{two}\n\n{margin}c"{end}\n',
            f"'{quoted}\n{margin} d'{end}\n",
            f"12{end}\n",
            f"{end}\n",
        )

    def block_text(self, column: int) -> str:
        wide = self.pick(self.step, self.step, 2, 1)
        margin = " " * (max(column, 0) + wide)
        sign, keep = self.pick("|", ">"), self.pick("", "-", "+")
        one, two = self.draw(sentences), self.draw(sentences)
        lead = self.pick("", "", "", " ")
        digit = str(wide) if lead or self.chance(5) else ""
        body = f"{margin}{lead}{one}\n" + self.pick("", f"\n{margin}{two}\n", f"{margin}  {two}\n{margin}{one}\n", f"{margin}# text\n")  # fmt: skip
        blank = self.pick("", "", "\n", f"\n{margin}\n", " \n\n")
        return f"{sign}{digit}{keep}{self.draw(comments)}\n{body}{blank}"

    def value(self, column: int, depth: int, item: bool) -> str:
        """Return what follows a mark, from the space on to the end of the last line."""
        if self.anchors and self.chance(8):
            return f" *{self.pick(*self.anchors)}{self.draw(comments)}\n"
        kind = self.pick("text", "text", "text", "block", "flow", "mapping", "sequence")
        gap = self.pick(" ", " ", " ", "  ", "\t")
        if kind == "block":
            return f"{gap}{self.anchor()}{self.block_text(column)}"
        if kind == "flow":
            return f"{gap}{self.flow(depth, ' ' * (column + 2))}{self.draw(comments)}\n"
        if depth == 0 or kind == "text":
            anchor = self.anchor()
            text = self.text(column)
            return (
                f"{gap}{anchor}{text}"
                if text.strip() and text[0] not in " \t"
                else f"{' ' + anchor.rstrip() if anchor else ''}{text}"
            )
        if item and self.chance(2):
            inner = column + 1 + len(gap)
            lines = self.lines(kind, inner, depth - 1)
            return f"{gap.replace(chr(9), ' ')}{lines.lstrip(' ')}"
        anchor = self.anchor()
        wide = 0 if kind == "sequence" and not item and self.chance(2) else self.step
        inside = self.lines(kind, column + wide, depth - 1)
        return f"{' ' + anchor.rstrip() if anchor else ''}{self.draw(comments)}\n{self.remarks(column + wide)}{inside}"

    def lines(self, kind: str, column: int, depth: int) -> str:
        margin = " " * column
        spaced = "\n" if self.chance(5) else ""
        found = []
        if kind == "mapping":
            for name in self.draw(
                st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True)
            ):
                shown = self.pick(name, name, name, f'"{name}"', f"'{name}'")
                found.append(f"{margin}{shown}:{self.value(column, depth, item=False)}")
        else:
            count = self.draw(st.integers(1, 3))
            found += [f"{margin}-{self.value(column, depth, item=True)}" for _ in range(count)]
        text = found[0]
        for one in found[1:]:
            text += f"{spaced}{self.remarks(column)}{one}"
        return text

    def document(self) -> str:
        head = self.pick("", "", "# first\n", "# first\n\n", "---\n", "# x\n---\n# y\n")
        body = self.lines(self.pick("mapping", "mapping", "mapping", "sequence"), 0, 3)
        text = head + body + self.pick("", "", "\n", "# last\n", "...\n", "...\n# after\n")
        if self.chance(4):
            text = text.rstrip("\n")
        text = text.replace("\n", self.pick("\n", "\n", "\n", "\r\n", "\r"))
        return self.pick("", "", "", "\ufeff") + text


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Draw a file that the reader has nothing to say against."""
    return Author(draw).document().encode()


def is_valid(data: bytes) -> bool:
    """Tell whether a file is one without findings."""
    found = read_yaml("f.yaml", data)
    return found.findings == () and found.data is not None


valid_documents = documents().filter(is_valid)
