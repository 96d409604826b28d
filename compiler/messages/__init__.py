"""Messages and languages: ICU MessageFormat, plurals, placeholders, CLDR."""
