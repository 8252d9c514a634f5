# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop that nobody sees: an X server of its own, a window manager, a session bus, and a home for each program.

Nothing of the user's own desktop or settings is read or touched.

    python3 desktop.py [--size WIDTHxHEIGHT] COMMAND...

runs a command on such a desktop and ends with its exit code.
"""

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# One font, no animations and no blinking: what is painted depends on nothing but the program and its data.
GTK_SETTINGS = """[Settings]
gtk-enable-animations=false
gtk-cursor-blink=false
gtk-font-name=Inter 11
gtk-hint-font-metrics=true
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
"""

# Without a compositor GTK frames a window with a thick edge, also one that fills the screen.
GTK_STYLE = 'window.solid-csd { padding: 0; border: none; box-shadow: none; }\n'

# Where GTK looks for the resolution of text when no settings daemon runs.
X_RESOURCES = 'Xft.dpi: {dpi}\n'

# What a desktop's settings panel would have stored.
DESKTOP_SETTINGS = """[org/gnome/desktop/interface]
color-scheme='{color_scheme}'
enable-animations=false

[org/gnome/desktop/a11y/interface]
high-contrast={high_contrast}
"""

# Windows as large as the screen, so that a window's place is known and the size of the screen is that of the window.
WINDOW_MANAGER = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <applications>
    <application type="normal"><maximized>{maximized}</maximized></application>
  </applications>
</openbox_config>
"""


class Desktop:
    """An X server of SIZE, with a window manager and a session bus. A context manager."""

    # Ends the names of homes, so that another attempt of a test finds nothing of the one before.
    attempt = ''

    def __init__(self, size=(1600, 1000), maximized=True):
        self.size = size
        self.maximized = maximized

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            self.folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix='outlay-desktop-')))
            self.runtime = self.folder / 'run'
            self.runtime.mkdir(mode=0o700)
            self.log = stack.enter_context(open(self.folder / 'log', 'w'))
            self.display = self._start_server(stack)
            self.bus = self._start_bus(stack)
            self._start_window_manager(stack)
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *error):
        self._stack.close()

    def _start(self, stack, command, **options):
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, **options)
        stack.callback(_end, process)

    def _start_announced(self, stack, command, option, **options):
        """Starts a server that writes its address to the file descriptor that OPTION tells it, once it is ready."""
        reader, writer = os.pipe()
        with open(reader, encoding='utf-8') as answer:
            self._start(stack, [*command, *option(writer)], pass_fds=[writer], **options)
            os.close(writer)
            address = answer.readline().strip()
        if not address:
            raise RuntimeError(f'{command[0]} did not start: {(self.folder / "log").read_text()}')
        return address

    def _start_server(self, stack):
        width, height = self.size
        command = ['Xvfb', '-screen', '0', f'{width}x{height}x24', '-dpi', '96', '-nolisten', 'tcp', '-noreset']
        return ':' + self._start_announced(stack, command, lambda fd: ['-displayfd', str(fd)])

    def _start_bus(self, stack):
        command = ['dbus-daemon', '--session', '--nofork', '--nosyslog']
        return self._start_announced(stack, command, lambda fd: [f'--print-address={fd}'],
                                     env=self.environment(self.home('bus')))

    def _start_window_manager(self, stack):
        config = self.folder / 'openbox.xml'
        config.write_text(WINDOW_MANAGER.format(maximized='yes' if self.maximized else 'no'), encoding='utf-8')
        self._start(stack, ['openbox', '--sm-disable', '--config-file', str(config)],
                    env=self.environment(self.home('window-manager')))
        while b'0x' not in subprocess.run(['xprop', '-display', self.display, '-root', '_NET_SUPPORTING_WM_CHECK'],
                                          capture_output=True, check=True).stdout:
            time.sleep(0.01)

    def home(self, name):
        """A folder that stays as long as the desktop, for programs that are to find what an earlier one left."""
        home = self.folder / (name + self.attempt)
        home.mkdir(exist_ok=True)
        return home

    def environment(self, home, language=None, dark=False, high_contrast=False, text_scale=1, scale=1):
        """What a program's environment is on this desktop, with its settings written to HOME.

        LANGUAGE is a locale without its encoding ("zh_CN"), TEXT_SCALE the factor of "large text", SCALE that of the screen.
        """
        config = home / '.config'
        _write(config / 'gtk-4.0' / 'settings.ini', GTK_SETTINGS)
        _write(config / 'gtk-4.0' / 'gtk.css', GTK_STYLE)
        _write(config / 'Xresources', X_RESOURCES.format(dpi=round(96 * text_scale)))
        _write_once(config / 'glib-2.0' / 'settings' / 'keyfile', DESKTOP_SETTINGS.format(
            color_scheme='prefer-dark' if dark else 'default', high_contrast='true' if high_contrast else 'false'))
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith(('XDG_', 'LC_', 'GTK_', 'GDK_', 'GSK_', 'ADW_', 'DBUS_', 'WAYLAND_'))}
        return kept | {
            'HOME': str(home),
            'XDG_CONFIG_HOME': str(config),
            'XDG_DATA_HOME': str(home / '.local' / 'share'),
            'XDG_CACHE_HOME': str(home / '.cache'),
            'XDG_RUNTIME_DIR': str(self.runtime),
            'XENVIRONMENT': str(config / 'Xresources'),
            'DISPLAY': self.display,
            'DBUS_SESSION_BUS_ADDRESS': getattr(self, 'bus', ''),
            'GDK_BACKEND': 'x11',
            'GDK_DEBUG': 'no-portals',
            'GDK_DISABLE': 'gl,vulkan',
            'GDK_SCALE': str(scale),
            'GSK_RENDERER': 'cairo',
            'ADW_DISABLE_PORTAL': '1',
            'GIO_USE_VFS': 'local',
            'GSETTINGS_BACKEND': 'keyfile',
            'LC_ALL': f'{language}.UTF-8' if language else 'C.UTF-8',
            'LANGUAGE': language or '',
            'TZ': 'UTC',
        }


def _end(process):
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding='utf-8')


def _write_once(path, text):
    if not path.exists():
        _write(path, text)


def size(text):
    """1600x1000 as a pair of numbers."""
    width, height = text.split('x')
    return int(width), int(height)


def main():
    parser = argparse.ArgumentParser(description='Run a command on a desktop that nobody sees.')
    parser.add_argument('--size', type=size, default=(1600, 1000), metavar='WIDTHxHEIGHT')
    parser.add_argument('command', nargs=argparse.REMAINDER)
    arguments = parser.parse_args()
    with Desktop(arguments.size) as desktop:
        sys.exit(subprocess.run(arguments.command, env=desktop.environment(desktop.home('home'))).returncode)


if __name__ == '__main__':
    main()
