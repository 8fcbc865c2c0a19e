"""Step 1, reading: bytes → clean text, with a note for what had to be guessed or mended.

A byte order mark declares the encoding; without one strict UTF-8 is next to
never right by chance. What is neither is UTF-16 if its zero bytes lie so, and
else an old 8-bit encoding: Windows-1252 where such bytes are rare among plain
letters, as in Western languages, and otherwise charset-normalizer's guess.
"""

import codecs

from briefing.sources import clean
from briefing.sources.draft import UnreadableError

_MARKS = (  # longest first: UTF-32's mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1a\x1b"})
_MOST_CONTROLS = 0.03  # random bytes have 0.1, text next to none
_MOST_HIGH_BYTES = 0.2  # Western text has up to 0.1, Cyrillic or Greek in 8 bits above 0.6
_SAMPLE = 100_000  # bytes that a guess looks at
_OPENING = 8_192  # bytes by which a text is known


def decode(data: bytes, charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Decode a text file and clean its characters.

    Args:
        data: the bytes.
        charset: the encoding that a header declares, if one does.

    Returns:
        The text, and a note for each thing that was guessed or lost.

    Raises:
        UnreadableError: the bytes are no text.
    """
    text, notes = decoded(data, charset)
    if unseen := clean.unseen(text):
        notes += (f"Control or invisible characters were removed: {unseen}.",)
    return clean.characters(text), notes


def opening(data: bytes) -> str:
    """How the text begins, as far as its bytes are text: enough to tell what it is."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")
    return data[:_OPENING].decode(encoding, "replace").replace("\r\n", "\n")


def decoded(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Decode text, and leave its characters as they are.

    Args:
        data: the bytes.
        declared: the encoding that they state themselves, such as a web page does; UTF-8 that is right goes before it.

    Returns:
        The text, and a note for each thing that was guessed or lost.

    Raises:
        UnreadableError: the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    if wide := _wide(data):
        return _guessed(data, wide)
    if len(data) - len(data.translate(None, _CONTROLS)) > len(data) * _MOST_CONTROLS:
        raise UnreadableError("It is a binary file, not text, whatever its name says.")
    known = _known(declared)
    if known and data.isascii():  # such as ISO-2022-JP, which hides its letters among ASCII
        return _decoded(data, known)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _decoded(data, known) if known else _guessed(data, _narrow(data))


def _decoded(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        return text, (f"{_title(encoding)} does not explain all of its bytes; “\ufffd” stands for those.",)


def _guessed(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text, notes = _decoded(data, encoding)
    return text, (f"The encoding was not declared; it reads as {_title(encoding)}.", *notes)


def _known(declared: str | None) -> str | None:
    """Python's name of a declared encoding; Latin-1 is Windows-1252, as in browsers."""
    try:
        found = codecs.lookup(declared or "utf-8")
    except (LookupError, ValueError):
        return None
    is_text = getattr(found, "_is_text_encoding", False)
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-8": None}.get(found.name, found.name) if is_text else None


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: in most scripts' text, one byte of many pairs is zero."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or max(even, odd) < len(sample) / 10 or min(even, odd) > max(even, odd) / 20:
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return encoding if sum(map(text.count, "\0\1\2\3\4\5\6")) <= len(text) * _MOST_CONTROLS else None


def _narrow(data: bytes) -> str:
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    if high <= len(data) * _MOST_HIGH_BYTES:
        return "cp1252"
    from charset_normalizer import from_bytes

    guess = from_bytes(data[:_SAMPLE]).best()
    return guess.encoding if guess else "cp1252"


def _title(encoding: str) -> str:
    name = encoding.replace("_", "-").removesuffix("-sig")
    return name.replace("cp125", "Windows-125") if name.startswith("cp125") else name.upper()
