# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's session with portals, and a program in its sandbox there.

Nothing is laid into the sandbox: what a program does is seen by its windows' titles, by the actions that it offers on the bus, as it does to every desktop,
and by what becomes of files.
"""

import os
import re
import subprocess
import time
from pathlib import Path

from gi.repository import Gio, GLib
from Xlib import X, display

from desktop import Desktop
from driver import Program

# Starting takes the sandbox, the portals and the program, on whatever machine this is.
STARTING = 90
TIMEOUT = 60
# How long what was typed is given to show before it is typed once more.
SOON = 5
BETWEEN_KEYS = 0.03
# What a test's desktop keeps programs from, and a sandbox is to be asked for.
NOT_HERE = ('GDK_DEBUG', 'ADW_DISABLE_PORTAL', 'GIO_USE_VFS', 'GSETTINGS_BACKEND', 'GSETTINGS_SCHEMA_DIR')


class Session(Desktop):
    """A desktop whose bus starts the portals when somebody asks for them."""

    def environment(self, home, **options):
        environment = super().environment(home, **options)
        for name in NOT_HERE:
            environment.pop(name, None)
        return environment | {
            'XDG_RUNTIME_DIR': os.environ['XDG_RUNTIME_DIR'],
            'XDG_CURRENT_DESKTOP': 'GNOME',
            # Portals ask after services of the system, which need not be there.
            'DBUS_SYSTEM_BUS_ADDRESS': getattr(self, 'bus', ''),
        }

    def can_show_files(self):
        """Whether the document portal can lay files into sandboxes: it needs /dev/fuse."""
        try:
            self.connection().call_sync('org.freedesktop.portal.Documents', '/org/freedesktop/portal/documents', 'org.freedesktop.portal.Documents',
                                        'GetMountPoint', None, None, Gio.DBusCallFlags.NONE, TIMEOUT * 1000, None)
        except GLib.Error:
            return False
        return Path(os.environ['XDG_RUNTIME_DIR'], 'doc', 'by-app').is_dir()

    def connection(self):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        return Gio.DBusConnection.new_for_address_sync(self.bus, flags, None, None)


class Sandboxed(Program):
    """An application as "flatpak run" starts it. A context manager."""

    def __init__(self, desktop, application, home, files=(), **options):
        self.desktop = desktop
        self.home = home
        self.log = desktop.folder / f'log-{time.monotonic_ns()}'
        self.application = application
        self._environment = desktop.environment(home, **options)
        forwarded = ['@@', *map(str, files), '@@'] if files else []
        self._command = ['flatpak', 'run', '--user', '--file-forwarding', application, *forwarded]

    def __enter__(self):
        self._display = display.Display(self.desktop.display)
        self._screen = self._display.screen().root
        self.bus = self.desktop.connection()
        with open(self.log, 'w', encoding='utf-8') as log:
            self.process = subprocess.Popen(self._command, env=self._environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.home)
        try:
            self.until(self.is_listening, 'a window', STARTING)
            self.until(self.actions, 'the window to offer actions', STARTING)
        except BaseException:
            self._end()
            raise
        return self

    def _end(self):
        self.kill()
        self._display.close()
        self.bus.close_sync(None)

    def kill(self):
        """Ends the sandbox and all in it at once."""
        subprocess.run(['flatpak', 'kill', self.application], env=self._environment, capture_output=True)
        self.process.wait()

    # --- eyes ---

    def settle(self):
        self._display.sync()

    def texts(self):
        return self.titles() + [self.complaints()]

    def until(self, condition, what='', timeout=TIMEOUT):
        return super().until(condition, what, timeout)

    def titles(self):
        """What the windows on the screen are called."""
        found = self._screen.get_full_property(self._display.intern_atom('_NET_CLIENT_LIST'), X.AnyPropertyType)
        return [title for window in (found.value if found else []) if (title := self._title(window))]

    def is_listening(self):
        """Whether a window has the keyboard."""
        active = self._screen.get_full_property(self._display.intern_atom('_NET_ACTIVE_WINDOW'), X.AnyPropertyType)
        return active is not None and self._title(active.value[0])

    def _title(self, window):
        try:
            name = self._display.create_resource_object('window', window).get_full_property(self._display.intern_atom('_NET_WM_NAME'), X.AnyPropertyType)
        except Exception:  # a window that has just gone
            return None
        return name and name.value.decode()

    def wait_for(self, title):
        """Waits for a window whose title agrees with a pattern."""
        return self.until(lambda: next((one for one in self.titles() if re.search(title, one)), None), f'a window called {title}')

    def wait_until_gone(self, title):
        self.until(lambda: not any(re.search(title, one) for one in self.titles()), f'the window {title} to close')

    def actions(self):
        """Which actions the first window offers and whether each can be done now, as {name: yes}."""
        try:
            path = self._windows()[0]
            described = self._call(path, 'DescribeAll', None)
        except (GLib.Error, IndexError):
            return {}
        return {name: enabled for name, (enabled, _kind, _state) in described.unpack()[0].items()}

    def _path(self):
        return '/' + self.application.replace('.', '/')

    def _windows(self):
        text = self.bus.call_sync(self.application, self._path() + '/window', 'org.freedesktop.DBus.Introspectable', 'Introspect', None, None,
                                  Gio.DBusCallFlags.NONE, TIMEOUT * 1000, None).unpack()[0]
        return [f'{self._path()}/window/{name}' for name in re.findall(r'<node name="(\d+)"', text)]

    def _call(self, path, method, arguments):
        return self.bus.call_sync(self.application, path, 'org.gtk.Actions', method, arguments, None, Gio.DBusCallFlags.NONE, TIMEOUT * 1000, None)

    # --- hands ---

    def type(self, text):
        """As fast as a person at most: each key when the program has answered since the last one."""
        for character in text:
            self.key(character)
            time.sleep(BETWEEN_KEYS)
            self.actions()

    def activate(self, action, *arguments):
        """Has the first window do what an action says, as a desktop's menu would."""
        self._call(self._windows()[0], 'Activate', GLib.Variant('(sava{sv})', (action, list(arguments), {})))

    def choose(self, title, path):
        """Answers a dialog of the desktop's own that asks for a file. In a list of files, a slash begins a path."""
        self.wait_for(title)

        def taken():
            self.key('ctrl+a')
            self.type(str(path))
            self.key('Return')
            return self.soon(lambda: not any(re.search(title, one) for one in self.titles()))

        self.until(taken, 'the dialog to take the path')

    def soon(self, condition):
        """Whether a condition comes true in the time that a key takes to be heard."""
        end = time.monotonic() + SOON
        while not (result := condition()) and time.monotonic() < end:
            time.sleep(0.02)
        return result
