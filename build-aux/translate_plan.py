# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the plan of the first argument with its texts as the table of the second has them: numbers stand in one file only."""

import json
import re
import sys
from pathlib import Path

TEXT = re.compile(r'("(?:name|description|text|source|unit)": )("(?:[^"\\]|\\.)*")')


def translate(plan, words):
    """PLAN, a file's text, in the WORDS of another language; what they lack stays as it is."""
    def other(match):
        text = json.loads(match[2])
        return match[1] + json.dumps(words.get(text, text), ensure_ascii=False)
    return TEXT.sub(other, plan)


def main():
    plan, words = (Path(name).read_text(encoding='utf-8') for name in sys.argv[1:])
    sys.stdout.reconfigure(encoding='utf-8')
    sys.stdout.write(translate(plan, json.loads(words)))


if __name__ == '__main__':
    main()
