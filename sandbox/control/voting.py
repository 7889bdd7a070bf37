"""Votes: a person chooses in a poll, chooses anew, or takes the vote back."""

from typing import Any

from aiohttp import web

from sandbox import objects
from sandbox.control.answers import ControlError, answering, body_of, chat_for, may_tap, newest, person_of
from sandbox.polls import Poll
from sandbox.telegram import Telegram
from sandbox.world import Json, Person


def routes() -> list[web.RouteDef]:
    return [web.post("/sim/people/{id:\\d+}/vote", answering(_vote))]


async def _vote(telegram: Telegram, request: web.Request) -> Json:
    person = person_of(telegram, request)
    body = await body_of(request)
    chat = chat_for(telegram, person, body.get("chat"))
    may_tap(person, chat)
    message = newest(chat, "poll", body.get("message_id"))
    poll = telegram.world.polls[message.content["poll"]["id"]]
    chosen = _chosen(poll, body.get("options") or [])
    _check(poll, person, chosen)
    if poll.vote(person.id, chosen):
        _tell(telegram, poll, person, chosen, chat.id)
    return {"message_id": message.id, "options": [poll.options[number] for number in chosen]}


def _chosen(poll: Poll, given: list[Any]) -> list[int]:
    """Options are named by their words or by their place, counted from 0."""
    numbers = set()
    for one in given:
        if isinstance(one, int) and 0 <= one < len(poll.options):
            numbers.add(one)
        elif one in poll.options:
            numbers.add(poll.options.index(one))
        else:
            raise ControlError(404, f"There is no option {one}; there are {', '.join(poll.options)}.")
    return sorted(numbers)


def _check(poll: Poll, person: Person, chosen: list[int]) -> None:
    if poll.closed:
        raise ControlError(409, "The poll is closed.")
    if len(chosen) > 1 and not poll.multiple:
        raise ControlError(409, "This poll takes one answer.")
    if person.id in poll.votes and not poll.revoting:
        raise ControlError(409, "A vote in this poll stands.")


def _tell(telegram: Telegram, poll: Poll, person: Person, chosen: list[int], chat: int) -> None:
    """Who voted is told only where votes are open; the counts are told always."""
    telegram.world.poll_changed(poll)
    lane = f"poll:{poll.id}"
    if not poll.anonymous:
        answer = {
            "poll_id": poll.id,
            "user": objects.user(person),
            "option_ids": chosen,
            "option_persistent_ids": [str(number) for number in chosen],
        }
        telegram.tell_bot("poll_answer", answer, chat=chat, lane=lane)
    telegram.tell_bot("poll", poll.shown, chat=chat, lane=lane)
