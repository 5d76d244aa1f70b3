"""What changed between two registers, and whether it widens what the protocol allows."""

from leerloopbaan.register.changes.classify import Wijziging, classify
from leerloopbaan.register.changes.judges import Klasse
from leerloopbaan.register.changes.structure import Difference, differences

__all__ = ["Difference", "Klasse", "Wijziging", "classify", "differences"]
