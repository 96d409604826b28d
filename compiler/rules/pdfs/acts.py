"""Rules about what a PDF does beside showing its pages: nothing, if it is safe to open."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.ports.pdf_facts import Act, Danger
from compiler.rules.check import Scope
from compiler.rules.pdfs.facts import document_pdfs

_EXPORT = "export it without"


def pdf_javascript(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A PDF has JavaScript in it.

    **Why** Whoever opens it runs a stranger's program. Many companies block such files, and most
    browsers do not run the script, so that the form does not work there either.

    **Bad** A form that checks what is filled in by a script; a script that runs when it is opened.

    **Good** A PDF without scripts; a page of the web for what needs them.

    **Not flagged** Forms without scripts.
    """
    return _told(scope, rule, Danger.JAVASCRIPT, "has JavaScript in it", f"{_EXPORT} scripts")


def pdf_launch(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A PDF starts a program.

    **Why** No document needs that, and harmful ones do it.

    **Bad** A launch action with the name of a program or of a file of the visitor's machine.

    **Good** A PDF without such actions.

    **Not flagged** Links to pages of the web.
    """
    return _told(scope, rule, Danger.LAUNCH, "starts a program", f"{_EXPORT} launch actions")


def pdf_attachment(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A PDF brings other files along.

    **Why** Nobody has looked at them, they go past those who check downloads, and a visitor who
    opens the document does not expect them.

    **Bad** A PDF with a spreadsheet attached.

    **Good** Every file as a document of its own.

    **Not flagged** Fonts and images; they are parts of the pages.
    """
    hint = "publish what is attached as a document of its own"
    return _told(scope, rule, Danger.EMBEDDED, "brings files along", hint)


def pdf_submit(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A form in a PDF sends what is filled in.

    **Why** What visitors write about themselves goes to an address that they do not see, past what
    protects a page of the web.

    **Bad** A button `Submit` that sends the form to `http://acme.example/form`.

    **Good** A form that is filled in, saved and uploaded, or a page of the web.

    **Not flagged** Forms without such a button.
    """
    return _told(scope, rule, Danger.SUBMIT, "sends what is filled in", f"{_EXPORT} that button")


def pdf_external_reference(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A PDF reaches for files outside of it: on the visitor's machine, or on another one.

    **Why** The file is not there; and a request for it tells others who opened the document, and
    from which machine, sometimes with the name of the account.

    **Bad** A link to `file:///C:/Fees.pdf`, to another PDF beside it, an image that is loaded from
    an address.

    **Good** Links to `https://…`; everything else inside the PDF.

    **Not flagged** Links to pages of the web, to mail addresses and to telephone numbers.
    """
    hint = "take it in, or link to a page of the web"
    return _told(scope, rule, Danger.EXTERNAL, "reaches for what is not in it", hint)


def _told(scope: Scope, rule: Rule, danger: Danger, message: str, hint: str) -> Iterator[Finding]:
    """Yield one finding for each PDF with such acts; the first of them is shown."""
    for pdf in document_pdfs(scope):
        acts = [act for act in pdf.facts.acts if act.danger is danger]
        if acts:
            more = f", and {len(acts) - 1} more" if len(acts) > 1 else ""
            yield pdf.says(rule, f"{message}: {_shown(acts[0])}{more}", hint)


def _shown(act: Act) -> str:
    where = f" (page {act.page})" if act.page else ""
    what = act.what if act.danger is Danger.EXTERNAL else f"`{act.what}`"
    return f"{what}{where}"
