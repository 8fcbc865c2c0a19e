"""Step 1, reading: a mail → its lines; and what is attached to it, which are sources of their own."""

import re
from collections.abc import Iterator
from email.utils import parseaddr

from briefing.model import Skipped
from briefing.sources import mail
from briefing.sources.dates import faults
from briefing.sources.draft import Draft, Line
from briefing.sources.letter import Letter, opened
from briefing.sources.pieces import Piece, Room

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_ANSWERS = re.compile(r"(?:(?:re|aw|sv|antw|fwd?|wg|tr|rv|enc)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_NO_SOURCE = ("image/", "audio/", "video/", "application/pgp-", "application/pkcs7-", "application/x-pkcs7-")
_MOST_NAMED = 5


def read(data: bytes) -> Draft:
    """Read the text of a mail.

    Raises:
        UnreadableError: it is encrypted, or cannot be taken apart.
    """
    message = mail.parsed(data)
    text, notes = mail.body(message)
    subject, date = mail.header(message, "Subject"), mail.header(message, "Date")
    letter = opened(text, subject)
    fields = [(name, mail.header(message, name)) for name in _SHOWN]
    return Draft(
        (*(Line(f"{name}: {value}", reason="mail header") for name, value in fields if value), *letter.lines),
        title=_ANSWERS.sub("", subject, count=1) or None,
        publisher=mail.header(message, "Organization") or None,
        published=mail.day(letter.date if letter.passes_on else date),
        author=_name(letter.writer or mail.header(message, "From")),
        address=mail.header(message, "Archived-At").strip("<>") or None,
        notes=(*notes, *letter.notes, *faults(date), *_passed_on(letter, date), *_unread(message)),
    )


def members(data: bytes, room: Room) -> Iterator[Piece | Skipped]:
    """What is attached to a mail."""
    try:
        attached = [
            Piece(one.name, one.data)
            for one in mail.attachments(mail.parsed(data))
            if not one.media_type.startswith(_NO_SOURCE)
        ]
    except Exception:  # noqa: BLE001  `read` fails likewise, and one line about the mail is enough
        return
    for piece in attached:
        room.take(len(piece.data))
        yield piece


def _name(field: str) -> str | None:
    """Who wrote it: the name, and the address where there is no name."""
    name, address = parseaddr(field)
    return name.strip("'\" ") or address or field or None


def _passed_on(letter: Letter, date: str) -> Iterator[str]:
    """What the reader is to know of a mail that passes another one on."""
    if letter.passes_on:
        sent = mail.day(date)
        yield "It passes on a mail; author and date are those that the header of that one states." + (
            f" It was sent on {sent}." if sent else ""
        )


def _unread(message: mail.Part) -> Iterator[str]:
    """What is attached and never a source."""
    names = [one.name for one in mail.attachments(message) if one.media_type.startswith(_NO_SOURCE)]
    if names:
        more = len(names) - _MOST_NAMED
        listed = ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        yield f"Pictures, sounds or signatures are attached to it, and not read: {listed}."
