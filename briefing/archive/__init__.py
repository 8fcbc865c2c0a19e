"""The full-text index of an archive: what it holds by its words and dates, so that a topic's sources are found at once.

Enters: what reading gave of each file. Leaves: which sources bear on a topic, the best first. The texts stay
in the archive; the index is a file of SQLite, and whatever is wrong with it, it can be made anew.
"""

from briefing.archive.index import Entry, File, Index, Part, Refused
from briefing.archive.place import place_of
from briefing.archive.searching import Hit, Hits, search
from briefing.archive.topics import Topic, topic_of

__all__ = ["Entry", "File", "Hit", "Hits", "Index", "Part", "Refused", "Topic", "place_of", "search", "topic_of"]
