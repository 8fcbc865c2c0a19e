"""Colours as a template writes them, `"#7a1f3d"`: how they are mixed, and whether they can be told apart."""

import re

_WRITTEN = re.compile(r"#[0-9a-fA-F]{6}")


def is_colour(text: str) -> bool:
    """Whether a colour is written so: `#` and six hexadecimal digits, two each for red, green and blue."""
    return _WRITTEN.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """How well two colours can be told apart, from 1 to 21 (WCAG 2.2, contrast ratio); text needs 4.5.

    Args:
        one: a colour, as `is_colour` knows it.
        other: likewise; the order of the two does not matter.
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, ground: str, share: float) -> str:
    """A ground with a share of a colour in it, from 0 to 1."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(of * share + on * (1 - share)):02x}" for of, on in pairs)


def tinted(colour: str, tint: float, shade: float = 1) -> str:
    """A colour as Word lightens and darkens it: `tint` and `shade` are the shares of its lightness that it keeps."""
    from colorsys import hls_to_rgb, rgb_to_hls

    hue, lightness, saturation = rgb_to_hls(*(channel / 255 for channel in _channels(colour)))
    channels = hls_to_rgb(hue, lightness * shade * tint + 1 - tint, saturation)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = (channel / 255 for channel in _channels(colour))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
