"""Step 2: one normal form for each word.

Enters: a tokenized Doc. Leaves: `token.lemma_`, the word's stem.
"""

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from briefing.language.stems import stem


@Language.component("stems", assigns=["token.lemma"])
def stems(doc: Doc) -> Doc:
    """Set every token's lemma to its stem."""
    strings = doc.vocab.strings
    words, places = np.unique(doc.to_array("LOWER"), return_inverse=True)
    found = np.array([strings.add(stem(strings[word])) for word in words.tolist()], dtype=np.uint64)
    # All at once: each word once, and no walk over the tokens.
    return doc.from_array(["LEMMA"], found[places].reshape(-1, 1))  # type: ignore[arg-type]  # as in segment.py
