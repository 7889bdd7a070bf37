"""The card of an observation: who noticed what, where; its author corrects or withdraws it."""

from bot.conversation.exchange import Exchange
from bot.conversation.outgoing import File
from bot.conversation.routes import Routes
from bot.conversation.screen import Button, Screen, act, ask, back, go
from bot.conversation.widgets.card import card
from bot.conversation.widgets.confirm import confirm
from bot.flows.observations.correct import AddPhoto, CorrectObservation
from bot.links.observations import (
    OBSERVATION,
    OBSERVATION_SLOTS,
    OBSERVATIONS,
    OBSERVATIONS_UNDER,
    SHOW_OBSERVATION_FILE,
    WITHDRAW_OBSERVATION,
    WITHDRAWING_OBSERVATION,
)
from domain.entities.observations import Observation, ObservationNumber
from domain.queries.observations import observation_card, observation_file, observation_to_change
from domain.usecases.observations.noting import withdraw_observation
from locales import _
from locales.terms.observations import short_observation

routes = Routes()


@routes.draws(OBSERVATION)
def observation(exchange: Exchange, number: ObservationNumber) -> Screen:
    found = observation_card(exchange.desk, number)
    one = found.observation
    has_photo = one.file is not None and one.file.refused is None
    told = [
        _("<b>🔭 {place}</b>")(place=one.place),
        _("{name}, {at}")(name=one.author.name, at=one.noted_at),
        _("<blockquote>{text}</blockquote>")(text=one.text),
        _("✏️ Corrected on {at}")(at=one.changed_at) if one.changed_at else None,
    ]
    buttons = _buttons(found.observation, has_photo=has_photo, changeable=found.changeable)
    return card(exchange, one, told, OBSERVATION_SLOTS, buttons=buttons, away=(back(OBSERVATIONS, 0),))


def _buttons(one: Observation, *, has_photo: bool, changeable: bool) -> list[tuple[int, Button | None]]:
    number = one.id
    photo = ask(_("📷 Another photo") if has_photo else _("📷 Add a photo"), AddPhoto, observation=number)
    everything = go(_("🔭 {place}: all")(place=one.place), OBSERVATIONS_UNDER, one.about.value, one.key, 0)
    return [
        (10, act(_("👁 Photo"), SHOW_OBSERVATION_FILE, number) if has_photo else None),
        (20, ask(_("✏️ Correct"), CorrectObservation, observation=number) if changeable else None),
        (30, photo if changeable else None),
        (40, everything),
        (810, go(_("🗑 Withdraw"), WITHDRAWING_OBSERVATION, number) if changeable else None),
    ]


@routes.does(SHOW_OBSERVATION_FILE)
def shows(exchange: Exchange, number: ObservationNumber) -> None:
    """In a message of its own."""
    file = observation_file(exchange.desk, number)
    caption = exchange.voice.html(_("📎 {file}")(file=file.name))
    exchange.send_file(File(caption, file.source, file.content_hash, file.is_photo, file.name))


@routes.draws(WITHDRAWING_OBSERVATION)
def withdrawing(exchange: Exchange, number: ObservationNumber) -> Screen:
    one = observation_to_change(exchange.desk, number)
    return confirm(
        _("Withdraw “{text}”? Nobody will find it any more.")(text=short_observation(one, 200)),
        act(_("🗑 Yes, withdraw"), WITHDRAW_OBSERVATION, number),
        back(OBSERVATION, number),
    )


@routes.does(WITHDRAW_OBSERVATION)
def withdraws(exchange: Exchange, number: ObservationNumber) -> None:
    withdraw_observation(exchange.desk, number)
    exchange.note(_("Withdrawn."))
    exchange.show(OBSERVATIONS, 0)
