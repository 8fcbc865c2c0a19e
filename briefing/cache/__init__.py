"""What steps 1 to 3 make, kept for the next brief: of each document, and of a whole collection.

Enters: the sources by their contents, and the settings of these steps. Leaves: what
they gave, if an earlier build kept it. A template has no part in it, so that a change
of template alone does without reading, analysis and merging; and a source that is added
has itself read and analysed, and no other. What lies in the store is data that is
checked, and never code.
"""

from lazy_loader import attach_stub

__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
