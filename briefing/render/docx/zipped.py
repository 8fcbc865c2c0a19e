"""Step 5, rendering: one zip for one content.

In: a zip archive. Out: the same files in a fixed order with a fixed date, so
that a DOCX made twice has the same bytes.
"""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DATE = (1980, 1, 1, 0, 0, 0)
"""The first day that a zip archive can name."""
_FIRST = "[Content_Types].xml"
"""Readers of Office files look for it at the head of the archive."""


def repack(archive: bytes) -> bytes:
    """Pack the archive's files anew, sorted and undated."""
    stream = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=9) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, _DATE)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return stream.getvalue()
