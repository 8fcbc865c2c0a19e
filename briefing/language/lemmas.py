"""Step 2: one normal form for each word.

Enters: a tokenized Doc. Leaves: `token.lemma_`, the word's stem.
"""

from spacy.language import Language
from spacy.tokens import Doc

from briefing.language.stems import stem


@Language.component("stems", assigns=["token.lemma"])
def stems(doc: Doc) -> Doc:
    """Set every token's lemma to its stem."""
    for token in doc:
        token.lemma_ = stem(token.lower_)
    return doc
