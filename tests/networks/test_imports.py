"""Reading threads from rows: which belong together, and what is wrong with them."""

from networks.imports import ImportedPost, ImportedThread, threads_in
from people.tables import Row, TableError


def read(*rows: tuple[str, str, str, str, str]) -> tuple[list[ImportedThread], list[str]]:
    errors: list[TableError] = []
    names = ("thread", "author", "title", "body", "upvotes")
    found = threads_in((Row(line, dict(zip(names, row, strict=True))) for line, row in enumerate(rows, 2)), errors)
    return found, [str(error) for error in errors]


def test_rows_of_one_thread_stand_together_the_first_with_the_title() -> None:
    threads, errors = read(
        ("t1", "m1", "Nights", "How?", ""), ("t1", "a1", "", "So.", "2"), ("t2", "m2", "Days", "Well?", "")
    )

    assert errors == []
    assert threads == [
        ImportedThread(2, "t1", "Nights", [ImportedPost(2, "m1", "How?"), ImportedPost(3, "a1", "So.")]),
        ImportedThread(4, "t2", "Days", [ImportedPost(4, "m2", "Well?")]),
    ]


def test_what_is_wrong_is_named_by_line_and_column() -> None:
    _, errors = read(
        ("t1", "m1", "", "How?", ""),
        ("t1", "a1", "Again", "So.", "many"),
        ("t2", "m2", "Days", "Well?", "-1"),
        ("t1", "a2", "", "Late.", ""),
    )

    assert errors == [
        "Line 2, title: the first row of a thread needs a title",
        "Line 3, title: only the first row of a thread has a title",
        "Line 3, upvotes: is not a whole number",
        "Line 4, upvotes: is not a whole number",
        "Line 5, thread: the rows of one thread must stand together; it began in line 2",
    ]
