"""Step 2: classes of words and phrases that mean the same in news.

Enters: `data/concepts.toml`, and the files of a user, which add to it and go
before it. Leaves: `Classes`, made once.

A line is a class, named by one of its words; its field is for readers alone:

    [politics]
    resign = ["quit", "step down"]
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.lang.en.stop_words import STOP_WORDS

from briefing.errors import SettingError
from briefing.language.stems import stem
from briefing.language.tables import check_table, parsed, texts
from briefing.settings import nearest

OURS = Path(__file__).parent / "data" / "concepts.toml"
PASSED = frozenset({"a", "an", "her", "his", "its", "my", "our", "the", "their", "your"})
"""What may stand within a phrase: "lost their lives" is "lose lives"."""
LISTS = ("ignore", "unlike")

Words = tuple[str, ...]
"""The lemmas of a word or a phrase."""


@dataclass(frozen=True, slots=True)
class Classes:
    """What words and phrases mean.

    Attributes:
        meaning: for each word or phrase the first of its class, which stands for all of them.
        unlike: forms that mean nothing of what their lemma does, such as "according".
    """

    meaning: Mapping[Words, str]
    unlike: frozenset[str]


@dataclass(frozen=True, slots=True)
class ClassFile:
    """What a file says: classes by name, words to leave alone, forms that their lemma belies."""

    path: Path
    classes: Mapping[str, tuple[str, ...]]
    ignored: tuple[str, ...]
    unlike: tuple[str, ...]

    def words(self) -> Iterator[tuple[str, str]]:
        """Each word with the name of its class, which is a word of it."""
        return ((word, name) for name, others in self.classes.items() for word in (name, *others))


@cache
def load(*extra: Path) -> Classes:
    """The classes: ours and those of a user's files, each of which goes before those before it.

    Raises:
        SettingError: a file cannot be read, or says what cannot be followed.
    """
    layers = [read(path) for path in (OURS, *extra)]
    owners = _owners(layers)
    first: dict[tuple[int, str], str] = {}
    for words, owner in owners.items():
        first.setdefault(owner, " ".join(words))
    return Classes(
        meaning={words: first[owner] for words, owner in owners.items()},
        unlike=frozenset(form.lower() for layer in layers for form in layer.unlike),
    )


def _owners(layers: Sequence[ClassFile]) -> dict[Words, tuple[int, str]]:
    """The class of each word: the file and the name that began it. A word of a later file leaves the class it had."""
    owners: dict[Words, tuple[int, str]] = {}
    for at, layer in enumerate(layers):
        for text in layer.ignored:
            if owners.pop(lemmas(text), None) is None:
                raise SettingError(f"{layer.path} ignores “{text}”, which has no class. {_meant(text, layers[:at])}")
        for name, others in layer.classes.items():
            if not others and lemmas(name) not in owners:
                raise SettingError(
                    f"{layer.path} gives “{name}” no word that means the same. {_meant(name, layers[:at])}"
                )
            owner = owners.get(lemmas(name), (at, name))
            for words in map(lemmas, (name, *others)):
                if owners.get(words) != owner:
                    # It stands last in its new class, and no longer first in its old one.
                    owners.pop(words, None)
                    owners[words] = owner
    return owners


def _meant(text: str, layers: Iterable[ClassFile]) -> str:
    """The known word that was most likely meant, or what else to do; there are too many to tell them all."""
    close = nearest(text, [word for layer in layers for word, _ in layer.words()])
    return close if close.startswith("Did") else "Mend the word or leave it out."


@cache
def lemmas(text: str) -> Words:
    """The lemmas of a word or a phrase, without what may stand within one."""
    return tuple(stem(word) for word in re.split(r"[\s-]+", text.strip().lower()) if word not in PASSED)


def read(path: Path) -> ClassFile:
    """Read and check a file.

    Raises:
        SettingError: the file cannot be read, or says what cannot be followed.
    """
    tables = parsed(path, "concepts")
    ignored, unlike = (_texts(tables.pop(name, []), path, name) for name in LISTS)
    for name, table in tables.items():
        if isinstance(table, list):
            raise SettingError(
                f"{path}: “{name}” stands before the first table. Only {' and '.join(LISTS)} do; "
                "write a line such as [politics] before a class."
            )
        check_table(table, path, name)
    rows = [(name, _texts(others, path, name)) for table in tables.values() for name, others in table.items()]
    file = ClassFile(path, dict(rows), ignored, unlike)
    _check(file, Counter(name for name, _ in rows))
    return file


def _texts(value: object, path: Path, key: str) -> tuple[str, ...]:
    return texts(value, path, key, 'words and phrases, such as ["quit", "step down"]')


def _check(file: ClassFile, names: Mapping[str, int]) -> None:
    """Refuse a word that stands with two classes, and one that means nothing by itself."""
    owner: dict[Words, str] = {}
    for word, name in file.words():
        if names[name] > 1:
            raise SettingError(f"{file.path} has “{name}” in two tables. Leave it in one.")
        if word.lower() in STOP_WORDS or not all(lemmas(word)):
            raise SettingError(f"{file.path}: “{word}” means nothing by itself. Write a phrase that it stands in.")
        other = owner.setdefault(lemmas(word), name)
        if other != name:
            raise SettingError(f"{file.path} gives “{word}” to “{other}” and to “{name}”. Leave it with one.")
