"""Step 3: of several events in one collection the one that is briefed.

Enters: what was merged of each event. Leaves: one `Merged`, that of the main
event. The documents of the others are kept and named as apart, with their
origins, and none of their statements is.
"""

from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Apart, Document, Merged, Origin


def briefed(events: Sequence[Merged], documents: Sequence[Document]) -> Merged:
    """The main event: of most origins, then of most documents, then the first.

    Args:
        events: at least one.
        documents: all documents, in the order in which origins are numbered.
    """
    main = max(events, key=lambda event: (len(event.origins), len(event.documents)))
    if len(events) == 1:
        return main
    origins = _numbered([origin for event in events for origin in event.origins], documents)
    of = {source: origin.id for origin in origins for source in origin.sources}
    return replace(
        main,
        documents=tuple(replace(d, source=replace(d.source, origin=of[d.source.id])) for d in documents),
        origins=origins,
        apart=tuple(_apart(event) for event in events if event is not main),
    )


def _numbered(origins: Sequence[Origin], documents: Sequence[Document]) -> tuple[Origin, ...]:
    place = {document.source.id: n for n, document in enumerate(documents)}
    ordered = sorted(origins, key=lambda origin: place[origin.sources[0]])
    return tuple(replace(origin, id=f"O{n}") for n, origin in enumerate(ordered, start=1))


def _apart(event: Merged) -> Apart:
    titles = (document.source.title for document in event.documents if document.source.title)
    return Apart(tuple(document.source.id for document in event.documents), next(titles, None))
