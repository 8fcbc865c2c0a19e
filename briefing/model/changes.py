"""Step 4, composition: what a brief tells otherwise than the one before it."""

from dataclasses import dataclass
from typing import Literal

from briefing.model.spans import Clarification, Span, verbatim
from briefing.model.statements import Actor, Nature

ChangeKind = Literal["changed", "new", "disputed", "confirmed", "dropped"]
"""What became of a sentence, what a reader must know first before the rest."""
Loss = Literal["gone", "revised", "apart", "room"]
"""Why a sentence is told no longer: its source is not given any more, or reads otherwise now, or is set apart;
or it is still there, and the brief has no room for it."""


@dataclass(frozen=True, slots=True)
class Before:
    """Words that stood in the sources of the earlier brief, and where.

    `path` and `sha256` are those of a source which need not be given any more, and `start` and `end` count in the
    text that it had then. `citations` are where the words stand among the sources of this brief; none if they do not.
    """

    text: str
    path: str
    sha256: str
    start: int
    end: int
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    citations: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that is told otherwise than in the earlier brief, in the words of its `spans`.

    What is `changed` or `disputed` has the words `before` it, and what is `dropped` has nothing else, with a `loss`.
    What is `confirmed` had one of its `origins` then. `disagreement` is the id of the one that it is a version of.
    """

    kind: ChangeKind
    text: str = ""
    spans: tuple[Span, ...] = ()
    citations: tuple[Span, ...] = ()
    clarified: tuple[Clarification, ...] = ()
    origins: int = 0
    nature: Nature = "fact"
    speaker: str | None = None
    before: Before | None = None
    loss: Loss | None = None
    disagreement: str | None = None

    @property
    def verbatim(self) -> str:
        """Its text without what is in brackets: that of its spans."""
        return verbatim(self.text, self.clarified)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is told otherwise than in an earlier brief of this `title`, date and `signature`.

    `named` are the actors whom no source of the earlier brief names. Sources are told by their paths: those that are
    `added`, that are `revised` in their place, and that are `gone`. `marked` holds the places of the brief's items that
    are new, which are marked where they stand. `more` counts the changes for which there is no room, `untold` the
    sentences of the earlier brief that are still in the sources and found none.
    """

    title: str
    as_of: str | None
    signature: str
    changes: tuple[Change, ...] = ()
    named: tuple[Actor, ...] = ()
    added: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    marked: tuple[int, ...] = ()
    more: int = 0
    untold: int = 0
