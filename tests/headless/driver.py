# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a program's window as a person does: a real pointer and real keys, and eyes that see what is on the screen.

    with Desktop() as desktop, Program(desktop, ['outlay', 'plan.json']) as program:
        program.click(text='Save')
        program.key('ctrl+z')
        program.find(role='label', text='5.2 bn')

There are no sleeps: after each input the program is asked when it has handled and painted everything, and find() waits until
what is looked for is there and stands still.
"""

import json
import os
import re
import signal
import socket
import subprocess
import time

from Xlib import XK, X, display
from Xlib.ext import xtest

TIMEOUT = 10
# A program that is asked has to finish first what it is at, with whatever else the machine does.
PATIENCE = 60

MODIFIERS = {'ctrl': 'Control_L', 'shift': 'Shift_L', 'alt': 'Alt_L', 'super': 'Super_L'}

# Complaints of GTK about the surroundings rather than the program.
# The last is of GTK's own file chooser (4.18), now and then, when it closes while its list still fills.
KNOWN_COMPLAINTS = re.compile(r'Unable to acquire.*(portal|session bus)|Failed to (load|acquire) .*theme|gtk_tree_store_remove: assertion',
                              re.IGNORECASE)
COMPLAINT = re.compile(r'\b(WARNING|CRITICAL|ERROR) \*\*')


class Widget:
    """A widget as it was when it was looked at. Its values are attributes; one that it has not is None.

    type, name, id, role, label, description, tooltip, text, cut (a label's, of which not all can be seen), title, value, active,
    sensitive, focus; x, y, width and height in its surface; children and parent.
    """

    def __init__(self, values, parent):
        self.__dict__.update(values)
        self.parent = parent
        self.children = [Widget(child, self) for child in values['children']]

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return None

    def __repr__(self):
        words = (f'{name}={getattr(self, name)!r}' for name in ('id', 'role', 'label', 'text', 'title', 'value')
                 if getattr(self, name) not in (None, ''))
        return f'<{self.type} {" ".join(words)}>'

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def matches(self, query):
        """QUERY's values are equal to the widget's, found in them (a compiled pattern), or say yes to them (a function)."""
        return all(_agrees(getattr(self, name), wanted) for name, wanted in query.items())

    @property
    def place(self):
        return self.surface, self.x, self.y, self.width, self.height


def _agrees(value, wanted):
    if isinstance(wanted, re.Pattern):
        return value is not None and wanted.search(value) is not None
    return wanted(value) if callable(wanted) else value == wanted


class Program:
    """A running program with a window. A context manager: leaving it ends the program and tells of its complaints.

    The options are those of Desktop.environment(); HOME is a folder of Desktop.home(), a new one unless it is given. MIRRORED: as it is for those who
    read from right to left.
    """

    def __init__(self, desktop, command, home=None, environment=None, mirrored=False, **options):
        self.desktop = desktop
        self.home = home or desktop.home(f'home-{time.monotonic_ns()}')
        self.log = self.home / 'log'
        self._socket_path = str(self.home / 'probe')
        # LD_PRELOAD takes a space in a path for the end of it.
        probe = self.home / 'probe.so'
        if not probe.exists():
            probe.symlink_to(os.environ['OUTLAY_PROBE'])
        self._environment = desktop.environment(self.home, **options) | {
            'GTK_A11Y': 'test',
            'LD_PRELOAD': str(probe),
            'OUTLAY_PROBE_SOCKET': self._socket_path,
        } | ({'OUTLAY_PROBE_MIRRORED': '1'} if mirrored else {}) | (environment or {})
        self._command = [str(word) for word in command]
        self.windows = []

    def __enter__(self):
        self._display = display.Display(self.desktop.display)
        self._screen = self._display.screen().root
        with open(self.log, 'w', encoding='utf-8') as log:
            self.process = subprocess.Popen(self._command, env=self._environment, stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=log, cwd=self.home)
        try:
            self._connect()
            self.until(lambda: any(window.active and self._is_placed(window) for window in self.look_at_all()), 'the window to open')
            self.settle()
        except BaseException:
            self._end()
            raise
        return self

    def _is_placed(self, window):
        """Whether the window manager has filled the screen with it, which it does a moment after it has shown it."""
        width, height = self.desktop.size
        return not self.desktop.maximized or (window.width * window.scale >= width and window.height * window.scale >= height)

    def __exit__(self, kind, *error):
        self._end()
        if kind is None:
            self.check_log()

    def _connect(self):
        self._socket = socket.socket(socket.AF_UNIX)
        if os.path.lexists(self._socket_path):
            os.unlink(self._socket_path)
        self.until(self._try_to_connect, 'the program to start', 60)
        self._stream = self._socket.makefile('rw', encoding='utf-8')

    def _try_to_connect(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}: {self.complaints()}')
        try:
            self._socket.connect(self._socket_path)
        except OSError:
            return False
        return True

    def _end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._display.close()
        self._socket.close()

    # --- the program as a process ---

    def ask(self, question, timeout=PATIENCE):
        """What the probe in the program answers to QUESTION ("tree")."""
        self._socket.settimeout(timeout)
        try:
            self._stream.write(question + '\n')
            self._stream.flush()
            answer = self._stream.readline()
        except TimeoutError:
            raise AssertionError(f'the program has not answered {question!r} for {timeout} seconds: {self.complaints()}') from None
        except OSError:
            answer = ''
        if not answer:
            raise AssertionError(f'the program is gone ({self.process.wait(TIMEOUT)}): {self.complaints()}')
        return json.loads(answer)

    def wait_for_end(self, timeout=TIMEOUT):
        """The exit code of a program that was asked to close."""
        return self.process.wait(timeout)

    def crash(self):
        """Ends the program as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def complaints(self):
        return self.log.read_text(encoding='utf-8', errors='replace')

    def check_log(self):
        bad = [line for line in self.complaints().splitlines()
               if COMPLAINT.search(line) and not KNOWN_COMPLAINTS.search(line)]
        if bad:
            raise AssertionError('the program complained: ' + '\n'.join(bad))

    # --- eyes ---

    def settle(self):
        """Waits until all input so far was handled and painted."""
        self._display.sync()
        self.ask('settle')

    def until(self, condition, what='', timeout=TIMEOUT):
        """Waits until CONDITION gives something true, and returns it."""
        end = time.monotonic() + timeout
        while not (result := condition()):
            if time.monotonic() > end:
                raise AssertionError(f'waited in vain for {what or condition}; on the screen: {self.texts()}')
            time.sleep(0.005)
        return result

    def look_at_all(self):
        """Every visible widget, as a list from the top of each window down."""
        self.windows = [Widget(window, None) for window in self.ask('tree')]
        return [widget for window in self.windows for widget in window.walk()]

    def all(self, within=None, **query):
        """Every widget now that agrees with the query, in the order of the window, inside the widget WITHIN if given."""
        return [widget for widget in self.look_at_all() if widget.matches(query) and _inside(widget, within)]

    def look(self, within=None, **query):
        """The first widget now that agrees with the query, or None."""
        return next(iter(self.all(within, **query)), None)

    def find(self, within=None, **query):
        """Waits until a widget agrees with the query and has stood still for a frame."""
        before = None

        def still():
            nonlocal before
            widget = self.look(within, **query)
            place = widget and widget.surface_width > 1 and widget.place
            if place and place == before:
                return widget
            before = place
            self.settle()
            return None

        return self.until(still, f'a widget with {query}')

    def gone(self, within=None, **query):
        """Waits until no widget agrees with the query."""
        self.until(lambda: self.look(within, **query) is None, f'no widget with {query}')

    def drawn(self):
        """The texts that the program's own widgets have drawn since this was last asked, each with whether some of it is cut off."""
        return self.ask('drawn')

    def texts(self):
        """What can be read on the screen."""
        return [widget.text for window in self.windows for widget in window.walk() if widget.text]

    def types(self):
        """The type of every widget there is, seen or not."""
        return self.ask('types')

    def actions(self):
        """Which actions there are ("win.undo") and whether each can be done now."""
        return self.ask('actions')

    def screenshot(self, path, widget=None):
        """Writes what is on the screen, or the part of it where a widget is, as PNG."""
        command = ['import', '-display', self.desktop.display, '-window', 'root']
        if widget is not None:
            left, top = self.at(widget, 0, 0)
            right, bottom = self.at(widget, 1, 1)
            command += ['-crop', f'{right - left}x{bottom - top}+{left}+{top}', '+repage']
        subprocess.run([*command, str(path)], check=True)

    def pixel(self, x, y):
        """The colour of a point on the screen as (red, green, blue)."""
        image = self._screen.get_image(int(x), int(y), 1, 1, X.ZPixmap, 0xffffff)
        blue, green, red = image.data[:3]
        return red, green, blue

    # --- hands ---

    def resize(self, width, height):
        """Gives the window a size, on a desktop that does not fill the screen with it."""
        window = self.find(type=re.compile('Window$'))
        self._display.create_resource_object('window', int(window.surface)).configure(width=width, height=height)
        self._display.sync()
        self.until(lambda: self.look(type=window.type, width=width, height=height), f'a window of {width}×{height}')
        self.settle()

    def at(self, widget, across=0.5, down=0.5):
        """The point on the screen that lies so far across and down a widget (0 to 1)."""
        origin = self._screen.translate_coords(self._display.create_resource_object('window', int(widget.surface)), 0, 0)
        return (round(origin.x + (widget.x + widget.width * across) * widget.scale),
                round(origin.y + (widget.y + widget.height * down) * widget.scale))

    def _point(self, target, query, across=0.5, down=0.5):
        """A point on the screen from a point, a widget, or a query that find() answers."""
        if isinstance(target, tuple):
            return target
        return self.at(target or self.find(**query), across, down)

    def _fake(self, kind, detail=0, x=0, y=0):
        xtest.fake_input(self._display, kind, detail, x=int(x), y=int(y))
        self._display.sync()

    def move(self, target=None, across=0.5, down=0.5, **query):
        """Moves the pointer to a point, a widget or what a query finds."""
        self._fake(X.MotionNotify, 0, *self._point(target, query, across, down))
        self.settle()

    def press(self, button=1):
        self._fake(X.ButtonPress, button)

    def release(self, button=1):
        self._fake(X.ButtonRelease, button)
        self.settle()

    def click(self, target=None, across=0.5, down=0.5, count=1, button=1, **query):
        self.move(target, across, down, **query)
        for _ in range(count):
            self.press(button)
            self.release(button)

    def drag(self, start, end, steps=10, during=None):
        """Presses at START (a point or a widget), moves to END in STEPS and releases; DURING is called before the release."""
        x0, y0 = self._point(start, {})
        x1, y1 = self._point(end, {})
        self.move((x0, y0))
        self.press()
        for step in range(1, steps + 1):
            self.move((round(x0 + (x1 - x0) * step / steps), round(y0 + (y1 - y0) * step / steps)))
        if during is not None:
            during()
        self.release()

    def scroll(self, target=None, clicks=1, across=0.5, down=0.5, **query):
        """Turns the wheel over a widget, down or with a negative number up."""
        self.click(target, across, down, count=abs(clicks), button=5 if clicks > 0 else 4, **query)

    def pinch(self, widget, scale):
        """Two fingers in the middle of a widget of the active window, until they are SCALE times as far from each other."""
        self.move(widget)
        if not self.ask(f'pinch {widget.x + widget.width / 2} {widget.y + widget.height / 2} {scale}'):
            raise AssertionError(f'{widget} is not to be pinched')
        self.settle()

    def _key_codes(self, name):
        """The keys that make a character or have a name: the key itself and shift where it takes that."""
        symbol = XK.string_to_keysym(name) or (ord(name) if len(name) == 1 else 0)
        for code, level in self._display.keysym_to_keycodes(symbol):
            if level in (0, 1):
                return [code], level == 1
        raise ValueError(f'no key for {name!r}; paste() takes any text')

    def key(self, combination, settle=True):
        """Presses keys together: "ctrl+shift+s", "Return", "F10"."""
        *modifiers, name = combination.split('+') if len(combination) > 1 else [combination]
        codes, shifted = self._key_codes(name)
        if shifted:
            modifiers.append('shift')
        held = [self._display.keysym_to_keycode(XK.string_to_keysym(MODIFIERS[modifier])) for modifier in modifiers]
        for code in held + codes:
            xtest.fake_input(self._display, X.KeyPress, code)
        for code in codes + held[::-1]:
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()
        if settle:
            self.settle()

    def hold(self, modifier):
        """Keeps a key ("ctrl") pressed until it is let go."""
        self._fake(X.KeyPress, self._display.keysym_to_keycode(XK.string_to_keysym(MODIFIERS[modifier])))

    def let_go(self, modifier):
        self._fake(X.KeyRelease, self._display.keysym_to_keycode(XK.string_to_keysym(MODIFIERS[modifier])))
        self.settle()

    def type(self, text):
        """Types a text of characters that the keyboard has."""
        for character in text:
            self.key(character, settle=False)
        self.settle()

    # --- clipboard and dialogs ---

    def _xclip(self, *options, **more):
        return subprocess.run(['xclip', '-display', self.desktop.display, '-selection', 'clipboard', *options],
                              check=True, **more)

    def paste(self, text):
        """Pastes a text, also one that the keyboard cannot type."""
        selection = self._display.intern_atom('CLIPBOARD')
        before = self._display.get_selection_owner(selection)
        self._xclip('-in', input=text.encode(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.until(lambda: self._display.get_selection_owner(selection) not in (before, X.NONE), 'the text to be copied')
        self.settle()
        self.until(lambda: self.ask('formats'), 'the program to know what was copied')
        self.key('ctrl+v')
        self.until(lambda: any(text in (widget.text or '') for widget in self.look_at_all()), f'{text!r} to be pasted')

    def clipboard(self, kind='UTF8_STRING'):
        """The bytes of what was copied, in a format ("image/png"); TARGETS lists the formats."""
        return self._xclip('-out', '-target', kind, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIMEOUT).stdout

    def choose_file_to_save(self, path):
        """Answers a file dialog that asks where to save."""
        self.find(type='GtkFileChooserDialog')
        self.until(lambda: self.look(type='GtkText', focus=True), 'the name to have the focus')
        self.key('ctrl+a')
        self.type(str(path))
        self.key('Return')
        self.gone(type='GtkFileChooserDialog')

    def choose_file_to_open(self, path):
        """Answers a file dialog that asks what to open."""
        self.find(type='GtkFileChooserDialog')
        self.key('ctrl+l')
        self.until(lambda: self.look(type='GtkText', focus=True), 'the path to have the focus')
        self.key('ctrl+a')
        self.type(str(path))

        def taken():
            self.key('Return')
            return self.look(type='GtkFileChooserDialog') is None

        self.until(taken, 'the dialog to take the path')


def outlay(desktop, *arguments, **options):
    """Outlay itself as the build has it, with what a user wrote behind its name."""
    return Program(desktop, [os.environ['OUTLAY_PROGRAM'], *arguments], **options)


def _inside(widget, outer):
    if outer is None:
        return True
    while widget is not None:
        if (widget.type, widget.place) == (outer.type, outer.place):
            return True
        widget = widget.parent
    return False
