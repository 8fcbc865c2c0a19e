"""Step 1, reading: what a document's properties say → what of it says something of the document.

Programs fill in properties by themselves: the name of the account, of the file, of
the program. Of these nothing is learned of a source.
"""

import re

from briefing.sources import clean
from briefing.sources.dates import iso_date
from briefing.sources.draft import UnreadableError

_NOBODY = frozenset({
    "admin", "administrator", "administrateur", "apache poi", "aspose", "author", "autor", "auteur", "customer",
    "default", "docx4j", "dell", "guest", "home", "hp", "lenovo", "me", "microsoft", "microsoft account",
    "microsoft office user", "microsoft office", "ms office user", "n/a", "none", "office", "office user", "openpyxl",
    "openxml", "owner", "pandoc", "pc", "python-docx", "root", "test", "un-named", "unknown", "unknown author", "user",
    "user name", "username", "usuario", "utente", "utilisateur", "benutzer", "windows user", "your name",
})  # fmt: skip
_UNTITLED = re.compile(
    r"microsoft (?:word|office|powerpoint)\b.*|(?:word )?document ?\d*|dokument ?\d*|documento ?\d*|untitled.*|blank.*"
    r"|template|title|no title|unknown(?: title)?|normal|[^ ]*_[^ ]*"
    r"|.*\.(?:docx?|dotx?|odt|rtf|pdf|epub|txt|html?|indd|pages|qxd|tmp)",
    re.IGNORECASE,
)
_OF_LIBRARY = "2013-12-23"
"""The day of the file that python-docx begins each document from."""
_OWN = re.compile(r"briefing \d+\.\d+\S* \| ")


def author(stated: str | None) -> str | None:
    """A name, if it is that of a person or a body and not of an account or a program."""
    name = clean.line(stated or "")
    is_somebody = any(letter.isalpha() for letter in name) and name.casefold() not in _NOBODY and len(name) <= 200
    return name if is_somebody else None


def title(stated: str | None) -> str | None:
    """A title, if it is none that a program gives by itself."""
    name = clean.line(stated or "")
    is_title = any(letter.isalpha() for letter in name) and not _UNTITLED.fullmatch(name) and len(name) <= 300
    return name if is_title else None


def modified(stated: str | None) -> str | None:
    """The day on which a document was changed last, if it is its own."""
    day = iso_date(clean.line(stated or ""))
    return None if day == _OF_LIBRARY else day


def refuse_own(description: str | None, *, carries_record: bool = False) -> None:
    """Refuse a brief of this program.

    Args:
        description: where its signature stands, among its properties or at its end.
        carries_record: whether it has the record that a brief carries, whatever its template leaves out.

    Raises:
        UnreadableError: it is one; to cite it would count its sources twice.
    """
    if carries_record or _OWN.match(description or ""):
        raise UnreadableError("It is a brief that briefing made; give its sources.")
