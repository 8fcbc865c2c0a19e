"""Step 5, rendering: what a reader must know before the first sentence.

In: a `Brief`, and the words of its language. Out: the lines below its title, name and
value: for whom it is, how fresh, and on what it stands.
"""

from collections.abc import Iterator
from dataclasses import replace

from briefing.model import Brief, Selection, SourceSummary
from briefing.render.wording import (
    count,
    date_range,
    human_date,
    human_moment,
    in_languages,
    language_names,
    listed,
    phrase,
    plain,
)
from briefing.render.words import Words


def facts(brief: Brief, words: Words) -> Iterator[tuple[str, str]]:
    """What a reader must know before the first sentence: for whom, how fresh, on what it stands."""
    if brief.audience:
        yield words.prepared_for, plain(brief.audience)
    yield words.as_of, as_of(brief, words)
    if brief.generated:
        yield words.generated, human_moment(brief.generated, words)
    summary = brief.summary
    yield words.sources, _source_summary(summary, words)
    for apart in brief.apart:
        about = f" ({phrase(words.quotation, text=plain(apart.about))})" if apart.about else ""
        yield words.set_apart, f"{count(words.documents_apart, len(apart.sources), words)}{about}"
    if not_used := [*_not_used(summary, words)]:
        yield words.not_used, words.between.join(not_used)
    if brief.selection:
        yield words.selection, words.between.join(_selection(brief.selection, words))
    if summary.items:
        sentences = count(words.sentences, summary.items, words)
        yield words.support, count(words.resting_on_one, summary.single, words, sentences=sentences)


def _not_used(summary: SourceSummary, words: Words) -> Iterator[str]:
    if summary.unreadable:
        yield count(words.files_not_used, summary.unreadable, words)
    if summary.other_languages:
        yield in_languages(summary.other_languages, words)


def _selection(selection: Selection, words: Words) -> Iterator[str]:
    """How the sources were chosen, and what was left out."""
    if selection.topic:
        yield phrase(words.quotation, text=plain(selection.topic))
    yield from _dates(selection, words)
    yield count(words.found_in, selection.found, words, documents=count(words.documents, selection.searched, words))
    told = [
        (words.best_used, selection.used if selection.used + selection.copies < selection.found else 0),
        (words.copies_left_out, selection.copies),
        (words.outside_dates, selection.outside),
        (words.without_date, selection.undated),
        # Without a topic they are in the list of what was not used.
        (words.not_searched, selection.unusable if selection.topic else 0),
    ]
    yield from (count(form, number, words) for form, number in told if number)
    if selection.some_words:
        yield words.some_words


def _dates(selection: Selection, words: Words) -> Iterator[str]:
    """The dates of publication that were wanted, if any."""
    since, until = (date and human_date(date, words) for date in (selection.since, selection.until))
    if since and until:
        yield phrase(words.published_within, first=since, last=until)
    elif since:
        yield phrase(words.published_since, date=since)
    elif until:
        yield phrase(words.published_until, date=until)


def as_of(brief: Brief, words: Words) -> str:
    """The date of the information, in words."""
    return human_date(brief.as_of, words) if brief.as_of else words.not_stated


def for_its_date(brief: Brief, words: Words) -> Words:
    """The words with those that go before a month, a year, or no date, where there is no day."""
    vague = {0: "not_stated", len("2023"): "year", len("2023-09"): "month"}.get(len(brief.as_of or ""), "")
    return replace(words, as_of=words.as_of_vague.get(vague, words.as_of))


def _source_summary(summary: SourceSummary, words: Words) -> str:
    """How many documents and witnesses, of when, in which languages."""
    languages = listed(language_names(summary.languages, words), words)
    parts = (
        count(words.documents, summary.documents, words),
        count(words.independent_origins, summary.origins, words),
        _published(summary, words),
        phrase(words.in_languages, languages=languages) if languages else words.language_not_stated,
    )
    return ", ".join(parts)


def _published(summary: SourceSummary, words: Words) -> str:
    dates = [date for date in (summary.earliest, summary.latest) if date]
    if not dates:
        return words.dates_not_stated
    text = words.published_in_part if summary.undated else words.published
    return phrase(text, dates=date_range(dates, words), n=summary.undated)
