"""Published messages get lost on the way from Redis, whole, and nothing else does."""

from random import Random

import pytest

from tests.faults.resp import Losses, whole_answers

DELIVERY = b"*3\r\n$7\r\nmessage\r\n$3\r\nhub\r\n$10\r\nab\r\n$3\r\ncd\r\n"
PUSHED = b">" + DELIVERY[1:]
SUBSCRIBED = b">3\r\n$9\r\nsubscribe\r\n$3\r\nhub\r\n:1\r\n"
HELLO = b"%2\r\n+server\r\n$5\r\nredis\r\n+proto\r\n:3\r\n"
NOTHING = b"$-1\r\n"
OTHERS = SUBSCRIBED + HELLO + NOTHING + b"+PONG\r\n:2\r\n"


def test_a_stream_is_cut_into_answers_wherever_it_breaks() -> None:
    stream = DELIVERY + OTHERS
    whole, rest = whole_answers(stream)
    assert (whole, rest) == ([DELIVERY, SUBSCRIBED, HELLO, NOTHING, b"+PONG\r\n", b":2\r\n"], b"")
    for at in range(len(stream)):
        first, rest = whole_answers(stream[:at])
        second, nothing = whole_answers(rest + stream[at:])
        assert (first + second, nothing) == (whole, b"")


@pytest.mark.parametrize(("share", "kept"), [(0.0, [DELIVERY, PUSHED]), (1.0, [])])
def test_only_deliveries_are_lost(share: float, kept: list[bytes]) -> None:
    losses = Losses(Random(1))
    losses.share = share
    assert losses.filter()(DELIVERY + OTHERS + PUSHED) == b"".join([*kept[:1], OTHERS, *kept[1:]])
    assert losses.lost == 2 - len(kept)


def test_one_in_ten_is_about_one_in_ten() -> None:
    losses = Losses(Random(1))
    losses.share = 0.1
    through = losses.filter()(DELIVERY * 1000).count(b"message")
    assert 860 < through < 940
