"""Step 1, reading: the text of a mail → its lines, those dropped that its writer did not write for it.

Mail programs put what is answered below or between, each in its way, and what is
passed on likewise. What is answered is another mail and dropped; what is passed on
is what the mail is for, so that it is kept, and its header says who wrote it and when.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.sources import clean
from briefing.sources.draft import Line, bounded
from briefing.sources.readers.text import laid_out

_FORWARDED = re.compile(
    r"(?:-{2,}\s*)?(?:begin |start of |d[ée]but du |anfang der )?(?:forwarded message|forwarded by .*"
    r"|message transf[ée]r[ée]|weitergeleitete nachricht|mensaje reenviado|mensagem (?:re)?encaminhada)\s*(?::|-{2,})",
    re.IGNORECASE,
)
_ORIGINAL = re.compile(
    r"-{2,}\s*(?:original message|original appointment|message d'origine|urspr[üu]ngliche nachricht"
    r"|mensaje original|mensagem original)\s*-{2,}",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(r"(?:fwd?|wg|tr|rv|enc)\s*:", re.IGNORECASE)
_FIELD = re.compile(
    r"\*?(?P<name>from|sent|date|to|cc|bcc|subject|reply-to|organi[sz]ation|importance|attachments"
    r"|de|envoy[ée]|[àa]|objet|von|gesendet|datum|an|betreff|para|enviado(?: el| em)?|fecha|data|asunto|assunto)"
    r"\s?:\*?(?:\s+(?P<value>.*))?",
    re.IGNORECASE,
)
_DATES = frozenset({"date", "sent", "envoyé", "gesendet", "datum", "enviado", "enviado el", "enviado em", "fecha"})
_WRITERS = frozenset({"from", "de", "von"})
_FEWEST_FIELDS, _MOST_FIELDS = 3, 20
_WROTE = re.compile(
    r"\b(?:(?:wrote|writes|a écrit|escribió|escreveu)\s?|schrieb\b.{0,100}):$", re.DOTALL | re.IGNORECASE
)
_ON = re.compile(r"(?:on|le|am|el|em)\b", re.IGNORECASE)
_LONGEST_WROTE, _MOST_WROTE = 400, 3  # characters, and lines, since mail programs wrap it
_QUOTED = re.compile(r"\s*>")
_SURELY = re.compile(r"\b(?:19|20)\d\d\b.*(?:\d[:.h]\d\d|[@<])|[@<].*\b(?:19|20)\d\d\b", re.DOTALL)
_SIGNED = re.compile(r"--\s*|_{5,}\s*")
_LONGEST_SIGNATURE, _FURTHEST_SIGNATURE = 15, 60  # lines that say something, and with blank ones
_CLOSING = re.compile(
    r"(?:(?:with )?(?:kind|best|warm|many|kindest|warmest)?\s*(?:regards|wishes|thanks)|yours?(?: \w+)?"
    r"|sincerely(?: yours)?|cheers|thanks|thank you|all the best|best)[,.!]?",
    re.IGNORECASE,
)
_LONGEST_CLOSING = 8  # lines
_GREETING = re.compile(
    r"(?:(?:dear|hi|hello|good (?:morning|afternoon|evening)|greetings)\b[^.!?]{0,60}[,:!]?|all,|colleagues,|fyi\W*)",
    re.IGNORECASE,
)
_LONGEST_GREETING = 8  # words
_DEVICE = re.compile(
    r"(?:sent|get outlook|envoyé|gesendet|enviado) (?:from|for|depuis|von|desde|do) .{1,40}", re.IGNORECASE
)
_MESSAGE = re.compile(r"\b(?:e-?mail|message|transmission|communication|attachments?)\b", re.IGNORECASE)
_CONFIDENTIAL = re.compile(
    r"\b(?:confidential|privileged|intended (?:only|solely|recipient)|(?:intended )?recipients?|addressees?"
    r"|unsubscribe|scanned|disclaimer)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"\b(?:this|the|any|these)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letter:
    """The lines of a mail, and of the mail that it passes on the writer and the date as its header states them."""

    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    passes_on: bool = False
    writer: str = ""
    date: str = ""


def opened(text: str, subject: str) -> Letter:
    """Tell what of a mail is its own, or what it passes on.

    Args:
        text: clean text.
        subject: that of the mail, which says whether it passes another one on.

    Raises:
        UnreadableError: it has more lines than a source may have.
    """
    return _read(bounded(text).split("\n"), passes_on=bool(_PASSED_ON.match(subject)))


def _read(rows: Sequence[str], *, passes_on: bool) -> Letter:
    at = next((at for at in range(len(rows)) if _begins_another(rows, at)), len(rows))
    own = _own(rows[:at])
    if at == len(rows):
        return own
    header_at = at + bool(_marker(rows[at]))
    if passes_on or _FORWARDED.match(rows[at].strip(" >")):
        return _joined(own, rows[at:header_at], _unquoted(rows[header_at:]))
    return replace(own, lines=(*own.lines, *_dropped(rows[at:], "quoted mail")))


def _joined(own: Letter, marker: Sequence[str], rows: Sequence[str]) -> Letter:
    """A mail with the one that it passes on, which may itself pass one on."""
    fields = _fields(rows)
    inner = _read(rows[len(fields) :], passes_on=True)
    stated = {name.lower(): value for name, value in filter(None, map(_field, fields))}
    writer = next((value for name, value in stated.items() if name in _WRITERS), "")
    date = next((value for name, value in stated.items() if name in _DATES), "")
    header = _dropped([*marker, *fields], "mail header")
    return Letter(
        (*own.lines, *header, *inner.lines),
        tuple(dict.fromkeys((*own.notes, *inner.notes))),
        passes_on=True,
        writer=inner.writer or writer,
        date=inner.date or date,
    )


def _begins_another(rows: Sequence[str], at: int) -> bool:
    """Whether another mail begins at a row: behind a marker, or with its header."""
    if _marker(rows[at]):
        return True
    return bool(_FIELD.fullmatch(rows[at].strip())) and len(_fields(rows[at : at + _MOST_FIELDS])) >= _FEWEST_FIELDS


def _marker(row: str) -> bool:
    bare = row.strip(" >")
    return bool(_FORWARDED.fullmatch(bare) or _ORIGINAL.fullmatch(bare))


def _field(row: str) -> tuple[str, str] | None:
    found = _FIELD.fullmatch(row.strip())
    return (found["name"], clean.line(found["value"] or "").strip("*")) if found else None


def _fields(rows: Sequence[str]) -> Sequence[str]:
    """The rows of the header of another mail, with the blank ones above it."""
    start = next((at for at, row in enumerate(rows) if row.strip()), len(rows))
    end = start
    while end < len(rows) and (_field(rows[end]) or (end > start and rows[end].startswith((" ", "\t")))):
        end += 1
    return rows[:end] if end > start else rows[:0]


def _unquoted(rows: Sequence[str]) -> Sequence[str]:
    """What is passed on, without the marks that some programs put before it as if it were answered."""
    filled = [row for row in rows if row.strip()]
    if filled and _QUOTED.match(filled[0]):
        return [re.sub(r"^\s*> ?", "", row) for row in rows]
    return rows


# --- what the writer wrote ----------------------------------------------------


def _own(rows: Sequence[str]) -> Letter:
    lines: list[Line] = []
    notes: tuple[str, ...] = ()
    for reason, run in _runs(rows):
        if reason:
            lines += _dropped(run, reason)
        else:
            laid, told = laid_out("\n".join(run))
            lines += _without_greeting(_without_closing(laid))
            notes += told
    return Letter(tuple(lines), tuple(dict.fromkeys(notes)))


def _runs(rows: Sequence[str]) -> Iterator[tuple[str | None, list[str]]]:
    """Neighbouring rows of one kind, with the reason why they are dropped."""
    reasons = _reasons(rows)
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or reasons[at] != reasons[start]:
            yield reasons[start], list(rows[start:at])
            start = at


def _reasons(rows: Sequence[str]) -> list[str | None]:
    reasons: list[str | None] = ["quoted mail" if _QUOTED.match(row) else None for row in rows]
    for at, row in enumerate(rows):
        if reasons[at]:
            continue
        if count := _attribution(rows, at):
            surely = _SURELY.search("\n".join(rows[at : at + count]))
            end = at + count if _quotes_below(rows, at + count) or not surely else len(rows)
            reasons[at:end] = ["quoted mail"] * (end - at)
        elif _SIGNED.fullmatch(row) and (end := _signature_end(rows, reasons, at)):
            reasons[at:end] = ["signature"] * (end - at)
    return reasons


def _attribution(rows: Sequence[str], at: int) -> int:
    """Of how many rows “On 3 May Ana wrote:” consists that begins here and leads over to what is answered."""
    if at > 0 and rows[at - 1].strip() and not _ON.match(rows[at]):
        return 0
    for count in range(1, _MOST_WROTE + 1):
        said = "\n".join(rows[at : at + count])
        if at + count > len(rows) or not rows[at + count - 1].strip():
            return 0
        if len(said) <= _LONGEST_WROTE and _WROTE.search(said.strip()):
            return count if _quotes_below(rows, at + count) or _SURELY.search(said) else 0
    return 0


def _quotes_below(rows: Sequence[str], at: int) -> bool:
    below = next((row for row in rows[at : at + 3] if row.strip()), "")
    return bool(_QUOTED.match(below))


def _signature_end(rows: Sequence[str], reasons: Sequence[str | None], at: int) -> int:
    """Where a signature that begins here ends; 0 if it is too long for one."""
    furthest = min(len(rows), at + _FURTHEST_SIGNATURE)
    end = next((each for each in range(at, furthest) if reasons[each]), furthest)
    filled = sum(bool(row.strip()) for row in rows[at:end])
    is_closed = end == len(rows) or bool(reasons[end])
    return end if is_closed and 1 < filled <= _LONGEST_SIGNATURE + 1 else 0


def _without_closing(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those dropped that close a mail: “Kind regards,” with the name below, and what lawyers add."""
    last = range(max(0, len(lines) - _LONGEST_CLOSING), len(lines))
    closing = next((at for at in last if _CLOSING.fullmatch(lines[at].text)), len(lines))
    for at, line in enumerate(lines):
        is_sign = at >= closing or _DEVICE.fullmatch(line.text) or _is_disclaimer(line.text)
        yield replace(line, reason="signature") if is_sign else line


def _without_greeting(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, the first one dropped if it only greets: “Dear all,”."""
    for at, line in enumerate(lines):
        is_greeting = at == 0 and _GREETING.fullmatch(line.text) and len(line.text.split()) <= _LONGEST_GREETING
        yield replace(line, reason="greeting") if is_greeting else line


def _is_disclaimer(text: str) -> bool:
    opening = text[:200]
    told = {found.lower() for found in _CONFIDENTIAL.findall(text[:1000])}
    return bool(_ADDRESSED.search(opening) and _MESSAGE.search(opening)) and len(told) > 1


def _dropped(rows: Sequence[str], reason: str) -> Iterator[Line]:
    for row in rows:
        if text := clean.line(row):
            yield Line(text, reason=reason)
