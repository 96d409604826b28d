"""The fields that the header of every catalogue has."""

PLURAL_FORMS = "Plural-Forms"
CONTENT_TYPE = "Content-Type"
UTF_8 = "text/plain; charset=UTF-8"


def essential_fields(locale: str, plural_forms: str) -> dict[str, str]:
    """Return what gettext cannot do without."""
    return {
        "Language": locale,
        "MIME-Version": "1.0",
        CONTENT_TYPE: UTF_8,
        "Content-Transfer-Encoding": "8bit",
        PLURAL_FORMS: plural_forms,
    }
