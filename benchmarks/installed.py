"""policycheck as a wheel lays it out: what is measured is what people have, not a checkout."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = '-c', 'from policycheck.cli import program; program()'
"""What the installed script does, for a Python that finds the package."""


def installed(folder: Path) -> Path:
    """A copy of the package with its rules inside, in this folder; the folder, for PYTHONPATH."""
    leave_out = shutil.ignore_patterns('__pycache__')
    shutil.copytree(ROOT / 'policycheck', folder / 'policycheck', ignore=leave_out)
    shutil.copytree(ROOT / 'rules', folder / 'policycheck/_rules', ignore=leave_out)
    return folder
