"""Step 1, reading: the bytes of a mail → its header, the text that a reader sees, and what is attached.

The header of a hostile mail makes Python's own objects for it raise in many
places, so it is taken as text and decoded here.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_tz

from briefing.sources import clean
from briefing.sources.dates import iso_date
from briefing.sources.draft import UnreadableError
from briefing.sources.encoding import decode
from briefing.sources.hypertext import plain

Part = Message

MOST_LINES = 1_500_000
"""Lines of a mail; each costs the parser more memory than it has bytes."""
_LONGEST_HEADER = 100_000
"""Characters of a field of the header whose encoded words are read; that takes quadratic time."""
_ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_SIGNED = "signed-data"


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is attached to a mail.

    Args:
        name: what it is called, as the mail says.
        media_type: what it is, likewise.
        part: the part of the mail that it is.
    """

    name: str
    media_type: str
    part: Part

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return _content(self.part)


def parsed(data: bytes) -> Part:
    """The mail that these bytes are.

    Raises:
        UnreadableError: it is encrypted, or of too many lines.
    """
    if data.count(b"\n") > MOST_LINES:
        raise UnreadableError(f"It is a mail of more than {MOST_LINES:,} lines, the most that is read of one.")
    message = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"), policy=policy.compat32)
    if message.get_content_type() in _ENCRYPTED and _SIGNED not in header(message, "Content-Type"):
        raise UnreadableError("It is an encrypted mail; save it decrypted.")
    return message


def header(message: Part, name: str) -> str:
    """A field of the header as a person would read it; empty if there is none."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    return clean.line(_decoded(_unescaped(str(raw))))


def day(text: str) -> str | None:
    """The day that the date of a mail states, in the zone of who wrote it; None if it states none."""
    with suppress(ValueError, TypeError, IndexError):
        if parts := parsedate_tz(text):
            return iso_date(f"{parts[0]}-{parts[1]}-{parts[2]}")
    return iso_date(text)


def body(message: Part) -> tuple[str, tuple[str, ...]]:
    """The text that a reader sees, and a note for each thing that was guessed or lost."""
    texts: list[str] = []
    notes: list[str] = []
    for part in _shown(message):
        text, told = decode(_content(part), _safely(part.get_content_charset))
        texts.append(plain(text) if part.get_content_type() == "text/html" else text)
        notes.extend(told)
    return "\n\n".join(filter(None, texts)), tuple(dict.fromkeys(notes))


def attachments(message: Part) -> Iterator[Attachment]:
    """What is attached, in its order."""
    for number, part in enumerate(_leaves(message), 1):
        if _is_attached(part):
            name = _decoded(_unescaped(_safely(part.get_filename) or "")) or f"part {number}"
            yield Attachment(clean.line(name), part.get_content_type(), part)


def _shown(part: Part) -> list[Part]:
    """The parts of which the text consists; of alternatives the first one that is plain, else the first."""
    if part.get_content_type() == "multipart/alternative" and part.is_multipart():
        options = [shown for each in _children(part) if (shown := _shown(each))]
        plain_ones = (shown for shown in options if any(map(_is_plain, shown)))
        return next(plain_ones, options[0] if options else [])
    if part.is_multipart():
        return (
            []
            if part.get_content_maintype() == "message"
            else [one for each in _children(part) for one in _shown(each)]
        )
    is_text = part.get_content_type() in {"text/plain", "text/html"}
    return [part] if is_text and not _is_attached(part) else []


def _is_plain(part: Part) -> bool:
    return part.get_content_type() == "text/plain" and bool(_content(part).strip())


def _children(part: Part) -> list[Part]:
    payload = part.get_payload()
    return [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []


def _leaves(part: Part) -> Iterator[Part]:
    """The parts that hold no others; a mail that is attached is one of them."""
    if part.is_multipart() and part.get_content_maintype() != "message":
        for each in _children(part):
            yield from _leaves(each)
    else:
        yield part


def _is_attached(part: Part) -> bool:
    is_named = _safely(part.get_content_disposition) == "attachment" or bool(_safely(part.get_filename))
    return is_named or part.get_content_maintype() not in {"text", "multipart"}


def _content(part: Part) -> bytes:
    """The bytes of a part, its transfer encoding undone; of an attached mail the mail."""
    if part.is_multipart():
        return b"\n".join(each.as_bytes(policy=policy.compat32) for each in _children(part))
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _safely(ask: Callable[[], str | None]) -> str | None:
    """What a parameter of the header says, if it is well-formed."""
    with suppress(LookupError, TypeError, ValueError):
        return ask()
    return None


def _unescaped(raw: str) -> str:
    """The bytes of a header as text: UTF-8, where a mail does not encode them as it should."""
    data = raw.encode("utf-8", "surrogateescape")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8")
    return data.decode("cp1252", "replace")


def _decoded(text: str) -> str:
    """A header, its encoded words read; as it is if they are none after all, or too many."""
    if len(text) > _LONGEST_HEADER:
        return text
    with suppress(Exception):  # what a hostile header raises is not documented
        return "".join(
            word if isinstance(word, str) else word.decode(charset or "latin-1", "replace")
            for word, charset in decode_header(text)
        )
    return text
