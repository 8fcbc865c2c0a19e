"""Steps 1 to 3 looked at by themselves: what was read, what was left out, and what stands in each sentence.

In: files and folders. Out: the documents with their origins and, where they are
asked for, their sentences. No brief is made.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.errors import SettingError
from briefing.merge.natures import nature, speaker
from briefing.model import Apart, Document, Nature, Origin, Sentence, Skipped
from briefing.pipeline.gathering import Progress, again, ask, gather, keep, silent
from briefing.render.passages import Passages
from briefing.settings import Project, nearest


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, and how a brief would show it: what it is, who says it, and where it stands.

    `page` is None where its source has no pages.
    """

    sentence: Sentence
    nature: Nature
    speaker: str | None
    page: int | None
    paragraph: int


@dataclass(frozen=True, slots=True)
class Inspected:
    """What was read of sources.

    `paths` and `counts` are those of all sources by their ids: where each lies, and how many sentences it has.
    `told` is None where nobody asked for them.
    """

    documents: tuple[Document, ...]
    paths: Mapping[str, str]
    origins: tuple[Origin, ...]
    apart: tuple[Apart, ...]
    skipped: tuple[Skipped, ...]
    counts: Mapping[str, int]
    told: tuple[Told, ...] | None = None

    def of(self, wanted: Sequence[str]) -> "Inspected":
        """What concerns some of the sources; all of it where none is named.

        Args:
            wanted: ids, paths, or the last part of a path.

        Raises:
            SettingError: there is no such source.
        """
        if not wanted:
            return self
        for name in wanted:
            self._refuse_unknown(name)
        chosen = frozenset(wanted)
        ids = frozenset(id_ for id_, path in self.paths.items() if chosen & {id_, path, _file(path)})
        return replace(
            self,
            documents=tuple(one for one in self.documents if one.source.id in ids),
            origins=tuple(one for one in self.origins if ids & {*one.sources}),
            apart=tuple(one for one in self.apart if ids & {*one.sources}),
            skipped=tuple(one for one in self.skipped if chosen & {one.path, _file(one.path)}),
            told=None if self.told is None else tuple(one for one in self.told if one.sentence.source in ids),
        )

    def _refuse_unknown(self, name: str) -> None:
        known = {*self.paths, *self.paths.values(), *(one.path for one in self.skipped)}
        if name not in known | {_file(path) for path in known}:
            raise SettingError(f"There is no source “{name}”. {nearest(name, known)}")


def _file(path: str) -> str:
    return path.rpartition("/")[2]


def inspect(
    paths: str | Path | Iterable[str | Path],
    *,
    sentences: bool = False,
    as_of: str | None = None,
    pipeline: str | None = None,
    names: Sequence[str | Path] = (),
    concepts: Sequence[str | Path] = (),
    encoder: str | Path | None = None,
    project: Project | None = None,
    without: Iterable[str | Path] = (),
    cache: bool = False,
    workers: int = 1,
    progress: Progress = silent,
) -> Inspected:
    """What a build would make its brief of.

    Args:
        paths: files, or folders that are read with all they hold; one or several.
        sentences: whether each sentence is given, with all that is read in it.
        as_of: as for `build`, and so are the arguments that follow.
        pipeline: likewise.
        names: likewise.
        concepts: likewise.
        encoder: likewise.
        project: likewise.
        without: likewise.
        cache: likewise.
        workers: likewise.
        progress: likewise.

    Raises:
        NothingToBuildError: no source could be read.
        SettingError: the pipeline, a file of names or of concepts, or the encoder cannot be followed.
    """
    asked = ask(
        paths,
        as_of=as_of,
        pipeline=pipeline,
        names=names,
        concepts=concepts,
        encoder=encoder,
        project=project,
        without=without,
    )
    found = gather(asked, progress, cache=cache, workers=workers)
    keep(found)
    merged = found.merged
    told = None
    if sentences:
        known = again(asked, merged.documents) if found.sentences is None else found.sentences
        told = tuple(_told(merged.documents, known))
    places = {document.source.id: document.source.path for document in merged.documents}
    return Inspected(merged.documents, places, merged.origins, merged.apart, found.skipped, found.counts, told)


def _told(documents: Iterable[Document], sentences: Iterable[Sentence]) -> Iterator[Told]:
    places = {document.source.id: (document, Passages(document, ())) for document in documents}
    for sentence in sentences:
        document, passages = places[sentence.source]
        page, paragraph = document.page(sentence.start), passages.paragraph(sentence.start)
        yield Told(sentence, nature(sentence), speaker(sentence), page, paragraph)
