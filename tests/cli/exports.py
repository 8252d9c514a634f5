# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of exported files share."""

import os
import subprocess
import tempfile
import unittest
from pathlib import Path

PLAN = Path(__file__).parents[2] / 'resources/plans/jinchuang.outlay.json'
TEXTS = PLAN.with_name('jinchuang.zh_CN.json')
CLI = Path(os.environ['OUTLAY_BUILD']) / 'app/cli/outlay-cli'


def output(*command, **environment):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, timeout=120, env={**os.environ, **environment}).stdout


def translated(value, texts):
    if isinstance(value, list):
        return [translated(entry, texts) for entry in value]
    if isinstance(value, dict):
        return {name: translated(entry, texts) for name, entry in value.items()}
    return texts.get(value, value) if isinstance(value, str) else value


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def export(self, name, *arguments, plan=PLAN, **environment):
        path = self.folder / name
        output(CLI, 'export', plan, '-o', path, *arguments, **environment)
        return path
