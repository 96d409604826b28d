"""The body of a template, compiled: Markdown is done, Jinja is kept for the sender."""

from compiler.richtext.markdown import RichText, rich_text
from compiler.templating.jinja_tokens import protect


def compile_body(source: str) -> RichText:
    """Compile a body of Markdown with Jinja to HTML and text that still hold the Jinja."""
    protected = protect(source)
    compiled = rich_text(protected.markdown)
    return RichText(protected.restore_html(compiled.html), protected.restore_text(compiled.text))
