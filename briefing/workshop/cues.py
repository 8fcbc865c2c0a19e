"""The cues of a template, tried on the sample.

In: a template, what its own files say, and the sample. Out: findings on sections that
nothing comes into, and on cues that say nothing, everything or two things at once. Only
the template's own cues are judged; those that it takes from others are theirs to mend.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from difflib import get_close_matches
from itertools import chain
from pathlib import Path

from briefing.compose.cues import Lemmas, Lemmatize, Lexicon, Sorter
from briefing.settings import (
    Cues,
    CueSet,
    SectionSpec,
    Setting,
    Template,
    load_cue_set,
    load_template,
    places,
    shipped_cue_sets,
)
from briefing.workshop.findings import Finding
from briefing.workshop.lines import line_of
from briefing.workshop.sample import Sample

_WORDED = ("strong", "weak", "against")
"""The keys of cues that are words of a sentence."""
_WORD = re.compile(r"[^\W\d_]+")
ALIKE = 0.87
"""How like a known word an unknown one is that was meant to be it, as difflib counts."""
MOST = 0.5
"""Share of the sentences in which a cue may stand and still tell sections apart."""


_ByKey = Mapping[str, set[Lemmas]]
"""The cues of a section as they are matched, by the key that lists them."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue of the template's own: where it is said, and its words as they are matched."""

    text: str
    key: str
    spec: SectionSpec
    file: Path
    lemmas: Lemmas

    def finding(self, rule: str, sentence: str) -> Finding:
        told = self.file.read_text("utf-8")
        return Finding(rule, self.file, sentence, line_of(told, self.spec.id, self.key, f"“{self.text}”"))


def read(template: Template, settings: Sequence[Setting], sample: Sample) -> Iterator[Finding]:
    """What the cues of a template's own do on the sample."""
    holders = [spec for spec in template.sections if spec.shape in {"bullets", "prose"} and not spec.lift_from]
    known = sample.gathered.lemmatize
    sorter = Sorter(holders, known, sample.year)
    own = [*_own(settings, holders, template.folders[0], known)]
    yield from _without_cues(template, holders)
    texts = sample.texts
    hits = {cue: _hits(cue, texts, known) for cue in own}
    silent = _silent_sections(hits, sorter, sample)
    yield from silent.values()
    told = {spec.id: _by_key(spec, known) for spec in holders}
    yield from _by_themselves({cue: n for cue, n in hits.items() if cue.spec.id not in silent}, texts, known)
    yield from _swallowed(own, texts, told, sorter.lexicon)
    yield from _against_others(hits, told)


def _own(settings: Sequence[Setting], holders: Sequence[SectionSpec], folder: Path, known: Lemmatize) -> Iterator[_Cue]:
    """The cues that files in the template's own folder say."""
    specs = {spec.id: spec for spec in holders}
    for setting in settings:
        id_, _, key = setting.key.partition(".cues.")
        if setting.where and setting.where.parent == folder and id_ in specs and key in _WORDED:
            for text in (cue for cue in getattr(specs[id_].cues, key) if cue in setting.value):
                yield _Cue(text, key, specs[id_], setting.where, _lemmas(text, known))


def _lemmas(text: str, known: Lemmatize) -> Lemmas:
    return Lexicon(known).add(text)


def _without_cues(template: Template, holders: Sequence[SectionSpec]) -> Iterator[Finding]:
    """Sections that no statement comes into; without a default the first takes what no cue places."""
    defaults = [spec.id for spec in holders if spec.default] or [spec.id for spec in holders[:1]]
    for spec in holders:
        if spec.cues == Cues() and spec.id not in defaults:
            file = template.folders[0] / "template.toml"
            line = line_of(file.read_text("utf-8"), spec.id, "id")
            sentence = f"Nothing comes into “{spec.id}”: give it [section.cues], lift_from or default = true."
            yield Finding("no-cues", file, sentence, line)


def _hits(cue: _Cue, texts: Sequence[str], known: Lemmatize) -> int:
    """In how many texts a cue stands, whatever stands around it."""
    alone = Lexicon(known)
    alone.add(cue.text)
    return sum(bool(alone.found(text)) for text in texts)


def _silent_sections(hits: Mapping[_Cue, int], sorter: Sorter, sample: Sample) -> dict[str, Finding]:
    """The sections of which no cue or sign is found in any statement, by id."""
    scores = [sorter.scores(statement) for statement in sample.gathered.merged.statements]
    first = {cue.spec.id: cue for cue in reversed([*hits]) if cue.key != "against"}
    heard = {cue.spec.id for cue, number in hits.items() if number}
    told = "Check their spelling, or try sources of its kind: --sample FOLDER."
    return {
        id_: cue.finding("silent-section", f"The cues of “{id_}” match nothing in the sample. {told}")
        for id_, cue in first.items()
        if id_ not in heard and all(score[id_] <= 0 for score in scores)
    }


def _by_themselves(own: Mapping[_Cue, int], texts: Sequence[str], known: Lemmatize) -> Iterator[Finding]:
    """Cues that stand nowhere, or nearly everywhere."""
    vocabulary = _vocabulary(texts) if not all(own.values()) else set()
    lemmas = {lemma for word in vocabulary for lemma in known(word)}
    for cue, hits in own.items():
        if not hits and (meant := _meant(cue.text, vocabulary, lemmas, known)):
            told = f"“{cue.text}” stands nowhere in the sample. Did you mean “{meant}”?"
            yield cue.finding("silent-cue", f"{told} If not, leave it.")
        elif hits > MOST * len(texts):
            told = f"“{cue.text}” stands in {hits} of {len(texts)} sentences of the sample: it tells nothing apart."
            yield cue.finding("loud-cue", f"{told} Take a word of this section alone.")


def _vocabulary(texts: Sequence[str]) -> set[str]:
    """The words of the sample, and of the cues of all that is shipped."""
    of_templates = (load_template(place.folder / name) for place in places()[-1:] for name in place.names())
    of_sets = (load_cue_set(name) for name in shipped_cue_sets())
    specs = chain.from_iterable(shipped.sections for shipped in chain[Template | CueSet](of_templates, of_sets))
    cues = [cue for spec in specs for key in _WORDED for cue in getattr(spec.cues, key)]
    return {word.lower() for text in (*texts, *cues) for word in _WORD.findall(text)}


def _meant(cue: str, vocabulary: AbstractSet[str], lemmas: AbstractSet[str], known: Lemmatize) -> str:
    """The cue with known words for those that look like misspelled ones; nothing if it has none."""
    words = [word.lower() for word in _WORD.findall(cue)]
    unknown = [word for word in words if known(word) and not lemmas >= {*known(word)}]
    near = {word: next(iter(get_close_matches(word, vocabulary, n=1, cutoff=ALIKE)), None) for word in unknown}
    if not any(near.values()):
        return ""
    return " ".join(near.get(word) or word for word in words)


def _swallowed(
    own: Sequence[_Cue], texts: Sequence[str], told: Mapping[str, _ByKey], whole: Lexicon
) -> Iterator[Finding]:
    """Cues that stand in the sample only within longer ones, all of other sections."""
    counted = {cue for text in texts for cue in whole.found(text)}
    for cue in own:
        longer = [(id_, other) for id_, keys in told.items() for other in _all(keys) if _holds(other, cue.lemmas)]
        there = counted.intersection(other for _, other in longer)
        if there and cue.lemmas not in counted and cue.spec.id not in {id_ for id_, other in longer if other in there}:
            other_id = next(id_ for id_, other in longer if other in there)
            sentence = f"“{cue.text}” never counts in the sample: it stands only within longer cues of “{other_id}”."
            yield cue.finding("swallowed-cue", f"{sentence} Leave it out, or write the longer one here too.")


def _all(keys: _ByKey) -> set[Lemmas]:
    return {cue for key in _WORDED for cue in keys[key]}


def _holds(longer: Lemmas, cue: Lemmas) -> bool:
    places = range(len(longer) - len(cue) + 1)
    return longer != cue and any(longer[n : n + len(cue)] == cue for n in places)


def _against_others(own: Mapping[_Cue, int], told: Mapping[str, _ByKey]) -> Iterator[Finding]:
    """Cues that speak for and against one section, or with full weight for two.

    That a section of another's has the same cue matters where sources have it.
    """
    twice = Counter((cue.lemmas, cue.key) for cue in own)
    for cue, hits in own.items():
        others = [id_ for id_, keys in told.items() if id_ != cue.spec.id and cue.lemmas in keys["strong"]]
        if cue.key != "against" and cue.lemmas in told[cue.spec.id]["against"]:
            sentence = f"“{cue.text}” speaks for “{cue.spec.id}” and against it. Leave it in one of the lists."
            yield cue.finding("torn-cue", sentence)
        elif cue.key == "strong" and others and (hits or twice[cue.lemmas, cue.key] > 1):
            sentence = f"“{cue.text}” is a strong cue of “{others[0]}” too. Leave it to one, or make it weak."
            yield cue.finding("double-cue", sentence)


def _by_key(spec: SectionSpec, known: Lemmatize) -> _ByKey:
    return {field.name: {_lemmas(cue, known) for cue in getattr(spec.cues, field.name)} for field in fields(Cues)}
