# SPDX-License-Identifier: GPL-3.0-or-later
"""GNOME's runtime and SDK from Flathub, and where that cannot be reached a stand-in made of the Debian packages that are installed here.

The stand-in has GNOME's names, so a manifest is built against it as it is. Either is made once, under ~/.cache/outlay.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from packages import Packages

FLATHUB = 'https://dl.flathub.org/repo/flathub.flatpakrepo'

# What org.gnome.Platform and org.gnome.Sdk have, as far as a program like Outlay can want it: nothing that its manifest has to bring.
PLATFORM = """
    adwaita-icon-theme bash ca-certificates coreutils dash dconf-gsettings-backend fontconfig fonts-dejavu-core fonts-inter grep
    gsettings-desktop-schemas gtk-update-icon-cache hicolor-icon-theme libadwaita-1-0 libarchive13t64 libc-bin libegl1 libgl1-mesa-dri
    libglib2.0-bin libgtk-4-1 libjson-glib-1.0-0 librsvg2-common sed shared-mime-info tzdata xkb-data
""".split()
SDK = PLATFORM + """
    appstream appstream-compose blueprint-compiler bzip2 ccache desktop-file-utils diffutils elfutils findutils gcc gettext gzip libadwaita-1-dev
    libarchive-dev libc6-dev libgtk-4-bin libgtk-4-dev libjson-glib-dev make meson ninja-build patch pkgconf tar xz-utils
""".split()
LOCALES = ['de_DE', 'en_US', 'zh_CN']

# A runtime manages no packages and knows nothing of the machine it was made on.
NOT_OF_A_RUNTIME = """
    bin/dpkg* lib/dpkg share/dpkg games src local lib64 share/doc share/man share/info share/gtk-doc lib/systemd lib/udev sbin/*user* sbin/*group*
    etc/passwd* etc/group* etc/shadow* etc/gshadow* etc/subuid* etc/subgid* etc/machine-id etc/resolv.conf etc/hosts etc/hostname etc/host.conf
    etc/ld.so.* etc/localtime etc/timezone etc/apt etc/mtab etc/debian_version etc/ssl/private etc/systemd etc/pam* etc/security etc/init.d
""".split()

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>/app/share/fonts</dir><dir>/run/host/fonts</dir>
  <include ignore_missing="yes">/run/host/font-dirs.xml</include>
  <alias binding="same"><family>Adwaita Sans</family><prefer><family>Inter</family></prefer></alias>
</fontconfig>
"""
METADATA = """[Runtime]
name={name}
runtime=org.gnome.Platform/{branch}
sdk=org.gnome.Sdk/{branch}

[Environment]
GI_TYPELIB_PATH=/app/lib/girepository-1.0
XDG_DATA_DIRS=/app/share:/usr/share:/usr/share/runtime/share:/run/host/user-share:/run/host/share
"""
# As the real one hardens, without optimising across files.
FLAGS = '-O2 -pipe -g -Wp,-D_FORTIFY_SOURCE=3 -fexceptions -fstack-protector-strong -fasynchronous-unwind-tables -fstack-clash-protection'
BUILDER = {'cflags': FLAGS, 'cxxflags': FLAGS, 'cppflags': '', 'ldflags': '-L/app/lib -Wl,-z,relro,-z,now -Wl,--as-needed'}
# What nobody has used for so long is not kept.
MOST_SECONDS = 7 * 24 * 60 * 60


def missing():
    """The Debian packages that a stand-in is made of and that are not installed."""
    return Packages().missing(SDK)


def cache():
    """Where things are kept that take long to make."""
    folder = Path(os.environ.get('XDG_CACHE_HOME') or Path.home() / '.cache') / 'outlay'
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def installation(version, say):
    """The folder of a Flatpak installation with GNOME's runtime and SDK of this version, which stays while it is in use."""
    with open(cache() / 'flatpak.lock', 'w') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        place = _find_real(version, say) or _find_standin(version, say)
        used = open(_stamp(place), 'w')
        fcntl.flock(used, fcntl.LOCK_SH)
        os.utime(used.fileno())
        _forget_old_ones()
    with used:
        yield place


def _stamp(place):
    return place.with_name(place.name + '.used')


def _find_real(version, say):
    """GNOME's own, from Flathub; None where that cannot be had."""
    place = cache() / f'flatpak-gnome-{version}'
    if place.is_dir():
        return place
    try:
        urllib.request.urlopen(FLATHUB, timeout=20).close()
    except OSError as error:
        say(f'Flathub cannot be reached: {error}')
        return None
    try:
        _make_whole(place, lambda part: _install(part, version, FLATHUB))
    except RuntimeError as error:
        say(f'Flathub can be reached, but GNOME {version} did not come from it: {str(error).splitlines()[-1]}')
        return None
    return place


def _find_standin(version, say):
    packages = Packages()
    place = cache() / f'flatpak-{_key(packages, version)}'
    if not place.is_dir():
        start = time.monotonic()
        _make_whole(place, lambda part: _make(part, version, packages))
        say(f'made in {time.monotonic() - start:.0f} s')
    say(f'GNOME {version} is made of {len(packages.closure(SDK))} Debian packages')
    return place


def _key(packages, version):
    """Names everything that the stand-in is made from."""
    parts = [f'{name} {packages.versions[name]}' for name in packages.closure(SDK)]
    parts += [Path(module).read_text(encoding='utf-8') for module in (__file__, Path(__file__).with_name('packages.py'))]
    return hashlib.sha256('\n'.join([version, *parts]).encode()).hexdigest()[:12]


def _forget_old_ones():
    for stamp in cache().glob('flatpak-*.used'):
        with open(stamp) as used:
            try:
                fcntl.flock(used, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            if stamp.stat().st_mtime + MOST_SECONDS < time.time():
                shutil.rmtree(stamp.with_suffix(''), ignore_errors=True)
                stamp.unlink()


def _make_whole(place, fill):
    """Makes an installation beside its place and moves it there only when it is whole."""
    part = place.with_name(place.name + '.part')
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        fill(part)
        (part / 'installed').rename(place)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _install(part, version, repository, *options):
    environment = os.environ | {'FLATPAK_USER_DIR': str(part / 'installed')}
    _run('flatpak', 'remote-add', '--user', *options, 'gnome', str(repository), env=environment)
    _write_at_leisure(part / 'installed' / 'repo')
    _run('flatpak', 'install', '--user', '-y', '--noninteractive', 'gnome', f'org.gnome.Platform//{version}', f'org.gnome.Sdk//{version}', env=environment)


def _make(part, version, packages):
    """An installation from packages by way of a repository without compression and owners: what is installed are links to what is there."""
    repository = part / 'repository'
    _run('ostree', f'--repo={repository}', 'init', '--mode=bare-user-only')
    _write_at_leisure(repository)
    for name, names in ('org.gnome.Platform', PLATFORM), ('org.gnome.Sdk', SDK):
        _shape(part / name, name, version, packages, packages.closure(names))
        _run('flatpak', 'build-export', '--disable-sandbox', '--files=files', str(repository), str(part / name), version)
        shutil.rmtree(part / name)
    _run('flatpak', 'build-update-repo', '--no-update-appstream', str(repository))
    _install(part, version, f'file://{repository}', '--no-gpg-verify')


def _write_at_leisure(repository):
    """What can be made again need not be on disk at once, file by file."""
    _run('ostree', f'--repo={repository}', 'config', 'set', 'core.fsync', 'false')


def _shape(tree, name, version, packages, names):
    """Packages as a tree that Flatpak takes for a runtime: what is /usr there stands in files."""
    files = tree / 'files'
    packages.copy(names, tree)
    (tree / 'usr').rename(files)
    (tree / 'etc').rename(files / 'etc')
    for pattern in NOT_OF_A_RUNTIME:
        for path in files.glob(pattern):
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    libraries = _library_folder(files)
    # A link: Meson then takes "lib" for libraries, as in the real SDK.
    (files / 'lib64').symlink_to(f'lib/{libraries}')
    _link(files / 'bin' / 'ldconfig', '../sbin/ldconfig')
    _write(files / 'etc' / 'ld.so.conf', '\n'.join([
        'include /run/flatpak/ld.so.conf.d/app-*.conf', 'include /app/etc/ld.so.conf', '/app/lib',
        'include /run/flatpak/ld.so.conf.d/runtime-*.conf', f'/usr/lib/{libraries}', '']))
    for folder in 'share/runtime/locale', 'share/runtime/share', 'lib/extensions':
        (files / folder).mkdir(parents=True, exist_ok=True)
    _link_alternatives(files)
    _compile(tree, files, libraries)
    if name.endswith('.Sdk'):
        _write(files / 'etc' / 'flatpak-builder' / 'defaults.json', json.dumps(BUILDER))
    _write(tree / 'metadata', METADATA.format(name=name, branch=f'{_architecture()}/{version}'))


def _architecture():
    return _run('flatpak', '--default-arch').strip()


def _library_folder(files):
    """The folder under lib that Debian has libraries of this machine in."""
    return next(files.glob('lib/*/libc.so.6')).parent.name


def _link(path, target):
    if not path.exists():
        path.symlink_to(target)


def _link_alternatives(files):
    """What Debian lets an administrator choose (awk, cc) is what is chosen here."""
    for link in filter(Path.is_symlink, Path('/etc/alternatives').iterdir()):
        target = link.readlink()
        if str(target).startswith('/usr/') and (files / target.relative_to('/usr')).exists():
            _link_twice(files, link, target)


def _link_twice(files, link, target):
    (files / 'etc' / 'alternatives').mkdir(exist_ok=True)
    _link(files / 'etc' / 'alternatives' / link.name, target)
    for folder in 'bin', 'sbin':
        there = Path('/usr') / folder / link.name
        if there.is_symlink() and str(there.readlink()) == str(link):
            _link(files / folder / link.name, f'/etc/alternatives/{link.name}')


def _compile(tree, files, libraries):
    """What packages make when they are installed, for what is in this tree alone."""
    _run('glib-compile-schemas', str(files / 'share/glib-2.0/schemas'))
    _run('update-mime-database', str(files / 'share/mime'))
    for theme in 'Adwaita', 'hicolor':
        _run('gtk-update-icon-cache', '-q', '-f', '-t', str(files / 'share/icons' / theme))
    for index in 'gdk-pixbuf-2.0/2.10.0/loaders.cache', 'gio/modules/giomodule.cache':
        shutil.copyfile(f'/usr/lib/{libraries}/{index}', files / 'lib' / libraries / index)
    for locale in LOCALES:
        (files / 'lib/locale').mkdir(exist_ok=True)
        _run('localedef', '--no-archive', '-i', locale, '-f', 'UTF-8', str(files / 'lib/locale' / f'{locale}.UTF-8'), ok=(0, 1))
    _write(files / 'etc' / 'fonts' / 'conf.d' / '50-flatpak.conf', FONTS)
    configuration = files / 'etc' / 'fonts' / 'fonts.conf'
    _write(configuration, configuration.read_text(encoding='utf-8').replace(
        '<cachedir>/var/cache/fontconfig</cachedir>', '<cachedir>/usr/cache/fontconfig</cachedir><cachedir>/run/host/fonts-cache</cachedir>'))
    # OSTree keeps no times, and without an index of the very fonts a program would look through them all.
    for folder, _folders, _names in os.walk(files / 'share' / 'fonts'):
        os.utime(folder, (0, 0))
    (tree / 'usr').symlink_to('files')
    (tree / 'etc').symlink_to('files/etc')
    _run('fc-cache', f'--sysroot={tree}', ok=(0, 1))
    for link in 'usr', 'etc':
        (tree / link).unlink()


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_text(text, encoding='utf-8')


def _run(*command, env=None, ok=(0,)):
    done = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode not in ok:
        raise RuntimeError(f'{" ".join(command)} failed:\n{done.stdout}{done.stderr}')
    return done.stdout
