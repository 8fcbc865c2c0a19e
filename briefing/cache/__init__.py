"""What steps 1 to 3 make of a collection, kept for the next brief of the same sources.

Enters: the sources by their names and contents, and the settings of these steps.
Leaves: what they gave, if an earlier build kept it. A template has no part in it,
so that a change of template alone does without reading, analysis and merging. What
lies in the folder is data that is checked, and never code.
"""

from briefing.cache.entries import Kept, find, keep
from briefing.cache.folder import MOST, Usage, clear, usage
from briefing.cache.key import key_of
from briefing.cache.packing import NOBODY, pack, unpack

__all__ = ["MOST", "NOBODY", "Kept", "Usage", "clear", "find", "keep", "key_of", "pack", "unpack", "usage"]
