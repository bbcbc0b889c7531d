"""Reads a CSV file that somebody hands in, with faults named by line and column; and what one we make begins with."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 100_000
# Whoever mends a file mends the first hundred; more would only be scrolled past.
MAX_ERRORS = 100
# Without it some programs for tables read a file in an older encoding.
SAYS_IT_IS_UTF_8 = "\ufeff"
# What they would take for the beginning of a formula.
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Column:
    """A column we know. What `may_be_missing` may be empty too."""

    name: str
    limit: int = 200
    may_be_empty: bool = False
    may_be_missing: bool = False


@dataclass(frozen=True)
class Row:
    """One row; `line` is where it begins in the file, as an editor counts, whatever the lines inside its cells."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True)
class TableError:
    """What is wrong, and where; `column` is empty when it is the whole line."""

    line: int
    column: str
    message: str

    def __str__(self) -> str:
        where = f"Line {self.line}, {self.column}" if self.column else f"Line {self.line}"
        return f"{where}: {self.message}"


def harmless(cell: str) -> str:
    """A name that begins like a formula stays a name when the file is opened."""
    return f"'{cell}" if cell.startswith(FORMULAS) else cell


def read_table(file: IO[bytes], columns: Sequence[Column], errors: list[TableError]) -> Iterator[Row]:
    """Yield the good rows of `file`, and add what is wrong with the others to `errors`, in the order of the lines.

    `errors` is complete only once the last row has been read. A caller adds its own to the same list.
    """
    text = _text(file, errors)
    if text is None:
        return
    known = {column.name: column for column in columns}
    names: list[str] = []
    for count, (line, cells) in enumerate(_lines(text, errors)):
        if not count:
            names = [cell.strip().lower() for cell in cells]
            faults = list(_faults_of_header(names, columns, line))
            errors += faults
            if faults:
                return
        elif count > MAX_ROWS:
            errors.append(TableError(line, "", f"there are more than {MAX_ROWS:,} rows. Please split the file."))
        elif len(cells) != len(names):
            errors.append(TableError(line, "", f"has {len(cells)} cells where the first line has {len(names)}"))
        else:
            row = Row(line, {name: cell.strip() for name, cell in zip(names, cells, strict=True)})
            faults = [fault for name in names for fault in _faults_of_cell(row, known[name])]
            errors += faults
            if not faults:
                yield row
        if count > MAX_ROWS or len(errors) >= MAX_ERRORS:
            return
    if not names and not errors:
        errors.append(TableError(1, "", "the file is empty"))


def _text(file: IO[bytes], errors: list[TableError]) -> str | None:
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        errors.append(TableError(1, "", f"the file is larger than {MAX_BYTES // 1024 // 1024} MB. Please split it."))
        return None
    # Spreadsheets mark what they save: UTF-8 with three bytes, their "Unicode text" with two.
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        # Guessing an older encoding would spoil names without a word.
        line = content.count(b"\n", 0, error.start) + 1
        errors.append(TableError(line, "", "has letters we cannot read. Please save the file as CSV in UTF-8."))
        return None


def _lines(text: str, errors: list[TableError]) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank with the line it begins on; strictly, so that an open quote is noticed."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error:
        errors.append(TableError(begins, "", "the quotes or commas do not fit together from here on"))


def _faults_of_header(names: list[str], columns: Sequence[Column], line: int) -> Iterator[TableError]:
    known = [column.name for column in columns]
    for column in columns:
        if column.name not in names and not column.may_be_missing:
            yield TableError(line, column.name, "this column is missing")
    for name in dict.fromkeys(names):
        if name not in known:
            yield TableError(line, name[:80], f"we do not know this column. We know: {', '.join(known)}")
        elif names.count(name) > 1:
            yield TableError(line, name, "this column is there more than once")


def _faults_of_cell(row: Row, column: Column) -> Iterator[TableError]:
    words = row[column.name]
    if not words and not (column.may_be_empty or column.may_be_missing):
        yield TableError(row.line, column.name, "is empty")
    if len(words) > column.limit:
        yield TableError(row.line, column.name, f"has {len(words):,} characters, {column.limit:,} is the most")
    if "\x00" in words:
        yield TableError(row.line, column.name, "has a character that is not text")
