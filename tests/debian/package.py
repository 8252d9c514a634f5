# SPDX-License-Identifier: GPL-3.0-or-later
"""The archive of a release, the Debian package that is built from it, and a Debian 13 that has nothing else to run it."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest
from pathlib import Path

import root
import tap
from desktop import Desktop
from driver import Program

ROOT = Path(__file__).parents[2]
VERSION = os.environ['OUTLAY_VERSION']
SAMPLE = ROOT / 'resources/plans/jinchuang.outlay.json'
NEEDED = ('git', 'meson', 'dpkg-buildpackage', 'mmdebstrap', 'bwrap')
# Characters of Chinese, which a desktop in that language has.
FONTS = ['fonts-noto-cjk']
# What of this system is laid into the root while a window is watched there, for which it gets empty folders.
SEEN = (os.environ['OUTLAY_PROBE'], os.environ['LOCPATH'])
NOT_OF_THE_PACKAGE = ('GSETTINGS_SCHEMA_DIR', 'OUTLAY_LOCALE_DIR')
FOLDER = None


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise AssertionError(f'{command}: {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-4000:]}')
    return done.stdout


def tracked():
    """The files of the project as they are in the checkout now."""
    return [name for name in run('git', 'ls-files', '-co', '--exclude-standard', '-z', cwd=ROOT).split('\0') if (ROOT / name).is_file()]


def make_archive(folder):
    """What "meson dist" makes of the project."""
    project = folder / 'project'
    for name in tracked():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, project / name)
    git = ['git', '-C', project, '-c', 'user.name=test', '-c', 'user.email=test@localhost', '-c', 'init.defaultBranch=main']
    for words in (['init', '-q'], ['add', '-A'], ['commit', '-q', '-m', 'Release']):
        run(*git, *words)
    run('meson', 'setup', '-Dtests=false', folder / 'build', project)
    run('meson', 'dist', '-C', folder / 'build', '--no-tests', '--formats', 'xztar')
    return folder / f'build/meson-dist/outlay-{VERSION}.tar.xz'


def make_package(folder, archive):
    with tarfile.open(archive) as file:
        file.extractall(folder, filter='data')
    environment = {name: value for name, value in os.environ.items() if not name.startswith(('OUTLAY_', 'MALLOC_', 'GSETTINGS_', 'PYTHON'))}
    # The tests are run where this one is. Of what "build-essential" has a program in C needs no compiler of C++.
    environment['DEB_BUILD_OPTIONS'] = f'nocheck parallel={os.cpu_count()}'
    run('dpkg-buildpackage', '-b', '-us', '-uc', '--ignore-builtin-builddeps', cwd=folder / f'outlay-{VERSION}', env=environment)
    package, = folder.glob('outlay_*.deb')
    return package


def setUpModule():
    global FOLDER
    FOLDER = Path(unittest.enterModuleContext(tempfile.TemporaryDirectory(prefix='outlay-package-')))
    Archive.path = make_archive(FOLDER)
    Package.path = make_package(FOLDER, Archive.path)


class Archive(unittest.TestCase):
    maxDiff = None

    def test_has_every_file_of_the_project_and_no_other(self):
        with tarfile.open(self.path) as file:
            names = [member.name.removeprefix(f'outlay-{VERSION}/') for member in file if member.isfile()]
        self.assertEqual(sorted(names), sorted(tracked()))


class Package(unittest.TestCase):
    def field(self, name):
        return run('dpkg-deb', '-f', self.path, name).strip()

    def test_says_what_it_is(self):
        self.assertEqual((self.field('Package'), self.field('Version')), ('outlay', VERSION))

    def test_has_its_manuals_and_its_licence(self):
        files = {line.split()[5].removeprefix('.') for line in run('dpkg-deb', '-c', self.path).splitlines()}
        for name in ('/usr/bin/outlay', '/usr/bin/outlay-cli', '/usr/share/man/man1/outlay.1.gz', '/usr/share/man/man1/outlay-cli.1.gz',
                     '/usr/share/doc/outlay/copyright', '/usr/share/doc/outlay/changelog.gz', '/usr/share/locale/zh_CN/LC_MESSAGES/outlay.mo'):
            self.assertIn(name, files)
        self.assertEqual([name for name in files if re.match('/(etc|var|usr/local|home|tmp)', name)], [])

    def test_programs_are_hardened_and_stripped(self):
        run('dpkg-deb', '-x', self.path, FOLDER / 'unpacked')
        for name in ('outlay', 'outlay-cli'):
            program = FOLDER / 'unpacked/usr/bin' / name
            self.assertIn('BIND_NOW', run('readelf', '-d', program))
            self.assertNotIn('.debug_info', run('readelf', '-S', program))
            self.assertNotIn(str(FOLDER).encode(), program.read_bytes())


class Contained(Program):
    """A program in a root, with the probe of this system."""

    def __init__(self, desktop, debian, command, **options):
        super().__init__(desktop, command, **options)
        probe = self._environment.pop('LD_PRELOAD')
        for name in NOT_OF_THE_PACKAGE:
            self._environment.pop(name, None)
        self._command = [*root.inside(debian, seen=SEEN), '--setenv', 'LD_PRELOAD', probe, *self._command]


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        depends = run('dpkg-deb', '-f', Package.path, 'Depends')
        names = [re.sub(r'\s|\(.*?\)|\|.*', '', part) for part in depends.split(',')]
        try:
            cls.root = cls.enterClassContext(root.fresh([*names, *FONTS]))
        except root.Unreachable as error:
            raise unittest.SkipTest(f'no mirror can be reached: {error}') from error
        cls.before = cls.files()
        shutil.copy(Package.path, cls.root / 'outlay.deb')
        cls.inside('dpkg', '-i', '/outlay.deb')
        cls.desktop = cls.enterClassContext(Desktop((1200, 800)))

    @classmethod
    def inside(cls, *words, **options):
        return run(*root.inside(cls.root, *words), env={'PATH': '/usr/sbin:/usr/bin:/sbin:/bin', 'LC_ALL': 'C.UTF-8', 'DEBIAN_FRONTEND': 'noninteractive'}, **options)

    @classmethod
    def files(cls):
        names = {str(path.relative_to(cls.root)) for path in cls.root.rglob('*')}
        places = {str(place)[1:] for path in map(Path, SEEN) for place in (path, *path.parents)}
        return {name for name in names - places if not re.match('(dev|proc|run|tmp|var/(cache|log|lib/dpkg))(/|$)', name)}

    def test_the_command_line_works(self):
        plan = self.desktop.home('cli') / 'plan.outlay.json'
        shutil.copy(SAMPLE, plan)
        self.assertEqual(self.inside('outlay-cli', 'check', plan), '')
        self.inside('outlay-cli', 'thumbnail', plan, '-o', plan.with_suffix('.png'))
        for ending in ('pdf', 'pptx', 'xlsx'):
            self.inside('outlay-cli', 'export', plan, '-o', plan.with_suffix(f'.{ending}'))

    def test_the_window_opens_in_every_language(self):
        for language, word in ((None, 'Assumptions'), ('zh_CN', '假设')):
            home = self.desktop.home(f'window-{language}')
            shutil.copy(SAMPLE, home / 'plan.outlay.json')
            with self.subTest(language), Contained(self.desktop, self.root, ['outlay', home / 'plan.outlay.json'], home=home, language=language) as program:
                program.find(type='GtkLabel', text=word)
                program.key('ctrl+q', settle=False)
                self.assertEqual(program.wait_for_end(), 0)

    def test_what_is_installed_is_known_to_the_desktop(self):
        # By the triggers of the libraries it needs.
        self.assertIn('io.github.outlay.Outlay', run('strings', self.root / 'usr/share/glib-2.0/schemas/gschemas.compiled'))
        self.assertIn('*.outlay.json', (self.root / 'usr/share/mime/globs2').read_text(encoding='utf-8'))

    def test_what_draws_icons_is_there(self):
        for pattern in ('usr/lib/*/gdk-pixbuf-2.0/*/loaders/*svg*', 'usr/share/icons/Adwaita/symbolic/actions/list-add-symbolic.svg'):
            self.assertNotEqual(list(self.root.glob(pattern)), [], pattern)

    def test_which_is_purged_leaves_nothing(self):
        self.inside('dpkg', '--purge', 'outlay')
        (self.root / 'outlay.deb').unlink()
        left = self.files() - self.before
        self.assertEqual(sorted(left), [])
        self.assertEqual([name for name in self.files() if 'outlay' in name.lower()], [])


def hindrance():
    """Why no package can be made here, or None."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    system = dict(re.findall('^(\\w+)="?([^"\n]*)', Path('/etc/os-release').read_text(encoding='utf-8'), re.MULTILINE))
    if (system.get('ID'), system.get('VERSION_ID')) != ('debian', '13'):
        return 'the package is one for Debian 13'
    if missing:
        return f'not installed here: {" ".join(missing)}'
    if os.getuid() != 0:
        return 'a root is made by root'
    if subprocess.run(['git', '-C', ROOT, 'rev-parse'], capture_output=True, check=False).returncode != 0:
        return 'this is no checkout'
    if subprocess.run(root.inside('/', 'true'), capture_output=True, check=False).returncode != 0:
        return 'no sandbox can be made here'
    return None


if __name__ == '__main__':
    if hindrance():
        print(f'1..0 # SKIP {hindrance()}')
        sys.exit(0)
    tap.main()
