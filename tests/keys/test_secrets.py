"""Where a secret comes from, and what is said when it is missing or wrong (never the secret)."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from leerloopbaan import home
from leerloopbaan.errors import SecretError
from leerloopbaan.keys.secrets import city_secret, demo_secret_file, make_demo_secret

GOOD = "5e" * 32
OTHER = "a1" * 32


@pytest.fixture(autouse=True)
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path))
    for city in home.CITIES:
        monkeypatch.delenv(f"LEERLOOPBAAN_SECRET_{city.upper()}", raising=False)
        monkeypatch.delenv(f"LEERLOOPBAAN_SECRET_FILE_{city.upper()}", raising=False)
    return tmp_path


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_demo_secret_is_private_random_and_made_once() -> None:
    path = make_demo_secret("antwerpen")
    first = path.read_text()
    assert _mode(path) == 0o600
    assert _mode(path.parent) == 0o700
    assert make_demo_secret("antwerpen").read_text() == first
    assert make_demo_secret("gent").read_text() != first
    assert city_secret("antwerpen").demo


def test_the_city_s_own_secret_goes_before_the_demo_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_demo_secret("antwerpen")
    file = tmp_path / "geheim"
    file.write_text(OTHER + "\n")
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_FILE_ANTWERPEN", str(file))
    assert city_secret("antwerpen").value.hex() == OTHER
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_ANTWERPEN", GOOD)
    secret = city_secret("antwerpen")
    assert secret.value.hex() == GOOD
    assert not secret.demo


def test_a_secret_never_shows_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_ANTWERPEN", GOOD)
    secret = city_secret("antwerpen")
    shown = f"{secret!r} {secret} {[secret]}"
    assert GOOD not in shown
    assert repr(secret.value) not in shown


def test_no_secret_says_what_to_set() -> None:
    with pytest.raises(SecretError, match=r"LEERLOOPBAAN_SECRET_ANTWERPEN.*make build"):
        city_secret("antwerpen")


@pytest.mark.parametrize("text", ["kort", "5e" * 31, "zz" * 32, "5e" * 32 + "g", "wachtwoord" * 9])
def test_a_malformed_secret_is_named_by_its_variable_only(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_ANTWERPEN", text)
    with pytest.raises(SecretError, match="LEERLOOPBAAN_SECRET_ANTWERPEN") as error:
        city_secret("antwerpen")
    assert text not in str(error.value)
    assert error.value.__cause__ is None


def test_an_unreadable_secret_file_is_named_by_its_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_FILE_ANTWERPEN", str(tmp_path / "weg"))
    with pytest.raises(SecretError, match=r"LEERLOOPBAAN_SECRET_FILE_ANTWERPEN.*FileNotFound"):
        city_secret("antwerpen")


def test_one_city_s_variable_does_not_serve_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_ANTWERPEN", GOOD)
    with pytest.raises(SecretError, match="no secret for gent"):
        city_secret("gent")
    assert not demo_secret_file("gent").exists()
