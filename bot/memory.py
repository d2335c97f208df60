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
        self._rows: dict[int, Conversation | None] = {}

    async def get_state(self, key: StorageKey) -> str | None:
        row = await self._known(key)
        return row.state if row else None

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        if name != await self.get_state(key):
            (await self._row(key)).state = name

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        row = await self._known(key)
        return dict(row.data) if row else {}

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        if data != await self.get_data(key):
            (await self._row(key)).data = dict(data)

    async def close(self) -> None:
        """Nothing is held that the turn does not close."""

    async def _known(self, key: StorageKey) -> Conversation | None:
        """Asked of the database once in a turn; a row is made when there is something to keep."""
        if key.user_id not in self._rows:
            self._rows[key.user_id] = await self._session.get(Conversation, key.user_id)
        return self._rows[key.user_id]

    async def _row(self, key: StorageKey) -> Conversation:
        row = await self._known(key)
        if row is None:
            row = Conversation(telegram_id=key.user_id, state=None, data={})
            self._session.add(row)
            self._rows[key.user_id] = row
        return row
