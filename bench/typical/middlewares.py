"""What every update passes: a session of its own, then who speaks; and the filter that asks for their role."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.filters import Filter
from aiogram.types import TelegramObject
from aiogram.types import User as TelegramUser
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bench.typical.models import User

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class OneSession(BaseMiddleware):
    """Kept when the handler returns, given up when it fails."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        async with self._sessions() as session:
            data["session"] = session
            result = await handler(event, data)
            await session.commit()
            return result


class WhoSpeaks(BaseMiddleware):
    """Found by their Telegram id, and made when they are new."""

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        sender: TelegramUser | None = data.get("event_from_user")
        if sender is None:
            return await handler(event, data)
        session: AsyncSession = data["session"]
        user = await session.scalar(select(User).where(User.telegram_id == sender.id))
        if user is None:
            user = User(telegram_id=sender.id, name=sender.full_name, role="client", language="en")
            session.add(user)
            await session.flush()
        data["user"] = user
        return await handler(event, data)


class HasRole(Filter):
    def __init__(self, *roles: str) -> None:
        self._roles = roles

    async def __call__(self, _event: TelegramObject, user: User) -> bool:
        return user.role in self._roles
