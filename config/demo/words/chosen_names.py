"""Names that people choose for themselves where they would rather not use their own."""

CHOSEN: tuple[str, ...] = tuple(
    " ".join(name.split())
    for name in """
    Allotment Annie / Almost Home / Amber / Apple Tree / Autumn / Baker's Daughter / Barefoot / Basil / Bee /
    Big Sis / Bluebell / Blue Mug / Bobbin / Bookworm / Bramble / Brass Band / Breeze / Brook / Bus Pass /
    Button / Canal Walker / Cardigan / Cat Person / Chalk / Cherry / Chess Dad / Cinnamon / Clementine /
    Cloudberry / Clover / Coastal / Cobweb / Conker / Copper / Corner Seat / Crossword / Curlew / Dandelion /
    Daybreak / Dog Walker / Dragonfly / Driftwood / Early Bird / Ember / Evergreen / Fern / Fiddlehead /
    Field Mouse / Firefly / First Bus / Five Alive / Flask / Foxglove / Front Step / Garden Gate / Ginger /
    Goldfinch / Goose / Granny Smith / Greenfinch / Halfway / Harbour / Hazel / Heron / Hibiscus /
    Hill Walker / Honeybee / Indigo / Inkwell / Iris / Ivy / Jackdaw / Jasmine / Jigsaw / Juniper / Kestrel /
    Kettle On / Keyring / Kingfisher / Knit One / Lamp Post / Lantern / Lapwing / Larch / Late Bloomer /
    Lavender / Left Handed / Lemon / Lighthouse / Lilac / Linnet / Little Owl / Long Way Round / Magpie /
    Mango / Maple / Marigold / Marmalade / Meadow / Milk Float / Mint Tea / Mist / Moonlight / Moss / Moth /
    Mountain Ash / Nan of Five / New Leaf / Night Shift / North Star / Nutmeg / Nuthatch / Oak / Odd Socks /
    Old Boots / Olive / One Step / Orchid / Otter / Owl / Paintbox / Paper Boat / Parsley / Patchwork /
    Pear Drop / Pebble / Peppermint / Pigeon / Pine / Plum / Poppy / Porridge / Primrose / Puddle / Quiet One /
    Quince / Rainy Day / Redwing / Riverbank / Robin Redbreast / Rook / Rosemary / Rowan Berry / Saffron /
    Sandpiper / Second Spring / Second Wind / Shed Man / Silver Birch / Skylark / Slow Cooker / Slow Walker /
    Snowdrop / Soft Landing / Sparrow / Spinach / Spring Tide / Starling / Still Here / Sunday Best /
    Sunflower / Swift / Sycamore / Tall Tales / Tangerine / Tea at Four / Teasel / Thistle / Threepenny /
    Thrush / Thursday's Child / Thyme / Toast / Tortoise / Train Spotter / Treacle / Twelve Stairs / Umbrella /
    Upstairs Left / Violet / Waterlily / Weaver / Wellies / Wheatear / Whistle / Wild Garlic / Willow /
    Window Box / Winter Sun / Woodpecker / Wool Gatherer / Wordsmith / Wren / Yarrow / Yellow Door / Zigzag
    """.split("/")
)

# Two of these together make further names when a very large town is asked for.
FIRST: tuple[str, ...] = tuple(
    "Blue Bright Calm Cosy Early Gentle Golden Green Happy Hidden High Kind Late Little Lucky Mellow"
    " New Old Patient Quiet Red Silver Slow Small Soft Steady Sunny Tall Warm Wide Wild Winding".split()
)
SECOND: tuple[str, ...] = tuple(
    "Acorn Badger Beach Bell Bridge Candle Cloud Cottage Daisy Dune Feather Finch Garden Hare Hedgehog"
    " Hill Island Lake Lane Leaf Marsh Meadow Path Pebble Pond River Robin Shell Spring Stone Stream"
    " Swallow Tide Tree Valley Wave Window".split()
)
