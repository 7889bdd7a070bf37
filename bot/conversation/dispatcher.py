"""The road of one update inside its transaction: who is this, what was said, which step answers it.

Commands come first, then buttons, then an open flow's answer, then what a person may send unasked.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any

import structlog

from bot.conversation.events import Event
from bot.conversation.exchange import BotProfile, Exchange, Toast, fitting
from bot.conversation.flow.engine import ActiveFlow
from bot.conversation.flow.open_flows import active_flow
from bot.conversation.identity import Identity
from bot.conversation.links import HOME
from bot.conversation.refusals import words_for
from bot.conversation.routes import Routes
from domain.usecases.staff.failed_links import UnknownLink, wrong_link
from domain.values.refusals import Forbidden, NotFound, Refusal
from locales import Sentence, Voice, _
from storage import SqlUnit, StoredScreen

TRIES, AN_HOUR = 30, timedelta(hours=1)
"""So many tries of one person within so long go into the history, which is kept for ever; the log has all."""

SHOWS = frozenset({"go", "turn"})
"""The actions that open a view; "turn" in place of the one that is shown."""

log = structlog.get_logger()

OUT_OF_DATE = _("These buttons are out of date. Here is where things stand.")
NOT_UNDERSTOOD = _("I cannot do anything with that.")
OUR_FAULT = _("Something went wrong on our side, and we have been told. Please try again a little later.")
EDITED = _("I read messages as they were first sent. To change an answer, use the buttons.")


class Dispatcher:
    """Takes what was heard through the house."""

    def __init__(self, identity: Identity, routes: Routes, profile: BotProfile) -> None:
        self._identity = identity
        self._routes = routes
        self._profile = profile

    def dispatch(self, unit: SqlUnit, event: Event) -> Exchange:
        """One step, all of it in the caller's transaction. Raises Refusal: undo, and call `refuse`."""
        exchange = self._open(unit, event)
        if event.blocked is not None:
            self._membership(exchange)
        elif event.tap and not event.private:
            self._tap_in_group(exchange, event.tap.data)
        elif event.tap:
            self._tap(exchange, event.tap.data)
        elif event.private:
            self._message(exchange)
        else:
            self._command_in_group(exchange)
        return exchange

    def refuse(self, unit: SqlUnit, event: Event, refusal: Refusal) -> Exchange:
        """Says why not, asks again or shows where things stand; in a transaction of its own."""
        exchange = self._open(unit, event)
        words = words_for(refusal)
        if isinstance(refusal, Forbidden):
            self._record(exchange, "forbidden")
        if isinstance(refusal, UnknownLink):
            self._record(exchange, "wrong_link")
            wrong_link(exchange.desk)
        active = active_flow(exchange)
        if (
            event.tap is None
            and active is not None
            and not active.state.paused
            and _asks_again(active, words)
        ):
            return exchange
        if not event.private and event.tap is None:
            return exchange  # nobody asked to hear it in front of all
        exchange.note(words, alert=True)
        if not event.private:
            return exchange
        gone = isinstance(refusal, Forbidden) and not exchange.desk.actor.is_staff  # who worked here once
        if gone:
            exchange.refresh_menu()
        if not event.tap or gone or not self._redraw(exchange, event.tap.data):
            exchange.show(HOME)
        return exchange

    def present(self, unit: SqlUnit, event: Event) -> Exchange:
        """Shows where things stand, in a new message: the open question, or the screen that was changed last.

        Not in the person's lane: so an open question is only read, and never written over an answer that comes meanwhile.
        """
        exchange = self._open(unit, event)
        active = active_flow(exchange)
        if active is not None and not active.state.paused:
            with suppress(Refusal):
                active.repeat()
                return exchange
        person = exchange.desk.actor.person
        assert person is not None
        screen = exchange.unit.screens.current(person.id, exchange.event.chat_id)
        if screen is not None:
            exchange.stand_at(screen)
        if screen is None or not self._shown(exchange, screen.view):
            exchange.show(HOME)
        return exchange

    def apologise(self, unit: SqlUnit, event: Event) -> Exchange:
        """What was said is set aside, because dealing with it failed: nothing has changed, and the person knows."""
        exchange = self._open(unit, event)
        exchange.note(OUR_FAULT, alert=True)
        return exchange

    def _open(self, unit: SqlUnit, event: Event) -> Exchange:
        desk = self._identity.identify(unit, event)
        person = desk.actor.person
        assert person is not None
        return Exchange(
            desk, Voice(person.language, desk.agency.zone), event, unit, self._routes, self._profile
        )

    def _membership(self, exchange: Exchange) -> None:
        person = exchange.desk.actor.person
        if person is not None and exchange.event.private:
            person.unreachable_since = exchange.desk.now if exchange.event.blocked else None

    def _message(self, exchange: Exchange) -> None:
        if exchange.event.edited:
            exchange.say(EDITED)
            return
        command = self._routes.commands.get(exchange.event.command or "")
        active = active_flow(exchange)
        if command is not None:
            if active is not None and not active.state.paused:
                active.pause()
            command.does(exchange, exchange.event.argument)
        elif active is not None and not active.state.paused:
            active.hear()
        elif not any(takes(exchange) for takes in self._routes.unasked):
            exchange.say(NOT_UNDERSTOOD)
            exchange.show(HOME)

    def _tap(self, exchange: Exchange, data: str) -> None:
        match data.split(":"):
            case ["f", *numbers] if (parts := _numbers(numbers, 3)) is not None:
                self._tap_screen(exchange, *parts)
            case ["n", number, verb] if verb in self._routes.verbs and (parts := _numbers([number], 1)):
                self._tap_notice(exchange, parts[0], verb)
            case _:
                self._forged(exchange)

    def _tap_screen(self, exchange: Exchange, number: int, revision: int, index: int) -> None:
        person = exchange.desk.actor.person
        screen = exchange.unit.screens.get(number)
        if screen is None:
            self._gone(exchange)
        elif person is None or (screen.person_id, screen.chat_id) != (person.id, exchange.event.chat_id):
            self._forged(exchange)
        elif revision < screen.revision:
            self._stale(exchange, screen)
        elif revision > screen.revision or index >= len(screen.actions):
            self._forged(exchange)
        else:
            exchange.screen = screen
            exchange.stand_at(screen)
            self._act(exchange, screen.actions[index])

    def _act(self, exchange: Exchange, action: list[Any]) -> None:
        name, *args = action
        if name in SHOWS:
            exchange.show_step(args, instead=name == "turn")
        else:
            does = self._routes.actions[name]
            does(exchange, *fitting(does, args))

    def _tap_in_group(self, exchange: Exchange, data: str) -> None:
        """Anybody there may press, with their own rights, what was made for groups; a private screen's buttons are forged."""
        kind, *numbers = data.split(":")
        parts = _numbers(numbers, 3) if kind == "f" else None
        screen = exchange.unit.screens.get(parts[0]) if parts else None
        if parts is None or screen is None or screen.chat_id != exchange.event.chat_id:
            self._forged(exchange)
            return
        _number, revision, index = parts
        exchange.stand_at(screen)
        if revision < screen.revision:
            exchange.note(OUT_OF_DATE)
            if exchange.shows_here(screen):
                exchange.screen = screen
                exchange.show_step(screen.view)
        elif revision > screen.revision or index >= len(screen.actions):
            self._forged(exchange)
        elif self._is_for_groups(screen.actions[index]):
            exchange.screen = screen
            self._act(exchange, screen.actions[index])
        else:
            self._forged(exchange)

    def _is_for_groups(self, action: list[Any]) -> bool:
        if action[0] not in SHOWS:
            return action[0] in self._routes.in_groups
        view = self._routes.places.get(action[1])
        return view is not None and view.in_groups

    def _command_in_group(self, exchange: Exchange) -> None:
        """What else is said in a group is not for us."""
        event = exchange.event
        command = self._routes.commands.get(event.command or "")
        if command is not None and command.in_groups and not event.edited:
            command.does(exchange, event.argument)

    def _tap_notice(self, exchange: Exchange, number: int, verb: str) -> None:
        try:
            notice = exchange.desk.repositories.notices.get(number)
        except NotFound:
            self._forged(exchange)
            return
        if notice.person is not exchange.desk.actor.person or verb not in notice.kind.verbs:
            self._forged(exchange)
            return
        self._routes.verbs[verb](exchange, notice)

    def _redraw(self, exchange: Exchange, data: str) -> bool:
        """After a refused tap: the tapped screen as things stand now. False when it cannot be shown any more."""
        numbers = _numbers(data.split(":")[1:], 3) if data.startswith("f:") else None
        person = exchange.desk.actor.person
        screen = exchange.unit.screens.get(numbers[0]) if numbers else None
        if numbers is None or screen is None or person is None or screen.person_id != person.id:
            return True
        exchange.screen = screen
        exchange.stand_at(_without_way_to(screen, numbers))
        if screen.state is not None:
            active = active_flow(exchange)
            return active is None or _asks_again(active, None)
        return (
            not screen.view or screen.view[0] not in self._routes.views or self._shown(exchange, screen.view)
        )

    def _shown(self, exchange: Exchange, view: list[Any]) -> bool:
        """False when it cannot be shown any more."""
        if not view or view[0] not in self._routes.views:
            return False
        try:
            exchange.show_step(view)
        except Refusal:
            exchange.screen = None
            return False
        return True

    def _stale(self, exchange: Exchange, screen: StoredScreen) -> None:
        """An old button, or the second of two taps: nothing is done, the screen is shown as it is now.

        Where it stands, unless it goes on in another message by now.
        """
        exchange.note(OUT_OF_DATE)
        view = screen.view
        exchange.stand_at(screen)
        if exchange.shows_here(screen):
            exchange.screen = screen
        if (active := active_flow(exchange)) is not None and not active.state.paused:
            active.draw()
        elif view and view[0] in self._routes.views:
            exchange.show_step(view)
        else:
            exchange.show(HOME)

    def _gone(self, exchange: Exchange) -> None:
        exchange.note(OUT_OF_DATE)
        exchange.show(HOME)

    def _forged(self, exchange: Exchange) -> None:
        self._record(exchange, "forged_tap")
        exchange.toast = Toast()

    def _record(self, exchange: Exchange, what: str) -> None:
        person = exchange.desk.actor.person
        assert person is not None
        tap = exchange.event.tap
        log.warning(what, update=exchange.event.update_id, person=person.id)
        before = exchange.desk.repositories.history.of("person", person.id, 1, TRIES - 1)
        if before and before[0].at > exchange.desk.now - AN_HOUR:
            return
        exchange.desk.note("person", person.id, what, data=(tap.data[:64] if tap else ""))


def _asks_again(active: ActiveFlow, because: Sentence | None) -> bool:
    """False when the question may not be asked any more: then the flow is over."""
    try:
        active.draw(because=because)
    except Refusal:
        active.close()
        return False
    return True


def _without_way_to(screen: StoredScreen, tapped: list[int]) -> StoredScreen:
    """As it is drawn anew after a refused tap: a way back that was refused is not offered again."""
    index = tapped[2]
    if screen.trail and index < len(screen.actions) and screen.actions[index] == ["go", *screen.trail[-1]]:
        return replace(screen, trail=screen.trail[:-1])
    return screen


def _numbers(parts: list[str], count: int) -> list[int] | None:
    """Non-negative decimal numbers that fit a database; None when it is anything else."""
    if len(parts) != count or not all(p.isascii() and p.isdigit() and len(p) <= 15 for p in parts):
        return None
    return [int(part) for part in parts]
