"""Step 2: whether the dates of a document hang on the date of its collection.

Enters: a text, its date of publication and the collection's. Leaves: the
collection's date, or None where the document's dates are the same without it:
so what a document says is known from the document alone, whatever is added to
the collection. spaCy is not needed here.
"""

import re

from briefing.language.date_periods import parsed
from briefing.language.date_words import MONTH, WEEKDAY_OF_DAY

CHECKED = re.compile(rf"{WEEKDAY_OF_DAY}(?:The )?(?:[0-9]|{MONTH})")
"""A weekday with a day, "Tuesday, 3 May": only these are ever looked for in the years before the collection's date."""


def bearing(as_of: str | None, text: str, published: str | None) -> str | None:
    """The collection's date if it bears on a text's dates."""
    return as_of if is_from_the_future(published, as_of) or CHECKED.search(text) else None


def is_from_the_future(published: str | None, as_of: str | None) -> bool:
    """Whether a source is dated after its collection, so that nothing counts from its date."""
    of_source, of_all = parsed(published), parsed(as_of)
    return of_source is not None and of_all is not None and of_source.first > of_all.last
