# SPDX-License-Identifier: GPL-3.0-or-later
"""The split is edited as planners do: bars and boundaries are dragged, amounts typed, the rest gives way, and all figures follow."""

import re

import tap
from plans import SAMPLE, WindowTest, design_year, sample

ANNOUNCED = [[1.8e9, 1.2e9], [1.2e9, 0.8e9], [0.12e9, 0.08e9]]
PHASES = ('phase-1', 'phase-2')
TOTAL = 5.2e9


def with_cells(cells):
    """The Jinchuang plan with another split."""
    plan = sample()
    for initiative, row in zip(plan['initiatives'], cells):
        initiative['investment'] = dict(zip(PHASES, row))
    return plan


def kept(i, p, amount, cells=ANNOUNCED, locked=()):
    """The split after one cell was set while the total is kept: what is not locked gives way in proportion."""
    rest = sum(cells[k][q] for k in range(3) for q in range(2) if (k, q) != (i, p) and (k, q) not in locked)
    factor = (rest - (amount - cells[i][p])) / rest
    return [[amount if (k, q) == (i, p) else cells[k][q] if (k, q) in locked else cells[k][q] * factor for q in range(2)]
            for k in range(3)]


def words(amount):
    """1.80 bn yuan, 800 m yuan, 80.0 m yuan: three significant digits."""
    unit, word = (1e9, 'bn') if amount >= 1e9 else (1e6, 'm')
    return f'{amount / unit:#.3g}'.rstrip('.') + f' {word} yuan'


def between_initiatives(program, picture):
    """How far down the screen phase two's first boundary is: below the phases' names mining machinery has 1.2 of 2.08 billion of the height."""
    top, bottom = program.at(picture, 0.8, 0)[1], program.at(picture, 0.8, 1)[1]
    return round(top + 22 + (bottom - top - 22) * 1.2 / 2.08)


class SplitTest(WindowTest):
    """Hands and eyes for the split table and the split picture."""

    def open(self, plan=None, **options):
        program = self.start(self.write('plan.json', plan) if plan else SAMPLE, **options)
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        return program

    def go(self, program, i, p):
        """Brings the cursor to a cell; 3 initiatives or 2 phases lead to the sums. Returns the cell."""
        program.key('ctrl+Home')
        for _ in range(i):
            program.key('Down')
        for _ in range(p):
            program.key('Right')
        return self.cell(program)

    def cell(self, program):
        return program.find(role='grid-cell', focus=True)

    def exact(self, program):
        """The amount of the cursor's cell with all its digits, as it is copied."""
        program.key('ctrl+c')
        number, unit = re.fullmatch(r'([\d.]+)(bn|m|k|)', program.clipboard().decode()).groups()
        return float(number) * {'bn': 1e9, 'm': 1e6, 'k': 1e3, '': 1}[unit]

    def assert_cell(self, program, i, p, text):
        """The cell reads TEXT ("1.80 bn yuan, locked")."""
        self.assertEqual(self.go(program, i, p).label.split(', ', 2)[2], text)

    def assert_cells(self, program, cells):
        for i, row in enumerate(cells):
            for p, amount in enumerate(row):
                self.assert_cell(program, i, p, words(amount))

    def assert_output(self, program, plan, scenario='base'):
        """The strip shows the output that the reference projects."""
        self.assert_card(program, f'Output, 2028: {design_year(plan, "output-value", scenario) / 1e9:.2f} bn')

    def type_amount(self, program, text):
        program.key('Return')
        program.key('ctrl+a')
        program.type(text)
        program.key('Return')


class Bars(SplitTest):
    def test_drag_a_bar(self):
        program = self.open()
        cell = self.go(program, 0, 0)
        x, y = program.at(cell, 0.5)
        amount = None

        def during():
            nonlocal amount
            amount = float(re.search(r'([\d.]+) bn', self.cell(program).label)[1]) * 1e9
            self.assertLess(amount, 1.6e9)
            self.assert_output(program, with_cells(kept(0, 0, amount)))

        program.drag((x, y), (x - cell.width / 4, y), during=during)
        self.assert_cells(program, kept(0, 0, amount))
        self.assert_card(program, 'Investment: 5.20 bn')
        program.key('ctrl+z')
        self.assert_cells(program, ANNOUNCED)
        self.assert_output(program, sample())
        program.key('ctrl+shift+z')
        self.assert_cells(program, kept(0, 0, amount))

    def test_drag_far_and_back_leaves_no_trace(self):
        program = self.open()
        x, y = program.at(self.go(program, 0, 0), 0.5)
        program.drag((x, y), (x + 600, y), during=lambda: program.move((x, y)))
        self.assert_cells(program, ANNOUNCED)

    def test_escape_takes_a_drag_back(self):
        program = self.open()
        x, y = program.at(self.go(program, 0, 0), 0.5)
        program.drag((x, y), (x - 50, y), during=lambda: program.key('Escape'))
        self.assert_cells(program, ANNOUNCED)
        self.assertFalse(program.actions()['win.undo'])

    def test_without_keeping_the_total_the_rest_stays(self):
        program = self.open()
        program.click(type='GtkSwitch')
        x, y = program.at(self.go(program, 1, 1), 0.5)
        program.drag((x, y), (x + 40, y))
        amount = self.exact(program)
        self.assertGreater(amount, 0.85e9)
        cells = [list(row) for row in ANNOUNCED]
        cells[1][1] = amount
        self.assert_cells(program, cells)
        self.assert_card(program, f'Investment: {(TOTAL - 0.8e9 + amount) / 1e9:.2f} bn')


class Amounts(SplitTest):
    def test_every_kind_of_amount(self):
        program = self.open()
        for text, amount in (('2.1bn', 2.1e9), ('1500m', 1.5e9), ('=3bn*60%', 1.8e9), ('1.9', 1.9e9), ('+0.2bn', 2.1e9),
                             ('-10%', 1.89e9), ('(1bn+500m)*2', 3e9)):
            self.go(program, 0, 0)
            self.type_amount(program, text)
            self.assert_cell(program, 0, 0, words(amount))
        self.assert_card(program, 'Investment: 5.20 bn')

    def test_chinese_units(self):
        program = self.open()
        self.go(program, 0, 0)
        program.key('F2')
        program.key('ctrl+a')
        program.paste('２１亿元')
        program.key('Return')
        self.assert_cells(program, kept(0, 0, 2.1e9))

    def test_typing_begins_at_the_digit(self):
        program = self.open()
        self.go(program, 0, 0)
        program.type('2bn')
        program.key('Tab')
        self.assert_cells(program, kept(0, 0, 2e9))

    def test_typing_begins_at_a_sign(self):
        program = self.open()
        self.go(program, 0, 0)
        program.type('-5m')
        program.key('Tab')
        self.assert_cell(program, 0, 0, '1.80 bn yuan')
        self.assertEqual(self.exact(program), 1.795e9)
        self.assertRegex(program.find(tooltip=re.compile('^Undo')).tooltip, 'to 1.795 bn$')
        program.type('+105m')
        program.key('Return')
        self.assert_cells(program, kept(0, 0, 1.9e9))

    def test_more_taken_away_than_there_is_is_refused(self):
        program = self.open()
        self.go(program, 2, 1)
        program.type('-81m')
        program.key('Return')
        program.find(type='GtkLabel', text=re.compile('less than 0'))
        program.key('Escape')
        self.assert_cells(program, ANNOUNCED)

    def test_what_is_no_amount_stays_and_says_so(self):
        program = self.open()
        self.go(program, 0, 0)
        self.type_amount(program, '3 apples')
        entry = program.find(type='GtkEntry', text='3 apples')
        self.assertTrue(program.look(type='GtkLabel', text=re.compile('apples|number|amount', re.IGNORECASE)))
        program.key('Escape')
        program.gone(type='GtkEntry', text=entry.text)
        self.assert_cells(program, ANNOUNCED)

    def test_less_than_nothing_is_refused(self):
        program = self.open()
        self.go(program, 0, 0)
        self.type_amount(program, '0-1bn')
        program.find(type='GtkLabel', text=re.compile('less than 0'))
        program.key('Escape')
        self.assert_cells(program, ANNOUNCED)

    def test_more_than_there_is_takes_all_and_says_so(self):
        program = self.open()
        self.go(program, 0, 0)
        self.type_amount(program, '9bn')
        program.find(type='GtkLabel', text=re.compile('No more than 5.20 bn'))
        self.assert_cell(program, 0, 0, '5.20 bn yuan')
        program.key('ctrl+z')
        self.assert_cells(program, ANNOUNCED)

    def test_sums(self):
        program = self.open()
        self.go(program, 0, 2)
        self.type_amount(program, '2.5bn')
        factor = 2.7 / 2.2
        self.assert_cells(program, [[1.5e9, 1e9], [1.2e9 * factor, 0.8e9 * factor], [0.12e9 * factor, 0.08e9 * factor]])
        program.key('ctrl+z')
        self.go(program, 3, 2)
        self.type_amount(program, '10.4bn')
        self.assert_cells(program, [[2 * amount for amount in row] for row in ANNOUNCED])
        self.assert_card(program, 'Investment: 10.40 bn')

    def test_copy_and_paste(self):
        program = self.open()
        self.go(program, 1, 1)
        program.key('ctrl+c')
        self.assertIn(program.clipboard(), (b'800m', b'0.8bn', '800m'.encode()))
        self.go(program, 0, 0)
        program.key('ctrl+v')
        self.assert_cells(program, kept(0, 0, 0.8e9))


class Keys(SplitTest):
    def test_cursor(self):
        program = self.open()
        self.assertRegex(self.go(program, 0, 0).label, '^Smart mining machinery, Phase one, ')
        for key, label in (('End', '^Smart mining machinery, all phases, 3.00 bn'), ('Down', '^Energy storage, all phases, '),
                           ('Home', '^Energy storage, Phase one, '), ('ctrl+End', '^All initiatives, all phases, 5.20 bn'),
                           ('Left', '^All initiatives, Phase two, 2.08 bn'), ('Page_Up', ', Phase two, 1.20 bn')):
            program.key(key)
            self.assertRegex(self.cell(program).label, label)

    def test_nudge(self):
        program = self.open()
        self.go(program, 0, 0)
        program.key('shift+Up')
        amount = self.exact(program)
        self.assertGreater(amount, 1.8e9)
        self.assert_cells(program, kept(0, 0, amount))
        self.go(program, 0, 0)
        program.key('shift+Down')
        self.assert_cells(program, ANNOUNCED)

    def test_tab_leaves_the_table(self):
        program = self.open()
        self.go(program, 0, 0)
        program.key('Tab')
        program.find(role='separator', focus=True)

    def test_boundary_by_keys(self):
        program = self.open()
        program.key('Tab')
        while 'Phase two' not in program.find(role='separator', focus=True).label:
            program.key('Tab')
        program.key('Right')
        boundary = program.find(role='separator', focus=True)
        program.find(type='GtkLabel', text=boundary.label)
        first, second = (float(amount) for amount in re.findall(r'([\d.]+) bn', boundary.label))
        self.assertGreater(first, 3.12)
        self.assertAlmostEqual(first + second, 5.2, delta=0.011)
        program.key('ctrl+z')
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        self.assert_cells(program, ANNOUNCED)


class Locks(SplitTest):
    def test_locked_cell_stays(self):
        program = self.open()
        self.go(program, 1, 0)
        program.key('l')
        self.assert_cell(program, 1, 0, '1.20 bn yuan, locked')
        self.go(program, 0, 0)
        self.type_amount(program, '2.2bn')
        self.assert_cell(program, 1, 0, '1.20 bn yuan, locked')
        cells = kept(0, 0, 2.2e9, locked={(1, 0)})
        self.assert_cell(program, 2, 0, words(cells[2][0]))
        self.assert_output(program, with_cells(cells))

    def test_locked_cell_is_not_dragged_nor_typed(self):
        program = self.open()
        cell = self.go(program, 0, 0)
        program.key('l')
        x, y = program.at(cell, 0.5)
        program.drag((x, y), (x - 50, y))
        self.assert_cell(program, 0, 0, '1.80 bn yuan, locked')
        program.key('Return')
        program.find(type='GtkLabel', text=re.compile('locked'))
        self.assertFalse(program.actions()['win.undo'])
        program.key('l')
        self.assert_cell(program, 0, 0, '1.80 bn yuan')

    def test_row_and_column(self):
        program = self.open()
        self.go(program, 0, 2)
        program.key('l')
        self.go(program, 3, 1)
        program.key('l')
        for i, p, text in ((0, 0, '1.80 bn yuan, locked'), (0, 1, '1.20 bn yuan, locked'), (1, 1, '800 m yuan, locked'),
                            (1, 0, '1.20 bn yuan'), (2, 0, '120 m yuan')):
            self.assert_cell(program, i, p, text)

    def test_lock_by_pointer(self):
        program = self.open()
        cell = self.go(program, 1, 0)
        x, y = program.at(cell, 0)
        program.click((x + 16, y))
        self.assert_cell(program, 1, 0, '1.20 bn yuan, locked')


class Picture(SplitTest):
    def drag_boundary(self, program, x, y, dx, dy):
        program.move((x, y))
        program.drag((x, y), (x + dx, y + dy))
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)

    def test_between_phases(self):
        program = self.open()
        x, y = program.at(program.find(type='OutlaySplitPicture'), 0.6, 0.5)
        self.drag_boundary(program, x, y, -60, 0)
        self.go(program, 3, 0)
        first = self.exact(program)
        self.assertLess(first, 2.9e9)
        second = TOTAL - first
        self.assert_cells(program, [[a * first / 3.12e9, b * second / 2.08e9] for a, b in ANNOUNCED])
        self.assertRegex(program.find(tooltip=re.compile('^Undo')).tooltip, 'Move .* from “Phase one” to “Phase two”')
        program.key('ctrl+z')
        self.assert_cells(program, ANNOUNCED)

    def test_between_initiatives(self):
        program = self.open()
        picture = program.find(type='OutlaySplitPicture')
        self.drag_boundary(program, program.at(picture, 0.8)[0], between_initiatives(program, picture), 0, 30)
        self.go(program, 0, 1)
        amount = self.exact(program)
        self.assertGreater(amount, 1.25e9)
        self.assert_cells(program, [[1.8e9, amount], [1.2e9, 2e9 - amount], [0.12e9, 0.08e9]])
        program.key('ctrl+z')
        self.assert_cells(program, ANNOUNCED)


class Presses(SplitTest):
    """A press is no drag where the hand is unsteady, or where only the layout moves under the pointer."""

    def test_an_unsteady_hand_drags_no_bar(self):
        program = self.open()
        x, y = program.at(self.go(program, 0, 0), 0.5)
        program.drag((x, y), (x + 4, y + 4))
        self.assertFalse(program.actions()['win.undo'])

    def test_an_unsteady_hand_drags_no_boundary(self):
        program = self.open()
        x, y = program.at(program.find(type='OutlaySplitPicture'), 0.6, 0.5)
        program.move((x, y))
        program.drag((x, y), (x + 4, y + 4))
        self.assertFalse(program.actions()['win.undo'])

    def test_a_boundary_that_moves_is_not_dragged(self):
        program = self.start()
        banner = program.find(type='GtkLabel', text=re.compile('^Welcome'))
        picture = program.find(type='OutlaySplitPicture')
        x, y = program.at(picture, 0.8)[0], between_initiatives(program, picture)
        program.move((x, y))
        program.press()
        program.key('alt+g')
        program.gone(type='GtkLabel', text=banner.text)
        self.assertLess(program.find(type='OutlaySplitPicture').y, picture.y - 20)
        program.move((x + 1, y))
        program.release()
        self.assertFalse(program.actions()['win.undo'])


class Scenarios(SplitTest):
    def test_edit_goes_into_the_scenario(self):
        program = self.open()
        program.key('ctrl+Page_Down')
        program.find(type='GtkLabel', text=re.compile('edits “As announced”'))
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        self.go(program, 0, 0)
        self.type_amount(program, '2.2bn')
        self.assert_cell(program, 0, 0, '2.20 bn yuan, changed in this scenario, in the plan: 1.80 bn')
        self.assert_output(program, with_cells(kept(0, 0, 2.2e9)))
        program.key('ctrl+Page_Up')
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        self.assert_cells(program, ANNOUNCED)
        program.key('ctrl+z')
        program.find(type='GtkLabel', text=re.compile('edits “As announced”'))
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        self.assert_cell(program, 0, 0, '1.80 bn yuan')

    def test_return_to_the_plan(self):
        program = self.open()
        program.key('ctrl+Page_Down')
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        self.go(program, 0, 0)
        self.type_amount(program, '2.2bn')
        self.go(program, 0, 0)
        program.key('Menu')
        program.click(type='GtkModelButton', text=re.compile('Return to the Plan'))
        self.assert_cell(program, 0, 0, '1.80 bn yuan')


class Many(SplitTest):
    def test_a_thousand_initiatives(self):
        plan = sample()
        mining = plan['initiatives'][0]
        plan['initiatives'] = [mining | {'id': f'i-{n}', 'name': f'Initiative {n}', 'investment': {'phase-1': 2e6, 'phase-2': 1e6}}
                               for n in range(1000)]
        plan |= {'targets': [], 'scenarios': [], 'sources': {}, 'uncertainties': [], 'correlations': []}
        program = self.open(plan)
        self.assertLess(len(program.look_at_all()), 400)
        program.key('ctrl+End')
        self.assertRegex(self.cell(program).label, 'All initiatives, all phases, 3.00 bn')
        program.key('Up')
        program.key('Home')
        cell = self.cell(program)
        self.assertRegex(cell.label, '^Initiative 999, Phase one, 2.00 m')
        table = program.find(type='OutlaySplitTable')
        self.assertLess(cell.y + cell.height, table.y + table.height)
        self.type_amount(program, '500m')
        program.key('ctrl+End')
        self.assertRegex(self.cell(program).label, '3.00 bn')
        program.key('Up')
        program.key('Home')
        self.assertRegex(self.cell(program).label, '500 m')


if __name__ == '__main__':
    tap.main()
