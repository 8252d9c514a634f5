# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is killed at random moments while somebody edits, undoes, switches scenarios and saves. The next start lacks at most the last second, the file is
always a whole plan, old or new, and nothing has to be repaired.

How often, and from which seed: OUTLAY_KILLS and OUTLAY_SEED.
"""

import json
import os
import random
import re
import threading
import time

import tap
from plans import WindowTest, sample

KILLS = int(os.environ.get('OUTLAY_KILLS', '100'))
SEED = int(os.environ.get('OUTLAY_SEED', '1'))
LONGEST = 2.5
# What may be lost.
GRACE = 1.0

CELL = 'initiatives.mining.investment.phase-1'


class Model:
    """What the plan must be: the steps, how many are in force, how many are on disk, and the scenario that is shown."""

    def __init__(self):
        plan = sample()
        self.names = ['Base'] + [scenario['name'] for scenario in plan['scenarios']]
        self.ids = ['base'] + [scenario['id'] for scenario in plan['scenarios']]
        self.parents = [None] + [self.ids.index(scenario.get('from', 'base')) for scenario in plan['scenarios']]
        self.first = [plan['initiatives'][0]['investment']['phase-1']] + [scenario.get('changes', {}).get(CELL) for scenario in plan['scenarios']]
        self.steps = []
        self.done = 0
        self.saved = 0
        self.scenario = 0

    def copy(self):
        other = Model.__new__(Model)
        other.__dict__.update(self.__dict__)
        other.steps = list(self.steps)
        return other

    def own(self, scenario, done=None):
        """The scenario's own amount, None where it takes another's."""
        amount = self.first[scenario]
        for where, value in self.steps[:self.done if done is None else done]:
            if where == scenario:
                amount = value
        return amount

    def amount(self):
        scenario = self.scenario
        while self.own(scenario) is None:
            scenario = self.parents[scenario]
        return self.own(scenario)

    def edit(self, amount):
        if self.saved > self.done:
            self.saved = -1
        self.steps[self.done:] = [(self.scenario, amount)]
        self.done += 1

    def undo(self):
        if self.done > 0:
            self.done -= 1
            self.scenario = self.steps[self.done][0]

    def redo(self):
        if self.done < len(self.steps):
            self.scenario = self.steps[self.done][0]
            self.done += 1

    def switch(self):
        self.scenario = (self.scenario + 1) % len(self.names)

    def save(self):
        self.saved = self.done

    def history(self):
        """What tells one history from another in the window: the last step, the next one, and how far they go."""
        return tuple(self.steps[:self.done]), tuple(self.steps[self.done:])

    def file(self):
        """What of the file can differ."""
        return [self.own(scenario) for scenario in range(len(self.names))]


class Kill(WindowTest):
    def setUp(self):
        self.random = random.Random(SEED)
        self.home = self.desktop.home('killed')
        self.path = self.write('plan.outlay.json', sample())
        self.model = Model()
        self.cents = 0

    # --- hands ---

    def act(self, program, model):
        """Chooses something, gives what it will lead to, and the way to do it."""
        after = model.copy()
        what = self.random.choices(['edit', 'undo', 'redo', 'switch', 'save'], [8, 3, 2, 2, 2])[0]
        if what == 'edit':
            # No two of them look alike.
            self.cents = self.cents % 499 + 1
            amount = self.cents * 1e7
            after.edit(amount)
            return after, lambda: self.type(program, f'{self.cents / 100:.2f}bn')
        getattr(after, what)()
        key = {'undo': 'ctrl+z', 'redo': 'ctrl+shift+z', 'switch': 'ctrl+Page_Down', 'save': 'ctrl+s'}[what]
        return after, lambda: program.key(key)

    def type(self, program, text):
        program.click(self.cell)
        program.type(text)
        program.key('Return')

    def work(self, program):
        """Acts until the program is gone. Gives each state with the time when it was reached; the last was not surely reached."""
        moments = [(time.monotonic(), self.model)]
        killed = []

        def kill():
            killed.append(time.monotonic())
            program.process.kill()

        timer = threading.Timer(self.random.uniform(0, LONGEST), kill)
        timer.start()
        try:
            while True:
                after, do = self.act(program, moments[-1][1])
                # From here on it may be so.
                moments.append((float('inf'), after))
                do()
                moments[-1] = (time.monotonic(), after)
        except (AssertionError, OSError, ValueError):
            timer.join()
        program.process.wait()
        self.assertTrue(killed, program.complaints())
        return moments, killed[0]

    # --- eyes ---

    def seen(self, program):
        """What the window tells: scenario, amount of the first cell, what can be undone and redone, and whether it is unsaved."""
        scenario = program.find(type='OutlayScenarioSwitcher', id='scenario_switcher')
        name = next(widget.text for widget in scenario.walk() if widget.text in self.model.names)
        undo, redo = (program.find(type='GtkButton', id=button).tooltip for button in ('undo_button', 'redo_button'))
        window = program.find(type='OutlayWindow')
        cell = program.find(type='OutlaySplitCell')
        return name, cell.label or cell.description or '', undo, redo, window.title.startswith('•')

    def told(self, tooltip):
        """The amount in a step's description, in cents of a billion."""
        found = re.search(r'to ([\d.,]+) (bn|m)', tooltip)
        return found and round(float(found[1].replace(',', '')) * (100 if found[2] == 'bn' else 0.1))

    def agrees(self, program, model):
        name, _cell, undo, redo, unsaved = self.seen(program)
        before, after = model.history()
        return (self.told(undo) == (before and round(before[-1][1] / 1e7) or None) and
                self.told(redo) == (after and round(after[0][1] / 1e7) or None))

    def check_file(self, moments):
        plan = json.loads(self.path.read_text(encoding='utf-8'))
        changes = {scenario['id']: scenario.get('changes', {}) for scenario in plan['scenarios']}
        found = [plan['initiatives'][0]['investment']['phase-1']] + [changes[name].get(CELL) for name in self.model.ids[1:]]
        whole = {**plan, 'initiatives': None, 'scenarios': None} == {**sample(), 'initiatives': None, 'scenarios': None}
        self.assertTrue(whole)
        return found

    def restart(self, moments, killed):
        """Starts again and finds which of the moments came back."""
        found = self.check_file(moments)
        program = self.start(home=self.home) if moments else self.start(self.path, home=self.home)
        self.cell = program.at(program.find(type='OutlaySplitCell'))
        if not moments:
            program.click(type='GtkSwitch', id='keep_total')
            return program
        self.assertEqual(len(program.all(type='OutlayWindow')), 1, program.texts())
        # The state that was reached before the last second, and all that came after.
        first = max(n for n, (when, _model) in enumerate(moments) if n == 0 or when <= killed - GRACE)
        possible = [model for _when, model in moments[first:]]
        name, _cell, undo, redo, unsaved = self.seen(program)
        same = [model for model in possible if self.agrees(program, model)]
        self.assertTrue(same, f'{name}, {undo}, {redo} is none of {[(m.names[m.scenario], m.history()) for m in possible]}')
        self.assertIn(name, [model.names[model.scenario] for model in possible])
        model = same[-1].copy()
        model.scenario = model.names.index(name)
        files = [(m.saved, m.file()) for m in [m for _w, m in moments] if m.saved == m.done]
        self.check_saved(model, moments, found, unsaved)
        self.model = model
        return program

    def check_saved(self, model, moments, found, unsaved):
        """The file is a state that was saved, and the window knows whether it shows that."""
        saves = [m for _when, m in moments if m.saved == m.done and m.file() == found]
        olds = [m for _when, m in moments if m.saved >= 0 and [m.own(n, m.saved) for n in range(len(m.names))] == found]
        unreachable = [m for _when, m in moments if m.saved < 0]
        self.assertTrue(saves or olds or unreachable, f'the file holds {found}')
        if not unsaved:
            self.assertEqual(found, model.file())
        elif model.file() == found:
            self.assertTrue(True)
        model.saved = next((n for n in range(len(model.steps), -1, -1) if [model.own(s, n) for s in range(len(model.names))] == found), -1)

    def test_kills(self):
        moments, killed = [], 0
        for _round in range(KILLS):
            program = self.restart(moments, killed)
            moments, killed = self.work(program)
        self.restart(moments, killed)


if __name__ == '__main__':
    tap.main()
