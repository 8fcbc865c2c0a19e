"""How good the timeline of a collection's brief is: precision, recall and F1 of its events, by date and words."""

import re
from collections.abc import Sequence

from benchmarks.quality.collection import LabelledEvent
from briefing.model import Event


def figures(labelled: Sequence[LabelledEvent], found: Sequence[Event]) -> dict[str, float]:
    """The figures of one timeline. What a label allows counts neither way."""
    wanted = [label for label in labelled if not label.allowed]
    told = [label for label in wanted if any(_tells(event, label) for event in found)]
    counted = [event for event in found if not any(label.allowed and _tells(event, label) for label in labelled)]
    right = [event for event in counted if any(_tells(event, label) for label in wanted)]
    precision = len(right) / len(counted) if counted else 0.0
    recall = len(told) / len(wanted)
    both = precision + recall
    return {"precision": precision, "recall": recall, "F1": 2 * precision * recall / both if both else 0.0}


def _tells(event: Event, label: LabelledEvent) -> bool:
    return event.date == label.date and re.search(label.words, event.text, re.IGNORECASE) is not None
