"""Rules about whether a PDF is fit for everybody: read aloud, and the same on every machine."""

from collections.abc import Iterator

from compiler.base.finding import Finding
from compiler.base.rule import Rule
from compiler.ports.pdf_facts import PdfFacts
from compiler.rules.check import Scope
from compiler.rules.pdfs.facts import document_pdfs

_MOST_FONTS = 3


def inaccessible_pdf(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A PDF lacks what programs need that read it aloud: tags, a language, a title.

    **Why** Blind visitors hear nothing, or hear it in the accent of another language. In many
    countries the law asks banks and shops for accessible documents. The title is also what browsers
    show in place of the file's name.

    **Bad** A PDF that was printed to a file, or scanned.

    **Good** A PDF exported with tags ("PDF/UA", "document structure tags for accessibility"), its
    language and its title set in the properties of the document.

    **Not flagged** Whether the tags are good; that is for people to judge.
    """
    for pdf in document_pdfs(scope):
        lacking = _lacking(pdf.facts)
        if pdf.facts.is_open and lacking:
            hint = "export it with tags for accessibility; set language and title before that"
            yield pdf.says(rule, f"has no {_joined(lacking)}", hint)


def _lacking(facts: PdfFacts) -> list[str]:
    has = {"tags": facts.tagged, "language": bool(facts.language), "title": bool(facts.title)}
    return [what for what, there in has.items() if not there]


def _joined(words: list[str]) -> str:
    *first, last = words
    return f"{', no '.join(first)} and no {last}" if first else last


def unembedded_font(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A PDF does not bring its fonts along.

    **Why** Where a font is not installed, another one takes its place: lines run over, and letters
    of some languages become boxes.

    **Bad** A PDF exported without its fonts, to save space.

    **Good** A PDF with its fonts embedded, as PDF/A asks.

    **Not flagged** The fourteen fonts that every program has, such as Helvetica.
    """
    for pdf in document_pdfs(scope):
        fonts = pdf.facts.fonts
        if pdf.facts.is_open and fonts:
            shown = ", ".join(f"`{font}`" for font in fonts[:_MOST_FONTS])
            more = f" and {len(fonts) - _MOST_FONTS} more" if len(fonts) > _MOST_FONTS else ""
            what = "the font" if len(fonts) == 1 else "the fonts"
            yield pdf.says(rule, f"lacks {what} {shown}{more}", "export it with its fonts embedded")
