"""Step 5, rendering: `brief.json` as a document carries it, for whoever checks the document.

In: the bytes of `brief.json`. Out: letters and digits that no page and no XML can take for markup; and back, within
bounds, for the document may have been made to harm.
"""

import binascii
import gzip
import zlib
from base64 import b64decode, b64encode

from briefing.errors import BriefFileError

LARGEST = 32_000_000
"""Bytes of a `brief.json` that is taken out of a document.

That of 1,000 sources of 10 KB has 23 to 30 MB; what is made to harm takes up to forty times its bytes in memory.
"""


def packed(content: bytes) -> str:
    """The record as text, the same for the same record: gzip without a date, in base64."""
    return b64encode(gzip.compress(content, mtime=0)).decode("ascii")


def unpacked(text: str) -> bytes:
    """The record that was packed.

    Raises:
        BriefFileError: it is none, was cut short, or is too large.
    """
    try:
        unpacking = zlib.decompressobj(wbits=31)
        content = unpacking.decompress(b64decode(text, validate=False), LARGEST + 1)
    except (binascii.Error, ValueError, zlib.error) as error:
        raise BriefFileError(
            "The brief.json that it carries is damaged. Take the file anew from who sent it."
        ) from error
    if len(content) > LARGEST:
        raise BriefFileError(f"The brief.json that it carries has more than {LARGEST // 1_000_000} MB.")
    if not unpacking.eof:
        raise BriefFileError("The brief.json that it carries is cut short. Take the file anew from who sent it.")
    return content
