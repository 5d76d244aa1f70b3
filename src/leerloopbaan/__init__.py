"""leerloopbaan: confidential pupil deliveries in, indicators anyone may see out, with proof."""

__version__ = "0.1.0"
