"""What is done with one update inside its transaction: who is this, what was said, which step answers it.

Commands come first, then buttons, then an open flow's answer, then what a person may send unasked.
"""

from contextlib import suppress

from bot.conversation.dispatching.identity import Identity
from bot.conversation.dispatching.misuse import record
from bot.conversation.dispatching.slips import no_such_command
from bot.conversation.dispatching.taps import Taps, asks_again
from bot.conversation.events import Event
from bot.conversation.exchange import BotProfile, Exchange
from bot.conversation.flow.engine import ActiveFlow
from bot.conversation.flow.open_flows import active_flow, going_on
from bot.conversation.keyboard import hand_out, pressed_command
from bot.conversation.links import HOME
from bot.conversation.refusals import words_for
from bot.conversation.routes import Command, Routes
from domain.usecases.interactions.delivering import came_back
from domain.usecases.staff.failed_links import UnknownLink, link_failed
from domain.usecases.staff_groups.talking import topic_opened
from domain.usecases.staff_groups.tying import group_changed, group_moved
from domain.usecases.trips.silence import went_silent
from domain.values.language import Language
from domain.values.refusals import Forbidden, Refusal
from locales import Voice, _
from storage import SqlUnit

NOT_UNDERSTOOD = _("I do not know what to do with that.")
OUR_FAULT = _("Something went wrong on our side, and we have been told. Please try again a little later.")
EDITED = _("I cannot see edits to messages. To change an answer, use the buttons.")


class Dispatcher:
    """Finds out what an event means, and has it done."""

    def __init__(self, identity: Identity, routes: Routes, profile: BotProfile) -> None:
        self._identity = identity
        self._routes = routes
        self._taps = Taps(routes)
        self._profile = profile

    def hears(self, event: Event) -> bool:
        """False for a kind of update nobody registered for: the last program may have asked for it.

        And for what we wrote ourselves, and somebody chose behind our name.
        """
        if event.via is not None and event.via == self._profile.username:
            return False
        return event.kind is None or event.kind in self._routes.updates

    def dispatch(self, unit: SqlUnit, event: Event) -> Exchange:
        """One step, all of it in the caller's transaction. Raises Refusal: undo, and call `refuse`."""
        exchange = self._open(unit, event)
        if event.kind is not None:
            self._routes.updates[event.kind](exchange)
            return exchange
        if event.blocked is not None:
            self._membership(exchange)
            return exchange
        if event.opened_topic is not None:
            topic_opened(exchange.desk, event.chat_id, event.thread or 0, event.opened_topic)
            return exchange
        self._answer(exchange)
        for says in self._routes.above:
            says(exchange)
        hand_out(exchange)
        return exchange

    def _answer(self, exchange: Exchange) -> None:
        event = exchange.event
        if event.tap and not event.private:
            self._taps.press_in_group(exchange, event.tap.data)
        elif event.tap:
            self._taps.press(exchange, event.tap.data)
        elif event.private:
            self._message(exchange)
        elif event.moved_to is not None:
            group_moved(exchange.desk, event.chat_id, event.moved_to)
        elif not any(takes(exchange) for takes in self._routes.said_in_groups):
            self._command_in_group(exchange)

    def refuse(self, unit: SqlUnit, event: Event, refusal: Refusal) -> Exchange:
        """Says why not, asks again or shows where things stand; in a transaction of its own."""
        exchange = self._open(unit, event)
        if event.kind is None:  # of other kinds nobody waits for words
            self._refuse(exchange, refusal)
            hand_out(exchange)
        return exchange

    def _refuse(self, exchange: Exchange, refusal: Refusal) -> None:
        event = exchange.event
        words = words_for(refusal)
        if isinstance(refusal, Forbidden):
            record(exchange, "forbidden")
        if isinstance(refusal, UnknownLink):
            record(exchange, "wrong_link")
            link_failed(exchange.desk)
        active = active_flow(exchange)
        if event.tap is None and active is not None and not active.state.paused:
            active.missed([offers(exchange) for offers in self._routes.instead])
            if asks_again(active, words):
                return
        if not event.private and event.tap is None:
            any(says(exchange, words) for says in self._routes.refused_in_groups)
            return
        exchange.note(words, alert=True)
        if not event.private:
            return
        gone = isinstance(refusal, Forbidden) and not exchange.desk.actor.is_staff  # who worked here once
        if gone:
            exchange.refresh_menu()
        if not event.tap or gone or not self._taps.redraw(exchange, event.tap.data):
            exchange.show(HOME)

    def present(self, unit: SqlUnit, event: Event) -> Exchange:
        """Shows where things stand, in a new message: the open question, or the screen that was changed last.

        Not in the person's queue: so an open question is only read, and never written over an answer that comes meanwhile.
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
        if screen is None or not self._taps.shown(exchange, screen.view):
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
        language = person.language if person else Language.ENGLISH  # to whom nothing is said
        return Exchange(desk, Voice.at(desk, language), event, unit, self._routes, self._profile)

    def _membership(self, exchange: Exchange) -> None:
        person = exchange.desk.actor.person
        if not exchange.event.private:
            group_changed(exchange.desk, exchange.event.chat_id)
        elif person is not None:
            person.unreachable_since = exchange.desk.now if exchange.event.blocked else None
            if exchange.event.blocked:
                went_silent(exchange.desk)
            else:
                came_back(exchange.desk)

    def _message(self, exchange: Exchange) -> None:
        if exchange.event.edited:
            if exchange.event.location is not None:  # which moves, while somebody shares where they are
                return
            if not any(takes(exchange) for takes in self._routes.edits):
                exchange.say(EDITED)
            return
        command = self._command(exchange)
        active = active_flow(exchange)
        if command is None and active is not None and not active.state.paused:
            if any(takes(exchange) for takes in self._routes.beside):
                active.draw()
            else:
                active.hear()
            return
        if active is not None:
            self._leave_open(exchange, active)
        if command is not None:
            command.does(exchange, exchange.event.argument)
        elif not any(takes(exchange) for takes in self._routes.unasked):
            exchange.say(NOT_UNDERSTOOD)
            exchange.show(HOME)

    def _command(self, exchange: Exchange) -> Command | None:
        """Raises Refusal: no_such_command."""
        name = exchange.event.command or pressed_command(exchange)
        command = self._routes.commands.get(name or "")
        if name is not None and command is None:
            raise no_such_command(name, self._routes.commands_of(exchange.desk.actor))
        return command

    def _leave_open(self, exchange: Exchange, active: ActiveFlow) -> None:
        """Whoever looks at something else finds the way back below it."""
        if not active.state.paused:
            active.pause()
        exchange.offer_below(going_on(active))

    def _command_in_group(self, exchange: Exchange) -> None:
        """What else is said in a group is not for us, nor is a command that names another bot."""
        event = exchange.event
        if not exchange.is_addressed():
            return
        command = self._routes.commands.get(event.command or "")
        if command is not None and command.in_groups and not event.edited:
            command.does(exchange, event.argument)
