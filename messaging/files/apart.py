"""Has a file cleaned by a process that may use little and knows nothing: files can be made to break decoders."""

import json
import logging
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from threading import BoundedSemaphore

from messaging.files.kinds import CleanFile, Kind, NotAFile, check_size, picture_format
from messaging.files.names import clean_name, named

logger = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[2]
# A large picture takes half a second; longer than this is somebody's trick.
PATIENCE = 20.0
# The rest of the machine is for talking.
AT_ONCE = 2
WAIT_FOR_A_PLACE = 30.0

places = BoundedSemaphore(AT_ONCE)


def clean_file(name: str, content: bytes) -> CleanFile:
    """Return what may be kept of a file, or raise NotAFile; what the bytes do to a decoder, they do elsewhere."""
    try:
        # What is refused at first sight needs no process.
        check_size(content)
        kind = Kind.PICTURE if picture_format(content) else Kind.PDF
        return replace(_cleaned(content), name=clean_name(name, kind))
    except NotAFile as error:
        raise NotAFile(f"{named(name)} cannot be sent: {error.message}", code=error.code) from error


def _cleaned(content: bytes) -> CleanFile:
    if not places.acquire(timeout=WAIT_FOR_A_PLACE):
        raise NotAFile("many files are arriving at this moment. Send it again in a minute.", code="busy")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "messaging.files"],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=ROOT,
            # No address of a database, no secret.
            env={},
            timeout=PATIENCE,
            check=True,
        )
    except subprocess.SubprocessError as error:
        logger.warning("A file could not be cleaned: %s", error)
        raise NotAFile("it was made in a way that we cannot read. Send a screenshot of it.", code="damaged") from error
    finally:
        places.release()
    return unpack(done.stdout)


def pack(cleaned: CleanFile) -> bytes:
    """What the process answers: one line of JSON, then the file and its preview."""
    head = {
        "kind": cleaned.kind,
        "width": cleaned.width,
        "height": cleaned.height,
        "size": len(cleaned.content),
    }
    return json.dumps(head).encode() + b"\n" + cleaned.content + cleaned.preview


def pack_refusal(refusal: NotAFile) -> bytes:
    return json.dumps({"why": refusal.message, "code": refusal.code}).encode() + b"\n"


def unpack(answer: bytes) -> CleanFile:
    line, _, rest = answer.partition(b"\n")
    head = json.loads(line)
    if "why" in head:
        raise NotAFile(head["why"], code=head["code"])
    size = head["size"]
    return CleanFile(Kind(head["kind"]), rest[:size], head["width"], head["height"], preview=rest[size:])
