"""Typed keys for TypeScript: one flat interface from key to arguments, as tuples.

A tuple is spread into the parameters of a function, so that nothing has to be worked out by
conditional types. Strings that want the same share one: the compiler has as many types to compare
as there are different ones, whatever the number of keys.
"""

import json
from collections.abc import Iterable

from compiler.edit.types.signature import Signature, TypedKey, Value, ValueType

HEADER = "// Made by `clientarea types` from the strings; it will be overwritten.\n"

_TYPES = {
    ValueType.TEXT: "string | number",
    ValueType.NUMBER: "number",
    ValueType.TIME: "Date | number",
    ValueType.TAG: "(chunks: never) => unknown",
}

_FUNCTION = """\
/** A function that translates, and takes just the values that the string shows. */
export interface Translate {
  <K extends StringKey>(key: K, ...values: Strings[K]): string;
}
"""

_FORMAT = """\
/** `intl.formatMessage`, which takes just the values that the string shows. */
export interface FormatMessage {
  <K extends StringKey>(
    descriptor: { id: K; defaultMessage?: string; description?: string },
    ...values: Strings[K]
  ): string;
}
"""


def typescript(keys: Iterable[TypedKey], _: list[str]) -> str:
    """Return the interface, and the type of a function that asks for its keys."""
    return f"{HEADER}\n{_strings(keys)}\n{_FUNCTION}"


def i18next(keys: Iterable[TypedKey], namespaces: list[str]) -> str:
    """Return the same with the augmentation that i18next reads (its page "TypeScript")."""
    known = list(keys)
    spaces = "\n".join(
        f"      {_quoted(name)}: {{\n{_texts(known, name)}\n      }};" for name in namespaces
    )
    augmentation = f"""\
declare module "i18next" {{
  interface CustomTypeOptions {{
    defaultNS: {_quoted(namespaces[0])};
    keySeparator: false;
    returnNull: false;
    resources: {{
{spaces}
    }};
  }}
}}
"""
    return f'{HEADER}\nimport "i18next";\n\n{augmentation}\n{_strings(known)}\n{_FUNCTION}'


def formatjs(keys: Iterable[TypedKey], _: list[str]) -> str:
    """Return the same with the augmentation that react-intl reads (its page "Typing")."""
    augmentation = """\
declare global {
  namespace FormatjsIntl {
    interface Message {
      ids: StringKey;
    }
  }
}
"""
    return f"{HEADER}\n{_strings(keys)}\n{_FORMAT}\n{augmentation}"


def _strings(keys: Iterable[TypedKey]) -> str:
    known = list(keys)
    signatures = sorted({one.signature for one in known if one.signature})
    names = {signature: f"Values{number}" for number, signature in enumerate(signatures, 1)}
    shared = [f"type {names[one]} = [values: {{ {_fields(one)} }}];" for one in signatures]
    lines = [f"  {_quoted(one.key)}: {names.get(one.signature, '[]')};" for one in known]
    body = "\n".join(["export interface Strings {", *lines, "}"])
    return (
        f"{''.join(f'{line}{chr(10)}' for line in shared)}"
        f"\n/** Every string, by its key, with the values that it wants. */\n{body}\n\n"
        "export type StringKey = keyof Strings;\n"
    )


def _fields(signature: Signature) -> str:
    return "; ".join(f"{_name(one.name)}: {_type(one)}" for one in signature)


def _type(value: Value) -> str:
    if value.type is not ValueType.CHOICE:
        return _TYPES[value.type]
    # Anything is `other`; what has a branch of its own is offered by editors.
    return " | ".join([*map(_quoted, value.choices), "(string & {})"])


def _texts(keys: Iterable[TypedKey], namespace: str) -> str:
    """Return what i18next takes for texts: the placeholders alone, so that no wording counts.

    A string that chooses by `context` has a key for each, as in the bundles: i18next's types know
    contexts by them.
    """
    head = f"{namespace}:"
    labels = {one.key.removeprefix(head): one.signature for one in keys if one.key.startswith(head)}
    known = {
        f"{label}_{context}": signature
        for label, signature in labels.items()
        for context in _contexts(signature)
    } | labels
    return "\n".join(
        f"        {_quoted(label)}: {_shown(known[label])};" for label in sorted(known)
    )


def _contexts(signature: Signature) -> tuple[str, ...]:
    choices = next((one.choices for one in signature if one.type is ValueType.CHOICE), None)
    return () if choices is None else (*choices, "other")


def _shown(signature: Signature) -> str:
    names = [one.name for one in signature if one.type is not ValueType.CHOICE]
    return _quoted(" ".join(f"{{{{{name}}}}}" for name in names)) if names else "string"


def _name(name: str) -> str:
    return name if name.isidentifier() and name.isascii() else _quoted(name)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=True)
