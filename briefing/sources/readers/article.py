"""Step 1, reading: an article as a JSON object → its lines."""

from html import unescape

from briefing.sources import clean, hypertext
from briefing.sources.articles import day, loaded, stated, text_of
from briefing.sources.dates import faults
from briefing.sources.draft import Draft, Line
from briefing.sources.readers.text import laid_out


def read(data: bytes) -> Draft:
    """Read one article, whose text may be marked up.

    Raises:
        UnreadableError: its markup is nested too deep.
    """
    article = loaded(data.decode())
    known = stated(article)
    text = clean.characters(text_of(article))
    # A text without tags that has entities was marked up once, and lost its tags.
    lines, notes = laid_out(clean.characters(hypertext.plain(text) if hypertext.is_marked_up(text) else unescape(text)))
    title, published, modified = known.get("title"), known.get("published", ""), known.get("modified", "")
    heads = title and not (lines and lines[0].text == title)
    return Draft(
        (*([Line(title, kind="title")] if title and heads else []), *lines),
        title=title,
        publisher=known.get("publisher"),
        published=day(published),
        author=known.get("author"),
        modified=day(modified),
        address=known.get("address"),
        notes=(*notes, *faults(published)),
    )
