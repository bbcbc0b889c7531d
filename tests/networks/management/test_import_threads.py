"""The command, on a file as people have them."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from networks.models import Membership, Network, Post, Thread

GOOD = """thread,author,title,body,upvotes
t1,m1,Nights,"How do you
sleep?",
t1,a1,,Badly.,2
t2,m1,Days,Well?,
"""


def run(file: Path, *options: str, network: str = "carers") -> str:
    out = StringIO()
    call_command("import_threads", str(file), "--network", network, *options, stdout=out)
    return out.getvalue()


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "threads.csv"
    file.write_text(GOOD, encoding="utf-8-sig")
    return file


def test_a_file_is_imported_once(good: Path, carers: Network) -> None:
    assert run(good) == "2 threads, 3 posts and 2 people are new.\n"
    assert run(good) == "0 threads, 0 posts and 0 people are new.\n"
    assert list(Post.objects.order_by("pk").values_list("body", flat=True)) == ["How do you\nsleep?", "Badly.", "Well?"]


def test_a_dry_run_changes_nothing(good: Path, carers: Network) -> None:
    assert run(good, "--dry-run") == "2 threads, 3 posts and 2 people would be new. Nothing was changed.\n"
    assert (Thread.objects.count(), Membership.objects.count()) == (0, 0)


def test_a_broken_file_is_answered_with_lines_and_columns_and_changes_nothing(good: Path, carers: Network) -> None:
    good.write_text(GOOD + "t2,,,Nobody said this.,\nt2,a1,,,x\nt1,a1,,Too late.,\n")

    with pytest.raises(CommandError) as caught:
        run(good)

    assert str(caught.value).splitlines() == [
        "Line 6, author: is empty",
        "Line 7, body: is empty",
        "Line 8, thread: the rows of one thread must stand together; it began in line 2",
        "Nothing was imported.",
    ]
    assert Thread.objects.count() == 0


def test_one_fault_does_not_make_the_next_row_look_faulty(good: Path, carers: Network) -> None:
    good.write_text("thread,author,title,body,upvotes\nt1,,Nights,How?,\nt1,a1,,Badly.,\n")

    with pytest.raises(CommandError) as caught:
        run(good)

    assert str(caught.value).splitlines() == ["Line 2, author: is empty", "Nothing was imported."]


def test_what_is_not_there_is_said(good: Path, carers: Network, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"^There is no network gardeners\.$"):
        run(good, network="gardeners")
    with pytest.raises(CommandError, match="No such file"):
        run(tmp_path / "missing.csv")
