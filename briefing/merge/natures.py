"""Step 3: what a sentence is: a fact, a quote, a claim or a forecast; and who says it.

Enters: a sentence. Leaves: its nature and its speaker.
"""

import re

from briefing.model import Nature, Sentence

EXPECTING = re.compile(r"\b(?:anticipates?|expects?|foresees?|predicts?)\b")
"""Verbs with which somebody looks ahead, in the present tense."""
CARRIED = r"(?: (?:also|had|has|have|later|then|\w+ly))*"
"""What may stand between a pronoun and its verb of speech."""


def nature(sentence: Sentence) -> Nature:
    """What it is."""
    if sentence.attribution:
        return sentence.attribution.nature
    return "forecast" if "forecast" in sentence.modality or EXPECTING.search(sentence.text) else "fact"


def speaker(sentence: Sentence) -> str | None:
    """Who says it; where that is a subject which only points back, what it means: "He [the mayor] added"."""
    said, meant = sentence.attribution, sentence.reference
    if said is None or said.speaker or meant is None:
        return said.speaker if said else None
    behind = sentence.text[meant.end - sentence.start :]
    return meant.name if re.match(rf"{CARRIED} {re.escape(said.cue)}\b", behind) and said.cue else None
