"""The PDFs of documents: which belongs to whom."""

from collections.abc import Iterator
from posixpath import dirname

from compiler.edit.verbs.editor import Editor


def pdf_names(editor: Editor) -> Iterator[tuple[str, str]]:
    """Yield the documents of the layer that is edited, and the names of their PDFs."""
    for label, document in editor.scope.layers[editor.area].documents.items():
        name = getattr(document.record, "file", None)
        if name is not None:
            yield label, name


def drop_pdf(editor: Editor, label: str, name: str) -> None:
    """Take away the PDF of a document, unless it is another's, too."""
    if not any(other != label and one == name for other, one in pdf_names(editor)):
        document = editor.scope.layers[editor.area].documents[label]
        editor.draft.remove(f"{dirname(document.places.path)}/{name}")
