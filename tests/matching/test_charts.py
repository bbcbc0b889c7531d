"""Pictures: what they show, that nothing else is in them, and that their colours are those of the pages."""

import re
import subprocess
import sys
from xml.etree import ElementTree

from django.conf import settings

from matching.charts import DARK, LIGHT, WIDTH, Bar, Look, Part, picture

SVG = "{http://www.w3.org/2000/svg}"
ONE = [Part(Look.MAIN)]
TOKENS = {"ink": "ink", "main": "primary", "new": "accent", "empty": "line-strong"}


def texts(drawn: bytes) -> list[str]:
    """Every word and number in the picture, from top to bottom, words first."""
    found = [one.text for one in ElementTree.fromstring(drawn).iter(f"{SVG}text")]
    return [text for text in found if text]


def widths(drawn: bytes) -> list[float]:
    """How wide each bar is drawn, in the order they are drawn; those of nought have no width."""
    bars = ElementTree.fromstring(drawn).iterfind(f".//{SVG}g[@class='bar']/{SVG}rect")
    return [float(bar.attrib.get("width", 0)) for bar in bars]


def test_each_bar_has_its_words_and_its_number() -> None:
    drawn = picture([Bar("Placed", (30,)), Bar("Nobody fits", (10,))], ONE)
    assert sorted(texts(drawn)) == ["10", "30", "Nobody fits", "Placed"]


def test_bars_are_as_long_as_their_numbers() -> None:
    lower, upper = widths(picture([Bar("Placed", (30,)), Bar("Nobody fits", (10,))], ONE))
    assert round(upper / lower, 6) == 3


def test_the_first_bar_is_at_the_top() -> None:
    drawn = ElementTree.fromstring(picture([Bar("Placed", (30,)), Bar("Nobody fits", (10,))], ONE))
    by_height = sorted(
        (float(one.attrib["y"]), one.text) for one in drawn.iterfind(f".//{SVG}g[@class='guides']/{SVG}text")
    )
    assert [words for _, words in by_height] == ["Placed", "Nobody fits"]


def test_parts_are_named_by_a_legend_instead_of_numbers() -> None:
    drawn = picture([Bar("Ben", (2, 1, 3))], [Part(Look.MAIN, "Had"), Part(Look.NEW, "New"), Part(Look.EMPTY, "Free")])
    assert sorted(texts(drawn)) == ["Ben", "Free", "Had", "New"]
    had, new, free = widths(drawn)
    assert (round(had / new, 6), round(free / new, 6)) == (2, 3)


def test_a_share_is_measured_by_the_whole() -> None:
    full, half = (widths(picture([Bar("Women", (share,))], ONE, unit="%", most=100))[0] for share in (100, 50))
    assert round(full / half, 6) == 2
    assert texts(picture([Bar("Women", (50,))], ONE, unit="%", most=100)) == ["Women", "50%"]


def test_long_words_are_cut_so_that_the_bars_have_room() -> None:
    assert texts(picture([Bar("Marguerite-Anne Featherstone", (1,))], ONE))[0] == "Marguerite-Anne Feath…"


def test_nothing_to_show_is_drawn_too() -> None:
    assert texts(picture([Bar("Placed", (0,))], ONE)) == ["Placed", "0"]
    assert ElementTree.fromstring(picture([], ONE)).attrib["viewBox"].startswith(f"0 0 {WIDTH} ")


def test_there_is_no_script_no_link_no_title_and_no_day_in_it() -> None:
    drawn = picture([Bar("Placed", (30,))], ONE)
    tags = {one.tag.removeprefix(SVG) for one in ElementTree.fromstring(drawn).iter() if isinstance(one.tag, str)}
    assert tags <= {"svg", "defs", "style", "g", "rect", "text", "path"}
    for foreign in (b"<!--", b"href", b"@import", b"url(", b"googleapis"):
        assert foreign not in drawn


def test_the_same_bars_give_the_same_file() -> None:
    bars = [Bar("Placed", (30,)), Bar("Nobody fits", (10,))]
    assert picture(bars, ONE) == picture(bars, ONE)


def test_the_words_of_a_name_cannot_become_marks() -> None:
    assert texts(picture([Bar("<b>Ben & Co</b>", (1,))], ONE))[0] == "<b>Ben & Co</b>"


def test_colours_are_the_tokens_of_the_pages() -> None:
    css = (settings.BASE_DIR / "config/static/css/tokens.css").read_text()
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    for tones, part in ((LIGHT, light), (DARK, dark)):
        found = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))
        assert tones == {name: found[token] for name, token in TOKENS.items()}


def test_the_dark_is_drawn_in_the_colours_of_the_dark() -> None:
    drawn = picture([Bar("Placed", (30,))], ONE).decode()
    light, dark = drawn.split("@media (prefers-color-scheme:dark)")
    assert (LIGHT["main"] in light, DARK["main"] in light, DARK["main"] in dark) == (True, False, True)


def test_pygal_is_loaded_only_when_something_is_drawn() -> None:
    code = "import sys, matching.charts; print('pygal' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], cwd=settings.BASE_DIR, text=True) == "False\n"
