"""What steps 1 to 3 make, kept for the next brief: of each document, and of a whole collection.

Enters: the sources by their contents, and the settings of these steps. Leaves: what
they gave, if an earlier build kept it. A template has no part in it, so that a change
of template alone does without reading, analysis and merging; and a source that is added
has itself read and analysed, and no other. What lies in the store is data that is
checked, and never code.
"""

from briefing.cache.entries import Kept, find, keep
from briefing.cache.key import key_of
from briefing.cache.packing import NOBODY, pack, unpack
from briefing.cache.store import MOST, Store, Usage, clear, usage

__all__ = ["MOST", "NOBODY", "Kept", "Store", "Usage", "clear", "find", "keep", "key_of", "pack", "unpack", "usage"]
