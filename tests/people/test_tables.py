"""Reading a CSV file: rows with the lines they begin on, and every fault named."""

import io

import pytest

from people import tables
from people.tables import Column, Row, TableError, read_table

NAME = Column("name", limit=10)
STORY = Column("story", limit=50, may_be_empty=True)
TOWN = Column("town", may_be_missing=True)


def read(content: str | bytes, *columns: Column) -> tuple[list[Row], list[str]]:
    errors: list[TableError] = []
    file = io.BytesIO(content.encode() if isinstance(content, str) else content)
    rows = list(read_table(file, columns or (NAME, STORY, TOWN), errors))
    return rows, [str(error) for error in errors]


def test_rows_carry_the_line_they_begin_on_also_after_cells_of_several_lines() -> None:
    rows, errors = read('name,story\nAda,"one\ntwo\n\nfour"\n\nBen,short\r\nCleo,\n')

    assert errors == []
    assert [(row.line, row["name"], row["story"]) for row in rows] == [
        (2, "Ada", "one\ntwo\n\nfour"),
        (7, "Ben", "short"),
        (8, "Cleo", ""),
    ]


def test_cells_are_trimmed_headers_are_read_in_any_case_and_order_and_a_missing_column_reads_as_empty() -> None:
    rows, errors = read(" Story ,NAME\n hello , Ada \n")

    assert errors == []
    assert rows == [Row(2, {"story": "hello", "name": "Ada"})]
    assert rows[0]["town"] == ""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_spreadsheets_save_is_read(encoding: str) -> None:
    rows, errors = read("name,story\nŁucja,don’t\n".encode(encoding))

    assert errors == []
    assert rows == [Row(2, {"name": "Łucja", "story": "don’t"})]


def test_another_encoding_is_refused_with_its_line_rather_than_guessed() -> None:
    assert read("name,story\nAda,x\nZoë,y\n".encode("cp1252")) == (
        [],
        ["Line 3: has letters we cannot read. Please save the file as CSV in UTF-8."],
    )


@pytest.mark.parametrize(
    ("content", "errors"),
    [
        ("", ["Line 1: the file is empty"]),
        ("\n \n", ["Line 1: the file is empty"]),
        ("story\nhello\n", ["Line 1, name: this column is missing"]),
        ("name,story,age\nAda,x,3\n", ["Line 1, age: we do not know this column. We know: name, story, town"]),
        ("name,story,name\nAda,x,Ada\n", ["Line 1, name: this column is there more than once"]),
        ("name,story\nAda\n", ["Line 2: has 1 cells where the first line has 2"]),
        ("name,story\nAda,x,y\n", ["Line 2: has 3 cells where the first line has 2"]),
        ("name,story\n ,x\n", ["Line 2, name: is empty"]),
        ("name,story\nAda of the Hill,x\n", ["Line 2, name: has 15 characters, 10 is the most"]),
        ("name,story\nA\x00a,x\n", ["Line 2, name: has a character that is not text"]),
        ('name,story\nAda,"open\nand on\n', ["Line 2: the quotes or commas do not fit together from here on"]),
    ],
)
def test_faults_are_named_by_line_and_column(content: str, errors: list[str]) -> None:
    assert read(content) == ([], errors)


def test_one_bad_row_does_not_hide_the_good_ones_or_the_next_bad_one() -> None:
    rows, errors = read('name,story\n,"a\nb"\nBen,x\n,y\n')

    assert [row["name"] for row in rows] == ["Ben"]
    assert errors == ["Line 2, name: is empty", "Line 5, name: is empty"]


def test_a_cell_too_large_for_the_reader_is_a_fault_and_not_a_crash() -> None:
    assert read(f"name,story\nAda,{'x' * 140_000}\n")[1] == [
        "Line 2: the quotes or commas do not fit together from here on"
    ]


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_ROWS", 2)
    rows, errors = read("name,story\n" + "Ada,x\n" * 5)
    assert (len(rows), errors) == (2, ["Line 4: there are more than 2 rows. Please split the file."])

    monkeypatch.setattr(tables, "MAX_BYTES", 1024 * 1024)
    assert read(b"x" * (1024 * 1024 + 1)) == ([], ["Line 1: the file is larger than 1 MB. Please split it."])


def test_only_the_first_hundred_faults_are_named() -> None:
    assert len(read("name,story\n" + ",x\n" * 500)[1]) == tables.MAX_ERRORS
