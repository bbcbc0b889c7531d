"""Does together what comes close together: one transaction and one wait for the disk serve many."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Batches(Generic[Item, Result]):
    """Hands what was added to `do` in a thread, in order: whatever came while the last batch was under way.

    Nobody waits for a batch to fill, so a single item alone is as quick as without batches, and under load each
    batch is as large as the load (group commit, as databases do it with their own log).
    `do` gets the items and returns a result for each; what it raises every item of the batch gets.
    """

    def __init__(self, do: Callable[[Sequence[Item]], Sequence[Result]], executor: Executor, *, most: int) -> None:
        self.do = do
        self.executor = executor
        self.most = most
        self.waiting: deque[tuple[Item, asyncio.Future[Result]]] = deque()
        self.work: asyncio.Task[None] | None = None

    def add(self, item: Item) -> asyncio.Future[Result]:
        """Return what will hold the item's result; nobody has to wait for it for the work to be done."""
        future: asyncio.Future[Result] = asyncio.get_running_loop().create_future()
        self.waiting.append((item, future))
        if self.work is None or self.work.done():
            self.work = asyncio.create_task(self._work_off())
        return future

    async def finish(self) -> None:
        """Wait until nothing is waiting any more."""
        if self.work is not None:
            await self.work

    async def _work_off(self) -> None:
        loop = asyncio.get_running_loop()
        while self.waiting:
            batch = [self.waiting.popleft() for _ in range(min(self.most, len(self.waiting)))]
            try:
                results = await loop.run_in_executor(self.executor, self.do, [item for item, _ in batch])
            except Exception as error:
                for _, future in batch:
                    _settle(future, error)
            else:
                for (_, future), result in zip(batch, results, strict=True):
                    if not future.done():
                        future.set_result(result)


def _settle(future: "asyncio.Future[Result]", error: Exception) -> None:
    if not future.done():
        future.set_exception(error)
