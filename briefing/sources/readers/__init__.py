"""Step 1, reading: the kinds of file that can be read.

To add a kind, write a module with a `read(data: bytes) -> Draft` and name it
here. Kinds that need a heavy library import it inside their functions.
"""

from collections.abc import Mapping

from briefing.sources.draft import Reader
from briefing.sources.readers import markdown, text

READERS: Mapping[str, Reader] = {
    ".md": markdown.read,
    ".txt": text.read,
}
"""Readers by the ending of the file's name, in lower case."""
