"""Taps: which button was pressed, whether this person may press it, and what stands behind it."""

from dataclasses import replace
from typing import Any

from bot.conversation.actions import SHOWS, fitting
from bot.conversation.dispatching.misuse import record
from bot.conversation.exchange import Exchange
from bot.conversation.flow.engine import ActiveFlow
from bot.conversation.flow.open_flows import RESUME_DRAFT, active_flow, drafts
from bot.conversation.links import HOME
from bot.conversation.outgoing import Toast
from bot.conversation.routes import Routes
from domain.values.refusals import NotFound, Refusal
from locales import Sentence, _
from storage import StoredScreen

OUT_OF_DATE = _("These buttons are out of date. Here is the current state.")


class Taps:
    """Takes a pressed button to what it does."""

    def __init__(self, routes: Routes) -> None:
        self._routes = routes

    def press(self, exchange: Exchange, data: str) -> None:
        match data.split(":"):
            case ["f", *numbers] if (parts := _numbers(numbers, 3)) is not None:
                self._tap_screen(exchange, *parts)
            case ["n", number, verb] if verb in self._routes.verbs and (parts := _numbers([number], 1)):
                self._tap_notice(exchange, parts[0], verb)
            case _:
                self._forged(exchange)

    def press_in_group(self, exchange: Exchange, data: str) -> None:
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

    def redraw(self, exchange: Exchange, data: str) -> bool:
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
            return active is None or asks_again(active, None)
        return (
            not screen.view or screen.view[0] not in self._routes.views or self.shown(exchange, screen.view)
        )

    def shown(self, exchange: Exchange, view: list[Any]) -> bool:
        """False when it cannot be shown any more."""
        if not view or view[0] not in self._routes.views:
            return False
        try:
            exchange.show_step(view)
        except Refusal:
            exchange.screen = None
            return False
        return True

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
            if [RESUME_DRAFT] in screen.actions:
                exchange.offer_below(drafts(exchange))
            self._act(exchange, screen.actions[index])

    def _act(self, exchange: Exchange, action: list[Any]) -> None:
        name, *args = action
        if name in SHOWS:
            exchange.show_step(args, instead=name == "turn")
        else:
            does = self._routes.actions[name]
            does(exchange, *fitting(does, args))

    def _is_for_groups(self, action: list[Any]) -> bool:
        if action[0] not in SHOWS:
            return action[0] in self._routes.in_groups
        view = self._routes.places.get(action[1])
        return view is not None and view.in_groups

    def _tap_notice(self, exchange: Exchange, number: int, verb: str) -> None:
        try:
            notice = exchange.desk.repositories.notices.get(number)
        except NotFound:
            self._forged(exchange)
            return
        if (
            notice.person is not exchange.desk.actor.person
            or verb not in notice.kind.verbs | notice.kind.at_times
        ):
            self._forged(exchange)
            return
        self._routes.verbs[verb](exchange, notice)

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
        record(exchange, "forged_tap")
        exchange.toast = Toast()


def asks_again(active: ActiveFlow, because: Sentence | None) -> bool:
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
