"""Mistakes in templates: the first one is raised, or all of them are gathered."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from briefing.errors import TemplateError

_GATHERED: ContextVar[list[TemplateError] | None] = ContextVar("gathered", default=None)


def refuse(mistake: TemplateError) -> None:
    """Raise a mistake; or keep it where mistakes are gathered, and whoever calls goes on without what is wrong."""
    told = _GATHERED.get()
    if told is None:
        raise mistake
    told.append(mistake)


@contextmanager
def gathered() -> Iterator[list[TemplateError]]:
    """Gather the mistakes that reading a template meets, the one that ends the reading too."""
    told: list[TemplateError] = []
    before = _GATHERED.set(told)
    try:
        yield told
    except TemplateError as last:
        told.append(last)
    finally:
        _GATHERED.reset(before)
