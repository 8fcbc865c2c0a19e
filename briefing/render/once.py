"""Step 5, rendering: what every format of a brief needs, made once for all of them.

In: a function of a brief. Out: the same function, which remembers what it made of the last brief.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from briefing.model import Brief

Rest = ParamSpec("Rest")
Made = TypeVar("Made")


def once(made: Callable[Concatenate[Brief, Rest], Made]) -> Callable[Concatenate[Brief, Rest], Made]:
    """The function, which gives for the brief that it was asked about last what it gave then.

    It must be the very same brief: to compare two takes as long as many a function does.
    """
    last: tuple[Brief, object, Made] | None = None

    @wraps(made)
    def remembered(brief: Brief, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Made:
        nonlocal last
        known, rest = last, (args, kwargs)
        if known is None or known[0] is not brief or known[1] != rest:
            last = known = (brief, rest, made(brief, *args, **kwargs))
        return known[2]

    return remembered
