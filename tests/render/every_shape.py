"""The event of `accord`, in the shapes that its brief does not have: a press sheet, figures, notes, and lines."""

from dataclasses import replace

from accord import KEY_POINTS, SHOTS, UPHELD, brief, item, said, words

from briefing.model import (
    Answer,
    Brief,
    Count,
    Disagreement,
    Essential,
    Figure,
    Gap,
    Practice,
    Role,
    Section,
    Span,
    Term,
    Version,
)

COUNCIL = said("B", "A Lake Council of nine members")
ENVOY = said("B", "Orvane's trade envoy")
DAY = said("B", "16 May 2026")
FLOOR = said("B", "“a floor", "ceiling”")
DECKHAND = said("A", "a deckhand was killed")
BOATS = said("A", "two trawlers")


def role(span: Span) -> Role:
    return Role(words(span), (span,), (span,))


def count(span: Span, sentence: Span) -> Count:
    return Count(words(span), (span,), (sentence,))


def shapes(heading: str, *, compact: bool = False) -> Brief:
    """All of them under one heading; or what can be in lines, in lines."""
    names = ("actors", "timeline", "disagreements", "sources") if compact else ("figures", "glossary", "practice")
    tables = tuple(Section(name, heading, name, compact=compact) for name in names)  # type: ignore[arg-type]
    speech = replace(item(None, FLOOR, nature="quote", speaker="Tomas Adeyar"), role=role(ENVOY))
    killed = tuple(Version(words(span), (span,)) for span in (SHOTS, UPHELD))
    return replace(
        brief,
        sections=(
            Section("essentials", heading, "essentials", KEY_POINTS[:2]),
            Section(
                "quotes", heading, "quotes", (speech, item(None, said("D", "“Eleven", "honest,”"), nature="quote"))
            ),
            *tables,
            Section("contact", heading, "contact"),
        ),
        essentials=(
            Essential("who", (Answer("Tessaly", (said("A", "Tessaly"),), (said("A", "Tessaly"),)),)),
            Essential("when", (Answer(words(DAY), (DAY,), (DAY,), "2026-05-16"),), differing=True),
            Essential("where"),
        ),
        figures=(
            Figure("people killed", (count(DECKHAND, SHOTS),)),
            Figure("trawlers destroyed", (count(BOATS, SHOTS), count(BOATS, SHOTS))),
        ),
        disagreements=(*brief.disagreements, Disagreement("number", "people killed", killed)),
        glossary=(Term("Lake Council", (role(COUNCIL),)),),
        practice=Practice((3, 0), (Gap(1, said("A", "14,000")),)),
        contact=("+00 000 0000",),
        embargo="2026-05-18T06:00Z",
    )
