# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a program's window as a screen reader does: over the accessibility bus, and by nothing else.

    with Desktop() as desktop, Program(desktop, ['outlay'], environment=READ) as program:
        reader = Reader(program)
        reader.focus.name
        reader.heard()
"""

from gi.repository import Gio, GLib

# What a program must be started with: by default the driver's programs are not on the bus.
READ = {'GTK_A11Y': 'atspi'}

ATSPI = 'org.a11y.atspi.'
REGISTRY = ATSPI + 'Registry'
ROOT = '/org/a11y/atspi/accessible/root'
NOTHING = '/org/a11y/atspi/null'
EVENTS = 'object:state-changed:focused', 'object:announcement'
STATES = {'checked': 4, 'editable': 7, 'enabled': 8, 'expanded': 10, 'focusable': 11, 'focused': 12, 'modal': 16, 'pressed': 20, 'selected': 23,
          'sensitive': 24, 'showing': 25, 'visible': 30, 'invalid': 36, 'checkable': 41}
PATIENCE_MS = 60000


def _connect(address):
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


class Object:
    """Something on the bus. What it is called and what it says are asked for when they are wanted, and are those of that moment."""

    def __init__(self, bus, place, parent=None):
        self._bus = bus
        self.place = place
        self.parent = parent

    def __repr__(self):
        return f'<{self.role} {self.name!r}>'

    def __eq__(self, other):
        return isinstance(other, Object) and self.place == other.place

    def __hash__(self):
        return hash(self.place)

    def _call(self, interface, method, arguments=None):
        return self._bus.call_sync(*self.place, interface, method, arguments, None, 0, PATIENCE_MS, None).unpack()

    def _ask(self, method, interface='Accessible'):
        return self._call(ATSPI + interface, method)[0]

    def _get(self, name, interface='Accessible'):
        return self._call('org.freedesktop.DBus.Properties', 'Get', GLib.Variant('(ss)', (ATSPI + interface, name)))[0]

    @property
    def role(self):
        return self._ask('GetRoleName')

    @property
    def name(self):
        return self._get('Name')

    @property
    def description(self):
        return self._get('Description')

    @property
    def states(self):
        low, high = self._ask('GetState')
        return {name for name, bit in STATES.items() if (low | high << 32) >> bit & 1}

    @property
    def interfaces(self):
        return {name.removeprefix(ATSPI) for name in self._ask('GetInterfaces')}

    @property
    def attributes(self):
        """Row and column, what is shown in an empty entry and the like."""
        return self._ask('GetAttributes')

    @property
    def value(self):
        """As a number, with the least and the greatest that it may be, and in words; None of what has none."""
        if 'Value' not in self.interfaces:
            return None
        return tuple(self._get(name, 'Value') for name in ('CurrentValue', 'MinimumValue', 'MaximumValue', 'Text'))

    @property
    def text(self):
        if 'Text' not in self.interfaces:
            return None
        return self._call(ATSPI + 'Text', 'GetText', GLib.Variant('(ii)', (0, self._get('CharacterCount', 'Text'))))[0]

    @property
    def children(self):
        return [Object(self._bus, place, self) for place in self._ask('GetChildren')]

    def parents(self):
        """From the one around it to the window, as it was come upon."""
        one = self._around()
        while one is not None:
            yield one
            one = one._around()

    def _around(self):
        if self.parent is None:
            place = self._get('Parent')
            self.parent = Object(self._bus, place) if place[1] not in ('', NOTHING) else None
        return self.parent

    def walk(self):
        """This and everything in it that is shown, from the top down."""
        yield self
        for child in self.children:
            if 'showing' in child.states:
                yield from child.walk()


class Reader:
    """A screen reader of one PROGRAM, from now on."""

    def __init__(self, program):
        self._program = program
        session = _connect(program.desktop.bus)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None, 0, PATIENCE_MS, None).unpack()[0]
        self._bus = _connect(address)
        self._heard = []
        self._focus = None
        self._bus.signal_subscribe(None, ATSPI + 'Event.Object', None, None, None, 0, self._event)
        for event in EVENTS:
            self._call(REGISTRY, '/org/a11y/atspi/registry', REGISTRY, 'RegisterEvent', GLib.Variant('(sass)', (event, [], '')))
        self.program = program.until(self._find, 'the program on the accessibility bus')
        self._focus = next((one for one in self.program.walk() if 'focused' in one.states), None)

    def _call(self, *words):
        return self._bus.call_sync(*words, None, 0, PATIENCE_MS, None).unpack()

    def _is_program(self, one):
        name = GLib.Variant('(s)', (one.place[0],))
        return self._call('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID', name)[0] == self._program.process.pid

    def _find(self):
        return next(filter(self._is_program, Object(self._bus, (REGISTRY, ROOT)).children), None)

    def _event(self, _bus, sender, path, _interface, signal, arguments):
        detail, on, _more, words, *_rest = arguments.unpack()
        if signal == 'Announcement':
            self._heard.append(words)
        elif signal == 'StateChanged' and detail == 'focused' and on:
            self._focus = Object(self._bus, (sender, path))

    def listen(self):
        """Takes notice of everything that the program has told so far."""
        self._program.settle()
        # The answer comes behind all that was told before it.
        self.program.role
        while GLib.MainContext.default().iteration(False):
            pass

    @property
    def focus(self):
        """What said last that it has the focus."""
        self.listen()
        return self._focus

    def heard(self):
        """What was announced since this was last asked."""
        self.listen()
        heard, self._heard = self._heard, []
        return heard

    def windows(self):
        return [window for window in self.program.children if 'showing' in window.states]

    def all(self):
        """Everything that is shown."""
        return [one for window in self.windows() for one in window.walk()]
