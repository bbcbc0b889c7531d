"""What comes while a batch is under way is done together, in order, and each gets its own result."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from messaging.batches import Batches


class Work:
    """Doubles numbers, remembers the batches, and can be held up."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.goes_on = threading.Event()
        self.goes_on.set()

    def do(self, items: Sequence[int]) -> list[int]:
        self.goes_on.wait(5)
        self.batches.append(list(items))
        if 13 in items:
            raise ValueError("No thirteen.")
        return [2 * item for item in items]


@pytest.fixture
def executor() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


async def test_one_alone_does_not_wait_for_others(executor: ThreadPoolExecutor) -> None:
    work = Work()
    assert await Batches(work.do, executor, most=10).add(1) == 2
    assert work.batches == [[1]]


async def test_what_comes_meanwhile_is_done_together_and_no_more_than_allowed(executor: ThreadPoolExecutor) -> None:
    work = Work()
    work.goes_on.clear()
    batches = Batches(work.do, executor, most=3)
    futures = [batches.add(1)]
    # The first is handed over before the others come.
    await asyncio.sleep(0)
    assert not batches.waiting
    futures += [batches.add(number) for number in range(2, 7)]
    work.goes_on.set()
    assert [await future for future in futures] == [2, 4, 6, 8, 10, 12]
    assert work.batches == [[1], [2, 3, 4], [5, 6]]


async def test_a_batch_that_fails_fails_for_its_own_only(executor: ThreadPoolExecutor) -> None:
    work = Work()
    batches = Batches(work.do, executor, most=1)
    futures = [batches.add(number) for number in (1, 13, 3)]
    await batches.finish()
    assert [future.exception() is None for future in futures] == [True, False, True]


async def test_nobody_has_to_wait_for_it_to_be_done(executor: ThreadPoolExecutor) -> None:
    work = Work()
    batches = Batches(work.do, executor, most=10)
    batches.add(1).cancel()
    assert await batches.add(2) == 4
    assert work.batches == [[1, 2]]
