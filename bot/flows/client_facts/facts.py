"""What is known of a client is filled in or corrected, one thing after the other; what is skipped stays as it was.

Boris: [Travel wishes]
Boris: [✏️ Stars]
Bot:   Anna Petrova: Stars
       Please choose.
Boris: [3]
Bot:   Stars: 3 stars
"""

from dataclasses import dataclass
from typing import Any

from bot.conversation.exchange import Exchange
from bot.conversation.flow.answers import Question
from bot.conversation.routes import Routes
from bot.conversation.widgets.ask_once import AskOnce
from bot.flows.client_facts.fact_questions import fact_answered, fact_questions, tags_answered
from bot.links.client_facts import FACT_GROUP
from domain.entities.client_facts import CORRECTABLE, GROUPS, KEEPERS, is_known
from domain.ports.desk import Desk
from domain.queries.client_facts import KnownFacts, fact_to_change, facts_of
from domain.usecases.clients.facts import change_fact, change_tags
from domain.values.refusals import NotFound
from locales import Fact, Sentence, _, lines
from locales.terms.client_facts import FACTS, value_of

routes = Routes()


@dataclass(kw_only=True)
class FactAnswers:
    client: int
    group: str
    only: str | None = None
    """What is corrected; None: all of the group that is unknown is asked for."""
    keys: list[str] | None = None
    """What is asked for, in this order."""


def told_value(known: KnownFacts, key: str) -> Fact:
    """None when it is unknown."""
    match key:
        case "responsible":
            return known.responsible.name if known.responsible else None
        case "branch":
            return known.branch
        case "referred_by":
            return known.referrer.name if known.referrer else None
    return value_of(known.client, key)


def unknown_of(known: KnownFacts, group: str) -> list[str]:
    """Without whoever looks after the client: that is decided, and not asked."""
    asked = (key for key in GROUPS[group] if key not in KEEPERS and known.ours_to_say(key))
    return [key for key in asked if told_value(known, key) is None]


def _prompt(exchange: Exchange, answers: FactAnswers, key: str, wanted: Sentence) -> Sentence:
    known = facts_of(exchange.desk, answers.client)
    asks = _("<b>{called}</b>: {label}")(called=known.client.name, label=FACTS[key])
    now = told_value(known, key)
    return lines(asks, None if now is None else _("Now: {value}")(value=now), wanted)


def _may_be_empty(exchange: Exchange, answers: FactAnswers, key: str) -> bool:
    if answers.only is None or key in {"name", "tags"}:
        return False
    return told_value(facts_of(exchange.desk, answers.client), key) is not None


def _wanted(key: str, answers: FactAnswers) -> bool:
    return key in (answers.keys or ())


QUESTIONS = fact_questions(CORRECTABLE, _prompt, _may_be_empty, when=_wanted)


@routes.flow
class ChangeFacts(AskOnce[FactAnswers]):
    """What is known of a client."""

    name = "change_facts"
    called = _("details of a client")
    answers_type = FactAnswers

    def questions_for(self, desk: Desk) -> tuple[Question, ...]:  # noqa: ARG002
        return QUESTIONS

    def prepare(self, exchange: Exchange, answers: FactAnswers) -> None:
        if answers.group not in GROUPS:
            raise NotFound("not_found")
        known = fact_to_change(exchange.desk, answers.client, answers.only or GROUPS[answers.group][0])
        answers.keys = [answers.only] if answers.only else unknown_of(known, answers.group)
        if not answers.keys:
            raise NotFound("not_found")

    def due(self, answers: FactAnswers) -> list[Question]:
        order = answers.keys or []
        return sorted((one for one in QUESTIONS if one.when(answers)), key=lambda one: order.index(one.name))

    def finish(self, exchange: Exchange, answers: FactAnswers) -> None:
        for key in answers.keys or ():
            kept: Any = vars(answers).get(key)
            if kept is None:
                continue
            if key == "tags":
                add, remove = tags_answered(kept)
                change_tags(exchange.desk, answers.client, add, remove)
            else:
                change_fact(exchange.desk, answers.client, key, fact_answered(key, kept))
        exchange.show(FACT_GROUP, answers.client, answers.group)


def is_told(known: KnownFacts, key: str) -> bool:
    if key == "language" and known.client.chose_language:
        return True
    return key in known.client.told and is_known(getattr(known.client, key))
