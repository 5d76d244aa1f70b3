"""dbt's state comparison names the marts and outputs that a change reaches, and no others."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from leerloopbaan import home
from leerloopbaan.errors import LeerloopbaanError
from leerloopbaan.lineage.reach import reach

PARTS = ("models", "macros", "seeds", "tests/dbt", "analyses", "protocols",
         "src/leerloopbaan/disclosure/sql", "dbt_project.yml", "profiles.yml")  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, and its state before any change in `voor/`."""
    root = tmp_path_factory.mktemp("bereik")
    for part in PARTS:
        source, target = home.project_root() / part, root / part
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copyfile(source, target)
    subprocess.run(
        [Path(sys.executable).with_name("dbt"), "--quiet", "--log-path", root / "voor", "parse",
         "--target", "antwerpen", "--target-path", root / "voor",
         "--project-dir", root, "--profiles-dir", root],
        env={**os.environ, "LEERLOOPBAAN_NO_VAULT": "1"},
        check=True,
    )  # fmt: skip
    return root


@pytest.mark.full
def test_a_change_reaches_what_follows_from_it(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LEERLOOPBAAN_PROJECT", str(project))
    assert reach("antwerpen", project / "voor").changed == ()
    mart = project / "models/marts/antwerpen/mart_stadsfoto.sql"
    before = mart.read_text()
    mart.write_text(f"{before}\n-- anders")
    one = reach("antwerpen", project / "voor")
    assert (one.changed, one.marts) == (("mart_stadsfoto",), ("mart_stadsfoto",))
    assert one.exposures
    assert all("stadsfoto" in name for name in one.exposures)
    mart.write_text(before)
    fact = project / "models/intermediate/antwerpen/int_antwerpen__feit_vsv.sql"
    fact.write_text(f"{fact.read_text()}\n-- anders")
    all_of_them = reach("antwerpen", project / "voor")
    assert all_of_them.changed == ("int_antwerpen__feit_vsv",)
    assert {"mart_area_up", "mart_onderwijsmonitor", "mart_stadsfoto"} <= set(all_of_them.marts)
    assert set(one.exposures) < set(all_of_them.exposures)


def test_without_an_earlier_build_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LeerloopbaanError, match=r"manifest\.json.*--state"):
        reach("antwerpen", tmp_path)
