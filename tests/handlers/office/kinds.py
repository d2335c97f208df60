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


def kinds_in(package: ModuleType) -> list[type[CallbackData]]:
    """Those of all its modules."""
    return [
        kind
        for one in pkgutil.iter_modules(package.__path__)
        for kind in kinds_of(importlib.import_module(f"{package.__name__}.{one.name}"))
    ]


OF_STAFF = kinds_in(callbacks)
