"""Step 2: the normal form of a word.

Enters: a word in lower case. Leaves: its Snowball stem (Porter 2001), after
irregular forms are brought to their base. British and American spellings come
together where the stem alone would keep them apart. spaCy is not needed here.
"""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from Stemmer import Stemmer

IRREGULAR = tomllib.loads((Path(__file__).parent / "data" / "irregular.toml").read_text("utf-8"))
BASE_OF = {form: base for table in IRREGULAR.values() for base, forms in table.items() for form in forms}
VERB_FORMS = frozenset(form for forms in IRREGULAR["verbs"].values() for form in forms)
BRITISH = (
    (re.compile(r"(?<=[a-z]{2})is(?=e[ds]?$|ing$|ation|er)"), "iz"),
    (re.compile(r"(?<=[a-z])lys(?=e[ds]?$|ing$|er)"), "lyz"),
    (re.compile(r"(?<=[a-z]{2})our(?=$|s$|ed$|ing$|able$|ite)"), "or"),
    (re.compile(r"^(def|off|lic|pret)ence"), r"\1ense"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"mme(?=s?$)"), "m"),
)


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """The normal form of a word in lower case."""
    base: str = BASE_OF.get(word, word)
    for pattern, american in BRITISH:
        base = pattern.sub(american, base)
    return str(_stemmer().stemWord(base))


@cache
def _stemmer() -> "Stemmer":
    from Stemmer import Stemmer

    return Stemmer("english")
