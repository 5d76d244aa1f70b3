"""The encrypted files: wrong key, missing, locked or broken file; a key that is nowhere."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from leerloopbaan import duck, home
from leerloopbaan.errors import LeerloopbaanError, SecretError
from leerloopbaan.keys.derive import file_key
from leerloopbaan.keys.secrets import city_secret

CANARY = "KANARIE-ZZ-0042"


@pytest.fixture(autouse=True)
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("LEERLOOPBAAN_HOME", str(tmp_path))
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_ANTWERPEN", "5e" * 32)
    with duck.vault_connection("antwerpen", landing="read_write") as connection:
        connection.execute("create table landing.main.t as select ? as code", [CANARY])
    yield "antwerpen"


def _open(mode: duck.Mode = "read_only") -> list[tuple[str]]:
    with duck.vault_connection("antwerpen", landing=mode) as connection:
        return connection.execute("from landing.main.t").fetchall()


def test_the_file_opens_with_its_key_and_holds_no_plain_value() -> None:
    assert _open() == [(CANARY,)]
    content = home.landing_file("antwerpen").read_bytes()
    assert CANARY.encode() not in content
    with pytest.raises(duckdb.Error):
        duckdb.connect(str(home.landing_file("antwerpen")), read_only=True)


def test_a_wrong_key_says_so_and_shows_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEERLOOPBAAN_SECRET_ANTWERPEN", "a1" * 32)
    with pytest.raises(SecretError, match=r"does not open landing\.duckdb") as error:
        _open()
    text = str(error.value)
    assert "a1a1" not in text
    assert file_key(city_secret("antwerpen"), "landing") not in text
    assert error.value.__suppress_context__


def test_the_key_of_one_file_does_not_open_the_other() -> None:
    home.landing_file("antwerpen").rename(home.warehouse_file("antwerpen"))
    with (
        pytest.raises(SecretError, match=r"does not open warehouse\.duckdb"),
        duck.vault_connection("antwerpen", warehouse="read_only"),
    ):
        pass


def test_a_missing_file_says_which_step_makes_it() -> None:
    with (
        pytest.raises(LeerloopbaanError, match=r"warehouse\.duckdb.*Run intake or dbt build"),
        duck.vault_connection("antwerpen", warehouse="read_only"),
    ):
        pass
    assert not home.warehouse_file("antwerpen").exists()


@pytest.mark.parametrize("size", [0, 100, 5000])
def test_a_broken_file_is_one_clear_line(size: int) -> None:
    path = home.landing_file("antwerpen")
    path.write_bytes(path.read_bytes()[:size])
    with pytest.raises(LeerloopbaanError) as error:
        _open()
    assert "landing.duckdb" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_in_use_elsewhere_says_wait() -> None:
    holder = (
        "import sys\n"
        "from leerloopbaan.duck import vault_connection\n"
        "with vault_connection('antwerpen', landing='read_write'):\n"
        "    print('open', flush=True)\n"
        "    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        with pytest.raises(LeerloopbaanError, match=r"in use by another process.*Wait"):
            _open("read_write")
        process.communicate("")
    assert _open() == [(CANARY,)]


def test_spilled_values_are_encrypted_and_private() -> None:
    with duck.vault_connection("antwerpen", landing="read_only") as connection:
        settings = dict(
            connection.execute(
                "select name, value from duckdb_settings() where name in "
                "('temp_file_encryption', 'temp_directory', 'autoinstall_known_extensions', "
                "'autoload_known_extensions')"
            ).fetchall()
        )
    spill = home.spill_directory("antwerpen")
    assert settings["temp_file_encryption"] == "true"
    assert settings["temp_directory"] == str(spill)
    assert settings["autoinstall_known_extensions"] == "false"
    assert settings["autoload_known_extensions"] == "false"
    assert spill.stat().st_mode & 0o077 == 0
    assert spill.parent.stat().st_mode & 0o077 == 0
