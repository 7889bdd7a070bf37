"""Which function has the words of which kind of notice: declared beside the function."""

from collections.abc import Callable

from domain.declarations import declare
from domain.entities.notices import NoticeKind
from scheduler.notices.message_content import Follows, Words

WORDS: dict[NoticeKind, Words] = {}
"""Complete as soon as `scheduler.notices` is imported."""


def words_of(kind: NoticeKind) -> Callable[[Words], Words]:
    """Declares the function (desk, notice) -> MessageContent that words this kind."""

    def register(words: Words) -> Words:
        return declare(WORDS, kind, words)

    return register


FOLLOWS: dict[NoticeKind, Follows] = {}
"""What follows once it is known how the sending of a kind has ended, in the transaction that records it."""


BESIDES: dict[NoticeKind, Follows] = {}
"""What follows besides what follows from every notice to somebody; also when Telegram refused it."""


def follows_besides(kind: NoticeKind) -> Callable[[Follows], Follows]:
    """Declares the function (desk, notice, ending) that is called as well."""

    def register(function: Follows) -> Follows:
        return declare(BESIDES, kind, function)

    return register


def follows(kind: NoticeKind) -> Callable[[Follows], Follows]:
    """Declares the function (desk, notice, ending) that is called then."""

    def register(function: Follows) -> Follows:
        return declare(FOLLOWS, kind, function)

    return register
