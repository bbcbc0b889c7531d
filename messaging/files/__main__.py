"""The process that cleans one file: `python -m messaging.files < file`, within limits it sets itself."""

import os
import sys

from messaging.files.apart import pack, pack_refusal
from messaging.files.cleaning import clean
from messaging.files.kinds import NotAFile

if sys.platform != "win32":
    import resource

MEMORY = 1024 * 1024 * 1024
SECONDS = 10


def limit_myself() -> None:
    """Little memory and time, no file to write, no trace of what people sent; and words go before pictures."""
    if sys.platform == "win32":
        return
    os.nice(10)
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def main() -> None:
    limit_myself()
    try:
        answer = pack(clean(sys.stdin.buffer.read()))
    except NotAFile as refusal:
        answer = pack_refusal(refusal)
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
