"""Briefs of any content, such as could have been built of it, for laws that hold of every brief."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, groupby
from string import printable

from hypothesis import strategies as st

from briefing.model import (
    Actor,
    Answer,
    Apart,
    Before,
    Brief,
    Change,
    ChangeKind,
    Changes,
    Citation,
    Count,
    Disagreement,
    Document,
    Essential,
    Event,
    Figure,
    Gap,
    Item,
    LeftOut,
    Origin,
    Page,
    Practice,
    Reason,
    Role,
    Section,
    Selection,
    Skipped,
    Source,
    Span,
    Term,
    Version,
)
from briefing.render.wording import human_date
from briefing.render.words import WORDS as ENGLISH

TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from(printable), min_size=1, max_size=40)
WORDS = TEXT | st.sampled_from(
    ["<b>bold</b>", "{{ 7 * 7 }}", "{% x %}", "&amp;", "</style>", "]]>", "\u202eright", "1"]
)
DATES = st.none() | st.sampled_from(["1998", "2022-05", "2022-05-04"])
PATHS = st.sampled_from(["a.txt", "in/\udcff.txt", "<b>b</b> & co.txt"])
NUMBERS = st.integers(0, 3000)
SELECTIONS = st.builds(
    Selection,
    st.none() | WORDS,
    DATES,
    DATES,
    *[NUMBERS] * 3,
    copies=NUMBERS,
    outside=NUMBERS,
    some_words=st.booleans(),
)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Any brief whose words are those of its spans, and whose sources are numbered in the order of first use."""
    texts = {f"S{place}": text for place, text in enumerate(draw(st.lists(WORDS, min_size=1, max_size=4)))}
    spans = st.builds(lambda name: Span(name, 0, len(texts[name])), st.sampled_from(sorted(texts)))
    citations = st.lists(st.builds(cited, spans, st.booleans()), min_size=1, max_size=4).map(whole_first)
    few = st.lists(spans, min_size=1, max_size=4).map(tuple)

    def words(citations: tuple[Span, ...]) -> str:
        return texts[citations[0].source]

    def item(citations: tuple[Citation, ...], label: str | None) -> Item:
        return Item("c", words(citations), (citations[0].span,), citations, label=label)

    def event(date: str | None, said: str, citations: tuple[Citation, ...]) -> Event:
        return Event(date, said, words(citations), (citations[0].span,), citations)

    items = st.lists(st.builds(item, citations, st.none() | WORDS), max_size=3).map(tuple)
    shape = st.sampled_from(["bullets", "prose"])
    held = st.builds(Section, WORDS, WORDS, shape, items, st.booleans())
    said = st.builds(
        lambda item, speaker, role: replace(item, speaker=speaker, role=role),
        st.builds(item, citations, st.none()),
        st.none() | WORDS,
        st.none() | st.builds(lambda spans: Role(words(spans), spans[:1], spans), few),
    )
    quotes = Section("quotes", "quotes", "quotes", tuple(draw(st.lists(said, max_size=2))))
    main = tuple(draw(st.lists(st.builds(item, citations, st.none()), max_size=1)))
    role = st.none() | st.builds(lambda spans: Role(words(spans), spans[:1], spans), few)
    answer = st.builds(lambda spans, date, role: Answer(words(spans), spans[:1], spans, date, role), few, DATES, role)
    answers = st.lists(answer, max_size=2).map(tuple)
    essentials = tuple(Essential(q, draw(answers), draw(st.booleans())) for q in ("who", "when", "where") if main)
    shown = [
        Section(name, name, name, required=draw(st.booleans()), compact=draw(st.booleans()))  # type: ignore[arg-type]
        for name in draw(
            st.permutations(
                ["actors", "timeline", "figures", "disagreements", "glossary", "practice", "changes", "sources"]
            )
        )
    ]
    actor = st.builds(Actor, WORDS, st.just("person"), st.lists(WORDS, max_size=2).map(tuple), role, few)
    version = st.builds(lambda spans, latest: Version(words(spans), spans, latest), few, st.booleans())
    differing = st.builds(Disagreement, WORDS, WORDS, st.lists(version, max_size=2).map(tuple), st.just("d1"))
    differences = st.sampled_from([(), ("d1",)])
    count = st.builds(
        lambda spans, nature, speaker: Count(words(spans), spans[:1], spans, nature, speaker),
        few,
        st.sampled_from(["fact", "claim"]),
        st.none() | WORDS,
    )
    figure = st.builds(Figure, WORDS, st.lists(count, min_size=1, max_size=2).map(tuple))
    disagreements = tuple(draw(st.lists(differing, max_size=1)))
    held_ones = draw(st.lists(held, max_size=3, unique_by=lambda section: section.id))
    if held_ones and disagreements:
        held_ones[0] = replace(held_ones[0], differences=draw(differences))
    made = Brief(
        draw(WORDS),
        draw(st.sampled_from(["analyst", "summary"])),
        draw(WORDS),
        audience=draw(WORDS),
        as_of=draw(DATES),
        sections=(Section("essentials", "essentials", "essentials", main), quotes, *held_ones, *shown),
        essentials=essentials,
        actors=tuple(draw(st.lists(actor, max_size=2))),
        timeline=tuple(draw(st.lists(st.builds(event, DATES, WORDS, citations), max_size=2))),
        disagreements=disagreements,
        figures=tuple(draw(st.lists(figure, max_size=2))),
        skipped=tuple(draw(st.lists(st.builds(Skipped, PATHS | WORDS, WORDS), max_size=1))),
        marking=draw(st.just("") | WORDS),
        embargo=draw(st.just("") | WORDS | st.just("2026-05-18T06:00Z")),
        contact=tuple(draw(st.lists(WORDS, max_size=2))),
    )
    told_of_terms = st.lists(st.builds(lambda spans: Role(words(spans), spans[:1], spans), few), min_size=1, max_size=2)
    made = replace(
        made,
        glossary=tuple(draw(st.lists(st.builds(Term, WORDS, told_of_terms.map(tuple)), max_size=2))),
        practice=Practice(
            tuple(place for place, event in enumerate(made.timeline) if event.date)[::-1],
            tuple(Gap(place, item.spans[0]) for place, item in enumerate(made.items[:2])),
        ),
    )
    before = st.builds(
        lambda text, given, spans: (
            Before(words(spans), "S0.txt", "", 0, 1, citations=spans) if given else Before(text, "gone.txt", "", 0, 1)
        ),
        WORDS,
        st.booleans(),
        few,
    )
    news = st.builds(changed, st.sampled_from(["new", "changed", "disputed", "dropped"]), few, before, st.just(words))
    if draw(st.booleans()):
        found = Changes(
            draw(WORDS),
            draw(DATES),
            "",
            tuple(draw(st.lists(news, max_size=3))),
            tuple(draw(st.lists(actor, max_size=2))),
            ("S0.txt",),
            more=draw(st.integers(0, 2)),
        )
        made = replace(made, changes=found)
    return replace(made, documents=numbered(made, texts))


def changed(
    kind: ChangeKind, spans: tuple[Span, ...], before: Before, words: Callable[[tuple[Span, ...]], str]
) -> Change:
    if kind == "dropped":
        return Change(kind, before=before, loss="gone")
    return Change(kind, words(spans), spans[:1], spans, origins=2, before=None if kind == "new" else before)


def whole_first(citations: list[Citation]) -> tuple[Citation, ...]:
    """The order in which a statement is supported: by those that say all of it, then by the others."""
    return tuple(sorted(citations, key=lambda citation: citation.part))


def cited(span: Span, part: bool) -> Citation:
    return Citation(span.source, span.start, span.end, part)


def numbered(brief: Brief, texts: dict[str, str]) -> tuple[Document, ...]:
    """The documents, their sources numbered as the brief first uses them."""
    used = dict.fromkeys(span.source for _, citations in told(brief) for span in citations)
    numbers = {id_: number for number, id_ in enumerate(used, start=1)}
    return tuple(
        Document(
            Source(id_, f"{id_}.txt", "", text, origin="O", number=numbers.get(id_, 0)),
            text,
            pages=(Page(1, 0), Page(2, len(text) - 1)) if id_ == "S0" and len(text) > 1 else (),
        )
        for id_, text in texts.items()
    )


@st.composite
def with_the_rest(draw: st.DrawFn) -> Brief:
    """Any brief, with what no renderer sets in order: where its sources come from, and what joins them."""
    brief = draw(briefs())
    ids = st.sampled_from([source.id for source in brief.sources])
    reason = st.builds(Reason, ids, WORDS, ids, WORDS)
    some = st.lists(ids, min_size=1, max_size=2).map(tuple)
    source = st.fixed_dictionaries(
        {
            "path": PATHS,
            "publisher": st.none() | WORDS,
            "published": DATES,
            "language": st.sampled_from([None, "ar"]),
            "author": st.none() | WORDS,
            "modified": DATES,
            "address": st.none() | WORDS | st.just("https://post.example/a?b&c"),
            "reliability": st.sampled_from("ABF"),
        }
    )
    documents = [
        replace(one, source=replace(one.source, **draw(source)), notes=tuple(draw(st.lists(WORDS, max_size=1))))
        for one in brief.documents
    ]
    return replace(
        brief,
        documents=tuple(documents),
        origins=tuple(
            draw(st.lists(st.builds(Origin, WORDS, some, st.lists(reason, max_size=2).map(tuple)), max_size=1))
        ),
        apart=tuple(draw(st.lists(st.builds(Apart, some, st.none() | WORDS), max_size=1))),
        generated=draw(st.none() | st.just("2023-09-16T08:30:00Z")),
        left_out=LeftOut(draw(st.integers(0, 3)), 0, 1),
        better_set=draw(st.none() | WORDS),
        selection=draw(st.none() | SELECTIONS),
    )


def shown_numbers(brief: Brief, citations: Iterable[Span]) -> list[str]:
    """The numbers of the sources as documents show them, those that state a part behind the others."""
    number_of = {source.id: source.number for source in brief.sources}
    ordered = sorted({(isinstance(span, Citation) and span.part, number_of[span.source]) for span in citations})
    return [f"({number})" if part else str(number) for part, number in ordered]


Told = Iterator[tuple[str, tuple[Span, ...]]]


def told(brief: Brief) -> Told:
    """All that the brief says, section by section, with its citations."""
    for section in brief.sections:
        if section.shape in TELLING:
            yield from TELLING[section.shape](brief, section)
        for disagreement in brief.differences(section):
            yield from ((version.text, version.citations) for version in disagreement.versions)


def told_of_terms(brief: Brief, _section: Section) -> Told:
    for term in brief.glossary:
        yield term.name, ()
        yield from ((role.text, role.citations) for role in term.told)


def told_of_figures(brief: Brief, _section: Section) -> Told:
    yield from ((count.text, count.citations) for figure in brief.figures for count in figure.counts)


def told_of_changes(brief: Brief, _section: Section) -> Told:
    """The sentences with those before them; where these stand in no source that is given, without a number."""
    for change in brief.changes.changes if brief.changes else ():
        if change.text:
            yield change.text, change.citations
        if change.before:
            yield change.before.text, change.before.citations
    for actor in brief.changes.named if brief.changes else ():
        yield actor.name, actor.citations


def told_of_actors(brief: Brief, section: Section) -> Told:
    yield from chain.from_iterable(told_of(actor, compact=section.compact) for actor in brief.actors)


def told_in_items(_brief: Brief, section: Section) -> Told:
    yield from ((item.text, item.citations) for item in section.items)


def told_of(actor: Actor, *, compact: bool) -> Told:
    """In a line, a source that tells the role is not named again behind it."""
    told = {span.source for span in actor.role.citations} if compact and actor.role else set()
    yield actor.name, ()
    if actor.role:
        yield actor.role.text, actor.role.citations
    yield "", tuple(span for span in actor.citations if span.source not in told)


def told_by_speakers(items: Iterable[Item]) -> Told:
    """Speaker by speaker; of those who speak several times together the role is told once."""
    for _, group in groupby(items, key=lambda item: item.speaker):
        for place, item in enumerate(group):
            if item.role and not place:
                yield item.role.text, item.role.citations
            yield item.text, item.citations


def told_first(brief: Brief, items: Iterable[Item]) -> Told:
    """Who, what, when and where; a date is told in quotes behind the day that it means."""
    for essential in brief.essentials:
        for answer in essential.answers:
            yield f"“{answer.text}”" if answer.date else answer.text, answer.citations
            if answer.role:
                yield answer.role.text, answer.role.citations
        if essential.question == "who":
            yield from ((item.text, item.citations) for item in items)


def answers(brief: Brief) -> Told:
    """What stands in the gaps; here they are whole items."""
    for place in brief.practice.order:
        event = brief.timeline[place]
        yield human_date(event.date or "", ENGLISH), event.citations
    for gap in brief.practice.gaps:
        yield brief.items[gap.item].text, brief.items[gap.item].citations


TELLING: Mapping[str, Callable[[Brief, Section], Told]] = {
    "bullets": told_in_items,
    "prose": told_in_items,
    "quotes": lambda _, section: told_by_speakers(section.items),
    "essentials": lambda brief, section: told_first(brief, section.items),
    "actors": told_of_actors,
    "timeline": lambda brief, _: ((event.text, event.citations) for event in brief.timeline),
    "figures": told_of_figures,
    "glossary": told_of_terms,
    "practice": lambda brief, _: answers(brief),
    "changes": told_of_changes,
}
"""What the sections of a shape say, in the order in which it is read."""
