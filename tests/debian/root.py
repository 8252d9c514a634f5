# SPDX-License-Identifier: GPL-3.0-or-later
"""A Debian with nothing in it but what a package needs, made once for each list of packages under ~/.cache/outlay, and copies of it to be used up."""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

RELEASE = 'trixie'
# The way from the mirror: apt's settings here, as far as they are about that.
NETWORK = re.compile(r'^Acquire::(https?::Proxy|ForceIPv|Retries|Check-)\S* "[^"]+";$', re.MULTILINE)
OFFLINE = re.compile('Could not (resolve|connect)|Temporary failure|Unable to connect|Network is unreachable')
# What nobody has used for so long is not kept.
MOST_SECONDS = 7 * 24 * 60 * 60


class Unreachable(Exception):
    """There is no mirror to make a root from."""


def sources():
    """The files that name this Debian's mirrors."""
    folder = Path('/etc/apt')
    return [path for path in [folder / 'sources.list', *sorted((folder / 'sources.list.d').glob('*'))]
            if path.suffix in ('.list', '.sources') and path.is_file()]


def _make(place, packages):
    """Made beside its place and moved there only when it is whole."""
    part = place.with_suffix('.part')
    shutil.rmtree(part, ignore_errors=True)
    options = subprocess.run(['apt-config', 'dump'], capture_output=True, text=True, check=True).stdout
    with tempfile.NamedTemporaryFile('w', suffix='.conf') as settings:
        settings.writelines(match[0] + '\n' for match in NETWORK.finditer(options))
        settings.flush()
        os.chmod(settings.name, 0o644)
        done = subprocess.run(['mmdebstrap', '--variant=apt', f'--include={",".join(packages)}', f'--aptopt={settings.name}', '--dpkgopt=force-unsafe-io',
                               RELEASE, part, *sources()], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        shutil.rmtree(part, ignore_errors=True)
        raise (Unreachable if OFFLINE.search(done.stderr) else RuntimeError)(done.stderr[-3000:])
    part.chmod(0o755)
    part.rename(place)


def _forget_old_ones(cache):
    for stamp in cache.glob('debian-*.used'):
        if stamp.stat().st_mtime + MOST_SECONDS < time.time():
            shutil.rmtree(stamp.with_suffix(''), ignore_errors=True)
            stamp.unlink()


@contextmanager
def fresh(packages):
    """The folder of a root with these packages and what they depend on, that is gone afterwards."""
    cache = Path(os.environ.get('XDG_CACHE_HOME') or Path.home() / '.cache') / 'outlay'
    cache.mkdir(parents=True, exist_ok=True)
    key = hashlib.sha256('\n'.join([RELEASE, *packages]).encode()).hexdigest()[:12]
    place = cache / f'debian-{key}'
    with tempfile.TemporaryDirectory(prefix='outlay-debian-') as folder:
        root = Path(folder, 'root')
        with open(cache / 'debian.lock', 'w') as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not place.is_dir():
                _make(place, packages)
            place.with_suffix('.used').touch()
            subprocess.run(['cp', '-a', '--reflink=auto', place, root], check=True)
            _forget_old_ones(cache)
        yield root


def inside(root, *words, seen=()):
    """The words of a command that run in the root, where the temporary folder and what else is to be SEEN are those of this system."""
    folders = [word for path in (tempfile.gettempdir(), *seen) for word in ('--bind', str(path), str(path))]
    return ['bwrap', '--bind', str(root), '/', '--dev', '/dev', '--proc', '/proc', '--tmpfs', '/run', *folders, '--chdir', '/', '--cap-add', 'ALL',
            '--die-with-parent', *map(str, words)]
