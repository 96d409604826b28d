"""What can be wrong with the syntax of a message, in words; the kinds are those of FormatJS."""

from enum import IntEnum


class IcuErrorKind(IntEnum):
    """The kinds of syntax errors, with the numbers FormatJS gives them; above 100 our own."""

    EXPECT_ARGUMENT_CLOSING_BRACE = 1
    EMPTY_ARGUMENT = 2
    MALFORMED_ARGUMENT = 3
    EXPECT_ARGUMENT_TYPE = 4
    INVALID_ARGUMENT_TYPE = 5
    EXPECT_ARGUMENT_STYLE = 6
    INVALID_NUMBER_SKELETON = 7
    EXPECT_DATE_TIME_SKELETON = 10
    UNCLOSED_QUOTE_IN_ARGUMENT_STYLE = 11
    EXPECT_SELECT_ARGUMENT_OPTIONS = 12
    EXPECT_PLURAL_ARGUMENT_OFFSET_VALUE = 13
    INVALID_PLURAL_ARGUMENT_OFFSET_VALUE = 14
    EXPECT_SELECT_ARGUMENT_SELECTOR = 15
    EXPECT_PLURAL_ARGUMENT_SELECTOR = 16
    EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT = 17
    EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT = 18
    INVALID_PLURAL_ARGUMENT_SELECTOR = 19
    DUPLICATE_PLURAL_ARGUMENT_SELECTOR = 20
    DUPLICATE_SELECT_ARGUMENT_SELECTOR = 21
    MISSING_OTHER_CLAUSE = 22
    INVALID_TAG = 23
    UNMATCHED_CLOSING_TAG = 26
    UNCLOSED_TAG = 27
    TOO_DEEP = 101


_K = IcuErrorKind

_WORDS: dict[IcuErrorKind, tuple[str, str]] = {
    _K.EXPECT_ARGUMENT_CLOSING_BRACE: (
        "this `{` is not closed by `}`",
        "close it, or write `'{'` where a brace is meant as text",
    ),
    _K.EMPTY_ARGUMENT: (
        "`{}` names no argument",
        "write a name, as in `{amount}`, or `'{}'` where braces are meant as text",
    ),
    _K.MALFORMED_ARGUMENT: (
        "this is not the name of an argument",
        "write letters, digits and `_`, as in `{amount}`, or `'{'` where a brace is meant as text",
    ),
    _K.EXPECT_ARGUMENT_TYPE: (
        "the comma promises a type, and none follows",
        "write one of `number`, `date`, `time`, `plural`, `selectordinal`, `select`",
    ),
    _K.INVALID_ARGUMENT_TYPE: (
        "this is no type of argument",
        "write one of `number`, `date`, `time`, `plural`, `selectordinal`, `select`",
    ),
    _K.EXPECT_ARGUMENT_STYLE: (
        "the comma promises a style, and none follows",
        "write a style such as `percent`, or leave the comma out",
    ),
    _K.INVALID_NUMBER_SKELETON: (
        "this number skeleton cannot be read",
        "write one such as `::currency/USD` or `::.00`",
    ),
    _K.EXPECT_DATE_TIME_SKELETON: (
        "the skeleton after `::` is empty",
        "write one such as `::yMMMd`",
    ),
    _K.UNCLOSED_QUOTE_IN_ARGUMENT_STYLE: (
        "the apostrophe in this style has no partner",
        "close the quotation with a second apostrophe",
    ),
    _K.EXPECT_SELECT_ARGUMENT_OPTIONS: (
        "the choices are missing",
        "write them after a comma, as in `{count, plural, one {…} other {…}}`",
    ),
    _K.EXPECT_PLURAL_ARGUMENT_OFFSET_VALUE: ("`offset:` needs a number", "write `offset:1`"),
    _K.INVALID_PLURAL_ARGUMENT_OFFSET_VALUE: ("this offset is too large", "write `offset:1`"),
    _K.EXPECT_SELECT_ARGUMENT_SELECTOR: (
        "a choice is missing",
        "write at least `other {…}`",
    ),
    _K.EXPECT_PLURAL_ARGUMENT_SELECTOR: (
        "a choice is missing",
        "write at least `other {…}`; a number is written `=0 {…}`",
    ),
    _K.EXPECT_SELECT_ARGUMENT_SELECTOR_FRAGMENT: (
        "the text of this choice is missing",
        "write it in braces after the choice, as in `other {…}`",
    ),
    _K.EXPECT_PLURAL_ARGUMENT_SELECTOR_FRAGMENT: (
        "the text of this choice is missing",
        "write it in braces after the choice, as in `other {…}`",
    ),
    _K.INVALID_PLURAL_ARGUMENT_SELECTOR: ("this number is too large", "write a smaller one"),
    _K.DUPLICATE_PLURAL_ARGUMENT_SELECTOR: ("this choice stands here twice", "remove one"),
    _K.DUPLICATE_SELECT_ARGUMENT_SELECTOR: ("this choice stands here twice", "remove one"),
    _K.MISSING_OTHER_CLAUSE: (
        "the choice `other` is missing",
        "add `other {…}`: it is used for everything that no other choice names",
    ),
    _K.INVALID_TAG: (
        "this tag cannot be read",
        "write `<b>…</b>` without attributes, or `'<'` where the sign is meant as text",
    ),
    _K.UNMATCHED_CLOSING_TAG: (
        "this closing tag has no opening tag of its name",
        "write the tag that was opened last, or `'<'` where the sign is meant as text",
    ),
    _K.UNCLOSED_TAG: (
        "this tag is not closed",
        "close it, as in `<b>…</b>`, or write `'<'` where the sign is meant as text",
    ),
    _K.TOO_DEEP: ("choices and tags are nested too deeply", "split the message in two"),
}


class IcuSyntaxError(ValueError):
    """A message that is no ICU MessageFormat.

    ``message`` says what is wrong and ``hint`` how to mend it; ``start`` and ``end`` are offsets in
    code points.
    """

    def __init__(self, kind: IcuErrorKind, start: int, end: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.message, self.hint = _WORDS[kind]
        super().__init__(self.message)
