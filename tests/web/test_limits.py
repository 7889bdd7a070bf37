"""Token buckets: so many at once, so many a second, each key for itself, and no memory without end."""

import pytest

from web import limits
from web.limits import Buckets, Rate, one_of

SLOW = Rate(per_second=2, burst=3)


class Seconds:
    """A clock that stands until it is turned."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_burst_then_as_many_as_a_second_brings() -> None:
    clock = Seconds()
    buckets = Buckets(clock)

    assert [buckets.take("a", SLOW) for _ in range(3)] == [0, 0, 0]
    assert buckets.take("a", SLOW) == 0.5
    assert buckets.take("b", SLOW) == 0, "another's is full"
    clock.now += 0.5
    assert buckets.wait("a", SLOW) == 0
    assert [buckets.take("a", SLOW) for _ in range(2)] == [0, 0.5]
    clock.now += 1000
    assert [buckets.take("a", SLOW) > 0 for _ in range(4)] == [False, False, False, True], (
        "never more than full"
    )


def test_whoever_keeps_coming_is_not_put_off_for_longer() -> None:
    clock = Seconds()
    buckets = Buckets(clock)
    for _ in range(50):
        buckets.take("a", SLOW)
    clock.now += 0.5

    assert buckets.take("a", SLOW) == 0


def test_what_was_used_longest_ago_is_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_KEPT", 2)
    buckets = Buckets(Seconds())
    for key in ("a", "b", "a", "c"):
        buckets.take(key, Rate(1, 2))

    assert buckets.take("a", Rate(1, 2)) > 0
    assert len(buckets._left) == 2


@pytest.mark.parametrize(
    ("address", "stands_for"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "20010db800010002::/64".lstrip("0")),
        ("2001:db8:1:2::9", "20010db800010002::/64".lstrip("0")),
        ("127.0.0.1", None),
        ("::1", None),
        ("::ffff:127.0.0.5", None),
        ("unix:", "unix:"),
    ],
)
def test_whom_an_address_stands_for(address: str, stands_for: str | None) -> None:
    assert one_of(address) == stands_for
