"""Markdown, with or without Jinja in it, as blocks: each is asked for, structure stays as it is."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from compiler.translate.masking import Masked, masked_text

_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_HEAD = re.compile(r" {0,3}#{1,6}[ \t]+")
_RULE = re.compile(r" {0,3}([-*_=])(?:[ \t]*\1){2,}[ \t]*")
_TABLE_RULE = r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$"
JINJA = r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}"
_VALUE = r"\{(?![{%#])|\{\{(?:(?!\}\}).)*\}\}|\{%(?:(?!%\}).)*%\}|\{#(?:(?!#\}).)*#\}"
"""A brace in an address, or Jinja to its first end: spaces and all, and nothing is tried twice."""
_TARGET = rf"(?:<[^<>\n]*>|(?:{_VALUE}|[^()\s{{]|\([^()\s]*\))+)"
_UNTRANSLATED = re.compile(
    "|".join(
        (
            rf"(?P<address><(?:https?://|mailto:)(?:{_VALUE}|[^\s<>{{])+>|(?<=\]\(){_TARGET})",
            rf"(?P<url>https?://(?:{_VALUE}|[^\s<>()\[\]{{])+(?<![.,;:!?'\"]))",
            f"(?P<template>{JINJA})",
            r"(?P<code>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))",
            r"(?P<comment><!--.*?-->)",
            r"(?P<tag></?[A-Za-z][^<>]*>)",
            r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)",
            r"(?P<entity>&(?:[A-Za-z]+|#\d+|#x[0-9A-Fa-f]+);)",
            f"(?P<table>{_TABLE_RULE})",
        )
    ),
    re.DOTALL | re.MULTILINE,
)


class Block(NamedTuple):
    """A piece of a text: what stands before its words (``## ``), and those; or all of it as is."""

    before: str
    words: str


def blocks_of(text: str) -> list[Block]:
    """Return the blocks of a text; joined, ``before`` and ``words`` of all are the text again."""
    return list(_blocks(text))


def masked_markdown(words: str, note: str = "") -> Masked:
    """Return the words of a block with addresses, code, tags and Jinja masked."""
    return masked_text(words, _untranslated(words), note)


def _untranslated(words: str) -> Iterator[tuple[int, int, str]]:
    for found in _UNTRANSLATED.finditer(words):
        if found[0]:
            yield found.start(), found.end(), _hint(found)


def _hint(found: re.Match[str]) -> str:
    if found.lastgroup == "template":
        return found[0].strip("{}%# ")
    if found.lastgroup in ("tag", "code"):
        return found[0].strip("<>`")
    return found.lastgroup or ""


def _blocks(text: str) -> Iterator[Block]:
    """Part a text at blank lines; blocks of code are no words."""
    before: list[str] = []
    words: list[str] = []
    fence = ""
    for line in text.splitlines(keepends=True):
        mark = _FENCE.match(line)
        if fence:
            before.append(line)
            if mark and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            continue
        if mark or not line.strip() or _RULE.fullmatch(line.rstrip("\n")):
            if words:
                yield _block(before, words)
                before, words = [], []
            before.append(line)
            fence = mark[1] if mark else ""
            continue
        if _HEAD.match(line) and words:
            yield _block(before, words)
            before, words = [], []
        words.append(line)
        if _HEAD.match(line):
            yield _block(before, words)
            before, words = [], []
    if before or words:
        yield _block(before, words)


def _block(before: list[str], words: list[str]) -> Block:
    said = "".join(words)
    head = _HEAD.match(said)
    start = head.end() if head else len(said) - len(said.lstrip())
    return Block("".join(before) + said[:start], said[start:])
