"""Vouchers: sent to whoever has paid; one still waits for Boris's tap."""

from collections.abc import Callable, Iterator

from domain.ports.desk import Desk
from domain.usecases.deals.vouchers import send_voucher, voucher_handed_over
from tourdesk.season.acts import Act, Season


def acts() -> Iterator[Act]:
    yield Act(-17, "15:00", "kalina", _by_hand("plovdiv"))
    yield Act(-17, "15:05", "kalina", _by_hand("plovdiv_dineva"))
    yield Act(-7, "15:10", "boris", _by_hand("ohrid_petrovi"))
    yield Act(-7, "15:15", "boris", _to_anna)


def _by_hand(deal: str) -> Callable[[Desk, Season], None]:
    def does(desk: Desk, season: Season) -> None:
        voucher_handed_over(desk, season.deals[deal])

    return does


def _to_anna(desk: Desk, season: Season) -> None:
    send_voucher(desk, season.deals["ohrid_anna"])
