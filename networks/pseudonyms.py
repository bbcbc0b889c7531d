"""Friendly names for people who come without one, always in the same order for the same seed."""

import random
from collections.abc import Collection, Iterator

FIRST = (
    "Amber Autumn Blue Brave Bright Calm Clear Copper Coral Cosy Crimson Dusky Early Easy Emerald Fair"
    " Gentle Golden Green Happy Hazel Hidden High Honest Ivory Jolly Keen Kind Late Light Lilac Little"
    " Lively Long Lucky Mellow Merry Misty Noble Northern Olive Open Patient Plain Quick Quiet Rosy Round"
    " Rust Sandy Silver Slow Small Soft Steady Still Sunny Tall Tidy Warm Wild Winter Wise Young"
).split()
SECOND = (
    "Acorn Anchor Aspen Badger Beech Birch Bramble Brook Cedar Clover Comet Cove Cricket Curlew Daisy Dove"
    " Elder Falcon Fern Finch Fox Glen Hare Harbour Heron Holly Island Ivy Juniper Kestrel Lantern Lark"
    " Linnet Maple Meadow Moss Oak Orchard Otter Pebble Pine Plover Poppy Quail Rain Reed River Robin"
    " Rowan Sage Sparrow Spruce Star Stone Swallow Swift Thistle Thrush Tide Vale Violet Willow Wren Yarrow"
).split()


def pseudonyms(seed: str, taken: Collection[str] = ()) -> Iterator[str]:
    """Yield names without end, none twice and none of `taken`; another seed gives another order."""
    used = {name.casefold() for name in taken}
    names = [f"{first} {second}" for first in FIRST for second in SECOND]
    # Not a secret: the same file must give the same names again.
    random.Random(seed).shuffle(names)
    for round_ in range(1, len(used) + 2):
        for name in names:
            numbered = name if round_ == 1 else f"{name} {round_}"
            if numbered.casefold() not in used:
                yield numbered
