"""Work in a process of its own, so that what it takes of the memory is its own too."""

import gc
import multiprocessing
import resource
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


def apart(work: Callable[..., T], *given: Any) -> T:
    """Do it in a process forked from this one: what is already in memory is there at no cost."""
    gc.collect()
    gc.freeze()
    forking = multiprocessing.get_context("fork")
    receiver, sender = forking.Pipe(duplex=False)
    process = forking.Process(target=lambda: sender.send(work(*given)))
    process.start()
    sender.close()
    result: T = receiver.recv()
    process.join()
    return result


def resident_mb() -> float:
    """What this process holds in memory; where there is no /proc, the most it ever held."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1e6
