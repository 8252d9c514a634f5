# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop reads of the program without starting it: its entry, what a software centre says of it, its icons, and which files are its own."""

import configparser
import os
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

import tap

ROOT = Path(__file__).parents[2]
DATA = ROOT / 'data'
ID = os.environ['OUTLAY_ID']
BUILT = Path(os.environ['OUTLAY_BUILD'], 'data')
SAMPLE = ROOT / 'resources/plans/jinchuang.outlay.json'
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'
LANGUAGES = (ROOT / 'po/LINGUAS').read_text(encoding='utf-8').split()
MEDIA_TYPE = 'application/vnd.outlay.plan+json'
# Where a picture of this address is in the checkout.
PICTURES = re.compile(r'https://raw\.githubusercontent\.com/outlay/outlay/main/(docs/images/.*\.png)')


def entry(path):
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    return parser


def language_of(element):
    """As the folders of translations are called. A software centre in Chinese looks for zh-CN, and for neither zh_CN nor zh-Hans-CN."""
    language = element.get(LANGUAGE, '')
    return language.replace('_', '?').replace('-', '_') or None


def run(*command, **environment):
    """What a program prints, which must end without fault and without a complaint."""
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=60, env={**os.environ, **environment})
    if done.returncode != 0 or done.stderr:
        raise AssertionError(f'{command}: {done.returncode} {done.stderr}')
    return done.stdout


class Entry(unittest.TestCase):
    def setUp(self):
        self.entry = entry(BUILT / f'{ID}.desktop')

    def test_speaks_every_language(self):
        for section in self.entry.sections():
            for key in ('Name', 'GenericName', 'Comment', 'Keywords'):
                for language in LANGUAGES if key in self.entry[section] else ():
                    with self.subTest(section=section, key=key):
                        words = self.entry[section][f'{key}[{language}]']
                        self.assertTrue(words == 'Outlay' or words != self.entry[section][key])

    def test_all_speak_of_the_same_files(self):
        main = self.entry['Desktop Entry']
        self.assertEqual(main['MimeType'], f'{MEDIA_TYPE};')
        self.assertEqual(entry(DATA / f'{ID}.thumbnailer')['Thumbnailer Entry']['MimeType'], main['MimeType'])
        self.assertEqual([one.text for one in ET.parse(BUILT / f'{ID}.metainfo.xml').iter('mediatype')], [MEDIA_TYPE])

    def test_the_bus_starts_what_the_entry_names(self):
        self.assertEqual(self.entry['Desktop Entry']['DBusActivatable'], 'true')
        self.assertEqual(entry(BUILT / f'{ID}.service')['D-BUS Service']['Name'], ID)


class SoftwareCentre(unittest.TestCase):
    """The guidelines of Flathub for a good listing, as far as a program can see them; each says its own."""

    def setUp(self):
        self.tree = ET.parse(BUILT / f'{ID}.metainfo.xml').getroot()

    def words(self, path):
        """The English texts at PATH, each of which has to be in every language."""
        found = self.tree.findall(path)
        english = [one.text for one in found if LANGUAGE not in one.attrib]
        for language in LANGUAGES:
            self.assertEqual(len([one for one in found if language_of(one) == language]), len(english), f'{path} in {language}')
        self.assertNotEqual(english, [])
        return english

    def test_name_and_summary_are_short_and_plain(self):
        name = self.tree.findtext('name')
        summary, = self.words('summary')
        self.assertLessEqual(len(name), 15)
        self.assertTrue(10 <= len(summary) <= 35, len(summary))
        self.assertNotIn(name.lower(), summary.lower())
        self.assertFalse(summary.endswith('.'))
        self.assertNotIn(summary.split()[0].lower(), ('a', 'an', 'the'))

    def test_description(self):
        self.assertGreater(sum(len(text) for text in self.words('description/p')), 200)
        self.assertLessEqual(len(self.words('description/ul/li')), 10)

    def test_screenshots_have_captions_and_are_there(self):
        shots = self.tree.findall('screenshots/screenshot')
        self.assertTrue(3 <= len(shots) <= 10)
        self.assertEqual([shot.get('type') for shot in shots], ['default'] + [None] * (len(shots) - 1))
        captions = self.words('screenshots/screenshot/caption')
        self.assertEqual(len(captions), len(shots))
        self.assertEqual([text for text in captions if text.endswith('.') or text[0].isdigit() or len(text) > 100], [])
        for shot in shots:
            self.assertEqual({language_of(one) for one in shot.findall('image')}, {None, *LANGUAGES})
        for image in self.tree.iter('image'):
            self.assertTrue((ROOT / PICTURES.fullmatch(image.text)[1]).is_file(), image.text)

    def test_colours_are_two_and_differ(self):
        colours = {one.get('scheme_preference'): one.text for one in self.tree.findall('branding/color')}
        self.assertEqual(set(colours), {'light', 'dark'})
        brightness = {name: sum(int(text[at:at + 2], 16) for at in (1, 3, 5)) / 3 for name, text in colours.items()}
        self.assertGreater(brightness['light'], 140)
        self.assertLess(brightness['dark'], 110)

    def test_the_newest_release_is_this_one_and_has_notes(self):
        releases = self.tree.findall('releases/release')
        self.assertEqual(releases[0].get('version'), os.environ['OUTLAY_VERSION'])
        for release in releases:
            self.assertIsNotNone(release.find('description/p'), release.get('version'))
        self.words('releases/release/description/p')


class Icons(unittest.TestCase):
    def test_are_square_and_can_be_drawn_small_and_large(self):
        icons = sorted((DATA / 'icons').glob('*.svg'))
        self.assertEqual([icon.name for icon in icons], sorted(f'{ID}{name}.svg' for name in ('', '-symbolic', '.plan', '.plan-symbolic')))
        for icon in icons:
            root = ET.parse(icon).getroot()
            side = 16 if icon.stem.endswith('-symbolic') else 128
            self.assertEqual(root.get('viewBox'), f'0 0 {side} {side}', icon.name)
            for size in (16, 32, 64, 128, 512):
                picture = subprocess.run(['rsvg-convert', '-w', str(size), '-h', str(size), icon], capture_output=True, check=True).stdout
                self.assertEqual(picture[:4], b'\x89PNG')

    def test_symbolic_ones_have_one_colour(self):
        for icon in (DATA / 'icons').glob('*-symbolic.svg'):
            self.assertEqual(set(re.findall(r'#[0-9a-f]{6}', icon.read_text(encoding='utf-8'))), {'#222222'}, icon.name)


class MediaType(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        packages = self.folder / 'data/mime/packages'
        packages.mkdir(parents=True)
        packages.joinpath(f'{ID}.xml').write_bytes((DATA / f'{ID}.xml').read_bytes())
        self.place = {'XDG_DATA_HOME': str(self.folder / 'data'), 'HOME': str(self.folder)}
        run('update-mime-database', self.folder / 'data/mime', **self.place)

    def look(self, name, text):
        """What a desktop knows of a file: its type and the names of its icons."""
        path = self.folder / name
        path.write_text(text, encoding='utf-8')
        found = run('gio', 'info', '-a', 'standard::content-type,standard::icon,standard::symbolic-icon', path, **self.place)
        return dict(re.findall(r'standard::(\S+): (.*)', found))

    def test_a_plan_is_known_by_its_name(self):
        for name in ('a.outlay.json', '常州 方案.outlay.json', 'A.OUTLAY.JSON'):
            found = self.look(name, '{}')
            self.assertEqual(found['content-type'], MEDIA_TYPE, name)
            self.assertTrue(found['icon'].startswith(f'{ID}.plan,'), found['icon'])
            self.assertTrue(found['symbolic-icon'].startswith(f'{ID}.plan-symbolic,'), found['symbolic-icon'])

    def test_a_plan_without_a_name_is_known_by_what_it_is(self):
        self.assertEqual(self.look('plan', SAMPLE.read_text(encoding='utf-8'))['content-type'], MEDIA_TYPE)

    def test_other_files_are_left_alone(self):
        for name in ('a.json', 'outlay.json', 'a.outlay.json.bak'):
            self.assertNotEqual(self.look(name, '{"format": "else"}')['content-type'], MEDIA_TYPE, name)

    def test_is_a_kind_of_json_with_a_name_in_every_language(self):
        ask = f'''
from gi.repository import Gio, GLib
print(Gio.content_type_is_a({MEDIA_TYPE!r}, "application/json"), Gio.content_type_get_description({MEDIA_TYPE!r}))
'''
        self.assertEqual(run('python3', '-c', ask, **self.place), 'True Outlay plan\n')
        for language in LANGUAGES:
            there = run('python3', '-c', ask, **self.place, LC_ALL=f'{language}.UTF-8', LANGUAGE=language)
            self.assertRegex(there, '^True ')
            self.assertNotEqual(there, 'True Outlay plan\n')


class Texts(unittest.TestCase):
    def test_manuals_are_well_formed(self):
        for page in sorted((DATA / 'man').iterdir()):
            run('mandoc', '-T', 'lint', '-W', 'warning', page)

    def test_settings_are_well_formed(self):
        run('glib-compile-schemas', '--strict', '--dry-run', DATA)

    def test_xml_is_well_formed(self):
        for path in (*DATA.glob('*.xml'), BUILT / f'{ID}.metainfo.xml', *(DATA / 'icons').iterdir()):
            run('xmllint', '--noout', '--nonet', path)


if __name__ == '__main__':
    tap.main()
