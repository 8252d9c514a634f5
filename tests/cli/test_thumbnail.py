# SPDX-License-Identifier: GPL-3.0-or-later
"""The picture that a file manager shows of a plan, made as the installed entry says."""

import configparser
import json
import os
import shlex
import subprocess
import tempfile
import unittest
from pathlib import Path

import tap

ROOT = Path(__file__).parents[2]
PLAN = ROOT / 'resources/plans/jinchuang.outlay.json'
ENTRY = next((ROOT / 'data').glob('*.thumbnailer'))
BIN = Path(os.environ['OUTLAY_BUILD'], 'app/cli')
WHITE = (255, 255, 255)


def entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(ENTRY, encoding='utf-8')
    return parser['Thumbnailer Entry']


def thumbnail(plan, output, side):
    """As a file manager does: the exit status and the messages."""
    values = {'%s': str(side), '%o': str(output), '%i': str(plan)}
    command = shlex.split(entry()['Exec'])
    for sign, value in values.items():
        command = [word.replace(sign, value) for word in command]
    # A file manager gives it no display and may give it no home.
    done = subprocess.run(command, capture_output=True, text=True, timeout=60,
                          env={'PATH': f'{BIN}:/usr/bin:/bin', 'LC_ALL': 'C.UTF-8', **{name: os.environ[name] for name in os.environ if name.endswith('_OPTIONS')}})
    return done.returncode, done.stderr


def pixels(path):
    """Width, height and the pixels' red, green, blue and opacity."""
    size = subprocess.run(['identify', '-format', '%w %h', path], capture_output=True, check=True, text=True).stdout
    width, height = (int(word) for word in size.split())
    data = subprocess.run(['convert', path, '-depth', '8', 'rgba:-'], capture_output=True, check=True).stdout
    return width, height, [tuple(data[at:at + 4]) for at in range(0, len(data), 4)]


def colour(text):
    return tuple(int(text[at:at + 2], 16) for at in (1, 3, 5))


def is_near(one, other):
    return all(abs(a - b) <= 8 for a, b in zip(one, other))


class Thumbnail(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.output = self.folder / 'picture'
        self.plan = json.loads(PLAN.read_text(encoding='utf-8'))

    def write(self, text):
        path = self.folder / '-- a plan.outlay.json'
        path.write_text(text if isinstance(text, str) else json.dumps(text), encoding='utf-8')
        return path

    def assert_none(self, plan, status):
        """No picture and nothing left in its place: the file manager shows the icon."""
        code, messages = thumbnail(plan, self.output, 256)
        self.assertEqual(code, status, messages)
        self.assertNotEqual(messages, '')
        self.assertEqual([path.name for path in self.folder.iterdir() if path != plan], [])

    def test_shows_the_split_in_its_colours(self):
        for one, ink in zip(self.plan['initiatives'], ('#2e6db4', '#d57f11', '#35a680')):
            one['colour'] = ink
        plan = self.write(self.plan)
        money = {one['id']: sum(one['investment'].values()) for one in self.plan['initiatives']}
        colours = {one['id']: colour(one['colour']) for one in self.plan['initiatives']}
        for side in (128, 256, 512):
            with self.subTest(side):
                self.assertEqual(thumbnail(plan, self.output, side), (0, ''))
                width, height, found = pixels(self.output)
                self.assertEqual((width, height), (side, side))
                self.assertEqual({pixel[3] for pixel in found}, {255})
                counts = {name: sum(is_near(pixel, ink) for pixel in found) for name, ink in colours.items()}
                tiles = sum(counts.values())
                for name in money:
                    self.assertAlmostEqual(counts[name] / tiles, money[name] / sum(money.values()), delta=0.03, msg=name)
                # Most of it is tiles, and all else is the paper or the edge of a tile: there is no word in it.
                self.assertGreater(tiles, 0.6 * side * side)
                self.assertLess(side * side - tiles - sum(is_near(pixel, WHITE) for pixel in found), 0.03 * side * side)

    def test_a_name_like_an_option_is_a_name(self):
        self.assertEqual(thumbnail(self.write(self.plan), self.output, 64), (0, ''))

    def test_the_same_plan_gives_the_same_bytes(self):
        thumbnail(PLAN, self.output, 256)
        first = self.output.read_bytes()
        thumbnail(PLAN, self.output, 256)
        self.assertEqual(self.output.read_bytes(), first)

    def test_a_plan_without_money_has_none(self):
        for one in self.plan['initiatives']:
            one['investment'] = {}
        self.assert_none(self.write(self.plan), 1)

    def test_what_is_no_plan_has_none(self):
        text = PLAN.read_text(encoding='utf-8')
        for wrong in ('', 'no plan', text[:-100], '[' * 100000, text.replace('"phases"', '"phase"'), '\0' * 1000):
            with self.subTest(wrong[:20]):
                self.assert_none(self.write(wrong), 1)

    def test_a_file_that_is_gone_has_none(self):
        self.assert_none(self.folder / 'gone.outlay.json', 3)

    def test_sides_have_limits(self):
        for side in (0, 15, 2049, -1):
            self.assertEqual(thumbnail(PLAN, self.output, side)[0], 2)


if __name__ == '__main__':
    tap.main()
