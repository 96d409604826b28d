"""Why an answer is not taken."""


class AnswerFault(Exception):  # noqa: N818 - no failure of ours: what a translator is told
    """An answer does not hold; ``str()`` says why, in words for who is asked again."""
