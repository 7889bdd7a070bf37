"""Deposits: what is usually asked for beforehand, for a seat of a trip as for a tailor-made journey."""

from domain.values.money import Money

USUAL = (20, 30, 50)
"""Percent of the price."""


def usual_deposits(price: Money) -> list[Money]:
    """The usual shares of the price, in whole units of its currency, smallest first; none that come to nothing."""
    unit = 10**price.decimals
    shares = {(price.minor * percent + 50 * unit) // (100 * unit) * unit for percent in USUAL} - {0}
    return [Money(share, price.currency) for share in sorted(shares)]
