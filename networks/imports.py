"""Reads threads from the rows of a table: which rows belong together, and what is wrong with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from people.tables import Column, Row, TableError

COLUMNS = (
    Column("thread", limit=80),
    Column("author", limit=80),
    Column("title", limit=150, may_be_empty=True),
    Column("body", limit=20_000),
    Column("upvotes", limit=9, may_be_missing=True),
)


@dataclass(frozen=True)
class ImportedPost:
    line: int
    author: str
    body: str


@dataclass(frozen=True)
class ImportedThread:
    """`reference` is what the file calls the thread; its first post opens it."""

    line: int
    reference: str
    title: str
    posts: list[ImportedPost] = field(default_factory=list)


def threads_in(rows: Iterable[Row], errors: list[TableError]) -> list[ImportedThread]:
    """Group the rows of one thread, which stand together, the first with the title. Upvotes are not kept."""
    threads: dict[str, ImportedThread] = {}
    last, found = "", 0
    for row in rows:
        # A row that was left out as faulty may have been the first of this thread.
        first_was_lost = len(errors) > found
        begins = row["thread"] != last
        errors += [TableError(row.line, *fault) for fault in _faults(row, begins, first_was_lost, threads)]
        last, found = row["thread"], len(errors)
        thread = threads.setdefault(last, ImportedThread(row.line, last, row["title"]))
        thread.posts.append(ImportedPost(row.line, row["author"], row["body"]))
    return list(threads.values())


def _faults(
    row: Row,
    begins: bool,  # noqa: FBT001
    first_was_lost: bool,  # noqa: FBT001
    threads: dict[str, ImportedThread],
) -> Iterator[tuple[str, str]]:
    if begins and row["thread"] in threads:
        yield "thread", f"the rows of one thread must stand together; it began in line {threads[row['thread']].line}"
    elif begins and not row["title"] and not first_was_lost:
        yield "title", "the first row of a thread needs a title"
    elif not begins and row["title"]:
        yield "title", "only the first row of a thread has a title"
    if row["upvotes"] and not row["upvotes"].isdecimal():
        yield "upvotes", "is not a whole number"
