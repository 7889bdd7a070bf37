"""Words that a spreadsheet would take for a formula, kept words: in what we write, and read again as they were."""

_BEGIN_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def disarmed(cell: str) -> str:
    """With a sign before them that makes words of them; our own reader takes it off again."""
    return f"'{cell}" if cell.startswith(_BEGIN_FORMULAS) else cell
