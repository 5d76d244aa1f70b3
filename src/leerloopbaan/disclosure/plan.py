"""What the register's cell plan says adds up: bases within bases, traits and their patterns."""

from __future__ import annotations

from leerloopbaan.disclosure.policy import Sum
from leerloopbaan.register.cellplan import WHOLE, base_code, cell_plan
from leerloopbaan.register.schema import Protocol


def register_sums(register: Protocol) -> tuple[Sum, ...]:
    """The sums between populations of different names that no hierarchy shows."""
    sums: dict[Sum, None] = {}
    for plan in cell_plan(register):
        names = {(m.basis, m.kenmerk) for m in plan.metingen}
        for m in plan.metingen:
            if m.rest is not None and not m.kenmerk.startswith("!"):
                whole, part = m.rest
                sums[whole, (part, (m.basis, m.kenmerk))] = None
        mine = [i for i in register.indicatoren.indicatoren if i.feit == plan.feit.code]
        for name in dict.fromkeys(i.klassen for i in mine if i.klassen):
            members = [i for i in mine if i.klassen == name]
            base = base_code(register, members[0])
            patterns = sorted(k for b, k in names if b == base and k.startswith(f"{name}:"))
            sums[(base, WHOLE), tuple((base, p) for p in patterns)] = None
            for at, member in enumerate(members):
                holding = [p for p in patterns if p.partition(":")[2][at] == "1"]
                sums[(base, member.code), tuple((base, p) for p in holding)] = None
    by_code = {i.code: i for i in register.indicatoren.indicatoren}
    for i in register.indicatoren.indicatoren:
        if i.overigen is not None and i.overigen in by_code:
            others = base_code(register, by_code[i.overigen])
            sums[(base_code(register, i), f"!{i.code}"), ((others, WHOLE),)] = None
    return tuple(sums)
