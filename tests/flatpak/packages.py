# SPDX-License-Identifier: GPL-3.0-or-later
"""The Debian packages that are installed here: what they need and which files they are."""

import os
import re
import shutil
import stat
import subprocess

# Debian's names for folders that have long been one with those in /usr.
MERGED = re.compile(r'^/(bin|sbin|lib|lib64)(?=/)')


class Packages:
    """What dpkg has installed."""

    def __init__(self):
        self.versions = {}
        self._needs = {}
        self._providers = {}
        form = '${db:Status-Status}\t${binary:Package}\t${Version}\t${Provides}\t${Pre-Depends}, ${Depends}\n'
        for line in _run('dpkg-query', '-W', '-f', form).splitlines():
            status, name, version, provided, needed = line.split('\t')
            if status != 'installed':
                continue
            bare = name.partition(':')[0]
            self.versions[bare] = version
            self._needs[bare] = needed
            for other in [bare, *_names(provided)]:
                self._providers.setdefault(other, []).append(bare)

    def missing(self, names):
        return [name for name in names if name not in self.versions]

    def closure(self, names):
        """The packages of these names and all that they depend on, sorted."""
        found, todo = set(), list(names)
        while todo:
            name = todo.pop()
            if name in found:
                continue
            found.add(name)
            for alternatives in filter(None, (part.strip() for part in self._needs[name].split(','))):
                installed = [one for choice in _names(alternatives.replace('|', ',')) for one in self._providers.get(choice, [])]
                todo += installed[:1]
        return sorted(found)

    def copy(self, names, root):
        """Lays the files of packages in /usr and /etc under a folder, as the packages have them."""
        paths = {MERGED.sub(r'/usr/\1', line) for line in _run('dpkg-query', '-L', *names).splitlines()}
        for path in sorted(paths):
            if path.startswith(('/usr/', '/etc/')) and os.path.lexists(path):
                _copy(path, str(root) + path)


def _run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _names(relations):
    """The names in a list of packages with their conditions."""
    return [re.split(r'[ (:]', name.strip())[0] for name in relations.split(',') if name.strip()]


def _copy(path, target):
    mode = os.lstat(path).st_mode
    if stat.S_ISDIR(mode):
        os.makedirs(target, exist_ok=True)
        return
    if os.path.lexists(target):
        return
    os.makedirs(os.path.dirname(target), exist_ok=True)
    # A diversion or an alternative may stand where a package has a file; whatever stands there is what works.
    shutil.copyfile(path, target, follow_symlinks=False)
    if stat.S_ISREG(mode):
        os.chmod(target, 0o755 if mode & 0o100 else 0o644)
