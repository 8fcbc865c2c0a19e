"""Step 2: whether a person is a man or a woman, where a title or a given name is sure to tell.

Enters: what names a person, and its sentence. Leaves: "he", "she" or None.
"""

import re
import tomllib
import unicodedata
from typing import Literal

from briefing.language.gazetteer import DATA, words
from briefing.language.nominals import Nominal
from briefing.model import Sentence

_GIVEN = tomllib.loads((DATA / "given_names.toml").read_text("utf-8"))
MALE, FEMALE = frozenset(_GIVEN["male"]), frozenset(_GIVEN["female"])


def gender(nominal: Nominal, sentence: Sentence) -> Literal["he", "she"] | None:
    """The pronoun of a person; None where nothing tells, or where things contradict each other."""
    own = nominal.text.lower().split()
    if not sentence.start <= nominal.start < sentence.end:
        return _told_by(own, own[0])
    before = re.findall(r"[\w-]+", sentence.text[: nominal.start - sentence.start].lower())[-1:]
    role = nominal.entities[0].role if nominal.entities else None
    said = sentence.text[max(role.start - sentence.start, 0) : role.end - sentence.start] if role else ""
    return _told_by([*before, *own, *said.lower().split()], own[0] if nominal.entities else "")


def _told_by(told: list[str], given: str) -> Literal["he", "she"] | None:
    name = "".join(c for c in unicodedata.normalize("NFKD", given) if not unicodedata.combining(c)).split("-")[0]
    bare = {word.strip(".,") for word in told}
    he = bool(bare & words("male_title", "man")) or name in MALE
    she = bool(bare & words("female_title", "woman")) or name in FEMALE
    return None if he == she else "he" if he else "she"
