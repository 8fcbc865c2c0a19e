"""Articles → a folder of them in one format."""

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from benchmarks.formats.articles import Article, plain
from benchmarks.formats.office import ENDINGS, converted, word
from benchmarks.formats.pages import LAYOUTS, page, saved
from benchmarks.formats.paper import SHEETS, paper
from benchmarks.formats.post import lined, listed, mail, mail_of_markup, mailbox

Dress = Callable[[tuple[Article, ...], Path], None]
Make = Callable[[Article], bytes]


def _each(make: Make, ending: str, articles: tuple[Article, ...], folder: Path) -> None:
    for article in articles:
        (folder / f"{article.name}.{ending}").write_bytes(make(article))


def _one(make: Callable[[tuple[Article, ...]], bytes], name: str, articles: tuple[Article, ...], folder: Path) -> None:
    (folder / name).write_bytes(make(articles))


def _by_office(ending: str, articles: tuple[Article, ...], folder: Path) -> None:
    words = folder.parent / "docx"
    words.mkdir(exist_ok=True)
    _each(word, "docx", articles, words)
    converted(sorted(words.glob("*.docx")), ending, folder)


def _mixed(articles: tuple[Article, ...]) -> bytes:
    """An archive in which each article is of another kind."""
    kinds: list[tuple[str, Make]] = [
        ("pdf", lambda article: paper(article, "pdf")),
        ("html", lambda article: page(article, LAYOUTS[0])),
        ("eml", lambda article: mail(article).as_bytes()),
        ("docx", word),
        ("txt", lambda article: plain(article).encode()),
    ]
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for at, article in enumerate(articles):
            ending, make = kinds[at % len(kinds)]
            archive.writestr(f"saved/{article.name}.{ending}", make(article))
    return stream.getvalue()


DRESSES: Mapping[str, Dress] = {
    "text": partial(_each, lambda article: plain(article).encode(), "txt"),
    **{f"html, {name}": partial(_each, partial(page, layout=name), "html") for name in LAYOUTS},
    **{name: partial(_each, partial(paper, layout=name), "pdf") for name in SHEETS},
    "docx": partial(_each, word, "docx"),
    **{ending: partial(_by_office, ending) for ending in ENDINGS},
    "eml": partial(_each, lambda article: mail(article).as_bytes(), "eml"),
    "eml, html only": partial(_each, lambda article: mail_of_markup(article).as_bytes(), "eml"),
    "mbox": partial(_one, mailbox, "all.mbox"),
    "json": partial(_one, listed, "all.json"),
    "jsonl": partial(_one, lined, "all.jsonl"),
    "zip": partial(_one, _mixed, "all.zip"),
    "mhtml": partial(_each, partial(saved, layout="hashed"), "mhtml"),
}
"""What writes articles in a format, by the name of the row that tells of it."""
