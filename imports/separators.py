"""What stands between the cells of a CSV that somebody will open: as the spreadsheets of their language expect it."""

from domain.values.language import Language

_SEMICOLON = {Language.RUSSIAN, Language.BULGARIAN}
"""Where a comma stands in numbers."""


def separator_for(language: Language) -> str:
    return ";" if language in _SEMICOLON else ","
