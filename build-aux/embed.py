# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a page of HTML as one file, with its style and its pictures inside: it can be read from anywhere, also by a browser that
sees no other file of the program.

    python3 embed.py PAGE OUTPUT DEPFILE
"""

import base64
import re
import sys
from pathlib import Path

STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)"/>')
PICTURE = re.compile(r'(?<= src=")([^"]+\.png)(?=")')


def embed(page):
    """The text of PAGE with what it names in its place, and the files that it named."""
    named = []

    def content(match):
        named.append(page.parent / match[1])
        return named[-1].read_bytes()

    def style(match):
        return f'<style>\n{content(match).decode()}</style>'

    def picture(match):
        return 'data:image/png;base64,' + base64.b64encode(content(match)).decode()

    text = STYLE.sub(style, page.read_text(encoding='utf-8'))
    return PICTURE.sub(picture, text), named


def main():
    page, output, depfile = map(Path, sys.argv[1:])
    text, named = embed(page)
    output.write_text(text, encoding='utf-8')
    depfile.write_text(f'{output}: ' + ' '.join(str(path).replace(' ', r'\ ') for path in named) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
