from .entries import Kept, find, keep
from .key import key_of
from .packing import NOBODY, pack, unpack
from .store import MOST, Store, Usage, clear, usage

__all__ = ["MOST", "NOBODY", "Kept", "Store", "Usage", "clear", "find", "keep", "key_of", "pack", "unpack", "usage"]
