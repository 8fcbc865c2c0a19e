"""Steps 1 to 3: from files to what they say, or to what an earlier build has kept of that."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path

from briefing import cache as store
from briefing import language, merge, sources
from briefing.model import NO_BOUNDS, Bounds, Document, Merged, Selection, Sentence, Skipped, Source, latest_date
from briefing.pipeline.carrying import carrying
from briefing.pipeline.cores import Cores
from briefing.pipeline.keeping import keeping_all
from briefing.pipeline.remembering import Remembering
from briefing.pipeline.spread import FILES, over
from briefing.settings import Project

Progress = Callable[[str, str], None]
"""Told (step, what it is at), for each step and each file."""
Workplace = Callable[[], AbstractContextManager[Executor | None]]
"""Opens where documents are read and analysed; None is here."""
Analyse = Callable[[tuple[Document, ...]], tuple[Sentence, ...]]
COLLECTIONS, ANALYSES, WORDS = "collection", "analysis", "words"
"""Kinds of what is kept."""


def silent(_step: str, _detail: str) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Asked:
    """All that steps 1 to 3 go by."""

    paths: tuple[Path, ...]
    as_of: str | None = None
    pipeline: str | None = None
    names: tuple[Path, ...] = ()
    concepts: tuple[Path, ...] = ()
    encoder: Path | None = None
    project: Project = field(default_factory=Project)
    without: tuple[Path, ...] = ()
    chosen: sources.Chosen | None = None
    bounds: Bounds = NO_BOUNDS

    @property
    def signature(self) -> str:
        """What they are named by in the signature of the brief."""
        return language.signature(self.pipeline, self.names, self.concepts) + merge.signature(self.encoder)


def ask(
    paths: str | Path | Iterable[str | Path],
    *,
    as_of: str | None = None,
    pipeline: str | None = None,
    names: Sequence[str | Path] = (),
    concepts: Sequence[str | Path] = (),
    encoder: str | Path | None = None,
    project: Project | None = None,
    without: Iterable[str | Path] = (),
) -> Asked:
    """All that steps 1 to 3 go by; the arguments are those of `build`, and go before what the project says."""
    told = project or Project()
    return Asked(
        tuple(map(Path, [paths] if isinstance(paths, str | Path) else paths)),
        as_of or told.as_of,
        pipeline,
        tuple(map(Path, names or told.names)),
        tuple(map(Path, concepts or told.concepts)),
        Path(encoder) if encoder is not None else None,
        told,
        tuple(map(Path, without)),
    )


@dataclass(frozen=True, slots=True)
class Gathered:
    """What steps 1 to 3 give; with the `key` under which it is to be kept, if it is.

    `counts` is how many sentences each source has. The `sentences` themselves are None where the rest was kept.
    """

    merged: Merged
    skipped: tuple[Skipped, ...]
    lemmatize: language.Lemmatizer
    counts: Mapping[str, int]
    sentences: tuple[Sentence, ...] | None = None
    key: str = ""
    is_new: bool = True


@keeping_all()
def gather(
    asked: Asked,
    progress: Progress = silent,
    *,
    cache: bool = False,
    executor: Executor | None = None,
    workers: int = 1,
) -> Gathered:
    """Steps 1 to 3.

    Args:
        asked: the sources, and how they are read.
        progress: called with (step, detail) as the work goes on.
        cache: whether what an earlier build has kept of the same sources is taken.
        executor: where documents are read and analysed; if None, on this machine.
        workers: in how many processes of it, where there is work enough for them; in this one if 1.

    Raises:
        NothingToBuildError: no source could be read.
        SettingError: the pipeline, a file of names or of concepts, or the encoder cannot be followed.
    """
    where = partial(workplace, executor, workers)
    if not cache:
        return _made(asked, progress, where)[0]
    with store.Store() as kept:
        return _kept(asked, progress, where, kept)


def gathered(paths: Iterable[str | Path], *, cache: bool = False) -> Gathered:
    """What the sources say, for `composed` with one template after another.

    Args:
        paths: files, or folders that are read with all they hold.
        cache: as for `build`.

    Raises:
        NothingToBuildError: no source could be read.
    """
    return gather(Asked(tuple(map(Path, paths))), cache=cache)


def workplace(executor: Executor | None, workers: int) -> AbstractContextManager[Executor | None]:
    """Where documents are read and analysed; processes that are started for that end when it is done."""
    return Cores(workers) if executor is None and workers > 1 else nullcontext(executor)


@contextmanager
def ready(asked: Asked, executor: Executor | None, workers: int) -> Iterator[Executor | None]:
    """As `workplace`; its processes are made ready for step 2 while they would wait for what comes before it."""
    with workplace(executor, workers) as where:
        if isinstance(where, Cores) and executor is None:
            where.prepare(partial(analysed, asked, ()))
        yield where
        if where and executor is None:  # what was asked of them is done; nobody waits until they are ready
            where.shutdown(cancel_futures=True)


def _made(
    asked: Asked, progress: Progress, where: Workplace, kept: store.Store | None = None
) -> tuple[Gathered, sources.Reading]:
    """Steps 1 to 3, and what the first gave."""
    with where() as executor:
        reading = sources.read(
            asked.paths,
            project=asked.project,
            without=asked.without,
            chosen=asked.chosen,
            bounds=asked.bounds,
            progress=progress,
            spread=over(executor, FILES),
        )
        progress("Analysis", f"{len(reading.documents)} documents")
        sentences = analysed(asked, reading.documents, executor, kept)
    progress("Merging", f"{len(sentences)} sentences")
    merged = merge.merge(reading.documents, sentences, asked.encoder)
    counts = Counter(sentence.source for sentence in sentences)
    words = store.find(kept, WORDS, store.key_of(), language.Irregular) if kept else None
    return Gathered(merged, reading.skipped, language.lemmatizer(words), counts, sentences), reading


def analysed(
    asked: Asked,
    documents: tuple[Document, ...],
    executor: Executor | None = None,
    kept: store.Store | None = None,
) -> tuple[Sentence, ...]:
    """Step 2 alone: the sentences of documents, those of some of them as they were kept."""
    as_of = asked.as_of or latest_date(documents)
    analyse = partial(
        language.analyse, as_of=as_of, pipeline=asked.pipeline, names=asked.names, concepts=asked.concepts
    )
    if executor is None and kept is None:
        return analyse(documents)
    if executor:
        # A mistake in these files is told by their own names, which a worker does not know.
        language.check(asked.names, asked.concepts)
    elsewhere = carrying(analyse) if executor else analyse
    work = partial(_packed, elsewhere), map(_bare, documents), _length
    if kept is None:
        packed = over(executor)(*work)
    else:
        key = partial(_key_of_document, _key_of_analysis(asked), as_of)
        packed = Remembering(over(executor), kept, ANALYSES, key)(*work)
    found = (_unpacked(one, document, analyse) for one, document in zip(packed, documents, strict=True))
    return tuple(chain.from_iterable(found))


def again(asked: Asked, documents: tuple[Document, ...]) -> tuple[Sentence, ...]:
    """The sentences of documents of which an earlier build has kept what came of them."""
    with store.Store() as kept:
        return analysed(asked, documents, kept=kept)


def _bare(document: Document) -> Document:
    """All of a document that analysis looks at: neither its name nor its place, which another collection may change."""
    return Document(Source(store.NOBODY, "", "", published=document.source.published), document.text, document.blocks)


def _packed(analyse: Analyse, document: Document) -> bytes:
    """The sentences of one document, which has no name, as a worker sends them."""
    return store.pack(analyse((document,)))


def _unpacked(packed: bytes, document: Document, analyse: Analyse) -> tuple[Sentence, ...]:
    try:
        return store.unpack(packed, document.source.id)
    except ValueError:  # whoever wrote to the store, it was not this program
        return analyse((document,))


def _key_of_document(settings: str, as_of: str | None, document: Document) -> str:
    """What tells the analysis of a document, which has no name, from all others."""
    import msgspec

    date = language.as_of_for(document, as_of)
    return sha256(msgspec.msgpack.encode((settings, date, document))).hexdigest()


def _length(document: Document) -> int:
    return len(document.text)


def _kept(asked: Asked, progress: Progress, where: Workplace, kept: store.Store) -> Gathered:
    """Steps 1 to 3, or what an earlier build has kept of them."""
    wanted = asked.chosen.files if asked.chosen else None
    given = sources.fingerprints(asked.paths, project=asked.project, without=asked.without, chosen=wanted)
    key = _key(asked, given)
    if found := store.find(kept, COLLECTIONS, key, store.Kept):
        for name, _ in given:
            progress("Reading", name)
        progress("Merging", "kept from an earlier build")
        lemmatize = language.lemmatizer(found.words)
        return Gathered(found.merged, found.skipped, lemmatize, found.counts, key=key, is_new=False)
    gathered, reading = _made(asked, progress, where, kept)
    # A file that changed while it was read must not be kept under what it was before.
    return replace(gathered, key=key) if reading.fingerprints == given else gathered


def by_dates(found: Gathered, bounds: Bounds) -> Selection | None:
    """How sources were chosen by dates alone, if they were."""
    if not bounds:
        return None
    used, (outside, undated) = len(found.merged.documents), sources.left_out(found.skipped)
    unusable = len(found.skipped) - outside - undated
    searched = used + outside + undated
    return Selection(None, bounds.since, bounds.until, searched, used, used, 0, outside, undated, unusable)


def keep(gathered: Gathered) -> None:
    """Keep what is new, also lemmas that were asked for and not known; nothing where nothing is to be kept."""
    words = gathered.lemmatize.known
    if gathered.key and (gathered.is_new or words != gathered.lemmatize.given):
        with store.Store() as kept:
            found = store.Kept(gathered.merged, gathered.skipped, gathered.counts, words)
            store.keep(kept, COLLECTIONS, gathered.key, found)
            store.keep(kept, WORDS, store.key_of(), words)


def _key(asked: Asked, given: Iterable[tuple[str, str]]) -> str:
    """What tells these sources under these settings from all others."""
    notes = [str(note) for note in asked.project.sources]
    labels = sorted(label for names in asked.chosen.labels.values() for label in names) if asked.chosen else []
    chosen = [*labels, str(asked.bounds)] if asked.chosen or asked.bounds else []
    models = [Path(model) for model in (asked.pipeline, asked.encoder) if model and Path(model).is_dir()]
    return store.key_of(given, [asked.signature, asked.as_of or "", *_own_files(asked), *notes, *chosen], models)


def _key_of_analysis(asked: Asked) -> str:
    """What tells an analysis under these settings from all others, whatever is analysed."""
    models = [Path(asked.pipeline)] if asked.pipeline and Path(asked.pipeline).is_dir() else []
    return store.key_of((), [language.signature(asked.pipeline), *_own_files(asked)], models)


def _own_files(asked: Asked) -> list[str]:
    files = ((what, file) for what in ("names", "concepts") for file in getattr(asked, what))
    return [f"{what} {sha256(file.read_bytes()).hexdigest()}" for what, file in files]
