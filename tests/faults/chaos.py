"""The chaos run: people who talk while everything breaks, then peace, then the judgement."""

import asyncio
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from channels.db import database_sync_to_async

from tests.faults.cast import Cast, connect_anew, last_seqs_of, table_of
from tests.faults.checker import Evidence, Findings, judge
from tests.faults.device import Device
from tests.faults.diary import Ack, Diary
from tests.faults.inflicting import Happened, Inflicting
from tests.faults.schedule import plan
from tests.faults.site import ROOT, Site

DEVICES = 40
PEOPLE = 36
AT_A_TABLE = 6
# Some only read, so that their screens depend on nothing but what they hear.
READERS = 8
# How long, on average, somebody waits between two things they do, in seconds.
THINKING = 1.2
CHANGES = 0.25
# Peace must come within this; a dead line alone may take forty seconds to be noticed.
LONGEST_PEACE = 120.0
KEPT = ROOT / "var" / "faults"


@dataclass(frozen=True)
class Outcome:
    """A run in figures, and what was wrong in it."""

    seed: int
    seconds: float
    diary: Diary
    happened: list[Happened]
    findings: Findings
    unfinished: list[str]
    lost_deliveries: int
    peace_after: float

    @property
    def is_clean(self) -> bool:
        return self.findings.is_clean and not self.unfinished

    @property
    def slowest_recovery(self) -> float:
        """The longest that a message took to be kept and on every screen, from the end of the fault it met."""
        return max(recoveries(self.diary, self.happened), default=0.0)

    @property
    def slowest_message(self) -> float:
        """The same from when it was written, the fault itself included."""
        return max((settled - said for said, settled in settled_messages(self.diary)), default=0.0)

    @property
    def faults(self) -> dict[str, int]:
        return dict(sorted(Counter(fault.kind for fault in self.happened).items()))

    def __str__(self) -> str:
        acked, changed = len({ack.client_id for ack in self.diary.acks}), sum(one.is_done for one in self.diary.changes)
        return (
            f"seed {self.seed}, {self.seconds:.0f} s, {acked} messages and {changed} changes acknowledged, "
            f"{len(self.happened)} faults of {len(self.faults)} kinds, {self.lost_deliveries} deliveries dropped: "
            f"{self.findings}; slowest recovery {self.slowest_recovery:.1f} s, "
            f"slowest message {self.slowest_message:.1f} s"
        )

    def keep(self, folder: Path = KEPT) -> Path:
        """Leave the figures, so that a failed run can be looked into."""
        folder.mkdir(parents=True, exist_ok=True)
        figures = {
            "summary": str(self),
            "faults": self.faults,
            "happened": [asdict(one) for one in self.happened],
            "findings": asdict(self.findings),
            "unfinished": self.unfinished,
            "refusals": Counter(f"{code}: {why}" for _, code, why in self.diary.refusals),
            "closes": Counter(str(code) for _, code in self.diary.closes),
            "resets": len(self.diary.resets),
            "slowest": slowest_messages(self.diary),
            "peace_after": self.peace_after,
        }
        path = folder / f"{self.seed}.json"
        path.write_text(json.dumps(figures, indent=2))
        return path


async def chaos(site: Site, cast: Cast, seconds: float, seed: int) -> Outcome:
    """Let everybody talk for `seconds` under the faults of this seed, wait for peace, and compare."""
    diary = Diary()
    random = Random(seed)
    devices = _devices(site, cast, diary, random)
    inflicting = Inflicting(site, diary)
    writers = [_write(device, cast, seconds, Random(random.random())) for device in devices[READERS:]]
    lives = [asyncio.create_task(device.live()) for device in devices]
    try:
        await asyncio.gather(inflicting.carry_out(plan(seconds, seed, len(site.servers))), *writers)
        began_peace = diary.now
        unfinished = await _peace(devices, cast)
        if unfinished:
            site.ask_what_they_do()
    finally:
        for life in lives:
            life.cancel()
        await asyncio.gather(*lives, return_exceptions=True)
    return Outcome(
        seed=seed,
        seconds=seconds,
        diary=diary,
        happened=inflicting.happened,
        findings=judge(await _evidence(devices, cast, diary)),
        unfinished=unfinished,
        lost_deliveries=site.losses.lost,
        peace_after=diary.now - began_peace,
    )


def _devices(site: Site, cast: Cast, diary: Diary, random: Random) -> list[Device]:
    """One for each person and a second one for some; each finds its own way among the servers."""
    addresses = site.addresses
    parts = [*cast.parts, *cast.parts[: DEVICES - len(cast.parts)]]
    return [
        Device(
            name=f"d{number:02}",
            person=part.person.pk,
            session=part.session,
            conversations=part.conversations,
            servers=addresses,
            diary=diary,
            random=Random(random.random()),
        )
        for number, part in enumerate(parts)
    ]


async def _write(device: Device, cast: Cast, seconds: float, random: Random) -> None:
    """Say things, and change some of them, until the time is over."""
    number = 0
    while True:
        await asyncio.sleep(random.uniform(0.2, 2 * THINKING - 0.2))
        if device.diary.now > seconds:
            return
        conversation = random.choice(list(device.screens))
        if conversation in cast.changing and random.random() < CHANGES and not device.changes:
            await _change_something(device, conversation, random)
        else:
            number += 1
            await device.say(conversation, f"{device.name} says thing {number}")


async def _change_something(device: Device, conversation: int, random: Random) -> None:
    """One change at a time from a device, so that it is clear which is the last."""
    lines = [line for line in device.screens[conversation].lines[-10:] if not line.is_withdrawn]
    own = [line for line in lines if device.own.get(line.id)]
    kind = random.choice(["edit", "edit", "withdraw", "react", "react", "react"])
    if kind == "react" and lines:
        await device.change(kind, random.choice(lines).id, conversation, random.choice(["thanks", "heart", "hug"]))
    elif kind != "react" and own:
        words = f"{device.name} puts it otherwise, change {len(device.diary.changes)}" if kind == "edit" else ""
        await device.change(kind, random.choice(own).id, conversation, words)


async def _peace(devices: Sequence[Device], cast: Cast) -> list[str]:
    """Wait until everything is answered and every screen is complete; return what never was."""
    await database_sync_to_async(connect_anew)()
    unfinished = ["nothing was asked yet"]
    deadline = asyncio.get_running_loop().time() + LONGEST_PEACE
    while unfinished and asyncio.get_running_loop().time() < deadline:
        await asyncio.sleep(0.5)
        unfinished = list(_unfinished(devices, await database_sync_to_async(last_seqs_of)(cast.conversations)))
    return unfinished


def _unfinished(devices: Iterable[Device], last_seqs: dict[int, int]) -> Iterable[str]:
    for device in devices:
        if device.is_signed_out:
            yield f"{device.name} was signed out"
        if device.outbox:
            yield f"{device.name} at {device.address} has no answer to {list(device.outbox.values())[:2]}"
        for conversation, screen in device.screens.items():
            if screen.reached != last_seqs[conversation]:
                yield f"{device.name} has {screen.reached} of {last_seqs[conversation]} in {conversation}"


async def _evidence(devices: Iterable[Device], cast: Cast, diary: Diary) -> Evidence:
    return Evidence(
        table=await database_sync_to_async(table_of)(cast.conversations),
        last_seqs=await database_sync_to_async(last_seqs_of)(cast.conversations),
        said=diary.said,
        acks=diary.acks,
        changes=diary.changes,
        screens={device.name: device.screens for device in devices},
    )


def settled_messages(diary: Diary) -> list[tuple[float, float]]:
    """For each message when it was written, and when it was acknowledged and on every screen that shows it."""
    seen: dict[int, float] = {}
    for (_, message), at in diary.shown_at.items():
        seen[message] = max(at, seen.get(message, 0.0))
    acked: dict[str, Ack] = {}
    for ack in diary.acks:
        acked.setdefault(ack.client_id, ack)
    return [(diary.said[one].at, max(ack.at, seen.get(ack.message, ack.at))) for one, ack in acked.items()]


def slowest_messages(diary: Diary, most: int = 5) -> list[dict[str, object]]:
    """Those that took longest: when they were written and acknowledged, and which screen had to wait until when."""
    found: list[dict[str, object]] = []
    for ack in {ack.client_id: ack for ack in reversed(diary.acks)}.values():
        said = diary.said[ack.client_id]
        screens = ((at, device) for (device, message), at in diary.shown_at.items() if message == ack.message)
        seen, device = max(screens, default=(ack.at, ""))
        found.append({"took": max(ack.at, seen) - said.at, "acked": ack.at, "seen": seen, "by": device, **vars(said)})
    return sorted(found, key=lambda one: -float(str(one["took"])))[:most]


def recoveries(diary: Diary, happened: Iterable[Happened]) -> list[float]:
    """How long each message took, counted from the end of the first fault that it met on its way."""
    faults = sorted(happened, key=lambda fault: fault.end)
    return [settled - _free_from(said, settled, faults) for said, settled in settled_messages(diary)]


def _free_from(said: float, settled: float, faults: Sequence[Happened]) -> float:
    met = (fault.end for fault in faults if fault.begin <= settled and said <= fault.end <= settled)
    return next(met, said)
