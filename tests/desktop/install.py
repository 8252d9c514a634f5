# SPDX-License-Identifier: GPL-3.0-or-later
"""Outlay as it is installed: every file in its place, and the programs without the folder they were built in.

The build is installed where its prefix says, over which a sandbox lays an empty folder; in there the build's own folders are empty.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

import tap
from desktop import Desktop
from driver import Program

ROOT = Path(__file__).parents[2]
BUILD = Path(os.environ['OUTLAY_BUILD'])
PREFIX = Path(os.environ['OUTLAY_PREFIX'])
ID = os.environ['OUTLAY_ID']
SAMPLE = ROOT / 'resources/plans/jinchuang.outlay.json'
BUILT = ('app', 'data', 'po', 'ui')
# Where the build's programs would find what was built.
OF_THE_BUILD = ('GSETTINGS_SCHEMA_DIR', 'OUTLAY_LOCALE_DIR')

FILES = f"""
    bin/outlay
    bin/outlay-cli
    share/applications/{ID}.desktop
    share/dbus-1/services/{ID}.service
    share/glib-2.0/schemas/{ID}.gschema.xml
    share/icons/hicolor/scalable/apps/{ID}.svg
    share/icons/hicolor/scalable/mimetypes/{ID}.plan.svg
    share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg
    share/icons/hicolor/symbolic/mimetypes/{ID}.plan-symbolic.svg
    share/locale/zh_CN/LC_MESSAGES/outlay.mo
    share/man/man1/outlay-cli.1
    share/man/man1/outlay.1
    share/metainfo/{ID}.metainfo.xml
    share/mime/packages/{ID}.xml
    share/outlay/help/en.html
    share/outlay/help/zh_CN.html
    share/thumbnailers/{ID}.thumbnailer
""".split()
# What installing makes of these and of what other programs have installed.
MADE = re.compile(r'share/(mime/(?!packages/)|applications/mimeinfo\.cache|icons/hicolor/(icon-theme\.cache|index\.theme)|glib-2\.0/schemas/gschemas\.compiled)')


def run(*command, **environment):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=120, env={**os.environ, **environment})
    if done.returncode != 0:
        raise AssertionError(f'{command}: {done.returncode} {done.stdout}{done.stderr}')
    return done.stdout


class Files(unittest.TestCase):
    maxDiff = None

    def test_all_are_there_and_nothing_else(self):
        found = [str(path.relative_to(PREFIX)) for path in PREFIX.rglob('*') if path.is_file()]
        self.assertEqual(sorted(path for path in found if not MADE.match(path)), sorted(FILES))
        for path in ('share/applications/mimeinfo.cache', 'share/glib-2.0/schemas/gschemas.compiled', 'share/mime/mime.cache'):
            self.assertIn(path, found)

    def test_only_programs_can_be_executed(self):
        self.assertEqual([path for path in FILES if os.access(PREFIX / path, os.X_OK)], ['bin/outlay', 'bin/outlay-cli'])

    def test_nothing_names_the_folder_of_the_build(self):
        wrong = [path for path in FILES if not path.startswith('bin/') and str(ROOT).encode() in (PREFIX / path).read_bytes()]
        self.assertEqual(wrong, [])

    def test_a_software_centre_takes_it_in(self):
        run('desktop-file-validate', PREFIX / f'share/applications/{ID}.desktop')
        run('appstreamcli', 'validate-tree', '--strict', '--no-net', PREFIX)
        for page in ('outlay', 'outlay-cli'):
            run('mandoc', '-T', 'lint', '-W', 'warning', PREFIX / f'share/man/man1/{page}.1')

    def test_a_desktop_knows_plans(self):
        self.assertIn('application/vnd.outlay.plan+json', run('gio', 'info', '-a', 'standard::content-type', SAMPLE))
        self.assertIn(f'{ID}.desktop', run('gio', 'mime', 'application/vnd.outlay.plan+json'))

    def test_the_bus_starts_the_installed_program(self):
        service = (PREFIX / f'share/dbus-1/services/{ID}.service').read_text(encoding='utf-8')
        self.assertIn(f'Exec={PREFIX}/bin/outlay --gapplication-service\n', service)


class Programs(unittest.TestCase):
    def test_the_command_line_speaks_every_language(self):
        self.assertIn('Usage: outlay-cli', run('outlay-cli', '--help'))
        self.assertNotIn('Usage:', run('outlay-cli', '--help', LC_ALL='zh_CN.UTF-8', LANGUAGE='zh_CN'))
        self.assertEqual(run('outlay-cli', 'check', SAMPLE), '')

    def test_the_thumbnailer_draws(self):
        with tempfile.TemporaryDirectory() as folder:
            entry = (PREFIX / f'share/thumbnailers/{ID}.thumbnailer').read_text(encoding='utf-8')
            command = re.search('^Exec=(.*)$', entry, re.MULTILINE)[1].split()
            values = {'%s': '128', '%o': f'{folder}/picture', '%i': str(SAMPLE)}
            run(*(re.sub('%[soi]', lambda sign: values[sign[0]], word) for word in command))
            self.assertEqual(Path(folder, 'picture').read_bytes()[:4], b'\x89PNG')


class Window(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = cls.enterClassContext(Desktop((1200, 800)))

    def test_opens_a_plan_in_every_language(self):
        for language, words in ((None, 'Assumptions'), ('zh_CN', '假设')):
            with self.subTest(language), Program(self.desktop, [PREFIX / 'bin/outlay', SAMPLE], language=language) as program:
                program.find(type='GtkLabel', text=words)

    def titles(self):
        """Of the windows that are open."""
        found = subprocess.run(['xprop', '-display', self.desktop.display, '-root', '_NET_CLIENT_LIST'], capture_output=True, text=True, check=True).stdout
        names = [subprocess.run(['xprop', '-display', self.desktop.display, '-id', one, '_NET_WM_NAME'], capture_output=True, text=True, check=False).stdout
                 for one in re.findall('0x[0-9a-f]+', found)]
        return [name.split(' = ', 1)[1].strip().strip('"') for name in names if ' = ' in name]

    def ask(self, home, *words):
        """A desktop's call to the program by its name, which the bus starts when it is not running."""
        run('gapplication', *words, **self.desktop.environment(home))

    def wait_for(self, condition, what):
        end = time.monotonic() + 60
        while not condition():
            self.assertLess(time.monotonic(), end, f'{what}: {self.titles()}')
            time.sleep(0.1)

    def test_the_bus_starts_it_with_an_action_and_with_a_file(self):
        home = self.desktop.home('bus')
        plan = home / 'other.outlay.json'
        plan.write_text(SAMPLE.read_text(encoding='utf-8').replace('Jinchuang Energy Project', 'Other project', 1), encoding='utf-8')
        self.ask(home, 'action', ID, 'open-sample')
        self.wait_for(lambda: [title for title in self.titles() if 'Jinchuang' in title], 'the window of the sample')
        self.ask(home, 'launch', ID, plan)
        self.wait_for(lambda: [title for title in self.titles() if 'Other project' in title], 'the window of the plan')
        self.assertEqual(len(self.titles()), 2)
        self.ask(home, 'action', ID, 'quit')
        self.wait_for(lambda: not self.titles(), 'the end')


def enter_sandbox():
    """Installs the build in a sandbox and comes back here inside."""
    with tempfile.TemporaryDirectory(prefix='outlay-install-') as folder:
        prefix, probe = Path(folder, 'prefix'), Path(folder, 'probe.so')
        prefix.mkdir()
        shutil.copyfile(os.environ['OUTLAY_PROBE'], probe)
        sandbox = ['bwrap', '--dev-bind', '/', '/', '--bind', prefix, PREFIX]
        hidden = [word for name in BUILT if (BUILD / name).is_dir() for word in ('--tmpfs', BUILD / name)]
        environment = {name: value for name, value in os.environ.items() if name not in OF_THE_BUILD}
        environment |= {'OUTLAY_PROBE': str(probe), 'OUTLAY_INSTALLED': '1', 'PATH': f'{PREFIX}/bin:{os.environ["PATH"]}'}
        if subprocess.run([*sandbox, 'true'], capture_output=True, check=False).returncode != 0:
            print('1..0 # SKIP no sandbox can be made here')
            return 0
        subprocess.run([*sandbox, 'meson', 'install', '-C', BUILD, '--no-rebuild', '--quiet'], check=True, stdout=sys.stderr)
        return subprocess.run([*sandbox, *hidden, sys.executable, __file__, *sys.argv[1:]], env=environment, check=False).returncode


if __name__ == '__main__':
    if os.environ.get('OUTLAY_INSTALLED'):
        tap.main()
    else:
        sys.exit(enter_sandbox())
