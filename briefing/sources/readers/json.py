"""Step 1, reading: a JSON file → the articles in it, each by its number."""

from collections.abc import Iterator
from typing import Any

from briefing.model import Skipped
from briefing.sources.articles import KEYS_WANTED, canonical, is_article, listed, loaded
from briefing.sources.draft import UnreadableError
from briefing.sources.encoding import decode
from briefing.sources.kinds import KINDS
from briefing.sources.pieces import Piece, Room, numbered
from briefing.sources.readers.properties import refuse_own


def members(data: bytes, room: Room) -> Iterator[Piece | Skipped]:
    """The articles in their order.

    Raises:
        UnreadableError: it is no JSON, holds no articles, or is a brief of this program.
    """
    value = loaded(decode(data)[0])
    if isinstance(value, dict) and isinstance(signature := value.get("signature"), str):
        refuse_own(signature)
    articles = listed(value)
    if not articles:
        raise UnreadableError(f"It is JSON without articles. {KEYS_WANTED}")
    for number, article in enumerate(articles, 1):
        if room.wants(label := numbered(number, len(articles))):
            yield piece(label, article, room)


def piece(label: str, article: Any, room: Room) -> Piece | Skipped:
    """An article by itself.

    Args:
        label: how the file names it.
        article: what should be one.
        room: what is left of the bounds of the file.
    """
    data = canonical(article)
    room.take(len(data))
    if not is_article(article):
        return Skipped(label, f"It is no article. {KEYS_WANTED}")
    return Piece(label, data, KINDS["article"])
