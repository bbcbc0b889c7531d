"""Cleans the bytes of one file in this process; whoever serves people calls it in a process apart."""

from messaging.files.documents import rewrite
from messaging.files.kinds import CleanFile, Kind, check_size, picture_format
from messaging.files.pictures import redraw


def clean(content: bytes) -> CleanFile:
    """Return what may be kept of a file, still without a name, or raise NotAFile with why it cannot be sent."""
    check_size(content)
    image_format = picture_format(content)
    if image_format is None:
        return CleanFile(Kind.PDF, rewrite(content))
    picture = redraw(content, image_format)
    return CleanFile(Kind.PICTURE, picture.content, picture.width, picture.height, picture.preview)
