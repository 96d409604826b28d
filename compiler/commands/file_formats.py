"""The table of what `show` writes messages as: e-mails that readers open, agreements as PDFs."""

from collections.abc import Sequence
from typing import Literal

from compiler.base.failure import UsageError
from compiler.bundle.view import AreaView
from compiler.channels.email.eml import Mail, Picture, eml
from compiler.commands.message_files import Chosen, FileFormat, Files
from compiler.review.beside import bytes_beside
from compiler.templating.brand import LOGO_ID
from compiler.templating.escaping import Output
from compiler.templating.trials import Job
from compiler.wiring import agreement_press, system_clock, template_renderer

_PARTS: tuple[tuple[Literal["subject", "html", "text"], Output], ...] = (
    ("subject", Output.TEXT),
    ("html", Output.HTML),
    ("text", Output.TEXT),
)


def _mails(chosen: Sequence[Chosen], _: Files) -> list[bytes]:
    jobs = [
        Job(one.entry[part] or "", one.values, one.locale, output)
        for one in chosen
        for part, output in _PARTS
    ]
    done, sent = iter(template_renderer().render(jobs)), system_clock().now()
    mails = []
    for one in chosen:
        subject, html, text = (one.sound(next(done)) for _ in _PARTS)
        pictures = _pictures(one.view)
        mails.append(eml(Mail(subject, html, text, one.locale, pictures), sent))
    return mails


def _pictures(view: AreaView) -> tuple[Picture, ...]:
    """Return the logo that the area's mails may show."""
    path = view.look.logo
    data = bytes_beside(view.content, path)
    if path is None or data is None:
        return ()
    return (Picture(LOGO_ID, path.rpartition("/")[2], data),)


def _pdfs(chosen: Sequence[Chosen], files: Files) -> list[bytes]:
    jobs = [Job(one.entry["pdf"]["typst"], one.values, one.locale, Output.TEXT) for one in chosen]
    press, printed = agreement_press(), []
    if press.flaws([]) is None:
        raise UsageError("agreements are printed by an extra: `pip install 'clientarea[pdf]'`")
    for one, text in zip(chosen, template_renderer().render(jobs), strict=True):
        drawn = {path: files[path] for path in one.entry["pdf"]["files"]}
        made = press.print(one.sound(text), drawn)
        if made.flaw is not None:
            raise one.refused(made.flaw.message)
        printed.append(made.pdf)
    return printed


FILE_FORMATS = {
    "eml": FileFormat(".eml", "email", "mail", "no e-mail", _mails),
    "pdf": FileFormat(".pdf", "pdf", "PDF", "no agreement", _pdfs, text=False),
}
"""By the option's value."""
