# SPDX-License-Identifier: GPL-3.0-or-later
"""Outlay as a Flatpak: a planner opens, edits, saves and exports through the portals, and the sandbox holds.

The manifest is built as it is submitted, from the working tree; where Flathub cannot be reached, against a stand-in for GNOME's runtime. Lines that begin
with "#" say what stands in for what.
"""

import contextlib
import json
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import tap
from gi.repository import GLib

import build
import standin
from session import Sandboxed, Session

ID = 'io.github.outlay.Outlay'
DEVEL = ID + '.Devel'
SAMPLE = build.ROOT / 'resources' / 'plans' / 'jinchuang.outlay.json'
# A window on either display server, drawn by the graphics card: nothing else.
PERMISSIONS = ['--device=dri', '--share=ipc', '--socket=fallback-x11', '--socket=wayland']
SIZE = (1360, 860)
# Where it stands in a window of that size, within a dozen pixels.
FIRST_AMOUNT = (390, 240)
SECRET = f'outlay-secret-{os.getpid()}'


def say(words):
    print(f'# {words}', flush=True)


class Sandbox:
    """Both manifests, built and installed for a person who has nothing else."""

    def __init__(self, stack, folder):
        self.folder = folder
        self.home = folder / 'home'
        self.home.mkdir()
        submitted = build.Manifest(build.submit(build.pack_working_tree(folder), folder / 'submitted'))
        self.manifests = {ID: submitted, DEVEL: build.Manifest(build.MANIFESTS / f'{DEVEL}.json')}
        self.state = folder / 'state'
        build.remember_compilations(self.state)
        runtime = stack.enter_context(standin.installation(submitted.version, say))
        forget_surroundings()
        os.environ |= {'HOME': str(self.home), 'FLATPAK_SYSTEM_DIR': str(runtime), 'FLATPAK_USER_DIR': str(folder / 'user')}
        self._build([folder / f'outlay-{build.version()}.tar.xz'])
        self._install()

    def _build(self, archives):
        for identity, manifest in self.manifests.items():
            place = self.folder / identity
            place.mkdir()
            here = manifest.localized(archives, place, say if identity == ID else lambda words: None)
            build.build(here, place, self.folder / 'repository', self.state)

    def _install(self):
        flatpak('remote-add', '--user', '--no-gpg-verify', 'built', f'file://{self.folder}/repository')
        flatpak('config', '--user', '--set', 'languages', 'en;zh')
        flatpak('install', '--user', '-y', '--noninteractive', 'built', *self.manifests)

    def exports(self, identity):
        """The files that the desktop gets to see of an application, below share."""
        share = self.folder / 'user' / 'exports' / 'share'
        return {str(path.relative_to(share)): path for path in share.rglob(f'{identity}*')
                if not path.is_dir() and (identity == DEVEL or not path.name.startswith(DEVEL))}


def forget_surroundings():
    """A sandbox inherits its starter's environment, and this one's is that of a test of the build folder."""
    for name in list(os.environ):
        if name.startswith(('DBUS_', 'DISPLAY', 'G_', 'GSETTINGS_', 'LD_', 'OUTLAY_', 'PYTHON', 'WAYLAND_', 'XDG_')) and name != 'XDG_RUNTIME_DIR':
            del os.environ[name]


def flatpak(*arguments, **options):
    done = subprocess.run(['flatpak', *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise AssertionError(f'flatpak {" ".join(map(str, arguments))} failed with {done.returncode}:\n{done.stdout}{done.stderr}')
    return done.stdout


def inside(script, *arguments, identity=ID):
    """What a shell in the sandbox prints."""
    return flatpak('run', '--user', '--command=bash', identity, '-c', script, 'bash', *arguments)


def plan(**changes):
    return json.loads(SAMPLE.read_text(encoding='utf-8')) | changes


def setUpModule():
    global sandbox
    stack = contextlib.ExitStack()
    unittest.addModuleCleanup(stack.close)
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix='outlay-flatpak-', ignore_cleanup_errors=True)))
    sandbox = Sandbox(stack, folder)


class Manifests(unittest.TestCase):
    def test_no_more_is_asked_of_the_system_than_a_window(self):
        for identity, manifest in sandbox.manifests.items():
            with self.subTest(identity):
                self.assertEqual(sorted(manifest.json['finish-args']), PERMISSIONS)
                self.assertEqual((manifest.json['runtime'], manifest.version, manifest.json['sdk']), ('org.gnome.Platform', '50', 'org.gnome.Sdk'))

    def test_submitted_sources_are_archives_with_checksums(self):
        for module in sandbox.manifests[ID].modules:
            for source in module['sources']:
                self.assertEqual(source['type'], 'archive')
                self.assertRegex(source['url'], '^https://')
                self.assertRegex(source['sha256'], '^[0-9a-f]{64}$')

    def test_devel_differs_in_its_name_and_where_it_is_built_from(self):
        released, devel = (json.loads(json.dumps(manifest.json)) for manifest in sandbox.manifests.values())
        devel['id'] = ID
        devel['modules'][-1]['config-opts'].remove('-Dprofile=development')
        devel['modules'][-1]['sources'] = released['modules'][-1]['sources']
        self.assertEqual(devel, released)


class Installed(unittest.TestCase):
    def test_no_library_is_missing(self):
        linked = inside('ldd /app/bin/* /app/lib/*.so* 2>&1')
        self.assertIn('/app/lib/libxlsxwriter', linked)
        self.assertNotIn('not found', linked)

    def test_desktop_sees_what_it_needs(self):
        for identity in sandbox.manifests:
            with self.subTest(identity):
                self.assertLessEqual({
                    f'applications/{identity}.desktop',
                    f'icons/hicolor/scalable/apps/{identity}.svg',
                    f'icons/hicolor/symbolic/apps/{identity}-symbolic.svg',
                    f'metainfo/{identity}.metainfo.xml',
                    f'mime/packages/{identity}.xml',
                }, set(sandbox.exports(identity)))

    def test_desktop_entries_and_metainfo_hold(self):
        for identity in sandbox.manifests:
            exports = sandbox.exports(identity)
            entry, metainfo = exports[f'applications/{identity}.desktop'], exports[f'metainfo/{identity}.metainfo.xml']
            for command in ['desktop-file-validate', entry], ['appstreamcli', 'validate', '--no-net', metainfo]:
                done = subprocess.run(command, capture_output=True, text=True)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            text = entry.read_text(encoding='utf-8')
            self.assertRegex(text, f'(?m)^Exec=.*flatpak run .* {identity} @@u? %[FU] @@')
            self.assertRegex(text, f'(?m)^Icon={identity}$')

    def test_command_line_works(self):
        path = sandbox.home / 'given.outlay.json'
        path.write_text(json.dumps(plan()), encoding='utf-8')
        printed = inside('outlay-cli project /dev/stdin --format json <<< "$1"', path.read_text(encoding='utf-8'))
        self.assertAlmostEqual(json.loads(printed)['indicators']['plan']['construction-investment'], 5.2e9)

    def test_bundle_can_be_given_away(self):
        bundle = sandbox.folder / 'outlay.flatpak'
        flatpak('build-bundle', sandbox.folder / 'repository', bundle, DEVEL, 'stable')
        self.assertGreater(bundle.stat().st_size, 500_000)


class Walls(unittest.TestCase):
    def test_home_is_not_seen(self):
        secrets = [folder / SECRET for folder in (sandbox.home, sandbox.folder, Path(tempfile.gettempdir()))]
        for secret in secrets:
            secret.write_text('nobody else’s', encoding='utf-8')
            self.addCleanup(secret.unlink)
        for secret in secrets:
            inside('cat "$1"; echo mine >"$1"; rm -f "$1"; true', str(secret))
            self.assertEqual(secret.read_text(encoding='utf-8'), 'nobody else’s')
        seen = inside('for place in /*; do case $place in /proc|/sys|/usr) ;; *) ls -AR "$place" 2>/dev/null ;; esac; done; true', SECRET)
        self.assertNotIn(SECRET, seen)

    def test_network_is_not_spoken_to(self):
        devices = inside('cat /proc/net/dev').splitlines()[2:]
        self.assertEqual([line.split(':')[0].strip() for line in devices], ['lo'])
        with socket.create_server(('127.0.0.1', 0)) as server:
            port = server.getsockname()[1]
            knock = 'exec 3<>/dev/tcp/127.0.0.1/$1 && echo open || echo shut'
            outside = subprocess.run(['bash', '-c', knock, 'bash', str(port)], capture_output=True, text=True)
            self.assertEqual(outside.stdout.strip(), 'open')
            self.assertEqual(inside(knock + ' 2>/dev/null', str(port)).strip(), 'shut')


class Planner(tap.SecondTry, unittest.TestCase):
    """A planner at work, with dialogs of the desktop's own."""

    @classmethod
    def setUpClass(cls):
        cls.session = cls.enterClassContext(Session(SIZE))
        cls.has_files = cls.session.can_show_files()

    def setUp(self):
        if not self.has_files:
            self.skipTest('the document portal cannot use /dev/fuse here')
        # No drafts, and no hint of a first start, which would lie above the amounts until it has gone.
        shutil.rmtree(sandbox.home / '.var', ignore_errors=True)
        settings = sandbox.home / '.var' / 'app' / ID / 'config' / 'glib-2.0' / 'settings' / 'keyfile'
        settings.parent.mkdir(parents=True)
        settings.write_text('[io/github/outlay/Outlay]\nwelcomed=true\n', encoding='utf-8')
        self.documents = sandbox.home / 'Documents' / self._testMethodName
        shutil.rmtree(self.documents, ignore_errors=True)
        self.documents.mkdir(parents=True)

    def start(self, *files, identity=ID, **options):
        return self.enterContext(Sandboxed(self.session, identity, sandbox.home, files, **options))

    def write(self, name):
        """A plan in a file called after it."""
        path = self.documents / f'{name}.outlay.json'
        path.write_text(json.dumps(plan(name=name), ensure_ascii=False, indent=2), encoding='utf-8')
        return path

    def edit(self, program):
        """Chooses the amount of the first initiative in the first phase and types another one."""
        def typed():
            # What does not go stays in its field, and more would be typed behind it.
            program.key('Escape')
            program.click(FIRST_AMOUNT)
            program.type('1.5bn')
            program.key('Return')
            return program.soon(lambda: program.actions()['undo'])

        program.until(typed, 'the amount to be taken')

    def saved(self, program, path, before):
        """What the file holds once it has been saved: one whole plan."""
        def written():
            program.key('ctrl+s')
            return program.soon(lambda: path.read_text(encoding='utf-8') != before)

        program.until(written, 'the file to be saved')
        program.wait_for(f'^{re.escape(plan_name(path))}$')
        return json.loads(path.read_text(encoding='utf-8'))

    def assert_only_amounts_changed(self, after, name):
        before = plan(name=name)
        amounts = [[one.pop('investment') for one in document['initiatives']] for document in (before, after)]
        self.assertEqual(after, before)
        self.assertNotEqual(*amounts)
        # Which amount it is, tests of the window say: a busy machine may lose the first of the keys that are typed into a sandbox. The total is kept.
        self.assertAlmostEqual(sum(amount for one in amounts[1] for amount in one.values()) / 5.2e9, 1, 12)

    def test_plan_of_the_command_line_is_edited_and_saved(self):
        path = self.write('Given')
        path.chmod(0o640)
        before, number = path.read_text(encoding='utf-8'), path.stat().st_ino
        program = self.start(path)
        program.wait_for('^Given$')
        self.edit(program)
        self.assertEqual(path.read_text(encoding='utf-8'), before)
        self.assert_only_amounts_changed(self.saved(program, path, before), 'Given')
        self.assertEqual(path.stat().st_mode & 0o777, 0o640)
        # In one step: a new file laid over the old one.
        self.assertNotEqual(path.stat().st_ino, number)
        self.assertEqual([one.name for one in self.documents.iterdir()], [path.name])

    def test_what_others_noted_of_a_file_stays(self):
        path = self.write('Noted')
        os.setxattr(path, 'user.note', b'to the board')
        before = path.read_text(encoding='utf-8')
        program = self.start(path)
        self.edit(program)
        self.assert_only_amounts_changed(self.saved(program, path, before), 'Noted')
        self.assertEqual(os.getxattr(path, 'user.note'), b'to the board')
        self.assertEqual([one.name for one in self.documents.iterdir()], [path.name])

    def test_plan_is_opened_by_dialog_and_saved_over_and_over(self):
        path = self.write('Chosen')
        program = self.start()
        program.key('ctrl+o')
        program.choose('^Open a Plan$', path)
        program.wait_for('^Chosen$')
        before = path.read_text(encoding='utf-8')
        self.edit(program)
        self.assert_only_amounts_changed(self.saved(program, path, before), 'Chosen')
        program.until(lambda: program.key('ctrl+z') or program.soon(lambda: not program.actions()['undo']), 'all to be undone')
        self.assertEqual(self.saved(program, path, path.read_text(encoding='utf-8')), plan(name='Chosen'))

    def test_plan_is_saved_under_another_name(self):
        program = self.start(self.write('First'))
        path = self.documents / 'second.outlay.json'
        program.key('ctrl+shift+s')
        program.choose('^Save', path)
        program.until(path.exists, 'the plan to be saved')
        program.until(lambda: is_whole(path), 'the plan to be whole')
        self.assertEqual(json.loads(path.read_text(encoding='utf-8')), plan(name='First'))

    def test_chart_is_exported(self):
        program = self.start(self.write('Shown'))
        path = self.documents / 'chart.png'
        program.key('ctrl+e')
        program.until(lambda: self._ask_for_chart(program), 'the dialog')
        program.choose('^Save the Chart$', path)
        program.until(lambda: path.exists() and path.stat().st_size > 10000, 'the chart')
        self.assertEqual(png_size(path), (1920, 1080))

    def _ask_for_chart(self, program):
        program.key('alt+s')
        return program.soon(lambda: any(title == 'Save the Chart' for title in program.titles()))

    def test_work_that_is_not_saved_comes_back_after_a_kill(self):
        path = self.write('Killed')
        before = path.read_text(encoding='utf-8')
        program = self.start(path)
        self.edit(program)
        program.wait_for('^• Killed$')
        program.kill()
        again = self.start()
        again.wait_for('^• Killed$')
        self.assertTrue(again.actions()['undo'])
        self.assert_only_amounts_changed(self.saved(again, path, before), 'Killed')

    def test_speaks_chinese(self):
        program = self.start(language='zh_CN')
        program.wait_for('^今创新能源项目$')
        # From the catalogue, not from the sample: a part of a Flatpak of its own.
        program.key('ctrl+o')
        program.wait_for('^打开方案$')

    def test_devel_runs_beside_it(self):
        one = self.start(self.write('One'))
        two = self.start(self.write('Two'), identity=DEVEL)
        self.assertEqual({title for title in two.titles() if title in ('One', 'Two')}, {'One', 'Two'})
        two.kill()
        self.assertEqual(one.wait_for('^One$'), 'One')
        self.assertFalse((sandbox.home / '.var' / 'app' / ID / 'config').samefile(sandbox.home / '.var' / 'app' / DEVEL / 'config'))


def plan_name(path):
    return json.loads(path.read_text(encoding='utf-8'))['name']


def is_whole(path):
    try:
        return bool(json.loads(path.read_text(encoding='utf-8')))
    except ValueError:
        return False


def png_size(path):
    return struct.unpack('>II', path.read_bytes()[16:24])


def main():
    missing = standin.missing()
    if missing:
        print('1..0 # SKIP these Debian packages are not installed: ' + ' '.join(missing))
        return
    # The first process of its namespace hears only signals that it knows, and has a folder to remove.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    tap.main()


if __name__ == '__main__':
    main()
