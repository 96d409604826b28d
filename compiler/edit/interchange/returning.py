"""What comes back with numbers for arguments, to entries of which the project knows the names."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from compiler.edit.interchange.assignment import Known
from compiler.edit.interchange.conversion import Message
from compiler.edit.interchange.positional import named_back
from compiler.edit.interchange.reading import Reading
from compiler.edit.interchange.styles import POSITIONAL
from compiler.edit.interchange.texts_out import Wording, message_of
from compiler.messages.expressible import NotExpressible


def named_as_known(reading: Reading, style: str | None, known: Sequence[Known]) -> Reading:
    """Return what was read with the names that known entries have for their arguments."""
    if style not in POSITIONAL:
        return reading
    by_name = {".".join(one.origin.key): one for one in known if one.origin.style != style}
    files = tuple(
        replace(file, messages=tuple(_named(one, by_name) for one in file.messages))
        for file in reading.files
    )
    return replace(reading, files=files)


def _named(message: Message, by_name: Mapping[str, Known]) -> Message:
    known = by_name.get(".".join(message.unit.key or ()))
    if known is None:
        return message
    source = message_of(Wording(known.label, known.source, "en", None, len(known.source) > 1))
    if isinstance(source, NotExpressible):
        return message
    texts = tuple(named_back(text, source) for text in message.texts)
    return replace(message, texts=texts, style=None, placeholders={})
