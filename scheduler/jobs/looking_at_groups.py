"""Looking at a group that a colleague has tied: whether it has topics, and whether we may open them."""

from typing import TYPE_CHECKING

import structlog
from telegram import ChatFullInfo, ChatMember, ChatMemberAdministrator
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from domain.entities.staff_groups import GroupState, StaffGroup
from domain.usecases.staff_groups.tying import group_looked_at, group_moved
from locales import Voice, _, lines
from scheduler.delivery.telegram_line import Line
from storage import SqlUnit

if TYPE_CHECKING:
    from scheduler.jobs.context import JobContext

log = structlog.get_logger()

_WELCOME = (
    _(
        "Each client gets a topic here with their next message. What colleagues write there goes to the client."
    ),
    _("What begins with // stays in the topic: it is kept as a note, and the client does not see it."),
)


class GroupLook:
    """Asks Telegram about every group of which it is not known how it stands."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def look(self, context: "JobContext") -> int:
        found = await context.database.read(lambda unit: _to_look_at(context, unit))
        return sum([await self._look_at(context, branch, group) for branch, group in found])

    async def _look_at(self, context: "JobContext", branch: int, group: StaffGroup) -> bool:
        """False when Telegram does not tell now."""
        assert group.chat is not None
        title = group.title
        try:
            chat = await self._line.get_chat(group.chat)
            title = chat.title or title
            state = _state(chat, await self._line.get_chat_member(group.chat, self._own_number))
        except ChatMigrated as error:
            moved = error.new_chat_id
            await context.database.run(lambda unit: group_moved(context.desk(unit), group.chat or 0, moved))
            return True
        except (Forbidden, BadRequest) as error:
            log.info("staff group not there", why=error.message)
            state = GroupState.GONE
        except TelegramError as error:
            log.warning("staff group not looked at", why=type(error).__name__)
            return False

        def known(unit: SqlUnit) -> None:
            group_looked_at(context.desk(unit), branch, group.chat or 0, title, state)

        await context.database.run(known)
        if state is GroupState.TIED:
            await self._welcome(context, group)
        return True

    async def _welcome(self, context: "JobContext", group: StaffGroup) -> None:
        """Whoever ties it hears of it in any case: this is for the others there."""
        assert group.chat is not None
        words = await context.database.read(lambda unit: _words(context, unit, group))
        try:
            await self._line.send_message(group.chat, words, parse_mode="HTML")
        except TelegramError as error:
            log.warning("staff group not greeted", why=type(error).__name__)

    @property
    def _own_number(self) -> int:
        return int(self._line.token.partition(":")[0])


def _to_look_at(context: "JobContext", unit: SqlUnit) -> list[tuple[int, StaffGroup]]:
    groups = context.desk(unit).agency.staff_groups
    return [(branch, groups.of(branch)) for branch in groups.in_state(GroupState.LOOKING)]


def _state(chat: ChatFullInfo, own: ChatMember) -> GroupState:
    if own.status in (ChatMember.LEFT, ChatMember.BANNED):
        return GroupState.GONE
    if chat.type != "supergroup":
        return GroupState.SMALL
    if not chat.is_forum:
        return GroupState.NO_TOPICS
    may = isinstance(own, ChatMemberAdministrator) and own.can_manage_topics and own.can_delete_messages
    return GroupState.TIED if may else GroupState.NO_RIGHT


def _words(context: "JobContext", unit: SqlUnit, group: StaffGroup) -> str:
    desk = context.desk(unit)
    head = _("<b>This group is tied to {agency}.</b>")(agency=desk.agency.name)
    return Voice.at(desk, group.language).html(lines(head, *_WELCOME))
