"""Composes the nodes of a YAML text that `read_yaml` could read."""

import re

from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from compiler.read.yaml_events import YamlEvent, event_source, without_foreign_breaks
from compiler.read.yaml_nodes import Alias, Collection, Node, Part, Properties, Scalar

_BLANK = re.compile(r"(?:[ \t\r\n]++|(?:(?<=[ \t\r\n,])|\A)#[^\r\n]*+)*+")
_BLANK_OR_COMMA = re.compile(r"(?:[ \t\r\n,]++|(?:(?<=[ \t\r\n,])|\A)#[^\r\n]*+)*+")
_PROPERTY = re.compile(r"&[\w-]+|!<[^>\s]*>|![^\s,\[\]{}]*")
_HEADER = re.compile(r"[|>][-+0-9]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_FINAL = re.compile(r"(?:\r\n|\r|\n)\Z")


def compose(text: str) -> Node | None:
    """Return the outermost node of the text's only document, None where that is empty.

    Raises yaml.YAMLError for what `read_yaml` cannot read either.
    """
    return _Composer(text).document()


class _Composer:
    """One walk over the events; ``indent`` is that of the block around, -1 outside of all."""

    def __init__(self, text: str) -> None:
        parsed, restore = without_foreign_breaks(text)
        self._text = text
        self._next = event_source(parsed)
        self._restore = restore or (lambda value: value)
        self._anchors: dict[str, Node] = {}

    def document(self) -> Node | None:
        self._next()
        opening: YamlEvent = self._next()
        if isinstance(opening, StreamEndEvent):
            return None
        return self._node(self._next(), opening.end_mark.index, -1)

    def _node(self, event: YamlEvent, after: int, indent: int) -> Node:
        """Return the node that begins with an event; ``after`` is where an empty one stands."""
        if isinstance(event, AliasEvent):
            return self._alias(event)
        node: Node
        if isinstance(event, ScalarEvent):
            node = self._scalar(event, after, indent)
        else:
            node = self._collection(event, indent)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _alias(self, event: YamlEvent) -> Alias:
        target = self._anchors.get(event.anchor)
        return Alias(event.start_mark.index, event.end_mark.index, target)

    def _scalar(self, event: YamlEvent, after: int, indent: int) -> Scalar:
        begin, end = event.start_mark.index, event.end_mark.index
        style, value = event.style or "", self._restore(event.value)
        properties = Properties(event.anchor, event.tag)
        if not style and not value:
            has_any = properties != (None, None)
            begin = begin if has_any else after
            after = self._after_properties(begin, properties) if has_any else after
            return Scalar(begin, after, after, after, style, value, properties)
        start = self._content(begin, properties)
        if style not in ("|", ">"):
            return Scalar(begin, start, end, end, style, value, properties)
        head = _HEADER.match(self._text, start)
        head_end = start + 1 if head is None else head.end()
        end = self._block_end(start, head_end, end, indent)
        return Scalar(begin, start, end, head_end, style, value, properties)

    def _block_end(self, start: int, head_end: int, limit: int, indent: int) -> int:
        """Return where the last line ends that says something in a block scalar."""
        line_end = _LINE_END.search(self._text, head_end, limit)
        first = limit if line_end is None else line_end.end()
        header, body = self._text[start:head_end], self._text[first:limit]
        if not body:
            return head_end
        if "+" in header:
            return first + len(_FINAL.sub("", body))
        lines = [line for line in _LINE_END.split(body) if line.strip(" ")]
        if not lines:
            return head_end
        given = header.strip("|>-")
        width = max(indent, 0) + int(given) if given else len(lines[0]) - len(lines[0].lstrip(" "))
        # Spaces beyond the indentation are text; without any beyond it a line is blank.
        return first + len(re.sub(rf"(?:(?:\r\n|\r|\n) {{0,{width}}})+\Z", "", body))

    def _collection(self, event: YamlEvent, indent: int) -> Collection:
        properties = Properties(event.anchor, event.tag)
        begin = event.start_mark.index
        start = self._content(begin, properties)
        mapping, flow = isinstance(event, MappingStartEvent), bool(event.flow_style)
        bare = flow and self._text[start] not in "[{"
        if not flow and (mapping or self._column(start) > indent):
            indent = self._column(start)
        position = start + 1 if flow and not bare else start
        parts, last = self._parts(event, position, indent)
        end = last.end_mark.index if flow and not bare else parts[-1].end
        where = (mapping, flow, bare, indent)
        return Collection(begin, start, end, *where, tuple(parts), properties)

    def _parts(
        self, opening: YamlEvent, position: int, indent: int
    ) -> tuple[list[Part], YamlEvent]:
        """Return what is in a collection, and the event that closes it."""
        parts: list[Part] = []
        while not isinstance(event := self._next(), (MappingEndEvent, SequenceEndEvent)):
            start = self._skip(position, comma=opening.flow_style)
            if isinstance(opening, MappingStartEvent):
                part = self._pair(event, start, indent)
            elif opening.flow_style:
                part = Part(start, None, None, self._node(event, start, indent))
            else:
                part = Part(start, None, start, self._node(event, start + 1, indent))
            parts.append(part)
            position = part.end
        return parts, event

    def _pair(self, event: YamlEvent, start: int, indent: int) -> Part:
        key = self._node(event, start, indent)
        colon = self._skip(key.end, comma=False)
        found = self._text[colon : colon + 1] == ":"
        value = self._node(self._next(), colon + 1 if found else key.end, indent)
        return Part(start, key, colon if found else None, value)

    def _content(self, begin: int, properties: Properties) -> int:
        """Return where a node begins whose properties begin at a position."""
        if properties == (None, None):
            return begin
        return self._skip(self._after_properties(begin, properties), comma=False)

    def _after_properties(self, position: int, properties: Properties) -> int:
        for _ in range(sum(one is not None for one in properties)):
            position = self._skip(position, comma=False)
            found = _PROPERTY.match(self._text, position)
            position = position if found is None else found.end()
        return position

    def _skip(self, position: int, *, comma: bool) -> int:
        """Return where the next sign is that is neither blank nor of a comment."""
        found = (_BLANK_OR_COMMA if comma else _BLANK).match(self._text, position)
        return position if found is None else found.end()

    def _column(self, position: int) -> int:
        line = max(self._text.rfind("\n", 0, position), self._text.rfind("\r", 0, position))
        return position - line - 1
