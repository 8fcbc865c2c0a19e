"""Step 1, reading: a date of publication → why a source is not used, where only some dates are wanted."""

from collections.abc import Iterable

from briefing.model import Bounds, Skipped

_UNDATED = "It states no date of publication, and only sources of certain dates are wanted."
_OUTSIDE = "It was published on "


def refusal(published: str | None, bounds: Bounds) -> str | None:
    """Why a source is not within the dates that were asked for; None if it is.

    Args:
        published: its date of publication, if it is known.
        bounds: what was asked for.
    """
    if published is None:
        return _UNDATED
    if bounds.is_before(published):
        return f"{_OUTSIDE}{published}, before {bounds.since}."
    return f"{_OUTSIDE}{published}, after {bounds.until}." if bounds.is_after(published) else None


def left_out(skipped: Iterable[Skipped]) -> tuple[int, int]:
    """How many sources were published outside of the dates, and how many state none."""
    reasons = [one.reason for one in skipped]
    return sum(reason.startswith(_OUTSIDE) for reason in reasons), reasons.count(_UNDATED)
