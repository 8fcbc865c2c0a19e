"""Step 5, rendering: the words that every document says beside those of the sources.

In: nothing. Out: `Words`, in English, the reference of all languages: a file of
`templates/words/` has each of its keys, and the words of a template some of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from briefing.model.documents import KNOWN


@dataclass(frozen=True, slots=True)
class Named:
    """Texts by name."""

    entries: Mapping[str, str]

    def get(self, name: str, default: str) -> str:
        """The text of this name, or what is to stand for it."""
        return self.entries.get(name, default)


@dataclass(frozen=True, slots=True)
class Counted(Named):
    """The forms of a phrase that hangs on the number `{n}`.

    They are called as CLDR calls the plural forms of a language, `one` and `other`
    in English; the form of one number alone by that number, such as `0`.
    """


_TOLD = (
    "{source} is byte for byte the same as {other}",
    "{source} has the very sentences of {other}",
    "{source} has {share} of its wording in common with {other}",
    "{source} tells {share} of its story in the same order as {other}",
    "{source} has the same publisher as {other}",
    " ({house}), and is no copy of it",
    ", and both are credited to {agency}",
    ", which it credits",
    ", which credits it",
    "when it happened",
    "who it was",
    "what it is for",
    "whether it is so",
    "It is empty.",
    "It holds no text that a brief could use.",
    "It is credited to {agency}.",
    "It states only when it was updated; that date is given.",
    "It is dated {date}, after the information of this brief ({as_of}); one of these dates is wrong.",
    "Its metadata dates it {date}, its text {other}; the former is given.",
    "Its {field} is given by the operator; it states “{stated}”.",
    "{other} goes before {file} on its {field}: “{after}”, not “{before}”.",
    *KNOWN.values(),
)
"""What earlier steps say, by those very words."""


_STATES = (
    "killed", "injured", "missing", "displaced", "evacuated", "rescued", "infected", "arrested", "kidnapped", "freed",
    "dismissed", "destroyed", "damaged",
)  # fmt: skip
"""What became of those who are counted, as merging calls it."""
_OF_THINGS = ("destroyed", "damaged")


@dataclass(frozen=True, slots=True)
class Words:
    """The words that a renderer sets beside those of the rows, in English.

    `{…}` stands for what is put in. `language` is the tag of the language that they are in.
    """

    language: str = "en"

    # How to read the brief
    note: str = (
        "Every sentence is quoted word for word; words in brackets explain it."
        " Raised numbers lead to the sources that state it; those in parentheses state a part of it."
        " What is no quote, claim or forecast is told as a fact."
    )
    note_of_notes: str = (
        "Every sentence is quoted word for word; words in brackets explain it."
        " The notes name each source that states it, by its number in the list of sources;"
        " “(part)” stands behind those that state a part of it."
        " What is no quote, claim or forecast is told as a fact."
    )
    nothing: str = "No source text found."
    not_stated: str = "not stated"

    # How words are put together
    quotation: str = "“{text}”"
    named: str = "{name}:"
    between: str = "; "
    numerals: tuple[str, ...] = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    date: str = "{day} {month} {year}"
    first_day: str = "1"
    month_of_year: str = "{month} {year}"
    day_of_month: str = "{day} {month}"
    moment: str = "{date}, {time} {zone}"
    dates: str = "{first} to {last}"
    days: str = "{first} to {last}"

    # The lines below the title, and the margins
    prepared_for: str = "Prepared for"
    as_of: str = "Information as of"
    as_of_vague: Named = Named(
        {"month": "Information as of", "year": "Information as of", "not_stated": "Information as of"}
    )
    generated: str = "Generated"
    sources: str = "Sources"
    documents: Counted = Counted({"one": "{n} document", "other": "{n} documents"})
    independent_origins: Counted = Counted({"one": "{n} independent origin", "other": "{n} independent origins"})
    published: str = "published {dates}"
    published_in_part: str = "published {dates} (date not stated by {n})"
    dates_not_stated: str = "publication dates not stated"
    in_languages: str = "in {languages}"
    language_not_stated: str = "language not stated"
    set_apart: str = "Set apart"
    documents_apart: Counted = Counted(
        {
            "one": "{n} document, about another event as it seems",
            "other": "{n} documents, about another event as it seems",
        }
    )
    not_used: str = "Not used"
    files_not_used: Counted = Counted(
        {
            "one": "{n} file, for reasons given under the sources",
            "other": "{n} files, for reasons given under the sources",
        }
    )
    selection: str = "Selection"
    published_since: str = "published on {date} or later"
    published_until: str = "published on {date} or earlier"
    published_within: str = "published from {first} to {last}"
    found_in: Counted = Counted({"one": "{n} found in {documents}", "other": "{n} found in {documents}"})
    best_used: Counted = Counted({"one": "{n} used, the best match", "other": "{n} used, the best matches"})
    copies_left_out: Counted = Counted({"one": "{n} copy left out", "other": "{n} copies left out"})
    outside_dates: Counted = Counted(
        {"one": "{n} left out, published at another time", "other": "{n} left out, published at other times"}
    )
    without_date: Counted = Counted(
        {"one": "{n} left out that states no date", "other": "{n} left out that state no date"}
    )
    not_searched: Counted = Counted({"one": "{n} could not be read", "other": "{n} could not be read"})
    some_words: str = "few match every word, so that others were taken too"
    support: str = "Support"
    sentences: Counted = Counted({"one": "{n} sentence", "other": "{n} sentences"})
    resting_on_one: Counted = Counted(
        {"one": "{n} of {sentences} rests on one origin only", "other": "{n} of {sentences} rest on one origin only"}
    )
    page: str = "Page"
    of: str = "of"

    # What stands in brackets behind a sentence
    natures: Named = Named({"claim": "claim", "quote": "quote", "forecast": "forecast"})
    said_by: str = "{nature}, speaker: {speaker}"
    origins: Counted = Counted({"one": "{n}\u00a0origin", "other": "{n}\u00a0origins"})
    disputed: str = "disputed"
    disputed_see: str = "disputed, see “{section}”"
    latest: str = "latest"

    # Tables
    actors: tuple[str, ...] = ("Name", "Kind", "Role, in a source’s words", "Named in")
    kinds: Named = Named(
        {
            "state": "State",
            "person": "Person",
            "organisation": "Organisation",
            "group": "Group",
            "place": "Place",
            "outlet": "Outlet",
        }
    )
    also: str = "also"
    more_actors: Counted = Counted({"one": "and {n} more actor named", "other": "and {n} more actors named"})
    essentials: tuple[str, ...] = ("Who", "What", "When", "Where")
    answers_differ: str = "the sources differ"
    unnamed: str = "Speaker not stated"
    embargo: str = "Embargoed until"
    contact: str = "Contact"
    timeline: tuple[str, ...] = ("Date", "What the sources report")
    more_events: Counted = Counted(
        {"one": "and {n} more dated event found", "other": "and {n} more dated events found"}
    )
    axis: Counted = Counted(
        {
            "one": "{n} event on an axis of time, {dates}, each by its letter in the table",
            "other": "{n} events on an axis of time, {dates}, each by its letter in the table",
        }
    )
    broken_axis: str = "The axis is broken where long times lie between; each part has its own scale."
    undated_events: Counted = Counted(
        {
            "one": "{n}\u00a0event without a known date stands in the table only.",
            "other": "{n}\u00a0events without a known date stand in the table only.",
        }
    )
    differences: Named = Named({
        "spelling": "spelling", "term": "term", "number": "number", "date": "date", "denial": "denial",
        "actor": "actor", "place": "place", "stance": "stance", "purpose": "purpose", "other": "other",
    })  # fmt: skip
    more_differences: Counted = Counted(
        {"one": "and {n} more difference found", "other": "and {n} more differences found"}
    )

    figures: tuple[str, ...] = ("Counted", "As the sources put it", "Published")
    people: Named = Named({state: f"people {state}" for state in _STATES if state not in _OF_THINGS})
    became: Named = Named({state: f"{{counted}} {state}" for state in _STATES})
    figures_note: str = "Numbers of one thing may be of other days or places: each leads to its sentence."
    more_figures: Counted = Counted({"one": "and {n} more figure given", "other": "and {n} more figures given"})
    differing: str = "The sources differ:"

    glossary: tuple[str, ...] = ("Name", "What the sources say it is")
    more_terms: Counted = Counted({"one": "and {n} more name explained", "other": "and {n} more names explained"})
    practice: tuple[str, ...] = ("When was it?", "Your answer")
    gaps: str = "Fill the gaps"
    gap: str = "________"
    answers: str = "Answers"

    # What has changed
    changes: Named = Named(
        {
            "changed": "Changed",
            "new": "New",
            "disputed": "Disputed",
            "confirmed": "Confirmed",
            "dropped": "No longer told",
        }
    )
    since: str = "Since the last brief ({date}): {told}."
    since_undated: str = "Since the last brief: {told}."
    sources_added: Counted = Counted({"one": "{n} source added", "other": "{n} sources added"})
    sources_revised: Counted = Counted({"one": "{n} source revised", "other": "{n} sources revised"})
    sources_gone: Counted = Counted({"one": "{n} source gone", "other": "{n} sources gone"})
    same_sources: str = "the same sources"
    new: str = "new"
    marked_new: Counted = Counted(
        {
            "one": "{n} new sentence is marked [new] where it stands.",
            "other": "{n} new sentences are marked [new] where they stand.",
        }
    )
    unchanged: str = "Nothing that it told has changed."
    before: str = "Before:"
    confirmed: str = "one origin before, now {origins}"
    losses: Named = Named(
        {
            "gone": "its source is no longer given",
            "revised": "its source reads otherwise now",
            "apart": "its source is set apart now",
        }
    )
    first_named: str = "Named for the first time"
    more_changes: Counted = Counted({"one": "and {n} more change found", "other": "and {n} more changes found"})
    untold: Counted = Counted(
        {
            "one": "{n} sentence of the last brief is still in the sources and found no room",
            "other": "{n} sentences of the last brief are still in the sources and found no room",
        }
    )

    # The list of sources, and the passages
    source: str = "Source"
    quoted: str = "Quoted:"
    paragraph: str = "¶"
    on_page: Counted = Counted({"one": "p.", "other": "pp."})
    part: str = "part"
    footnotes: str = "The footnotes name them by their numbers."
    reliability: Named = Named(
        {
            "A": "reliability A, completely reliable",
            "B": "reliability B, usually reliable",
            "C": "reliability C, fairly reliable",
            "D": "reliability D, not usually reliable",
            "E": "reliability E, unreliable",
            "F": "reliability F, cannot be judged",
        }
    )
    ungraded: str = "No source was graded for reliability: F, cannot be judged."
    graded: str = "Reliability is a grade from A to F; a source without one is F, cannot be judged."
    credibility: str = (
        "What independent origins confirm has credibility 1; what rests on one origin has 6, cannot be judged."
    )
    file_types: Named = Named(
        {
            "text/html": "web page",
            "multipart/related": "saved web page",
            "application/x-webarchive": "saved web page",
            "application/pdf": "PDF document",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word file",
            "application/vnd.oasis.opendocument.text": "OpenDocument text",
            "application/rtf": "Rich Text document",
            "application/epub+zip": "EPUB book",
            "message/rfc822": "mail",
            "application/json": "article as JSON",
        }
    )
    written_by: str = "by {author}"
    changed: str = "changed {date}"
    known_from: Named = Named(
        {"metadata": "{fields} from the file’s metadata", "sidecar": "{fields} given by the operator"}
    )
    uncited: str = "Read, not cited"
    skipped: str = "Given, not used"
    more_read: Counted = Counted(
        {"one": "{n} more source was read and not cited", "other": "{n} more sources were read and not cited"}
    )
    more_unusable: Counted = Counted({"one": "{n} file could not be used", "other": "{n} files could not be used"})
    sources_in: Counted = Counted({"one": "{n} source in {language}", "other": "{n} sources in {language}"})
    set_aside: Counted = Counted({"one": "{told} was set aside.", "other": "{told} were set aside."})
    named_in_data: str = "{told}; see brief.json."
    title_not_stated: str = "Title not stated"
    publisher_not_stated: str = "Publisher not stated"
    date_not_stated: str = "date not stated"
    cited_by: Counted = Counted({"one": "cited by {n} sentence", "other": "cited by {n} sentences"})
    same_origin: str = "same origin as {sources}"
    more_sources: str = "{n} more"
    elsewhere: str = "It seems to be about another event and is set apart: nothing in this brief is taken from it."
    it: str = "It"
    numbered: str = "Source {n}"
    numbered_within: str = "source {n}"

    # What is read out, and what an editor is told
    place: Counted = Counted(
        {"one": "Source {number}, paragraph {paragraphs}", "other": "Source {number}, paragraphs {paragraphs}"}
    )
    place_on_page: Counted = Counted(
        {"one": "Source {number}, page {pages}", "other": "Source {number}, pages {pages}"}
    )
    in_part: str = "{place}, in part"
    also_told_by: str = "Also told by"
    same_words_in: str = "In the same words in"
    told_differently: str = "“{about}” ({kind}) is told differently by"
    bracket_from: str = "[{text}] is from {place}."
    it_is: Named = Named(
        {
            "claim": "It is a claim; the speaker is {speaker}.",
            "quote": "It is a quote; the speaker is {speaker}.",
            "forecast": "It is a forecast; the speaker is {speaker}.",
        }
    )
    in_sources: Counted = Counted({"one": "{n}\u00a0source", "other": "{n}\u00a0sources"})
    witnesses: str = "It has {origins} in {sources}."

    # The page on a screen
    filter: str = "Filter"
    all_sources: str = "all"
    one_origin_only: str = "One origin only"
    dark: str = "Dark"
    choose: str = "Choose a number in the brief: its source opens here at the passage."
    previous: str = "Previous"
    previous_keys: str = "p or ←"
    next: str = "Next"
    next_keys: str = "n or →"
    back: str = "Back"
    back_keys: str = "Back to the brief: Escape"
    source_to_read: str = "Source to read"
    text_of_source: str = "Text of the source"
    step: str = "{step} of {steps}: {source}"
    states_part: str = "states a part"
    whole_source: str = "The whole source; what is quoted of it is underlined."
    left_out: str = "Left out: {reasons}"
    shown: str = "Shown: {rows}"
    shown_sentences: Counted = Counted({"one": "{some} of {n} sentence", "other": "{some} of {n} sentences"})
    shown_actors: Counted = Counted({"one": "{some} of {n} actor", "other": "{some} of {n} actors"})
    shown_events: Counted = Counted({"one": "{some} of {n} event", "other": "{some} of {n} events"})
    shown_differences: Counted = Counted({"one": "{some} of {n} difference", "other": "{some} of {n} differences"})

    # What earlier steps say in English
    told: Named = Named({text: text for text in _TOLD})


def texts_of(words: Words) -> Iterator[tuple[str, str]]:
    """The words that say something by themselves, by their keys."""
    told = ((field.name, getattr(words, field.name)) for field in fields(Words))
    return ((key, text) for key, text in told if isinstance(text, str) and "{" not in text)


WORDS = Words()
