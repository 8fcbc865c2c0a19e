"""Step 3, merging: the same fact told once, cited to everyone who tells it, and to nobody else.

Enters: documents and the sentences of all of them. Leaves: statements with all
of their support, actors, disagreements, and an origin for each source. No
section, no layout and no length is known here.
"""

from collections.abc import Sequence
from pathlib import Path

from briefing.model import Document, Merged, Sentence


def merge(documents: Sequence[Document], sentences: Sequence[Sentence], encoder: Path | None = None) -> Merged:
    """Bring together what the sources say in common.

    Their order changes nothing: all is done, and numbered, in the order of the paths.

    Args:
        documents: all documents.
        sentences: all their sentences, those of a document in the order of its text.
        encoder: the folder of a sentence encoder that judges sentences beside their words; none if None.

    Raises:
        SettingError: the encoder cannot be used.
    """
    from briefing.merge import encoder as encoding
    from briefing.merge.credits import credited
    from briefing.merge.events import events
    from briefing.merge.setting_apart import briefed
    from briefing.merge.statements import merged

    place = {document.source.id: document.source.path for document in documents}
    ordered = sorted(documents, key=lambda document: (document.source.path, document.source.id))
    told = sorted(sentences, key=lambda sentence: (place[sentence.source], sentence.source))
    encode = encoding.load(encoder) if encoder else None
    return briefed([merged(own, credited(own, theirs), encode) for own, theirs in events(ordered, told)], ordered)


def signature(encoder: Path | None = None) -> str:
    """Name what merging goes by besides the program itself, for the brief's signature.

    Args:
        encoder: as for `merge`.

    Raises:
        SettingError: the encoder cannot be used.
    """
    if encoder is None:
        return ""
    from briefing.merge import encoder as encoding

    return f" + {encoding.signature(encoder)}"
