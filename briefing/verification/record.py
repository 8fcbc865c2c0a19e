"""Verification: the record of a brief, held against itself.

In: the bytes of `brief.json`. Out: the brief, and all that does not stand in it. The seal tells that something was
changed, the other checks tell what; what follows from the rest of the record is reckoned anew.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from briefing.errors import BriefFileError
from briefing.model import Brief
from briefing.render import json
from briefing.verification import numbers, passages, telling
from briefing.verification.report import Fault


@dataclass(frozen=True, slots=True)
class Record:
    """A record that was checked; without a brief it does not even have the form of one.

    `is_sound` is whether all places that it names are there, on which other checks rest.
    """

    brief: Brief | None
    seal: str
    faults: tuple[Fault, ...]
    notes: tuple[str, ...] = ()
    is_sound: bool = True


def checked(content: bytes) -> Record:
    """Check a record.

    Raises:
        BriefFileError: it is none.
    """
    data = json.parsed(content)
    seal, broken = json.seal_of(data), tuple(_seal(data))
    try:
        brief = json.unchecked(data)
    except BriefFileError as error:
        return Record(None, seal, (*broken, Fault("", str(error))), is_sound=False)
    flaws = [Fault("", flaw) for flaw in json.flaws(brief)]
    if flaws:
        # What rests on places that are not there cannot be told.
        return Record(brief, seal, (*broken, *flaws), is_sound=False)
    found = (*passages.faults(brief), *numbers.faults(data, brief), *telling.faults(brief))
    unsealed = () if json.SEAL in data else ("It has no seal: it was written by an earlier version of the program.",)
    return Record(brief, seal, (*broken, *found), (*unsealed, *telling.notes(brief)))


def _seal(data: Mapping[str, Any]) -> Iterator[Fault]:
    if json.SEAL in data and data[json.SEAL] != json.seal_of(data):
        yield Fault(json.SEAL, "The seal is broken: something in the record was changed after it was written.")
