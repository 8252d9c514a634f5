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
LONGEST = 2.0
# What may be lost.
GRACE = 1.0

CELL = 'initiatives.mining.investment.phase-1'


class Model:
    """What the plan must be: the steps, how many are in force, and the scenario that is shown; and what was done last."""

    def __init__(self):
        plan = sample()
        self.names = ['Base'] + [scenario['name'] for scenario in plan['scenarios']]
        self.ids = ['base'] + [scenario['id'] for scenario in plan['scenarios']]
        self.first = [plan['initiatives'][0]['investment']['phase-1']] + [scenario.get('changes', {}).get(CELL) for scenario in plan['scenarios']]
        self.steps = []
        self.done = 0
        self.scenario = 0
        self.kind = None

    def copy(self):
        other = Model.__new__(Model)
        other.__dict__.update(self.__dict__)
        other.steps = list(self.steps)
        return other

    def own(self, scenario):
        """The scenario's own amount, None where it takes another's."""
        amount = self.first[scenario]
        for where, value in self.steps[:self.done]:
            if where == scenario:
                amount = value
        return amount

    def edit(self, amount):
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
        pass

    def file(self):
        """What of the file can differ."""
        return [self.own(scenario) for scenario in range(len(self.names))]


class Kill(WindowTest):
    # One bad end among all is one too many.
    AGAIN = False

    def setUp(self):
        self.random = random.Random(SEED)
        self.home = self.desktop.home('killed')
        self.path = self.write('plan.outlay.json', sample())
        self.model = Model()
        self.disk = self.on_disk()
        self.cents = 0

    # --- hands ---

    def act(self, program, model):
        """Chooses something, gives what it will lead to, and the way to do it."""
        after = model.copy()
        what = after.kind = self.random.choices(['edit', 'undo', 'redo', 'switch', 'save'], [8, 3, 2, 2, 2])[0]
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
        """Into the first cell; the one below it is selected after an amount was typed."""
        program.click(self.cell)
        while program.at(program.find(type='OutlaySplitCell')) != self.cell:
            program.key('Up')
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
        except Exception:
            # Whatever breaks when the program goes, the X server's answer about a window that is no more among it.
            if not killed:
                timer.cancel()
                raise
        program.process.wait()
        return moments, killed[0]

    # --- eyes ---

    def on_disk(self):
        """What of the file can differ; the rest must be whole."""
        plan = json.loads(self.path.read_text(encoding='utf-8'))
        changes = {scenario['id']: scenario.pop('changes', {}) for scenario in plan['scenarios']}
        amounts = [plan['initiatives'][0]['investment'].pop('phase-1')] + [changes[name].pop(CELL, None) for name in self.model.ids[1:]]
        rest = sample()
        rest['initiatives'][0]['investment'].pop('phase-1')
        others = {scenario['id']: scenario.pop('changes', {}) for scenario in rest['scenarios']}
        self.assertEqual((plan, changes), (rest, {name: {path: value for path, value in other.items() if path != CELL}
                                                  for name, other in others.items()}))
        return amounts

    def told(self, tooltip):
        """The amount in a step's description, in hundredths of a billion."""
        found = re.search(r'to ([\d.,]+) (bn|m)', tooltip)
        return found and round(float(found[1].replace(',', '')) * (100 if found[2] == 'bn' else 0.1))

    def agrees(self, program, model):
        """Whether the steps before and ahead are those of the model."""
        undo, redo = (self.told(program.find(type='GtkButton', id=button).tooltip) for button in ('undo_button', 'redo_button'))
        before, after = model.steps[:model.done], model.steps[model.done:]
        return undo == (before and round(before[-1][1] / 1e7) or None) and redo == (after and round(after[0][1] / 1e7) or None)

    def shown_scenario(self, program):
        switcher = program.find(type='OutlayScenarioSwitcher', id='scenario_switcher')
        return next(widget.text for widget in switcher.walk() if widget.text in self.model.names)

    def restart(self):
        """The program that is started anew; nothing but the draft tells it what to show."""
        program = self.start(home=self.home)
        self.cell = program.at(program.find(type='OutlaySplitCell'))
        self.assertEqual(len(program.all(type='OutlayWindow')), 1, program.texts())
        return program

    def judge(self, program, moments, killed):
        """Finds the moment that came back, which is not before the last second, and goes on from there."""
        first = max(n for n, (when, _model) in enumerate(moments) if n == 0 or when <= killed - GRACE)
        possible = [model for _when, model in moments[first:]]
        back = [model for model in possible if self.agrees(program, model)]
        self.assertTrue(back, f'{program.texts()} is none of {[(model.steps, model.done) for model in possible]}')
        scenario = self.shown_scenario(program)
        self.assertIn(scenario, [model.names[model.scenario] for model in possible])
        self.model = back[-1].copy()
        self.model.scenario = self.model.names.index(scenario)

    def judge_file(self, program, moments):
        """The file holds what it held before or what was saved since, and the window knows whether it shows that."""
        found = self.on_disk()
        saves = [after.file() for (_when, _before), (_then, after) in zip(moments, moments[1:]) if after.kind == 'save']
        self.assertIn(found, [self.disk] + saves)
        self.assertEqual(program.find(type='OutlayWindow').title.startswith('•'), found != self.model.file())
        self.disk = found

    def test_kills(self):
        program = self.start(self.path, home=self.home)
        self.cell = program.at(program.find(type='OutlaySplitCell'))
        program.click(type='GtkSwitch', id='keep_total')
        for _round in range(KILLS):
            moments, killed = self.work(program)
            program = self.restart()
            self.judge(program, moments, killed)
            self.judge_file(program, moments)


if __name__ == '__main__':
    tap.main()
