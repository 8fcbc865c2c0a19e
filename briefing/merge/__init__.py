"""Step 3, merging: the same fact told once, cited to everyone who tells it, and to nobody else.

Enters: documents and the sentences of all of them. Leaves: statements with all
of their support, actors, disagreements, and an origin for each source. No
section, no layout and no length is known here.
"""

from collections.abc import Sequence

from briefing.model import Document, Merged, Sentence


def merge(documents: Sequence[Document], sentences: Sequence[Sentence]) -> Merged:
    """Bring together what the sources say in common.

    Args:
        documents: all documents.
        sentences: all their sentences, in the order of the documents.
    """
    from briefing.merge.statements import merged

    return merged(documents, sentences)
