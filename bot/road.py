"""The road of one update inside its transaction: who is this, what was said, which step answers it.

Commands come first, then buttons, then an open flow's answer, then what a person may send unasked.
"""

from contextlib import suppress
from datetime import timedelta
from typing import Any

import structlog

from bot.doorkeeper import Doorkeeper
from bot.flows.engine import Turn
from bot.flows.turns import open_turn
from bot.heard import Heard
from bot.refusals import words_for
from bot.routes import Routes
from bot.talk import House, Talk, Toast
from domain.notices import VERBS
from domain.refusals import Forbidden, NotFound, Refusal
from domain.usecases.guessing import UnknownLink, wrong_link
from locales import Sentence, Voice, _
from storage import SqlUnit, StoredScreen

TRIES, AN_HOUR = 30, timedelta(hours=1)
"""So many tries of one person within so long go into the history, which is kept for ever; the log has all."""

log = structlog.get_logger()

OUT_OF_DATE = _("These buttons are out of date. Here is where things stand.")
NOT_UNDERSTOOD = _("I cannot do anything with that.")
OUR_FAULT = _("Something went wrong on our side, and we have been told. Please try again a little later.")
EDITED = _("I read messages as they were first sent. To change an answer, use the buttons.")


class Road:
    """Takes what was heard through the house."""

    def __init__(self, doorkeeper: Doorkeeper, routes: Routes, house: House) -> None:
        self._doorkeeper = doorkeeper
        self._routes = routes
        self._house = house

    def travel(self, unit: SqlUnit, heard: Heard) -> Talk:
        """One step, all of it in the caller's transaction. Raises Refusal: undo, and call `refuse`."""
        talk = self._open(unit, heard)
        if heard.blocked is not None:
            self._membership(talk)
        elif heard.tap and not heard.private:
            self._forged(talk)  # our buttons are for one person: what they show is not for a group
        elif heard.tap:
            self._tap(talk, heard.tap.data)
        elif heard.private:
            self._message(talk)
        return talk

    def refuse(self, unit: SqlUnit, heard: Heard, refusal: Refusal) -> Talk:
        """Says why not, asks again or shows where things stand; in a transaction of its own."""
        talk = self._open(unit, heard)
        words = words_for(refusal)
        if isinstance(refusal, Forbidden):
            self._record(talk, "forbidden")
        if isinstance(refusal, UnknownLink):
            self._record(talk, "wrong_link")
            wrong_link(talk.desk)
        turn = open_turn(talk)
        if heard.tap is None and turn is not None and not turn.state.paused and _asks_again(turn, words):
            return talk
        talk.note(words, alert=True)
        gone = isinstance(refusal, Forbidden) and not talk.desk.actor.is_staff  # who worked here once
        if gone:
            talk.refresh_menu()
        if not heard.tap or gone or not self._redraw(talk, heard.tap.data):
            talk.show("home")
        return talk

    def present(self, unit: SqlUnit, heard: Heard) -> Talk:
        """Shows where things stand, in a new message: the open question, or the screen that was changed last.

        Not in the person's lane: so an open question is only read, and never written over an answer that comes meanwhile.
        """
        talk = self._open(unit, heard)
        turn = open_turn(talk)
        if turn is not None and not turn.state.paused:
            with suppress(Refusal):
                turn.repeat()
                return talk
        person = talk.desk.actor.person
        assert person is not None
        screen = talk.unit.screens.current(person.id, talk.heard.chat_id)
        if screen is None or not self._shown(talk, screen.view):
            talk.show("home")
        return talk

    def apologise(self, unit: SqlUnit, heard: Heard) -> Talk:
        """What was said is set aside, because dealing with it failed: nothing has changed, and the person knows."""
        talk = self._open(unit, heard)
        talk.note(OUR_FAULT, alert=True)
        return talk

    def _open(self, unit: SqlUnit, heard: Heard) -> Talk:
        desk = self._doorkeeper.admit(unit, heard)
        person = desk.actor.person
        assert person is not None
        return Talk(desk, Voice(person.language, desk.agency.zone), heard, unit, self._routes, self._house)

    def _membership(self, talk: Talk) -> None:
        person = talk.desk.actor.person
        if person is not None and talk.heard.private:
            person.unreachable_since = talk.desk.now if talk.heard.blocked else None

    def _message(self, talk: Talk) -> None:
        if talk.heard.edited:
            talk.say(EDITED)
            return
        command = self._routes.commands.get(talk.heard.command or "")
        turn = open_turn(talk)
        if command is not None:
            if turn is not None and not turn.state.paused:
                turn.pause()
            command.does(talk, talk.heard.argument)
        elif turn is not None and not turn.state.paused:
            turn.hear()
        elif not any(takes(talk) for takes in self._routes.unasked):
            talk.say(NOT_UNDERSTOOD)
            talk.show("home")

    def _tap(self, talk: Talk, data: str) -> None:
        match data.split(":"):
            case ["f", *numbers] if (parts := _numbers(numbers, 3)) is not None:
                self._tap_screen(talk, *parts)
            case ["n", number, verb] if verb in self._routes.verbs and (parts := _numbers([number], 1)):
                self._tap_notice(talk, parts[0], verb)
            case _:
                self._forged(talk)

    def _tap_screen(self, talk: Talk, number: int, revision: int, index: int) -> None:
        person = talk.desk.actor.person
        screen = talk.unit.screens.get(number)
        if screen is None:
            self._gone(talk)
        elif person is None or (screen.person_id, screen.chat_id) != (person.id, talk.heard.chat_id):
            self._forged(talk)
        elif revision < screen.revision:
            self._stale(talk, screen)
        elif revision > screen.revision or index >= len(screen.actions):
            self._forged(talk)
        else:
            talk.screen = screen
            self._act(talk, screen.actions[index])

    def _act(self, talk: Talk, action: list[Any]) -> None:
        name, *args = action
        if name == "go":
            talk.show(*args)
        else:
            self._routes.actions[name](talk, *args)

    def _tap_notice(self, talk: Talk, number: int, verb: str) -> None:
        try:
            notice = talk.desk.records.notices.get(number)
        except NotFound:
            self._forged(talk)
            return
        if notice.person is not talk.desk.actor.person or verb not in VERBS.get(notice.kind, ()):
            self._forged(talk)
            return
        self._routes.verbs[verb](talk, notice)

    def _redraw(self, talk: Talk, data: str) -> bool:
        """After a refused tap: the tapped screen as things stand now. False when it cannot be shown any more."""
        numbers = _numbers(data.split(":")[1:], 3) if data.startswith("f:") else None
        person = talk.desk.actor.person
        screen = talk.unit.screens.get(numbers[0]) if numbers else None
        if screen is None or person is None or screen.person_id != person.id:
            return True
        talk.screen = screen
        if screen.state is not None:
            turn = open_turn(talk)
            return turn is None or _asks_again(turn, None)
        return not screen.view or screen.view[0] not in self._routes.views or self._shown(talk, screen.view)

    def _shown(self, talk: Talk, view: list[Any]) -> bool:
        """False when it cannot be shown any more."""
        if not view or view[0] not in self._routes.views:
            return False
        try:
            talk.show(*view)
        except Refusal:
            talk.screen = None
            return False
        return True

    def _stale(self, talk: Talk, screen: StoredScreen) -> None:
        """An old button, or the second of two taps: nothing is done, the screen is shown as it is now.

        Where it stands, unless it goes on in another message by now.
        """
        talk.note(OUT_OF_DATE)
        view = screen.view
        if talk.shows_here(screen):
            talk.screen = screen
        if (turn := open_turn(talk)) is not None and not turn.state.paused:
            turn.draw()
        elif view and view[0] in self._routes.views:
            talk.show(*view)
        else:
            talk.show("home")

    def _gone(self, talk: Talk) -> None:
        talk.note(OUT_OF_DATE)
        talk.show("home")

    def _forged(self, talk: Talk) -> None:
        self._record(talk, "forged_tap")
        talk.toast = Toast()

    def _record(self, talk: Talk, what: str) -> None:
        person = talk.desk.actor.person
        assert person is not None
        tap = talk.heard.tap
        log.warning(what, update=talk.heard.update_id, person=person.id)
        before = talk.desk.records.history.of("person", person.id, 1, TRIES - 1)
        if before and before[0].at > talk.desk.now - AN_HOUR:
            return
        talk.desk.note("person", person.id, what, data=(tap.data[:64] if tap else ""))


def _asks_again(turn: Turn, because: Sentence | None) -> bool:
    """False when the question may not be asked any more: then the flow is over."""
    try:
        turn.draw(because=because)
    except Refusal:
        turn.close()
        return False
    return True


def _numbers(parts: list[str], count: int) -> list[int] | None:
    """Non-negative decimal numbers that fit a database; None when it is anything else."""
    if len(parts) != count or not all(p.isascii() and p.isdigit() and len(p) <= 15 for p in parts):
        return None
    return [int(part) for part in parts]
