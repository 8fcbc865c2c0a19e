"""How the sources of a brief were chosen from what was given: by a topic, by dates of publication, or by both."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day of publication that are wanted, ISO 8601, each as precise as it is given.

    A month or a year begins with its first day and ends with its last one. Where a source states no more than its
    month or year, it is within the bounds if one of those days is.
    """

    since: str | None = None
    until: str | None = None

    def __bool__(self) -> bool:
        """Whether there is a bound."""
        return bool(self.since or self.until)

    def holds(self, published: str) -> bool:
        """Whether a date of publication is within the bounds."""
        return not (self.is_before(published) or self.is_after(published))

    def is_before(self, published: str) -> bool:
        """Whether a date of publication is before the first day that is wanted."""
        return self.since is not None and _last(published) < _first(self.since)

    def is_after(self, published: str) -> bool:
        """Whether it is after the last one."""
        return self.until is not None and _first(published) > _last(self.until)


NO_BOUNDS = Bounds()


def _first(date: str) -> str:
    return f"{date}-01-01"[:10]


def _last(date: str) -> str:
    """A day that none of a month or a year is behind; the calendar need not have it."""
    return f"{date}-99-99"[:10]


@dataclass(frozen=True, slots=True)
class Selection:
    """What was chosen of an archive, and what was not.

    Args:
        topic: what the sources were to tell of, as it was typed; None where only dates were asked for.
        since: the first day of publication that was asked for.
        until: the last one.
        searched: how many sources there are.
        found: how many of them bear on the topic, and were published within the dates.
        used: how many of these the brief is made of: the best, or all.
        copies: how many of these have the very bytes of another, and were left out for that.
        outside: how many bear on the topic and were published before or after.
        undated: how many bear on the topic and state no date, where dates were asked for.
        unusable: how many files, or parts of files, could not be read.
        some_words: whether sources are used that have not all words of the topic.
    """

    topic: str | None
    since: str | None
    until: str | None
    searched: int
    found: int
    used: int
    copies: int = 0
    outside: int = 0
    undated: int = 0
    unusable: int = 0
    some_words: bool = False
