"""Deposits: what is usually asked for beforehand, for a seat of a trip as for a tailor-made journey."""

from domain.values.money import Money

USUAL = (20, 30, 50)
"""Percent of the price."""


def deposits_to_offer(price: Money, so_far: Money | None = None) -> list[Money]:
    """What it is now comes first, where that still fits; then the usual ones, and none at all."""
    nothing = Money.zero(price.currency)
    kept = [] if so_far is None or price < so_far else [so_far]
    return list(dict.fromkeys([*kept, *usual_deposits(price), nothing]))


def usual_deposits(price: Money) -> list[Money]:
    """The usual shares of the price, in whole units of its currency, smallest first; none that come to nothing."""
    unit = 10**price.decimals
    shares = {(price.minor * percent + 50 * unit) // (100 * unit) * unit for percent in USUAL} - {0}
    return [Money(share, price.currency) for share in sorted(shares)]


def ordinary_deposit(price: Money) -> Money:
    """What is asked for where nobody says: the middle one of the usual."""
    usual = usual_deposits(price)
    return usual[len(usual) // 2] if usual else Money.zero(price.currency)
