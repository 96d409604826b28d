"""Images put into the slots of a banner, and the PDF of a document."""

from dataclasses import replace
from posixpath import dirname, splitext
from typing import Any

from compiler.base.failure import RefusedError, UsageError
from compiler.base.place import Place
from compiler.base.spots import Route
from compiler.edit.adding.given import Given, GivenFile
from compiler.edit.records.kinds import RecordKind
from compiler.edit.verbs.documents import drop_pdf, pdf_names
from compiler.edit.verbs.editor import Deed, Editor
from compiler.images.picture import SUFFIXES, Picture
from compiler.images.work import SURVEY, Order
from compiler.load.labels import asset_name_finding
from compiler.load.localising import LOCALES
from compiler.model.banner import IMAGE_SUFFIXES, SLOT_NAMES
from compiler.model.reference import Kind
from compiler.rules.wording import listed

_PDF = b"%PDF-"


def put_files(editor: Editor, kind: RecordKind, label: str, given: Given) -> Given:
    """Put the files of an entry in their places; return what its YAML has to say of them.

    A file that was in such a place gives way. Raises UsageError for what is no image or no PDF.
    """
    if not given.files:
        if given.slot is not None:
            raise UsageError("`--slot` says where an image goes: give it with `--file`")
        return given
    if kind.kind is Kind.DOCUMENTS:
        return _put_pdf(editor, kind, label, given)
    if kind.kind is Kind.BANNERS:
        return _put_images(editor, kind, label, given)
    raise UsageError(f"`--file` is for banners and documents, not for {kind.kind}")


def _put_pdf(editor: Editor, kind: RecordKind, label: str, given: Given) -> Given:
    if len(given.files) > 1 or given.slot is not None:
        raise UsageError("a document has one PDF, and no slots")
    (file,) = given.files
    if not file.data.startswith(_PDF):
        raise UsageError(f"`{file.name}` is no PDF")
    path = _path(editor, kind, label)
    _check_name(file.name, path)
    target = f"{dirname(path)}/{file.name}"
    for other, name in pdf_names(editor):
        if other != label and name == file.name and editor.draft.data(target) != file.data:
            raise RefusedError(f"`{target}` is the PDF of `{kind.kind}/{other}`: rename yours")
    old = dict(pdf_names(editor)).get(label)
    if old is not None and old != file.name:
        drop_pdf(editor, label, old)
    editor.draft.put(target, file.data)
    editor.done.append(Deed(f"{kind.kind}/{label}", "PDF put in place", Place(target)))
    values = {**given.values, ("file",): file.name}
    return replace(given, values=values, replaces=frozenset({"file", "link"}))


def _put_images(editor: Editor, kind: RecordKind, label: str, given: Given) -> Given:
    locale = given.locale or editor.source
    if given.slot is not None and len(given.files) > 1:
        raise UsageError("`--slot` is for one image; several are named by their slots")
    folder = f"{dirname(_path(editor, kind, label))}/{locale}"
    slots = set()
    for file in given.files:
        slot, suffix = _slot(file, given.slot), _suffix(editor, file)
        if slot in slots:
            raise UsageError(f"two images are given for `{slot}`")
        slots.add(slot)
        target = f"{folder}/{slot}{suffix}"
        for other in IMAGE_SUFFIXES:
            if other != suffix and editor.draft.data(f"{folder}/{slot}{other}") is not None:
                editor.draft.remove(f"{folder}/{slot}{other}")
        editor.draft.put(target, file.data)
        message = f"image put into `{slot}` of `{locale}`"
        editor.done.append(Deed(f"{kind.kind}/{label}", message, Place(target)))
    values: dict[Route, Any] = dict(given.values)
    if not _has_language(editor, label, locale):
        values.setdefault((LOCALES, locale, "active"), False)
    return replace(given, values=values)


def _has_language(editor: Editor, label: str, locale: str) -> bool:
    banner = editor.scope.layers[editor.area].banners.get(label)
    return banner is not None and locale in banner.locales


def _slot(file: GivenFile, slot: str | None) -> str:
    """Return the slot that an image is for."""
    found = slot or splitext(file.name)[0].lower()
    if found not in SLOT_NAMES:
        raise UsageError(
            f"`{found}` is no slot; `--slot` says which `{file.name}` is for: {listed(SLOT_NAMES)}"
        )
    return found


def _suffix(editor: Editor, file: GivenFile) -> str:
    """Return the suffix that an image will have: that of its format, however it is called."""
    order = Order(file.name, SURVEY)
    picture = editor.scope.senses.images.done([order], lambda _: file.data)[order]
    if not isinstance(picture, Picture) or picture.fault is not None:
        fault = getattr(picture, "fault", None) or "it cannot be opened"
        hint = getattr(picture, "hint", None)
        raise UsageError(
            f"`{file.name}` cannot be put in place: {fault}" + (f"; {hint}" if hint else "")
        )
    return SUFFIXES[picture.format]


def _check_name(name: str, path: str) -> None:
    finding = asset_name_finding(name, Place(path), "file", "")
    if finding is not None:
        raise UsageError(f"{finding.message}; rename it first")


def _path(editor: Editor, kind: RecordKind, label: str) -> str:
    layer = "content" if editor.area is None else f"content/{Kind.AREAS}/{editor.area}"
    return f"{layer}/{kind.file(label)}"
