"""Compare ways to read dates on the labelled sentences of `tests/language/date_expressions.toml`.

    uv run --with dateparser benchmarks/compare_dates.py

dateparser finds several dates in a text, and says how precise each is.
dateutil gives one date for a whole sentence; how precise it is shows where it
is given two days to fill in what is not said. Neither can say that a date is
not to be told. Words count as found where they overlap those of the label.
"""

# ruff: noqa: INP001, T201  a script is no package, and it prints
import sys
import time
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "language"))

from date_cases import Dated, Reader, briefing, cases, tally
from dateparser.date import DateDataParser
from dateparser.search import search_dates
from dateutil import parser as dateutil

FORMS = {"year": "%Y", "month": "%Y-%m"}
DAY = "%Y-%m-%d"
MICROSECONDS = 1_000_000


def _base(published: str | None) -> datetime | None:
    """The day of publication; the middle of the year or month that is all a source states."""
    full = f"{published}-07-15"[:10] if published and len(published) == 4 else f"{published}-15"[:10]
    return datetime.fromisoformat(full) if published else None


def with_dateparser(sentence: str, published: str | None) -> list[Dated]:
    """Read as dateparser does; where the source has no date, only what states its year."""
    base = _base(published)
    settings = {"PREFER_DATES_FROM": "past"} | ({"RELATIVE_BASE": base} if base else {"REQUIRE_PARTS": ["year"]})
    found = search_dates(sentence, languages=["en"], settings=settings) or []
    precise = DateDataParser(languages=["en"], settings=settings)
    return [(said, day.strftime(FORMS.get(precise.get_date_data(said).period, DAY))) for said, day in found]


def with_dateutil(sentence: str, published: str | None) -> list[Dated]:
    """Read as dateutil does; where the source has no date, only what states its year."""
    base = _base(published) or datetime.fromisoformat("2000-01-01")
    other = base.replace(year=base.year - 4, month=base.month % 12 + 1, day=base.day % 28 + 1)
    try:
        day, skipped = dateutil.parse(sentence, default=base, fuzzy_with_tokens=True)
        again = dateutil.parse(sentence, default=other, fuzzy=True)
    except (ValueError, OverflowError):
        return []
    told = {part for part in ("year", "month", "day") if getattr(day, part) == getattr(again, part)}
    form = DAY if "day" in told or not told else FORMS["month" if "month" in told else "year"]
    left = " ".join(skipped)
    said = next((word.strip(",.") for word in sentence.split() if word.strip(",.") not in left), sentence)
    return [(said, day.strftime(form))] if published or "year" in told else []


def _row(name: str, half: str, reader: Reader) -> str:
    chosen = cases(half)
    words = sum(len(case.sentence.split()) for case in chosen)
    tally(chosen[:1], reader)  # what is made once is made before the clock starts
    start = time.process_time()
    found = tally(chosen, reader)
    cost = (time.process_time() - start) * MICROSECONDS / words
    shares = (f"{count / found.labelled:.1%}" for count in (found.right, found.wrong, found.missed))
    return f"| {name} | {half} | {' | '.join(shares)} | {found.alarms} | {cost:.0f} |"


def main() -> None:
    """Print the table."""
    print("| reader | half | right | wrong | missed | false alarms | µs a word |")
    print("|---|---|---|---|---|---|---|")
    for name, reader in (("briefing", briefing), ("dateparser", with_dateparser), ("dateutil", with_dateutil)):
        for half in ("seen", "held out"):
            print(_row(name, half, reader))


if __name__ == "__main__":
    main()
