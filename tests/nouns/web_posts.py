"""Web sources and posts: what the tests that walk everything need to know of them."""

from itertools import count

from domain.entities.inquiries import Channel, Inquiry, InquiryKind
from domain.entities.web_posts import PostKind, WebPost
from domain.entities.web_sources import WEB_SOURCE, WebSource, hash_of
from domain.notices.inquiries import INQUIRY_CONFIRMED
from domain.ports.desk import Desk
from domain.queries import web_sources as queries
from domain.usecases.settings.defining import settled_anew
from domain.usecases.web_sources import settling
from tests.nouns.declared import (
    Branched,
    Facts,
    Few,
    Told,
    asked_for,
    calls,
    everybodys,
    forged,
    in_each_branch,
    new_one,
    notice_facts,
    one_more,
    opened_with,
    settled,
)
from tests.storage.things import NOON

everybodys("web_posts")
_numbers = count(1)
SITE = "source1"


@settled
def a_site(desk: Desk) -> None:
    settled_anew(desk, WEB_SOURCE, WebSource("tours.example", hash_of("token")), 0, key=SITE)


@new_one
def post() -> WebPost:
    return WebPost(SITE, PostKind.INQUIRY, NOON, f"{next(_numbers):064}", {"phone": "+359888123456"})


@one_more
def posts(few: Few) -> None:
    few.records.web_posts.add(post())
    done = post()
    done.key = f"key {done.digest}"
    done.done(1, NOON)
    few.records.web_posts.add(done)


@in_each_branch
def a_post(its: Branched) -> dict[str, int]:
    one = post()
    its.desk.repositories.web_posts.add(one)
    return {"web_post": one.id}


asked_for(web_posts="web_post")
forged("key", lambda _p, _t: [SITE, "source9"])
opened_with("source", lambda _p, _t: SITE, "add_web_origin")


@notice_facts
def told(told: Told) -> Facts:
    asked = Inquiry(told.client, Channel.WEB, InquiryKind.INDIVIDUAL, told.name, None, 2, told.now)
    asked.source = told.name
    told.records.inquiries.add(asked)
    told.records.flush()
    return {INQUIRY_CONFIRMED: {"inquiry": asked.id}}


def _seen(desk: Desk) -> int:
    return desk.agency.definitions.revision(WEB_SOURCE, SITE)


calls(
    {
        "web_sources.add_source": lambda d, _p, _t: settling.add_source(d, "other.example", "other.example"),
        "web_sources.new_token": lambda d, _p, _t: settling.new_token(d, SITE, _seen(d)),
        "web_sources.add_origin": lambda d, _p, _t: settling.add_origin(d, SITE, _seen(d), "a.example"),
        "web_sources.without_origins": lambda d, _p, _t: settling.without_origins(d, SITE, _seen(d)),
        "web_sources.close_source": lambda d, _p, _t: settling.close_source(d, SITE),
        "queries.web_sources.web_sources": lambda d, _p, _t: queries.web_sources(d),
        "queries.web_sources.web_source": lambda d, _p, _t: queries.web_source(d, SITE),
        "queries.web_sources.branches_of_sources": lambda d, _p, _t: queries.branches_of_sources(d),
    }
)
