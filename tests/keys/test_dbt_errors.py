"""What dbt says of a Python model that stops: enough to act on, and never a value."""

from __future__ import annotations

from typing import Any

import duckdb
import pytest
from dbt_common.exceptions import DbtRuntimeError

from leerloopbaan.disclosure import DisclosureError
from leerloopbaan.keys import dbt_errors

CANARY = "KANARIE42"


def _said(monkeypatch: pytest.MonkeyPatch, origin: Exception) -> str:
    def job(*_: Any) -> None:
        try:
            raise origin
        except Exception as error:
            raise DbtRuntimeError(f"Python model failed:\n{error}") from None

    monkeypatch.setattr(dbt_errors, "_dbt_python_job", job)
    with pytest.raises(DbtRuntimeError) as caught:
        dbt_errors._python_job(None, None, {"alias": "onthulling"}, "")  # type: ignore[arg-type]  # neither is asked
    return str(caught.value)


def test_a_refusal_of_the_engine_names_its_rule_and_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "okan_instroom.T@2019-2020/stad:11002"
    said = _said(monkeypatch, DisclosureError("onoplosbaar", "no other world exists", (code,)))
    assert all(part in said for part in ("onthulling", "onoplosbaar", "no other world", code))


@pytest.mark.parametrize("origin", [ValueError(CANARY), duckdb.ConversionException(CANARY)])
def test_the_text_of_anything_else_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, origin: Exception
) -> None:
    said = _said(monkeypatch, origin)
    assert "onthulling" in said
    assert type(origin).__name__ in said or "Conversion" in said
    assert CANARY not in said
