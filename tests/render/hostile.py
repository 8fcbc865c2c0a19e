"""A brief that says one text wherever it can say anything, to see whether the text stays text."""

from collections.abc import Iterator

from briefing.model import (
    Actor,
    Apart,
    Block,
    Brief,
    Citation,
    Disagreement,
    Document,
    Event,
    Item,
    Origin,
    Reason,
    Role,
    Section,
    Skipped,
    Source,
    Span,
    Version,
)

FIELDS = (
    *("title", "audience", "signature", "heading", "label", "sentence", "prose", "speaker"),
    *("name", "alias", "role", "phrase", "event", "about", "kind", "version"),
    "contact",
    *("source", "publisher", "path", "note", "verb", "another", "file", "reason"),
)
"""What a reader sees of it, each with the text behind its name."""


def saying(text: str) -> Brief:
    """The brief in which each field is its own name and the text."""

    def said(field: str) -> str:
        return f"{field} {text} end"

    quoted = [said(field) for field in ("sentence", "prose", "role", "event", "version")]
    whole = "\n\n".join(quoted)

    def at(place: int) -> tuple[int, int]:
        start = sum(len(passage) + 2 for passage in quoted[:place])
        return start, start + len(quoted[place])

    spans = [Span("S1", *at(place)) for place in range(len(quoted))]
    citations = [Citation("S1", *at(place)) for place in range(len(quoted))]
    other = Citation("S2", 0, 3)

    points = Item("c1", quoted[0], (spans[0],), (citations[0],), label=said("label"))
    prose = (
        Item("c2", quoted[1], (spans[1],), (citations[1],)),
        Item("c3", "qvq", (other.span,), (other,), nature="quote", speaker=said("speaker")),
    )
    first = Source("S1", said("path"), "", said("source"), said("publisher"), None, None, "O1", 1)
    second = Source("S2", "other", "", said("another"), None, None, None, "O1", 2)
    return Brief(
        said("title"),
        "analyst",
        said("signature"),
        audience=said("audience"),
        marking=said("marking"),
        embargo=said("embargo"),
        contact=(said("contact"),),
        sections=(
            Section("key_points", said("heading"), "bullets", (points,)),
            Section("prose", "Prose", "prose", prose),
            Section("actors", "Actors", "actors"),
            Section("timeline", "Timeline", "timeline"),
            Section("disagreements", "Differences", "disagreements"),
            Section("sources", "Sources", "sources"),
            Section("passages", "Passages", "passages"),
        ),
        actors=(
            Actor(said("name"), "person", (said("alias"),), Role(quoted[2], (spans[2],), (spans[2],)), (spans[2],)),
        ),
        timeline=(Event(None, said("phrase"), quoted[3], (spans[3],), (citations[3],)),),
        disagreements=(
            Disagreement(said("kind"), said("about"), (Version(quoted[4], (spans[4],)), Version("qvq", (other.span,)))),
        ),
        documents=(
            Document(first, whole, tuple(Block("paragraph", *at(place)) for place in range(5)), (), (said("note"),)),
            Document(second, "qvq"),
        ),
        origins=(Origin("O1", ("S1", "S2"), (Reason("S2", said("verb"), "S1"),)),),
        apart=(Apart(("S2",), said("another")),),
        skipped=(Skipped(said("file"), said("reason")),),
    )


def fields(text: str) -> Iterator[str]:
    """All that the brief says."""
    return (f"{field} {text} end" for field in FIELDS)
