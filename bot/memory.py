"""What a conversation is about just now: aiogram's state, in the turn's own transaction."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlalchemy.ext.asyncio import AsyncSession

from bot.tables import Conversation


class Memory(BaseStorage):
    """Lives for one turn; the person's row is locked meanwhile, so nobody else writes here."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get_state(self, key: StorageKey) -> str | None:
        return (await self._row(key)).state

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        (await self._row(key)).state = state.state if isinstance(state, State) else state

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return dict((await self._row(key)).data)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        (await self._row(key)).data = dict(data)

    async def close(self) -> None:
        """Nothing is held that the turn does not close."""

    async def _row(self, key: StorageKey) -> Conversation:
        row = await self._session.get(Conversation, key.user_id)
        if row is None:
            row = Conversation(telegram_id=key.user_id, state=None, data={})
            self._session.add(row)
            await self._session.flush()
        return row
