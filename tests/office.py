"""LibreOffice without windows, for the tests that open our files in another program.

It comes from Debian's packages ``libreoffice-writer-nogui`` and ``libreoffice-calc-nogui``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import warnings
from pathlib import Path

import pytest

_SECONDS = 240
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
"""Settings by which every formula of an Excel file is computed anew when it is opened."""


class Office:
    """Converts files, with settings and results of its own in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._program = _program()
        self._folder = folder
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_PROFILE, "utf-8")

    def convert(self, file: Path, ending: str) -> Path:
        """The file in another format, named by the ending of its files."""
        results = self._folder / "converted"
        command = [self._program, f"-env:UserInstallation={(self._folder / 'profile').as_uri()}"]
        command += ["--headless", "--convert-to", ending, "--outdir", str(results), str(file)]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=_SECONDS
        )
        converted = results / f"{file.stem}.{ending}"
        assert converted.is_file(), done.stdout + done.stderr
        return converted


def _program() -> str:
    """Where it is; the test is skipped where there is none, and fails there in CI."""
    found = shutil.which("soffice")
    if found:
        return found
    missing = (
        "LibreOffice is not installed: NO report file is opened by another program (apt-get "
        "install --no-install-recommends libreoffice-writer-nogui libreoffice-calc-nogui)"
    )
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    warnings.warn(missing, stacklevel=1)
    pytest.skip(missing)
