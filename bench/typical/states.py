"""aiogram's storage for states, in the database: what a bot needs that must not forget where people were."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from bench.typical.models import Conversation


class DatabaseStorage(BaseStorage):
    """aiogram asks it once for every update, before any middleware of the bot's own: so it opens its own sessions."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions

    async def get_state(self, key: StorageKey) -> str | None:
        async with self._sessions() as session:
            found = await session.get(Conversation, _identity(key))
            return found.state if found else None

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        async with self._sessions() as session:
            found = await session.get(Conversation, _identity(key))
            return dict(found.facts) if found else {}

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        await self._keep(key, state=state.state if isinstance(state, State) else state)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._keep(key, facts=dict(data))

    async def close(self) -> None:
        """The engine is closed by whoever made it."""

    async def _keep(self, key: StorageKey, **changed: Any) -> None:
        async with self._sessions.begin() as session:
            found = await session.get(Conversation, _identity(key))
            if found is None:
                found = Conversation(**_identity(key), facts={})
                session.add(found)
            for name, value in changed.items():
                setattr(found, name, value)


def _identity(key: StorageKey) -> dict[str, int]:
    return {"bot_id": key.bot_id, "chat_id": key.chat_id, "user_id": key.user_id}
