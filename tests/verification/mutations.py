"""Single mutations of the record of a brief, drawn by a seeded dice: each changes one thing that a reader relies on.

`MUTATIONS` holds them by name. Each takes the record as data and the dice, changes the record, and gives whether it
found anything to change. `sealed` forges: the seal is that of the changed record, as only who knows the program can.
"""

import json
import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from briefing.render.json import SEAL, seal_of

Data = dict[str, Any]
Mutation = Callable[[Data, Random], bool]


def items(record: Data) -> list[Data]:
    return [item for section in record["sections"] for item in section["items"]]


def told(record: Data) -> list[Data]:
    return [*items(record), *record["timeline"]]


def text_of(record: Data, span: Data) -> str:
    text = next(source["text"] for source in record["sources"] if source["id"] == span["source"])
    return str(text[span["start"] : span["end"]])


def word_changed(record: Data, dice: Random) -> bool:
    item = dice.choice(told(record))
    words = list(re.finditer(r"[A-Za-z]{4,}", item["text"]))
    if not words:
        return False
    word = dice.choice(words)
    item["text"] = item["text"][: word.start()] + word[0][::-1] + "x" + item["text"][word.end() :]
    return True


def number_swapped(record: Data, dice: Random) -> bool:
    numbered = [item for item in told(record) if re.search(r"\d", item["text"])]
    if not numbered:
        return False
    item = dice.choice(numbered)
    digit = dice.choice([*re.finditer(r"\d", item["text"])])
    item["text"] = item["text"][: digit.start()] + str((int(digit[0]) + 1) % 10) + item["text"][digit.end() :]
    return True


def offset_moved(record: Data, dice: Random) -> bool:
    spans = [span for item in told(record) for span in (*item["spans"], *item["citations"])]
    span = dice.choice(spans)
    span[dice.choice(["start", "end"])] += dice.choice([-3, -2, -1, 1, 2, 3])
    return True


def citation_removed(record: Data, dice: Random) -> bool:
    several = [item for item in told(record) if len(item["citations"]) > 1]
    if not several:
        return False
    item = dice.choice(several)
    item["citations"].pop(dice.randrange(len(item["citations"])))
    return True


def citation_added(record: Data, dice: Random) -> bool:
    item = dice.choice(told(record))
    spans = [span for other in told(record) for span in other["citations"]]
    added = [span for span in spans if span["source"] not in {one["source"] for one in item["citations"]}]
    if not added:
        return False
    item["citations"].append(dict(dice.choice(added)))
    return True


def citation_moved_to_another_source(record: Data, dice: Random) -> bool:
    citation = dice.choice([span for item in told(record) for span in item["citations"]])
    others = [source["id"] for source in record["sources"] if source["id"] != citation["source"]]
    if not others:
        return False
    citation["source"] = dice.choice(others)
    return True


def source_text_altered(record: Data, dice: Random) -> bool:
    source = dice.choice(record["sources"])
    word = dice.choice([*re.finditer(r"\w{3,}", source["text"])])
    source["text"] = source["text"][: word.start()] + "not" + source["text"][word.end() :]
    return word[0] != "not"


def origins_changed(record: Data, dice: Random) -> bool:
    if not items(record):
        return False
    item = dice.choice(items(record))
    item["origins"] += 1 if item["origins"] < 2 else dice.choice([-1, 1])
    return True


def date_changed(record: Data, dice: Random) -> bool:
    dated = [event for event in record["timeline"] if event["date"]]
    if not dated:
        return False
    event = dice.choice(dated)
    event["date"] = f"{int(event['date'][:4]) - 1}{event['date'][4:]}".replace("-02-29", "-02-28")
    return True


def speaker_changed(record: Data, dice: Random) -> bool:
    spoken = [item for item in items(record) if item["speaker"]]
    if not spoken:
        return False
    dice.choice(spoken)["speaker"] = "Zdenka Qvist"
    return True


def label_changed(record: Data, dice: Random) -> bool:
    labelled = [item for item in items(record) if item["label"]]
    if not labelled:
        return False
    dice.choice(labelled)["label"] = "Secret protocol"
    return True


def item_moved(record: Data, dice: Random) -> bool:
    full = [section for section in record["sections"] if section["items"]]
    others = [section for section in record["sections"] if section["shape"] in {"bullets", "prose"}]
    section = dice.choice(full) if full else None
    targets = [other for other in others if other is not section]
    if section is None or not targets:
        return False
    moved = section["items"].pop(dice.randrange(len(section["items"])))
    dice.choice(targets)["items"].append(moved)
    return True


def title_changed(record: Data, _dice: Random) -> bool:
    record["title"] = "Peace at last"
    return True


MUTATIONS: dict[str, Mutation] = {
    function.__name__: function
    for function in (
        word_changed, number_swapped, offset_moved, citation_removed, citation_added, citation_moved_to_another_source,
        source_text_altered, origins_changed, date_changed, speaker_changed, label_changed, item_moved, title_changed,
    )
}  # fmt: skip


def mutants(record: bytes, dice: Random, *, sealed: bool) -> Iterator[tuple[str, bytes]]:
    """Records with one mutation each, without end, every kind of mutation in its turn."""
    while True:
        for name, mutate in MUTATIONS.items():
            data = json.loads(record)
            if mutate(data, dice):
                if sealed:
                    data[SEAL] = seal_of(data)
                yield name, json.dumps(data, ensure_ascii=False).encode()
