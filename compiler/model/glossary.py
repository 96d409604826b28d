"""The glossary: terms and how each language writes them."""

from pydantic import Field

from compiler.model.record import LocaleTag, OneLine, Record


class Term(Record):
    """A term of the source language; a translation equal to it means that it stays as it is."""

    term: OneLine = Field(examples=["trading account"])
    translations: dict[LocaleTag, OneLine] = Field(default_factory=dict)
    comment: str | None = None


class Glossary(Record):
    """translations/glossary.yaml."""

    terms: list[Term] = Field(default_factory=list)
