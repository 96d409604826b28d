"""Rules about the text of agreements: what no PDF shows, by the text itself."""

from collections.abc import Iterator
from typing import Any

from compiler.base.finding import Finding
from compiler.base.place import Place
from compiler.base.rule import Rule
from compiler.channels.agreements.coverage import unshown
from compiler.channels.agreements.references import PICTURES
from compiler.model.entity import Entity
from compiler.richtext.references import reference_of
from compiler.rules.agreements.drafts import Draft, drafts
from compiler.rules.agreements.printed import agreement_templates
from compiler.rules.check import Scope
from compiler.rules.templates.parts import templates

_MOST_SHOWN = 5


def unprintable_character(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An agreement has a character that none of its fonts can show.

    **Why** A box stands in its place.

    **Bad**

    ```yaml
    channel: pdf
    locales: {en: {title: Terms, description: "You accept ✅ the terms."}}
    ```

    **Good**

    ```yaml
    locales: {en: {title: Terms, description: "You accept the terms."}}
    ```

    There are fonts for Latin, Greek, Cyrillic, Arabic, Hebrew, Chinese, Japanese and Korean. Looked
    at are titles, bodies and samples; a back office that hands over other characters gets boxes.

    **Not flagged** Samples that the compiler makes.
    """
    for draft in scope.once(drafts):
        for part in (draft.title, draft.body):
            found = list(unshown(part.text)) if part is not None else []
            if found and part is not None:
                signs = dict.fromkeys(sign for _, sign in found)
                yield draft.finding(
                    rule, part.place(scope, found[0][0]), _unshown(signs), _OTHER_LETTERS
                )
    for template in agreement_templates(scope):
        for route, text in _strings(("samples",), template.record.samples):
            signs = dict.fromkeys(sign for _, sign in unshown(text))
            if signs:
                place, entity = template.places.value(*route), str(template.reference)
                yield rule.at(place, _unshown(signs), hint=_OTHER_LETTERS, entity=entity)


_OTHER_LETTERS = "write it in other letters, or leave it out"


def _unshown(signs: dict[str, None]) -> str:
    shown = ", ".join(f"`{sign}`" for sign in list(signs)[:_MOST_SHOWN])
    more = f" and {len(signs) - _MOST_SHOWN} others" if len(signs) > _MOST_SHOWN else ""
    return f"no font of agreements can show {shown}{more}"


def _strings(route: tuple[Any, ...], value: Any) -> Iterator[tuple[tuple[Any, ...], str]]:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        yield route, value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _strings((*route, key), one)
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _strings((*route, index), one)


def unprintable_markup(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """An agreement has an image or HTML that no PDF shows.

    **Why** It is left out, and nobody who reads the agreement knows.

    **Bad**

    ```md
    ![Our seal](https://acme.example/seal.png) <div class="note">Read this.</div>
    ```

    **Good**

    ```md
    ![Our seal](banners/seal) **Read this.**
    ```

    Of HTML there are `<b>`, `<strong>`, `<i>`, `<em>`, `<u>`, `<ins>`, `<s>`, `<del>`, `<small>`,
    `<sub>`, `<sup>` and `<br>`; of images those of banners, the widest that is PNG, JPEG, WebP or
    GIF. Nothing is loaded from elsewhere.

    **Not flagged** A banner that its language does not show (`unknown-reference`).
    """
    for draft in scope.once(drafts):
        for one in draft.markup.refused:
            if one.piece.startswith("</") and len(draft.markup.refused) > 1:
                continue  # the end of a tag that is told
            message, hint = _REFUSED[one.what]
            yield draft.finding(rule, _place(scope, draft, one.piece, one.skip), message, hint)
        for written in draft.markup.references:
            if written not in draft.targets.pictures and _has_images(scope, draft, written):
                message = f"a PDF can show none of the images of `{written}`"
                hint = f"give its widest slot an image that is {', '.join(PICTURES[:4])}"
                yield draft.finding(rule, _place(scope, draft, written, 0), message, hint)


_REFUSED = {
    "image": ("a PDF does not load images from elsewhere", "make it a banner: `![…](banners/…)`"),
    "html": ("a PDF does not show this HTML", "write it in Markdown"),
}


def _has_images(scope: Scope, draft: Draft, written: str) -> bool:
    reference = reference_of(written)
    if reference is None or reference.kind != "banners":
        return False
    banner = scope.effective[draft.body.written.area].banners.get(reference.label)
    own = banner.locales.get(draft.body.locale) if banner is not None else None
    return own is not None and own.active and bool(own.images)


def _place(scope: Scope, draft: Draft, piece: str, skip: int) -> Place:
    at = -1
    for _ in range(skip + 1):
        at = draft.body.text.find(piece, at + 1)
    first = piece.partition("\n")[0]
    return draft.body.begin if at < 0 else draft.body.place(scope, at, len(first))


def mismatched_layout(scope: Scope, rule: Rule) -> Iterator[Finding]:
    """A template names a layout of another channel: an agreement one in HTML, a mail one in Typst.

    **Why** It could not be used, and the message would look as if it had none.

    **Bad** (there are `_layouts/base.html.j2` and `_layouts/contract.typ`)

    ```yaml
    channel: pdf
    layout: base
    ```

    **Good**

    ```yaml
    channel: pdf
    layout: contract
    ```

    **Not flagged** A name that no layout has (`unknown-reference`).
    """
    for template in templates(scope):
        layout = scope.content.layouts.get(template.record.layout or "")
        if layout is not None and layout.is_typst != (template.record.channel == "pdf"):
            yield rule.at(
                template.places.value("layout"),
                _mismatch(template, layout.name),
                hint=_SUFFIXES[template.record.channel == "pdf"],
                entity=str(template.reference),
            )


_SUFFIXES = {
    True: "name a layout that is `content/templates/_layouts/<name>.typ`, or none",
    False: "name a layout that is `content/templates/_layouts/<name>.html.j2` or `<name>.mjml`",
}


def _mismatch(template: Entity[Any], name: str) -> str:
    if template.record.channel == "pdf":
        return f"`{name}` is a layout of e-mails; an agreement takes one in Typst"
    channel = template.record.channel
    return f"`{name}` is a layout of agreements, which the channel `{channel}` cannot take"
