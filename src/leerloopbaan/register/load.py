"""Read a protocol register from its YAML files."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import ValidationError

from leerloopbaan import home
from leerloopbaan.errors import RegisterError
from leerloopbaan.register.consistency import faults
from leerloopbaan.register.schema import Protocol


def register_file(city: str) -> Path:
    """The file that holds a city's protocol."""
    return home.project_root() / "protocols" / f"{city}.yml"


def indicator_file(city: str) -> Path:
    """The file that holds the city's indicators and breakdowns under that protocol."""
    return home.project_root() / "protocols" / "indicatoren" / f"{city}.yml"


def known_cities() -> list[str]:
    """The cities that have a register, in alphabetical order."""
    return sorted(path.stem for path in (home.project_root() / "protocols").glob("*.yml"))


@lru_cache(maxsize=8)
def load_register(city: str) -> Protocol:
    """The register of one city. Raises RegisterError naming file, place and rule."""
    return read_register(register_file(city), indicator_file(city))


def read_register(protocol: Path, indicators: Path) -> Protocol:
    """The register in two given files (protocol, indicators)."""
    return _validated(protocol, {**_yaml(protocol), "indicatoren": _yaml(indicators)})


def _validated(protocol: Path, data: dict[str, object]) -> Protocol:
    try:
        register = Protocol.model_validate(data)
    except ValidationError as error:
        lines = [
            f"  {'.'.join(str(part) for part in e['loc'])}: {e['msg']}" for e in error.errors()[:20]
        ]
        raise RegisterError(
            f"the register {protocol.name} is not valid ({error.error_count()} errors):\n"
            + "\n".join(lines)
        ) from None
    if found := faults(register):
        raise RegisterError(
            f"the register {protocol.name} contradicts itself ({len(found)} times):\n"
            + "\n".join(f"  {fault}" for fault in found[:20])
        )
    return register


def read_alone(protocol: Path) -> Protocol:
    """The register in a file, with the indicators beside it (`indicatoren/`) if there are any."""
    beside = protocol.parent / "indicatoren" / protocol.name
    if beside.exists():
        return read_register(protocol, beside)
    parts = ("geografie", "feiten", "uitsplitsingen", "indicatoren")
    empty: dict[str, list[object]] = {part: [] for part in parts}
    return _validated(protocol, {**_yaml(protocol), "indicatoren": empty})


class _OnceOnly(yaml.CSafeLoader):
    """YAML in which a key stands once: of two, a reader sees the first and the program the last.

    Read by libyaml, which takes an eighth of the time.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        seen: set[object] = set()
        for key, _ in node.value:
            # `<<` may stand more than once; what it merges is overruled by what stands there.
            if key.tag != "tag:yaml.org,2002:merge":
                name = self.construct_object(key, deep=True)
                if name in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"the key {name} stands there twice", key.start_mark
                    )
                seen.add(name)
        return super().construct_mapping(node, deep)


def _yaml(path: Path) -> dict[str, object]:
    try:
        # A safe loader all the same: it makes plain data only.
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_OnceOnly)
    except FileNotFoundError:
        raise RegisterError(
            f"there is no register {path.name}.", remedy="See docs/adding-a-protocol.md."
        ) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "cannot be read"
        raise RegisterError(f"{path.name}{where} is not YAML: {problem}.") from None
    if not isinstance(data, dict):
        raise RegisterError(f"{path.name} is not a mapping.")
    return data
