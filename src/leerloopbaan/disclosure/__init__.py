"""Disclosure control with proof: which counts may be shown, and why nobody learns the others."""

from leerloopbaan.disclosure.model import DisclosureError
from leerloopbaan.disclosure.policy import Policy
from leerloopbaan.disclosure.protect import Decisions, protect
from leerloopbaan.disclosure.releases import EarlierRelease
from leerloopbaan.disclosure.verify import verify, verify_sql

__all__ = [
    "Decisions",
    "DisclosureError",
    "EarlierRelease",
    "Policy",
    "protect",
    "verify",
    "verify_sql",
]
