"""An article → a Word file, and what LibreOffice makes of it in other formats."""

import subprocess
import sys
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from shutil import which

from benchmarks.formats.articles import Article

ENDINGS = ("odt", "rtf", "epub")
"""What LibreOffice writes."""
_STYLES = {"heading": "Heading 1", "paragraph": "Normal", "bullet": "List Bullet"}


def word(article: Article) -> bytes:
    """A Word file of an article, with a running head."""
    from docx import Document

    made = Document()
    made.core_properties.title, made.core_properties.author = article.title, article.author
    made.core_properties.created = made.core_properties.modified = datetime(2029, 1, 2)  # noqa: DTZ001  Word has no zone
    made.sections[0].header.paragraphs[0].text = f"{article.publisher} | For internal use"
    made.add_paragraph(article.title, "Title")
    for said in (f"By {article.author}", article.publisher, article.day):
        made.add_paragraph(said)
    for kind, text in article.blocks:
        made.add_paragraph(text, _STYLES[kind])
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def converted(files: Iterable[Path], ending: str, folder: Path) -> None:
    """Write what LibreOffice makes of Word files.

    Args:
        files: the Word files.
        ending: one of `ENDINGS`.
        folder: where to.
    """
    office = which("soffice") or sys.exit("soffice is missing; “make test” installs it where it can.")
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    command: list[str | Path] = [office, profile, "--headless", "--convert-to", ending, "--outdir", folder, *files]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603  its arguments are files
