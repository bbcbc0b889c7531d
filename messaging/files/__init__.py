"""Files that people send: what is let in, and what is made of it so that nothing but a picture or a page is left."""

from messaging.files.apart import clean_file
from messaging.files.kinds import LARGEST, CleanFile, GivenFile, Kind, NotAFile

__all__ = ["LARGEST", "CleanFile", "GivenFile", "Kind", "NotAFile", "clean_file"]
