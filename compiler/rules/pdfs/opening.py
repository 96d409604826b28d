"""Rules about whether a PDF can be opened: whole, by everybody, in a moment, and as a PDF alone."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.ports.pdf_facts import Lock
from compiler.rules.check import Scope
from compiler.rules.documents import document_files
from compiler.rules.pdfs.facts import document_pdfs, pdf_facts, pdf_paths


def unopened_pdf(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """PDFs were not opened, because what opens them is not installed.

    **Why** That they are whole and safe, and what takes the space in them, is not known; they are
    published without a picture of their first page and without their text.

    **Bad** A project with PDFs, checked by a tool without its extra `pdf`.

    **Good** `pip install 'clientarea[pdf]'`

    **Not flagged** Projects without PDFs.
    """
    if scope.senses.inspect is None:
        return
    known = scope.once(pdf_facts)
    unknown = {path for path in pdf_paths(scope) if path not in known}
    first = next((one for one, path in document_files(scope) if path in unknown), None)
    if first is not None:
        what = "this PDF was" if len(unknown) == 1 else f"{len(unknown):,} PDFs were"
        hint = "install what opens PDFs: `pip install 'clientarea[pdf]'`"
        yield rule.at(first.places.value("file"), f"{what} not opened", hint=hint)


def damaged_pdf(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A PDF is cut off or damaged, even where most programs can repair it.

    **Why** Some visitors see an error, or an empty page, and nobody sees which.

    **Bad** A download that broke off; a file that was sent as text, so that line ends changed; one
    of a program that writes its table of objects wrong.

    **Good** Export it again, or send it as a file and not as text.

    **Not flagged** Small faults inside a page that every program skips.
    """
    for pdf in document_pdfs(scope):
        facts = pdf.facts
        if facts.lock is Lock.PASSWORD or facts.trouble or not (facts.damage or facts.cut):
            continue
        if facts.cut:
            message = "is cut off: its end is missing"
        elif facts.pages == 0:
            message = "is damaged, and cannot be opened"
        else:
            message = "is damaged, and has to be repaired by whoever opens it"
        why = f" ({facts.damage})" if facts.damage else ""
        yield pdf.says(rule, message, f"export it again{why}")


def locked_pdf(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A PDF cannot be opened without a password.

    **Why** Visitors have no password.

    **Bad** A file that was saved with a password to open it.

    **Good** Save it without one.

    **Not flagged** A PDF that opens and only forbids something (`restricted-pdf`).
    """
    for pdf in document_pdfs(scope):
        if pdf.facts.lock is Lock.PASSWORD:
            yield pdf.says(rule, "asks for a password", "save it without one")


def restricted_pdf(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A PDF is encrypted so that it forbids something: to print, to copy, to read aloud.

    **Why** Visitors who print it, or whose program reads it aloud, are refused; it protects
    nothing, as many programs ignore it.

    **Bad** A file that was saved with a password for its permissions.

    **Good** Save it without one.

    **Not flagged** A PDF that is not encrypted.
    """
    for pdf in document_pdfs(scope):
        if pdf.facts.lock is Lock.RESTRICTED:
            message = "is encrypted: it may not be printed, copied or read aloud everywhere"
            yield pdf.says(rule, message, "save it without a password for permissions")


def unsafe_pdf(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A PDF cannot be opened within reason: in 10 seconds, with 1.5 GB of memory.

    **Why** It would hang or crash the browser of whoever opens it. Such files are made to do harm,
    or by a program with a fault.

    **Bad** A stream that unpacks to gigabytes, drawings that draw each other without an end, a file
    that makes the program crash that reads it.

    **Good** Export the document again from what it was made of.

    **Not flagged** Large PDFs that open; those are a matter of the budget (`over-budget`).
    """
    for pdf in document_pdfs(scope):
        if pdf.facts.trouble:
            hint = "export the document again from what it was made of"
            yield pdf.says(rule, pdf.facts.trouble, hint)


def disguised_pdf(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A PDF is something else, too: an archive, a web page, a program.

    **Why** What one program shows as a PDF another one unpacks or runs. That is how harmful files
    come past those who look at them.

    **Bad** A PDF with a ZIP archive at its end, or with HTML before its first line.

    **Good** The PDF alone, exported again.

    **Not flagged** Blank lines before or after the PDF.
    """
    for pdf in document_pdfs(scope):
        if pdf.facts.foreign:
            yield pdf.says(rule, pdf.facts.foreign, "export the PDF again, and nothing with it")


def empty_pdf(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A PDF has no pages.

    **Why** There is nothing to see.

    **Bad** A file that a program began and did not finish.

    **Good** Export the document again.

    **Not flagged** A PDF whose pages are empty.
    """
    for pdf in document_pdfs(scope):
        facts = pdf.facts
        whole = not (facts.damage or facts.cut or facts.trouble or facts.lock is Lock.PASSWORD)
        if whole and facts.pages == 0:
            yield pdf.says(rule, "has no pages", "export it again")
