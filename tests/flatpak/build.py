# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds a manifest as it is submitted, from what can be had here."""

import json
import re
import subprocess
import sys
import tarfile
import urllib.error
import urllib.request
from hashlib import sha256
from pathlib import Path

import standin
from packages import Packages

ROOT = Path(__file__).parents[2]
MANIFESTS = ROOT / 'build-aux' / 'flatpak'
# A module whose archive cannot be fetched, from Debian's packages.
DEBIAN = {'libxlsxwriter': ['libxlsxwriter-dev', 'libxlsxwriter8', 'libminizip1t64']}


def version():
    return re.search(r"^ +version: '(.*)'", (ROOT / 'meson.build').read_text(encoding='utf-8'), re.MULTILINE)[1]


def pack_working_tree(folder):
    """The archive that a release of the working tree as it is now would have."""
    archive = folder / f'outlay-{version()}.tar.xz'
    # Owned by somebody else, as in a container, the checkout is no less the one that is meant.
    listed = subprocess.run(['git', '-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
                            cwd=ROOT, check=True, capture_output=True, text=True).stdout
    with tarfile.open(archive, 'w:xz', preset=0) as tar:
        for name in sorted(filter(None, listed.split('\0'))):
            if (ROOT / name).exists():
                tar.add(ROOT / name, f'{archive.name.removesuffix(".tar.xz")}/{name}', recursive=False)
    return archive


def submit(archive, folder):
    """The manifest as build-aux/flatpak/submit writes it for this archive."""
    return Path(subprocess.run([sys.executable, MANIFESTS / 'submit', archive, folder], check=True, capture_output=True, text=True).stdout.strip())


class Manifest:
    """A manifest, its modules with it, to be built from archives that are at hand."""

    def __init__(self, path):
        self.path = path
        self.json = json.loads(path.read_text(encoding='utf-8'))
        self.id = self.json['id']
        self.version = self.json['runtime-version']
        self.modules = [self._read(module) for module in self.json['modules']]

    def _read(self, module):
        return module if isinstance(module, dict) else json.loads((self.path.parent / module).read_text(encoding='utf-8'))

    def localized(self, archives, folder, say):
        """A copy in FOLDER whose sources are here: one of ARCHIVES where the checksum is its own, what can be fetched, or Debian's packages."""
        here = {sha256(archive.read_bytes()).hexdigest(): archive for archive in archives}
        modules = [self._localize(module, here, folder, say) for module in self.modules]
        path = folder / f'{self.id}.here.json'
        path.write_text(json.dumps(self.json | {'modules': modules}, indent=2), encoding='utf-8')
        return path

    def _localize(self, module, here, folder, say):
        source = module['sources'][0]
        if source['type'] == 'dir':
            return module | {'sources': [source | {'path': str((self.path.parent / source['path']).resolve())}]}
        archive = here.get(source['sha256'])
        if archive is not None:
            say(f"{module['name']}: {source['url']} is the working tree, packed")
        else:
            archive = self._fetch(source, folder)
            if archive is None:
                say(f"{module['name']}: {source['url']} cannot be fetched; it comes from Debian's " + ', '.join(DEBIAN[module['name']]))
                return _of_debian(module['name'], folder)
        return module | {'sources': [{'type': 'archive', 'path': str(archive), 'sha256': source['sha256']}]}

    def _fetch(self, source, folder):
        """The archive, or None where there is no way to it; what comes under its name and is another one is a fault."""
        target = folder / source['url'].rpartition('/')[2]
        try:
            with urllib.request.urlopen(source['url'], timeout=20) as answer:
                target.write_bytes(answer.read())
        except urllib.error.HTTPError:
            raise
        except OSError:
            return None
        found = sha256(target.read_bytes()).hexdigest()
        if found != source['sha256']:
            raise AssertionError(f"{source['url']} has the checksum {found}, not {source['sha256']}")
        return target


def _of_debian(name, folder):
    """A module that installs the libraries and headers of Debian's packages."""
    files = folder / name
    Packages().copy(DEBIAN[name], files)
    return {
        'name': name,
        'buildsystem': 'simple',
        'build-commands': ['mkdir -p /app/include /app/lib', 'cp -a usr/include/. /app/include', 'cp -a usr/lib/*-linux-gnu*/lib*.so* /app/lib'],
        'cleanup': ['/include'],
        'sources': [{'type': 'dir', 'path': str(files)}],
    }


def remember_compilations(state):
    """What was compiled once, for either manifest, is not compiled again."""
    kept = standin.cache() / 'flatpak-ccache'
    kept.mkdir(exist_ok=True)
    (kept / 'ccache.conf').write_text('max_size = 500M\n', encoding='utf-8')
    state.mkdir()
    (state / 'ccache').symlink_to(kept)


def build(manifest, folder, repository, state):
    """Has flatpak-builder build a manifest into a repository. The folder of what an application's /app is then."""
    log = folder / 'build.log'
    command = ['flatpak-builder', '--user', '--force-clean', '--disable-rofiles-fuse', '--disable-updates', f'--state-dir={state}', '--ccache',
               f'--repo={repository}', '--default-branch=stable', str(folder / 'app'), str(manifest)]
    with open(log, 'w', encoding='utf-8') as output:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
    if done.returncode != 0:
        raise AssertionError(f'{" ".join(command)} failed:\n' + '\n'.join(log.read_text(encoding='utf-8', errors='replace').splitlines()[-60:]))
    return folder / 'app' / 'files'
