"""Where receipts are kept: on a shelf beside the files of messages, under one limit of a day."""

from messaging.files import Kind
from messaging.shelves import Shelf, put_up
from support.models import Receipt

RECEIPTS = Shelf("receipts", Receipt, frozenset(Kind), "spending__entered_by", "spending__entered_at")

put_up(RECEIPTS)
