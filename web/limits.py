"""Limits: how often one address, or one holder of a token, may come; token buckets, kept in this process."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from time import monotonic

MOST_KEPT = 10_000
"""Buckets; the one used longest ago is forgotten first."""


@dataclass(frozen=True)
class Rate:
    """So many a second for as long as one likes, and `burst` at once."""

    per_second: float
    burst: int


USUAL = Rate(5, 30)
"""Of one address at one door."""

UNKNOWN = Rate(1 / 6, 10)
"""Of one address that comes with tokens nobody knows."""


class Buckets:
    """A bucket for each key, full at first. The clock counts seconds."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._left: OrderedDict[Hashable, tuple[float, float]] = OrderedDict()

    def take(self, key: Hashable, rate: Rate) -> float:
        """0 when there was one to take, else the seconds until there is."""
        left = self._filled(key, rate)
        taken = left >= 1
        self._left[key] = (left - 1 if taken else left, self._clock())
        self._left.move_to_end(key)
        if len(self._left) > MOST_KEPT:
            self._left.popitem(last=False)
        return 0.0 if taken else (1 - left) / rate.per_second

    def wait(self, key: Hashable, rate: Rate) -> float:
        """The same, and nothing is taken."""
        left = self._filled(key, rate)
        return 0.0 if left >= 1 else (1 - left) / rate.per_second

    def _filled(self, key: Hashable, rate: Rate) -> float:
        now = self._clock()
        left, since = self._left.get(key, (float(rate.burst), now))
        return min(float(rate.burst), left + (now - since) * rate.per_second)


def one_of(address: str) -> str | None:
    """What stands for everybody behind an address; None for this machine itself, where a proxy or a web site may be.

    Whoever has one IPv6 address has 2**64 of them.
    """
    try:
        read = ip_address(address)
    except ValueError:
        return address[:45]
    if isinstance(read, IPv6Address):
        read = read.ipv4_mapped or read
    if read.is_loopback:
        return None
    return str(read) if read.version == 4 else f"{int(read) >> 64:x}::/64"
