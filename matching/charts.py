"""Pictures of a round's result as SVG files: horizontal bars that stay readable on a phone, in light and in dark.

They are shown as images beside a table with the same numbers, so they hold no script, no link and no foreign font,
and are transparent. The same bars always give the same file.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

# As wide as a phone shows it, so that the words keep their size there.
WIDTH = 360
BAR_HEIGHT = 34
FRAME_HEIGHT = 24
LEGEND_HEIGHT = 26
FONT_SIZE = 14
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
LONGEST_WORDS = 22
# So much of the width is kept free for the number behind the longest bar.
ROOM_FOR_NUMBER = 1.18


class Look(StrEnum):
    """What a part of a bar stands for, by the tone it is drawn in."""

    MAIN = "main"
    NEW = "new"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of every bar; `words` name it in the legend."""

    look: Look
    words: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a picture: its words and a number for each part."""

    words: str
    numbers: tuple[int, ...]


# The colours are those of tokens.css, which a file of its own cannot read; a test holds them together.
LIGHT = {"ink": "#1c2926", "main": "#0e5449", "new": "#b0431c", "empty": "#7d8780"}
DARK = {"ink": "#f3ede1", "main": "#8fd3bf", "new": "#f2a77c", "empty": "#86938d"}


def picture(bars: Sequence[Bar], parts: Sequence[Part], *, unit: str = "", most: int | None = None) -> bytes:
    """Draw the bars; each number stands behind its bar where a bar has one, and a legend names the parts where not.

    `unit` follows each number; `most` is what a full width stands for, by default the longest bar.
    """
    # Needed by few requests, and not quick to load.
    import pygal  # noqa: PLC0415

    longest = most or max((sum(bar.numbers) for bar in bars), default=0) or 1
    with_legend = any(part.words for part in parts)
    chart = pygal.HorizontalStackedBar(
        **_settings(len(bars), len(parts), with_legend=with_legend, css=_css(parts)),
        range=(0, longest * (1 if with_legend else ROOM_FOR_NUMBER)),
        value_formatter=lambda number: f"{number:.0f}{unit}",
    )
    # Horizontal bars are counted from the bottom.
    upwards = list(reversed(bars))
    chart.x_labels = [_short(bar.words) for bar in upwards]
    for place, part in enumerate(parts):
        chart.add(part.words, [bar.numbers[place] for bar in upwards])
    chart.add_xml_filter(_only_drawing)
    drawn: bytes = chart.render()
    return drawn


def _settings(lines: int, parts: int, *, with_legend: bool, css: str) -> dict[str, Any]:
    from pygal.style import Style  # noqa: PLC0415

    return {
        "width": WIDTH,
        "height": FRAME_HEIGHT + lines * BAR_HEIGHT + (LEGEND_HEIGHT if with_legend else 0),
        "style": Style(
            background="transparent",
            plot_background="transparent",
            font_family=FONT,
            label_font_size=FONT_SIZE,
            major_label_font_size=FONT_SIZE,
            value_font_size=FONT_SIZE,
            legend_font_size=FONT_SIZE,
            opacity="1",
            opacity_hover="1",
            # Else a change of colours fades, and a picture of the page catches it half way.
            transition="0s",
        ),
        "css": ["file://style.css", "file://graph.css", f"inline:{css}"],
        "js": [],
        "no_prefix": True,
        "margin": 6,
        "spacing": 8,
        "show_x_labels": False,
        "show_y_guides": False,
        "show_legend": with_legend,
        "legend_at_bottom": True,
        "legend_at_bottom_columns": 3,
        "legend_box_size": FONT_SIZE,
        "print_values": not with_legend,
        "print_values_position": "top",
        # Of several parts those that are nought would be written over the others.
        "print_zeroes": parts == 1,
        "rounded_bars": 3,
        "truncate_label": -1,
        "truncate_legend": -1,
    }


def _css(parts: Sequence[Part]) -> str:
    # Opened by itself, a picture in the dark needs a dark ground.
    in_the_dark = f"@media (prefers-color-scheme: dark) {{ {_tones(parts, DARK)} }}"
    return f"svg {{ color-scheme: light dark; }} {_tones(parts, LIGHT)} {in_the_dark}"


def _tones(parts: Sequence[Part], tones: dict[str, str]) -> str:
    rules = [f"text, .legends .legend text {{ fill: {tones['ink']}; }}"]
    for place, part in enumerate(parts):
        inside = "transparent" if part.look is Look.EMPTY else tones[part.look]
        drawn = f"fill: {inside}; stroke: {tones[part.look]}; stroke-width: 1.5"
        rules.append(f".color-{place}, .color-{place} rect {{ {drawn} }}")
        rules.append(f".text-overlay .color-{place} text {{ fill: {tones['ink']}; text-anchor: start; }}")
    return " ".join(rules)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else f"{words[: LONGEST_WORDS - 1].rstrip()}…"


def _only_drawing(root: Any) -> Any:
    """Leave out what is for a page with scripts, what the image's own words say better, and today's date."""
    root.attrib.pop("id", None)
    for parent in list(root.iter()):
        for child in list(parent):
            if not isinstance(child.tag, str) or child.tag in ("script", "title", "desc"):
                parent.remove(child)
    return root
