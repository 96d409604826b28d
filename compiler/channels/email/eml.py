"""A rendered mail as a message of RFC 5322 and MIME: what a reader opens, and a mailer sends.

By the older half of the standard library: the newer one folds long encoded subjects so that spaces
are lost or gained.
"""

import datetime as dt
from dataclasses import dataclass
from email import policy
from email.charset import QP, Charset
from email.encoders import encode_base64
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.utils import format_datetime

from compiler.base.hashing import sha256

_SENDER = "Preview <preview@clientarea.invalid>"
_READER = "reader@clientarea.invalid"
_LONGEST = 76
_POLICY = policy.compat32.clone(linesep="\r\n", max_line_length=None)
_UTF_8 = Charset("utf-8")
_UTF_8.body_encoding = QP


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that the HTML shows as ``cid:`` and its ``id``: a name with its type, and bytes."""

    id: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that has been rendered: its parts, and the language (BCP 47) that it is in.

    Of ``pictures`` those are attached that the HTML shows.
    """

    subject: str
    html: str
    text: str
    locale: str
    pictures: tuple[Picture, ...] = ()


def eml(mail: Mail, sent: dt.datetime) -> bytes:
    """Return a mail as ``multipart/alternative``: the text part, then the HTML part, in ASCII.

    The HTML has its pictures beside it (``multipart/related``, RFC 2387).

    Sender and reader are addresses that lead to nobody (RFC 2606); the line breaks of a subject,
    which would begin another line of the head, are spaces. The same mail gives the same bytes.
    """
    boundary = sha256((mail.html + mail.text).encode())[:24]
    message = MIMEMultipart("alternative", boundary)
    message["From"] = _SENDER
    message["To"] = _READER
    message["Subject"] = _header("Subject", " ".join(mail.subject.split()))
    message["Date"] = format_datetime(sent)
    message["Content-Language"] = mail.locale
    message["X-Unsent"] = "1"  # Outlook opens it as a draft that can be sent
    message.attach(_text("plain", mail.text))
    html = _text("html", mail.html)
    shown = [one for one in mail.pictures if f"cid:{one.id}" in mail.html]
    if shown:
        related = MIMEMultipart("related", f"{boundary}-html", type="text/html")
        for part in (html, *map(_picture, shown)):
            related.attach(part)
        message.attach(related)
    else:
        message.attach(html)
    return message.as_bytes(policy=_POLICY)


def _text(kind: str, content: str) -> MIMENonMultipart:
    part = MIMENonMultipart("text", kind, charset="utf-8")
    part.set_payload(_lines(content), _UTF_8)
    return part


def _picture(picture: Picture) -> MIMENonMultipart:
    suffix = picture.name.rpartition(".")[2]
    part = MIMENonMultipart("image", {"jpg": "jpeg"}.get(suffix, suffix))
    part["Content-ID"] = f"<{picture.id}>"
    part.add_header("Content-Disposition", "inline", filename=picture.name)
    part.set_payload(picture.data)
    encode_base64(part)
    return part


def _header(name: str, text: str) -> str:
    """Return a text as the lines of a head (RFC 2047), folded."""
    plain = text.isascii() and "=?" not in text and len(name) + len(text) + 2 <= _LONGEST
    charset = "us-ascii" if plain else "utf-8"
    return Header(text, charset, maxlinelen=_LONGEST, header_name=name).encode()


def _lines(text: str) -> str:
    """Return a text that ends in a line break, with one kind of them."""
    return "\n".join(text.splitlines()) + "\n"
