"""Currencies of invoices: how many digits follow the point, and between which sums Telegram takes them."""

from sandbox.refusals import bad_request

_CURRENCIES = {
    "USD": (2, 100, 1_000_000),
    "EUR": (2, 86, 860_000),
    "BGN": (2, 168, 1_680_000),
    "CHF": (2, 80, 800_000),
    "CNY": (2, 713, 7_130_000),
    "GBP": (2, 74, 740_000),
    "JPY": (0, 150, 1_500_000),
    "RON": (2, 430, 4_300_000),
    "RSD": (2, 10_100, 101_000_000),
    "RUB": (2, 8_000, 80_000_000),
    "TRY": (2, 4_200, 42_000_000),
    "UAH": (2, 4_150, 41_500_000),
    "XTR": (0, 1, 100_000),
}
"""From one to ten thousand dollars' worth; Telegram's own limits move with the rates. XTR are Stars."""


def check_total(currency: str, amount: int) -> None:
    if currency not in _CURRENCIES:
        raise bad_request("CURRENCY_INVALID")
    _, least, most = _CURRENCIES[currency]
    if not least <= amount <= most:
        raise bad_request("CURRENCY_TOTAL_AMOUNT_INVALID")


def money(currency: str, amount: int) -> str:
    digits = _CURRENCIES[currency][0]
    return f"{amount / 10**digits:.{digits}f} {currency}"
