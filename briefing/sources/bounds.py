"""Step 1, reading: a date of publication → why a source is not used, where only some dates are wanted."""

from collections.abc import Iterable

from briefing.model import Bounds, Document, Skipped

_UNDATED = "It states no date of publication, and only sources of certain dates are wanted."
_OUTSIDE = "It was published on "


def within(documents: Iterable[Document], bounds: Bounds) -> tuple[list[Document], list[Skipped]]:
    """The documents of the dates that were asked for, and why each other one is not used."""
    told = [(one, _refusal(one.source.published, bounds)) for one in documents]
    kept = [one for one, reason in told if reason is None]
    return kept, [Skipped(one.source.path, reason) for one, reason in told if reason]


def _refusal(published: str | None, bounds: Bounds) -> str | None:
    """Why a source is not within the dates; None if it is."""
    if published is None:
        return _UNDATED
    if bounds.is_before(published):
        return f"{_OUTSIDE}{published}, before {bounds.since}."
    return f"{_OUTSIDE}{published}, after {bounds.until}." if bounds.is_after(published) else None


def left_out(skipped: Iterable[Skipped]) -> tuple[int, int]:
    """How many sources were published outside of the dates, and how many state none."""
    reasons = [one.reason for one in skipped]
    return sum(reason.startswith(_OUTSIDE) for reason in reasons), reasons.count(_UNDATED)
