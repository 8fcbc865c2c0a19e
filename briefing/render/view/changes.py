"""Step 5, rendering: what has changed since an earlier brief, as rows."""

from dataclasses import dataclass

from briefing.render.view.lines import Line


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What became of a sentence, in a word, and the sentence; with the words `before` it where others stood there.

    Who is named for the first time stands in one row, a line for each.
    """

    kind: str
    lines: tuple[Line, ...]
    before: Line | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What is told otherwise than in the last brief.

    `since` says which one that is, and which sources it did not have; `more` says what found no room.
    """

    since: str
    rows: tuple[ChangeRow, ...]
    more: str = ""
