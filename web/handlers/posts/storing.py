"""Posts are stored: all that came while the last transaction was under way go into the next one together."""

from dataclasses import dataclass
from functools import partial
from typing import Any

import orjson

from domain.entities.web_posts import PostKind, WebPost
from domain.usecases.web_posts.keeping import Kept, Receipt, keep_post
from ops.batch_writer import BatchWriter
from ops.fault_points import passing
from ops.transient_errors import is_transient
from storage import SqlUnit
from web.doors import Answer, Backend, Rejected, told
from web.handlers.posts.senders import unknown


@dataclass(frozen=True)
class Brought:
    """A post, and the token it came with."""

    token: str
    kind: PostKind
    source: str
    key: str | None
    facts: dict[str, Any]


async def store(
    backend: Backend, token: str, kind: PostKind, source: str, key: str | None, facts: dict[str, Any]
) -> Answer:
    """201; 200 for the same once more. Raises Rejected: 401, 422."""
    receipt = await backend.part(_writer).write(Brought(token, kind, source, key, facts))
    match receipt.kept:
        case Kept.REFUSED:
            raise unknown()
        case Kept.OTHER:
            raise Rejected(422, "key_used", "This Idempotency-Key was used for another post.")
    return told(201 if receipt.kept is Kept.NEW else 200, received=True, id=receipt.number)


def _writer(backend: Backend) -> BatchWriter[Brought, Receipt]:
    async def write_all(brought: list[Brought]) -> list[Receipt]:
        passing("before_posts")
        receipts = await backend.database.run(partial(_kept, backend, brought))
        passing("after_posts_before_201")
        return receipts

    return BatchWriter(write_all, lambda error: not is_transient(error), "writing posts")


def _kept(backend: Backend, brought: list[Brought], unit: SqlUnit) -> list[Receipt]:
    desk = backend.desk(unit)
    return [
        keep_post(
            desk,
            one.token,
            WebPost(
                one.source,
                one.kind,
                desk.now,
                desk.agency.seal(orjson.dumps(one.facts, option=orjson.OPT_SORT_KEYS).decode()),
                one.facts,
                one.key,
            ),
        )
        for one in brought
    ]
