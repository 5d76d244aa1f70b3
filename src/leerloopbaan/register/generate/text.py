"""How generated files are written: headed, and the same bytes for the same register."""

from __future__ import annotations

import json

import yaml

from leerloopbaan.register.schema import Clausule


def heading(city: str) -> str:
    """The one line that says where a generated file comes from."""
    return f"Generated from protocols/{city}.yml by `leerloopbaan protocol generate`: do not edit."


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def yaml_text(city: str, data: object) -> str:
    """YAML without anchors, keys in the order given, long lines folded."""
    body = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100, indent=2)
    return f"# {heading(city)}\n---\n{body}"


def json_text(data: object, indent: int = 4) -> str:
    """`data` as JSON, what is short on one line."""
    if isinstance(data, dict):
        return _bracketed(
            "{",
            "}",
            [f"{_text(key)}: {json_text(v, indent + 4)}" for key, v in data.items()],
            indent,
        )
    if isinstance(data, list | tuple):
        return _bracketed("[", "]", [json_text(v, indent + 4) for v in data], indent)
    return _text(data)


def clause_line(clause: Clausule) -> str:
    """A clause as readers cite it: `artikel 3, L94-96`."""
    article = clause.artikel
    return f"{'artikel ' if article[0].isdigit() else ''}{article}, {clause.regels}"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _bracketed(left: str, right: str, items: list[str], indent: int) -> str:
    line = f"{left}{', '.join(items)}{right}"
    if len(line) + indent <= 96 and "\n" not in line:
        return line
    pad = " " * indent
    return f"{left}\n{pad}" + f",\n{pad}".join(items) + f"\n{' ' * (indent - 4)}{right}"
