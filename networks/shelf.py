"""Where the pictures of posts are kept: on a shelf beside those of messages, under one limit of a day."""

from messaging.files import Kind
from messaging.shelves import Shelf, put_up
from networks.models import Picture

PICTURES = Shelf("posts", Picture, frozenset({Kind.PICTURE}), "post__author__person", "post__posted_at")

put_up(PICTURES)
