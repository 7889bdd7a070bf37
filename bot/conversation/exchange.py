"""Exchange: one exchange with one person. What is said and shown is collected here and sent once the facts are stored."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, ParamSpec

from bot.conversation.actions import actions_of, fitting
from bot.conversation.events import Event
from bot.conversation.links import View
from bot.conversation.outgoing import File, Menu, Message, Outgoing, Strip, Toast
from bot.conversation.routes import Routes
from bot.conversation.screen import Asking, Row, Screen
from bot.conversation.trail import Step, walked
from domain.entities.clients import Client
from domain.entities.people import StaffMember
from domain.ports.desk import Actor, Desk
from domain.values.language import Language
from locales import Sentence, Voice, lines
from storage import SqlUnit, StoredScreen

P = ParamSpec("P")


class NotForGroups(RuntimeError):  # noqa: N818  (it names what was wrong with the code)
    """Something was about to be shown in a group that was not made for one."""


@dataclass(frozen=True)
class BotProfile:
    """What an exchange knows of the bot itself: its name in links, which message shows a screen, and whether it is
    asked when somebody types behind its name in another chat.
    """

    username: str
    message_of: Callable[[int], int | None]
    asked_inline: Callable[[], bool] = lambda: True


class Exchange:
    """Who is spoken with (`desk.actor`, `voice`), what was heard, and what is to be said."""

    def __init__(
        self, desk: Desk, voice: Voice, event: Event, unit: SqlUnit, routes: Routes, profile: "BotProfile"
    ) -> None:
        self.desk = desk
        self.voice = voice
        self.event = event
        self.unit = unit
        self.routes = routes
        self._profile = profile
        self.outgoing: list[Outgoing] = []
        self.toast: Toast | None = None
        self.screen: StoredScreen | None = None
        """The screen whose button was tapped, while it may be redrawn in place."""
        self.way: list[Step] = []
        """The views this person came through; the last one is what they look at."""
        self._above: list[Sentence] = []
        self._below: tuple[Row, ...] = ()
        self._groups_voice: Voice | None = None

    def stand_at(self, screen: StoredScreen) -> None:
        """It was tapped, or is shown again: the way goes on from there."""
        shown = [screen.view] if screen.view and screen.view[0] in self.routes.views else []
        self.way = [*(screen.trail or ()), *shown]

    def say(self, sentence: Sentence, *, closing_keyboard: bool = False) -> None:
        """Says it in a message of its own; `closing_keyboard` also takes an asking keyboard away."""
        self._must_be_private()
        self.outgoing.append(Message(self.voice.html(sentence), asking=[] if closing_keyboard else None))

    def answer_group(self, sentence: Sentence) -> None:
        """Says it in front of all, to whoever spoke to us there: only what all of them may read."""
        self.outgoing.append(Message(self.voice.html(sentence)))

    def note(self, sentence: Sentence, *, alert: bool = False) -> None:
        """Answers the tap in a few words; without a tap it is said."""
        if self.event.tap:
            self.toast = Toast(self.voice.plain(sentence)[:200], alert)
        else:
            self.say(sentence)

    def head(self, sentence: Sentence) -> None:
        """Says it at the top of the view shown next: one message, not two."""
        self._above.append(sentence)

    def offer_below(self, rows: tuple[Row, ...]) -> None:
        """These stand at the end of every view that is shown now: the way back to what was left open."""
        self._below = rows

    def show(self, view: View[P], /, *args: P.args, **_named: P.kwargs) -> None:
        """Draws the view: in place of the tapped screen, else in a new message."""
        self.show_step([view.key, *args])

    def show_origin(self, view: View[P], /, *args: P.args, **_named: P.kwargs) -> None:
        """Back to where this was opened from: of a flow, where it was begun. To `view` when nobody knows any more."""
        self.show_step(self.way[-1] if self.way else [view.key, *args])

    def show_step(self, step: Step, *, instead: bool = False, drawn: Screen | None = None) -> None:
        """Draws the view of a step, as it stands with a screen. `instead`: what is shown now is not gone back to.

        `drawn`: what the view shows, where that is known already.
        """
        self.way = walked(self.way[:-1] if instead else self.way, step, self.routes.places)
        step = self.way[-1]
        drawn = drawn or self._drawn(step[0], step[1:])
        if self._above:
            drawn = replace(drawn, text=lines(*self._above, "", drawn.text))
            self._above = []
        drawn = replace(drawn, rows=(*drawn.rows, *(row for row in self._below if row not in drawn.rows)))
        self.draw(drawn, step, trail=self.way[:-1])

    def came_from(self, view: View[...]) -> list[Any] | None:
        """The arguments with which a view was left on the way here, if it was passed: which page of which list."""
        return next((args for key, *args in reversed(self.way) if key == view.key), None)

    def _drawn(self, name: str, args: list[Any]) -> Screen:
        """In a group a view is drawn for nobody, in the language of whoever opened it: it shows all the same thing."""
        draws = self.routes.views[name]
        if self.event.private:
            return draws(self, *fitting(draws, args))
        opener = self.desk.repositories.people.get(self.screen.person_id) if self.screen else None
        everybodys = copy(self)
        everybodys.desk = replace(self.desk, actor=Actor())
        if opener is not None:
            self._groups_voice = everybodys.voice = Voice.at(self.desk, opener.language)
        return draws(everybodys, *fitting(draws, args))

    def draw(
        self,
        drawn: Screen,
        view: list[Any],
        screen: StoredScreen | None = None,
        state: dict[str, Any] | None = None,
        *,
        trail: list[Step] | None = None,
        in_place: bool = False,
    ) -> StoredScreen:
        """Records the screen with the table of actions behind its buttons, and the message that shows it.

        `screen` is the stored one to go on with (a flow's); by default the tapped one, or a new one.
        `in_place` changes the message that shows it although nothing was tapped: for what comes in a burst.
        """
        self._must_be_private(but=view)
        stored = screen or self.screen or self._new_screen()
        tapped = self.screen is not None and stored.id == self.screen.id and drawn.asking is None
        stored.revision += 1
        stored.view, stored.state, stored.updated_at = view, state, self.desk.now
        stored.trail = trail or []
        stored.actions = actions_of(drawn, stored.trail)
        if tapped and self.event.tap:
            stored.message_id = self.event.tap.message_id
        elif in_place:
            stored.message_id = stored.message_id or self._profile.message_of(stored.id)
        else:
            self.leave(stored)
        self.unit.screens.save(stored)
        self.outgoing.append(self._message(drawn, stored))
        self.screen = None
        return stored

    def draw_above(self, drawn: Screen, view: View[[]]) -> None:
        """Says it above what was asked, with buttons of its own. It is older than that, so not what is shown again later."""
        stored = self._new_screen()
        stored.opened_at = stored.updated_at = self.desk.now - timedelta(seconds=1)
        stored.revision, stored.view, stored.trail = 1, [view.key], []
        stored.actions = actions_of(drawn, [])
        self.unit.screens.save(stored)
        self.outgoing.insert(0, self._message(drawn, stored))

    def repeat(self, drawn: Screen, stored: StoredScreen) -> None:
        """Says in a new message what the stored screen shows, and writes nothing: its next step may be under way elsewhere.

        Without its buttons, when they would not be those it is stored with.
        """
        if actions_of(drawn, stored.trail or []) == stored.actions:
            self.outgoing.append(replace(self._message(drawn, stored), edits=None))
        else:
            self.say(drawn.text)

    def shows_here(self, stored: StoredScreen) -> bool:
        """Whether the tapped message is the one that shows this screen."""
        shown = stored.message_id or self._profile.message_of(stored.id)
        return self.event.tap is not None and self.event.tap.message_id == shown

    def leave(self, stored: StoredScreen) -> None:
        """The screen goes on in a new message: the old one must not offer dead buttons."""
        message_id = stored.message_id or self._profile.message_of(stored.id)
        if message_id is not None:
            self.outgoing.append(Strip(message_id))
        stored.message_id = None

    def leave_tapped(self) -> None:
        """The tapped message keeps its words and loses its buttons; what is shown next comes below it."""
        if self.screen is not None and self.event.tap:
            self.screen.message_id = self.event.tap.message_id
            self.leave(self.screen)
        self.screen = None

    def strip_tapped(self) -> None:
        """A notice that was answered loses its buttons."""
        if self.event.tap and self.event.tap.message_id is not None:
            self.outgoing.append(Strip(self.event.tap.message_id))

    def send_file(self, file: File) -> None:
        self._must_be_private()
        self.outgoing.append(file)

    def listen_in(self, language: Language) -> None:
        """From now on it is spoken in this language."""
        self.voice = Voice.at(self.desk, language)

    def become_staff(self, member: StaffMember) -> None:
        """The actor acts as this member from now on."""
        self.desk.actor = replace(self.desk.actor, staff=member)

    def become_client(self, client: Client) -> None:
        """The actor acts as this client from now on."""
        self.desk.actor = replace(self.desk.actor, client=client)

    def is_addressed(self) -> bool:
        """False for a command that names another bot: "/vote@other_bot"."""
        word = (self.event.text or "").split(maxsplit=1)[:1]
        _command, _at, bot = word[0].partition("@") if word else ("", "", "")
        return bot.casefold() in {"", self._profile.username.casefold()}

    @property
    def bot_name(self) -> str:
        """As it is typed behind an "@"."""
        return self._profile.username

    @property
    def asked_inline(self) -> bool:
        """Whether inline mode is switched on at BotFather."""
        return self._profile.asked_inline()

    def deep_link(self, payload: str) -> str:
        """An address that opens this bot with "/start payload"."""
        return f"https://t.me/{self._profile.username}?start={payload}"

    def group_link(self, payload: str, rights: str) -> str:
        """An address that asks into which group this bot is to come, with these rights, and says "/start payload" there."""
        return f"https://t.me/{self._profile.username}?startgroup={payload}&admin={rights}"

    def refresh_menu(self) -> None:
        """The menu button shows what this person may do now, in their language."""
        self._must_be_private()
        told = [
            (command.name, self.voice.plain(command.help))
            for command in self.routes.commands_of(self.desk.actor)
        ]
        self.outgoing.append(Menu(told))

    def _must_be_private(self, but: Step | None = None) -> None:
        """Raises NotForGroups when this is a group and `but` is no view that is made for one."""
        if self.event.private:
            return
        view = self.routes.places.get(but[0]) if but else None
        if view is None or not view.in_groups:
            raise NotForGroups(but[0] if but else "words")

    def _new_screen(self) -> StoredScreen:
        person = self.desk.actor.person
        assert person is not None
        now = self.desk.now
        return StoredScreen(person.id, self.event.chat_id, None, 0, [], [], None, now, now)

    def _message(self, drawn: Screen, stored: StoredScreen) -> Message:
        voice = self._groups_voice or self.voice
        index = iter(range(len(stored.actions)))
        rows = [
            [
                (
                    voice.plain(button.label),
                    None if button.url else f"f:{stored.id}:{stored.revision}:{next(index)}",
                    button.url,
                )
                for button in row
            ]
            for row in drawn.rows
        ]
        return Message(
            voice.html(drawn.text),
            rows,
            self._keys(drawn.asking),
            edits=stored.message_id,
            screen_id=stored.id,
        )

    def _keys(self, asking: Asking | None) -> list[list[tuple[str, str | None]]] | None:
        if asking is None:
            return None
        keys: list[tuple[str, str | None]] = [(self.voice.plain(asking.label), asking.wants)]
        keys += [(self.voice.plain(other), None) for other in asking.others]
        return [[key] for key in keys]
