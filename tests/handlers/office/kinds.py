"""Every kind of button that staff press."""

import importlib
import pkgutil
from types import ModuleType

from aiogram.filters.callback_data import CallbackData

from handlers.office import callbacks


def kinds_of(module: ModuleType) -> list[type[CallbackData]]:
    """Those that a module defines, in its order."""
    return [
        kind
        for kind in vars(module).values()
        if isinstance(kind, type)
        and issubclass(kind, CallbackData)
        and kind.__module__ == module.__name__
    ]


OF_STAFF = [
    kind
    for one in pkgutil.iter_modules(callbacks.__path__)
    for kind in kinds_of(importlib.import_module(f"{callbacks.__name__}.{one.name}"))
]
