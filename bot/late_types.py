"""aiogram's types, each built when it is first used.

At its import aiogram builds all of some four hundred types, each with everything that it may ever
hold: seconds of every start and a hundred megabytes for as long as we run, for the thirty that we
use (https://github.com/aiogram/aiogram/issues/1876). Here its import only tells us the names by
which its types know one another; pydantic builds what it finds unbuilt, and finds them there.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

_BUILD = vars(BaseModel)["model_rebuild"].__func__
_names: dict[str, Any] = {}


def build_late() -> None:
    """Must come before the first import of aiogram; after it, nothing is changed."""
    type.__setattr__(BaseModel, "model_rebuild", classmethod(_rebuild))


def _rebuild(
    cls: type[BaseModel],
    *,
    force: bool = False,
    raise_errors: bool = True,
    _parent_namespace_depth: int = 2,
    _types_namespace: Mapping[str, Any] | None = None,
) -> bool | None:
    if cls.__module__.startswith("aiogram."):
        if _types_namespace:
            _names.update(_types_namespace)
            return None
        _types_namespace = _names or None
    built: bool | None = _BUILD(
        cls,
        force=force,
        raise_errors=raise_errors,
        _parent_namespace_depth=_parent_namespace_depth + 1,  # this call is one of them
        _types_namespace=_types_namespace,
    )
    return built
