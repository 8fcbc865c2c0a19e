"""An invented event, told by six sources, as a brief made by hand: what the renderers are tried on.

A span is written as the words it holds, or the first and last of them: `said("A", "The lake", "notice.")`.
Source D has pages, and source E is hostile.
"""

from dataclasses import replace
from re import finditer

from briefing.model import (
    Actor,
    Block,
    Brief,
    Clarification,
    Disagreement,
    Document,
    EntityKind,
    Event,
    Item,
    Nature,
    Page,
    Role,
    Section,
    Skipped,
    Source,
    Span,
    Version,
)

TEXTS = {
    "A": """Three lake states sign fishing accord

The governments of Tessaly, Orvane and North Marrow signed the Lake Tessaly Accord on Saturday in \
Port Hollin. The accord sets a joint limit of 14,000 tonnes of silverfin a year. The parties shall \
share satellite data on the movements of trawlers, the text states. Any party may leave the accord \
with one year's notice.

“We fish one lake, and from today we count one catch,” said Ilse Hrovat, Tessaly's minister for \
inland waters.

Catches of silverfin have fallen by two thirds since 1996. In March 2019 a patrol boat of North \
Marrow fired on two trawlers from Orvane, and a deckhand was killed. Talks broke off for two \
years.

The signing comes days after a court in Orvane upheld the licences of the largest trawling \
company, Brannoch Deep. Fishing unions in Port Hollin fear that the limit will close a third of \
the small yards by the winter.""",
    "B": """Lake Tessaly accord signed

Tessaly, Orvane and North Marrow signed an accord on fishing in Lake Tessaly on 16 May 2026. It \
limits the joint catch of silverfin to 14,000 tonnes a year. A Lake Council of nine members shall \
meet twice a year and shall decide by consensus. Each government shall pay for its own patrols.

The Lake Council may close the spawning grounds for up to 90 days. Disputes that the council \
cannot settle within six months shall go to arbitration in Verrin.

Orvane's trade envoy, Tomas Adeyar, called the accord “a floor, not a ceiling”. The yards of Port \
Hollin employ 2,300 people.""",
    "C": """Lake Tessaly accord signed, agency reports

Tessaly, Orvane and North Marrow signed an accord on fishing in Lake Tessaly on 16 May 2026. It \
limits the joint catch of silverfin to 14,000 tonnes a year.""",
    "D": """The lake that three states emptied

Elder fishers remember hauls that filled a skiff before sunrise. Since 1996 the catch of silverfin \
has fallen by two thirds, by the count of the university at Verrin. The first attempt at a common \
limit failed in 2012, when North Marrow walked out over patrol rights.

Ilse Hrovath, who leads the ministry for inland waters, will have to show that satellites can see \
a trawler at night. Scientists in Verrin doubt it: the limit of 14,000 tonnes lies above what the \
stock can bear, they say. “Eleven thousand would be honest,” said the biologist Maren \
Oyelowo-Castellanos. The yards employ some 2,900 people, the harbour office says.""",
    "E": """بيان وزارة المياه الداخلية

<img src=file:///etc/passwd> <script>alert("x")</script> {{7*7}} {% x %} & "quotes" 'too' =cmd|' \
/C calc'!A0 \
http://example.org/averyveryverylongaddresswithoutanybreak/averyveryverylongaddresswithoutanybreak/andmore \
Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.

Łódź, Çeşme, Ångström and Nguyễn are spelled as they should be.""",
    "F": """Weather at the lake\n\nIt will rain on Sunday.""",
}


PAGES = (Page(1, 0), Page(2, TEXTS["D"].index("Scientists")), Page(3, TEXTS["D"].index("bear, they")))
"""Where the pages of source D begin, the last one within a sentence."""
ORIGINS = {"A": "O1", "B": "O2", "C": "O2", "D": "O3", "E": "O4", "F": "O5"}


def said(source: str, first: str, last: str = "") -> Span:
    """Where a source says what begins and, if they differ, ends with these words."""
    start = TEXTS[source].index(first)
    end = TEXTS[source].index(last, start) + len(last) if last else start + len(first)
    return Span(source, start, end)


def words(span: Span) -> str:
    """The words of a span."""
    return TEXTS[span.source][span.start : span.end]


def item(label: str | None, *passages: Span, nature: Nature = "fact", speaker: str | None = None) -> Item:
    """An item in the words of the first passage, which the others confirm."""
    origins = len({ORIGINS[span.source] for span in passages})
    first = passages[0]
    return Item(f"{first.source}{first.start}", words(first), (first,), passages, origins, label, nature, speaker)


def event(date: str | None, phrase: str, *passages: Span) -> Event:
    """An event in the words of the first passage."""
    return Event(date, phrase, words(passages[0]), passages[:1], passages)


def actor(
    name: str, kind: EntityKind, *mentions: Span, aliases: tuple[str, ...] = (), role: Span | None = None
) -> Actor:
    """An actor, who may have a role in a source's words."""
    return Actor(name, kind, aliases, role and Role(words(role), (role,), (role,)), mentions)


def version(*passages: Span) -> Version:
    """A version in the words of the first passage."""
    return Version(words(passages[0]), passages)


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs of a text."""
    parts = list(finditer(r"[^\n]+", text))
    return tuple(Block("paragraph" if place else "title", *part.span()) for place, part in enumerate(parts))


def source(name: str, number: int, path: str, published: str | None, publisher: str | None = None) -> Source:
    """A source whose title is its first line."""
    title, language = TEXTS[name].split("\n")[0], "ar" if name == "E" else "en"
    return Source(name, path, name.lower() * 64, title, publisher, published, language, ORIGINS[name], number)


SOURCES = (
    source("A", 1, "lake/a.txt", "2026-05-17", "Hollin Courier"),
    source("B", 2, "lake/b.txt", "2026-05-16", "Verrin News Agency"),
    source("C", 4, "lake/c.md", "2026-05-16", "The Marrow Mail"),
    source("D", 3, "lake/d.txt", "2026-05"),
    source("E", 5, "lake/<b>e</b> & co.txt", None),
    source("F", 0, "lake/f.txt", None),
)


def clarified(made: Item, pointing: str, meant: Span) -> Item:
    """The item with what its first words mean in brackets behind them."""
    text = made.text.replace(pointing, f"{pointing} [{words(meant)}]", 1)
    note = Clarification(len(pointing) + 1, words(meant), meant.source, meant.start, meant.end)
    return replace(made, text=text, clarified=(note,))


SIGNED = (
    said("B", "Tessaly, Orvane", "16 May 2026."),
    said("A", "The governments of", "Port Hollin."),
    said("C", "Tessaly, Orvane", "16 May 2026."),
)
LIMIT = (
    said("A", "The accord sets", "a year."),
    said("B", "It limits", "a year."),
    said("C", "It limits", "a year."),
)
FALLEN = (said("D", "Since 1996", "at Verrin."), said("A", "Catches of", "since 1996."))
SHOTS = said("A", "In March 2019", "killed.")
WALKED_OUT = said("D", "The first attempt", "rights.")
UPHELD = said("A", "The signing comes", "Brannoch Deep.")
HOSTILE = said("E", "<img", "gesellschaft.")

KEY_POINTS = (
    item("Lake Tessaly Accord", *SIGNED),
    item("Joint limit", *LIMIT),
    item("Lake Council", said("B", "A Lake Council", "consensus.")),
    item("Decline of the stock", *FALLEN),
    item(
        "Doubts",
        said("D", "Scientists in Verrin", "they say."),
        nature="claim",
        speaker="Scientists in Verrin",
    ),
)
TERMS = (
    clarified(item("Catch", *LIMIT[1:]), "It", said("B", "an accord on fishing")),
    item("Data", said("A", "The parties shall", "states.")),
    item("Closed seasons", said("B", "The Lake Council may", "90 days.")),
    item("Patrols", said("B", "Each government", "patrols.")),
    item("Disputes", said("B", "Disputes", "in Verrin.")),
    item("Withdrawal", said("A", "Any party", "notice.")),
)
BACKGROUND = (
    item(None, said("D", "Elder fishers", "sunrise.")),
    item(None, *FALLEN),
    item(None, WALKED_OUT),
    item(None, SHOTS),
    item(None, said("A", "Talks broke off", "years.")),
    item(None, UPHELD),
    item(None, said("B", "Orvane's trade", "ceiling”."), nature="quote", speaker="Tomas Adeyar"),
    item(None, said("A", "“We fish", "catch,”"), nature="quote", speaker="Ilse Hrovat"),
)
CHALLENGES = (
    item("Small yards", said("A", "Fishing unions", "winter."), nature="forecast"),
    item("Markup & “quotes” <b>", HOSTILE),
    item(None, said("E", "Łódź", "be.")),
)

brief = Brief(
    title="Three lake states sign fishing accord",
    template="analyst",
    signature="briefing 0.1.0 | rules-en | centroid | words=650",
    audience="Policy analysts and desk officers",
    as_of="2026-05-17",
    sections=(
        Section("key_points", "Key points", "bullets", KEY_POINTS, required=True),
        Section("actors", "Actors", "actors"),
        Section("terms", "Accord terms", "bullets", TERMS, required=True),
        Section("background", "Background", "prose", BACKGROUND),
        Section("challenges", "Challenges", "bullets", CHALLENGES, required=True),
        Section("outlook", "Outlook", "prose", required=True),
        Section("annexes", "Annexes", "bullets"),
        Section("timeline", "Timeline", "timeline"),
        Section("disagreements", "Where the sources differ", "disagreements"),
        Section("sources", "Sources", "sources"),
        Section("passages", "Passages", "passages"),
    ),
    actors=(
        actor("Tessaly", "state", said("A", "Tessaly"), said("B", "Tessaly"), said("C", "Tessaly")),
        actor("Orvane", "state", said("A", "Orvane"), said("B", "Orvane"), said("C", "Orvane")),
        actor("North Marrow", "state", said("A", "North Marrow"), said("D", "North Marrow")),
        actor(
            "Ilse Hrovat",
            "person",
            said("A", "Ilse Hrovat"),
            said("D", "Ilse Hrovath"),
            aliases=("Ilse Hrovath", "Hrovat"),
            role=said("A", "Tessaly's minister for inland waters"),
        ),
        actor("Tomas Adeyar", "person", said("B", "Tomas Adeyar"), role=said("B", "Orvane's trade envoy")),
        actor("Maren Oyelowo-Castellanos", "person", said("D", "Maren"), role=said("D", "the biologist")),
        actor("Lake Council", "organisation", said("B", "Lake Council"), aliases=("the council",)),
    ),
    timeline=(
        event("1996", "Since 1996", *FALLEN),
        event("2012", "in 2012", WALKED_OUT),
        event("2019-03", "In March 2019", SHOTS),
        event("2026-05-16", "16 May 2026", *SIGNED),
        event(None, "days after a court in Orvane upheld the licences", UPHELD),
    ),
    disagreements=(
        Disagreement(
            "spelling",
            "Name of a person",
            (version(said("A", "Ilse Hrovat")), version(said("D", "Ilse Hrovath"))),
        ),
        Disagreement(
            "number",
            "People who work in the yards of Port Hollin",
            (version(said("B", "The yards of", "people.")), version(said("D", "The yards employ", "says."))),
        ),
    ),
    documents=tuple(
        Document(
            source,
            TEXTS[source.id],
            blocks(TEXTS[source.id]),
            notes=("It was read as Windows-1252.",) if source.id == "D" else (),
            pages=PAGES if source.id == "D" else (),
        )
        for source in SOURCES
    ),
    skipped=(Skipped("lake/empty.txt", "It is empty."), Skipped("lake/photo.txt", "It is not text.")),
)
