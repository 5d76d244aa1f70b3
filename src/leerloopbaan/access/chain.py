"""Append-only files whose records are chained by HMAC: what is changed, dropped or moved shows.

Each line is one JSON record with a number `nr` and `mac` = HMAC-SHA-256(key, previous mac +
record). A file beside it (`.kop`) holds how many records there are and the last mac, sealed with
the key, so that a cut tail shows as well. The key derives from the city's secret: who cannot open
the vault cannot forge the chain. Chains that note each other's last number (`anchors`) show that
one of them was put back to an earlier day.
"""

from __future__ import annotations

import fcntl
import hmac
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leerloopbaan.errors import LeerloopbaanError

Record = dict[str, Any]
START = "0" * 64
DIGEST_KIND = "samenvatting"


class ChainError(LeerloopbaanError):
    """The chain is broken: a record was changed, removed, added or cut off."""

    exit_code = 2


@dataclass(frozen=True)
class Chain:
    """One chained file and the key that seals it (32 bytes)."""

    path: Path
    key: bytes

    def __repr__(self) -> str:
        return f"Chain({self.path.name})"


def append(chain: Chain, record: Record) -> Record:
    """Add one record (JSON values only), durably; returns it with its `mac`.

    Raises ChainError when what stands is broken: nothing is written behind a broken chain.
    """
    with _locked(chain):
        records = _verified(chain)
        numbered = {**record, "nr": _last_number(records) + 1}
        sealed = _seal(chain, numbered, records[-1]["mac"] if records else START)
        with chain.path.open("a", encoding="utf-8") as file:
            file.write(_line(sealed))
            file.flush()
            os.fsync(file.fileno())
        _write_head(chain, len(records) + 1, sealed["mac"])
    return sealed


def read(chain: Chain) -> list[Record]:
    """All records in order, after verification. Raises ChainError naming the first bad line."""
    with _locked(chain):
        return _verified(chain)


def last_number(chain: Chain) -> int:
    """The number of the last record ever added; 0 when there is none. Verifies the chain."""
    return _last_number(read(chain))


def purge(chain: Chain, expired: Callable[[Record], bool]) -> int:
    """Replace the expired records at the start of the chain by one digest; returns how many.

    The digest keeps their number, their first and last mark of time, and the mac of the last of
    them: enough to show that the chain was whole, nothing of what stood in it.
    """
    with _locked(chain):
        records = _verified(chain)
        count = 0
        while count < len(records) and (_is_digest(records[count]) or expired(records[count])):
            count += 1
        dropped = records[:count]
        removed = sum(not _is_digest(record) for record in dropped)
        if not removed:
            return 0
        earlier = [record for record in dropped if _is_digest(record)]
        digest: Record = {
            "soort": DIGEST_KIND,
            "aantal": removed + sum(int(record["aantal"]) for record in earlier),
            "van": earlier[0]["van"] if earlier else dropped[0].get("moment"),
            "tot": dropped[-1].get("moment") or dropped[-1].get("tot"),
            "laatste_mac": dropped[-1]["mac"],
        }
        kept = [digest, *({k: v for k, v in r.items() if k != "mac"} for r in records[count:])]
        mac, lines = START, []
        for record in kept:
            sealed = _seal(chain, record, mac)
            mac = sealed["mac"]
            lines.append(_line(sealed))
        _replace(chain.path, "".join(lines))
        _write_head(chain, len(kept), mac)
        return removed


def _last_number(records: list[Record]) -> int:
    """Records of before numbers existed count as they stand; a digest counts what it replaced."""
    number = 0
    for record in records:
        number = int(record["aantal"]) if _is_digest(record) else int(record.get("nr", number + 1))
    return number


def _is_digest(record: Record) -> bool:
    return record.get("soort") == DIGEST_KIND


def _seal(chain: Chain, record: Record, previous: str) -> Record:
    text = previous + json.dumps(record, sort_keys=True, ensure_ascii=False)
    return {**record, "mac": hmac.digest(chain.key, text.encode("utf-8"), "sha256").hex()}


def _line(sealed: Record) -> str:
    return json.dumps(sealed, sort_keys=True, ensure_ascii=False) + "\n"


def _verified(chain: Chain) -> list[Record]:
    lines = chain.path.read_text(encoding="utf-8").splitlines() if chain.path.exists() else []
    records: list[Record] = []
    mac = START
    for number, line in enumerate(lines, start=1):
        try:
            sealed = json.loads(line)
            record = {k: v for k, v in sealed.items() if k != "mac"}
            good = hmac.compare_digest(_seal(chain, record, mac)["mac"], str(sealed["mac"]))
        except (ValueError, KeyError, AttributeError):
            good = False
        if not good:
            raise broken(chain, f"regel {number}")
        mac = sealed["mac"]
        records.append(sealed)
    _verify_head(chain, records)
    return records


def _verify_head(chain: Chain, records: list[Record]) -> None:
    head = _head_file(chain)
    if not head.exists():
        # A kill between the very first record and its head.
        if len(records) > 1 or (records and records[0].get("nr", 1) != 1):
            raise broken(chain, "het einde")
        return
    found = head.read_text(encoding="ascii").split()
    macs = [START, *(record["mac"] for record in records)]
    # A kill between the record and its head leaves the head exactly one record behind.
    for count in (len(records), len(records) - 1):
        if count >= 0 and found == [str(count), macs[count], _head_seal(chain, count, macs[count])]:
            return
    # Heads of before numbers existed carry no seal; such a chain gets one with its next record.
    unsealed = [str(len(records)), macs[-1]]
    if found == unsealed and not any("nr" in record for record in records):
        return
    raise broken(chain, "het einde")


def _head_seal(chain: Chain, count: int, mac: str) -> str:
    return hmac.digest(chain.key, f"kop {count} {mac}".encode("ascii"), "sha256").hex()


def broken(chain: Chain, place: str) -> ChainError:
    """The error that says where a chain is broken, and what to do."""
    return ChainError(
        f"{chain.path.name}: de keten is verbroken bij {place} (regel R-28).",
        remedy="Verwittig de functionaris voor gegevensbescherming en bewaar het bestand.",
    )


def _head_file(chain: Chain) -> Path:
    return chain.path.with_suffix(".kop")


def _write_head(chain: Chain, count: int, mac: str) -> None:
    _replace(_head_file(chain), f"{count} {mac} {_head_seal(chain, count, mac)}\n")


def _replace(path: Path, text: str) -> None:
    temporary = path.with_name(path.name + ".nieuw")
    with temporary.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.chmod(0o600)
    temporary.replace(path)


@contextmanager
def _locked(chain: Chain) -> Iterator[None]:
    chain.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(chain.path.with_suffix(".slot"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
