"""Step 5, rendering: whether the address of a source is one that a document may link to.

In: what a source, or an operator, gives as its address. Out: the same, or nothing. What
is no link is still shown as text.
"""

import re
from urllib.parse import urlsplit

_LINK = re.compile(r"(?:https?://[^/]|mailto:[^@]+@)[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+", re.IGNORECASE)
"""Schemes that a reader knows, and no character that would have to be written otherwise in an address."""


def link(address: str) -> str:
    """The address if a click on it does no more than open a page or a mail, else nothing."""
    return address if _LINK.fullmatch(address) and _is_sound(address) else ""


def _is_sound(address: str) -> bool:
    """Whether all its parts can be told; Word refuses a whole file for one that cannot."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        return False
    return parts.scheme == "mailto" or (host is not None and port != 0)
