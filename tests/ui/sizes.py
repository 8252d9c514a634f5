# SPDX-License-Identifier: GPL-3.0-or-later
"""The window can be used at every size and with large text: nothing of it is too large for it, and no number is cut off."""

import copy
import re

import tap
from desktop import Desktop
from plans import SAMPLE, WindowTest, sample

SIZES = ((360, 294), (360, 740), (420, 740), (560, 480), (700, 560), (1000, 700), (1360, 860), (1600, 900))
FEW_SIZES = ((360, 740), (1000, 700), (1360, 860))
DIALOGS = ('ctrl+e', 'ctrl+shift+e', 'ctrl+m', 'ctrl+shift+n', 'ctrl+h', 'ctrl+t', 'ctrl+slash')
DIALOG = re.compile('(Dialog|ScenarioForm|HistoryPopover)$')
FIGURE = re.compile(r'^[−+±]?[\d.,]+ ?(%|\w{1,3}|[\w²₂]+)?$')


def crowded():
    """The Jinchuang plan with four phases, longer names and eight scenarios."""
    plan = sample()
    for n, (name, start) in enumerate((('Phase three: the northern yard', '2025-04'), ('Phase four', '2027-01')), 3):
        plan['phases'].append({**plan['phases'][1], 'id': f'phase-{n}', 'name': name, 'start': start})
    plan['initiatives'].append({**copy.deepcopy(plan['initiatives'][1]), 'id': 'imaging', 'name': 'Emergency wing Imaging'})
    plan['initiatives'][0]['name'] = 'Smart mining machinery and remotely driven haulage for open pits'
    for initiative in plan['initiatives']:
        initiative['investment'] |= {'phase-3': 39.3e9, 'phase-4': 0.25e9}
    for n, name in enumerate(('Slow ramp-up everywhere', 'Cheaper loans from the development bank', 'Double shifts', 'Export')):
        plan['scenarios'].append({'id': f'more-{n}', 'name': name, 'changes': {'initiatives.mining.investment.phase-1': (n + 1) * 1e9}})
    return plan


class Sizes(WindowTest):
    SIZE = SIZES[-1]

    @classmethod
    def setUpClass(cls):
        cls.desktop = cls.enterClassContext(Desktop(cls.SIZE, maximized=False))

    def check(self, language, scale, sizes=SIZES, **options):
        program = self.start(self.write('crowded.outlay.json', crowded()), language=language, text_scale=scale, **options)
        for key, page in (('alt+1', 'split'), ('alt+2', 'assumptions'), ('alt+3', 'timeline'), ('alt+4', 'indicators'), ('alt+4', 'statement'), ('alt+5', 'charts'),
                          ('alt+6', 'compare'), ('alt+7', 'region')):
            program.key(key)
            if page == 'compare':
                self.choose_all(program)
            if page == 'statement':
                self.choose_balance_sheet(program)
            for size in sizes:
                with self.subTest(page=page, size=size):
                    program.drawn()
                    before = len(program.complaints())
                    program.resize(*size)
                    self.assertEqual(program.complaints()[before:], '')
                    self.check_figures(program)

    def test_from_right_to_left(self):
        self.check(None, 1, FEW_SIZES, mirrored=True)

    def test_from_right_to_left_in_large_text(self):
        self.check(None, 2, FEW_SIZES, mirrored=True)

    def test_high_contrast(self):
        self.check(None, 1, FEW_SIZES, high_contrast=True)

    def test_high_contrast_in_the_dark(self):
        self.check(None, 1, FEW_SIZES, high_contrast=True, dark=True)

    def test_figures_scroll_with_the_page_where_both_have_no_room(self):
        program = self.start(SAMPLE)
        for size, moves in (((1360, 500), True), ((360, 740), True), ((1360, 620), False)):
            with self.subTest(size=size):
                program.resize(*size)
                before = self.card(program, 'Investment').y
                program.scroll(self.card(program, 'Investment') if moves else program.find(type='OutlayChartView'), 3)
                self.assertEqual(self.card(program, 'Investment').y < before, moves)

    def check_one_line(self, size, **options):
        """Where there is little room, the figures take little of every page; the wheel over them moves the page, and the keyboard reaches the last."""
        program = self.start(SAMPLE, **options)
        program.resize(*size)
        for key in ('alt+1', 'alt+2', 'alt+3', 'alt+4', 'alt+5', 'alt+7'):
            with self.subTest(key=key, size=size):
                program.key(key)
                cards = program.all(type='OutlayIndicatorCard')
                self.assertEqual(len({card.y for card in cards}), 1)
                self.assertLess(cards[0].height, size[1] / 10)
                if key in ('alt+3', 'alt+5', 'alt+7'):
                    program.scroll(cards[0], 3)
                    self.assertLess(program.all(type='OutlayIndicatorCard')[0].y, cards[0].y)

    def test_figures_are_one_line_on_a_phone(self):
        self.check_one_line((360, 640))

    def test_figures_are_one_line_in_large_texts(self):
        self.check_one_line((1360, 860), text_scale=2)

    def test_last_figure_comes_into_sight(self):
        program = self.start(SAMPLE)
        program.resize(360, 640)
        self.assertGreater(self.card(program, 'Payback').x, 360)
        program.click(self.card(program, 'Investment'))
        program.key('Escape')
        for _ in range(6):
            program.key('Right')
        last = self.card(program, 'Payback')
        self.assertTrue(last.focus)
        self.assertLessEqual(last.x + last.width, 360)

    def test_comparison_on_a_wide_screen(self):
        """Its columns are not asked to be lower than they say that they can be."""
        program = self.start(SAMPLE)
        for size in SIZES[-3:]:
            program.resize(*size)
            program.key('alt+6')
            program.find(type='OutlayCompareBridge')
            program.settle()
            program.key('alt+1')
        self.assertEqual(program.complaints(), '')

    def test_focus_stays_where_the_window_takes_another_shape(self):
        program = self.start(SAMPLE)
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        program.key('ctrl+Home')
        focus = program.find(type='OutlaySplitCell', focus=True).label
        for size in ((1360, 860), (950, 700), (700, 560), (420, 740), (950, 700), (1600, 900)):
            with self.subTest(size=size):
                program.resize(*size)
                self.assertEqual(program.find(type='OutlaySplitCell', focus=True).label, focus)

    def check_dialogs(self, language, scale):
        program = self.start(SAMPLE, language=language, text_scale=scale)
        for size in SIZES[:2]:
            program.resize(*size)
            for key in DIALOGS:
                with self.subTest(key=key, size=size):
                    before = len(program.complaints())
                    program.key(key)
                    program.find(type=DIALOG)
                    program.settle()
                    self.assertEqual(program.complaints()[before:], '')
                    program.key('Escape')
                    program.gone(type=DIALOG)

    def choose_all(self, program):
        program.resize(*SIZES[-1])
        for button in program.all(type='GtkToggleButton', active=False, label=re.compile('.')):
            program.click(type='GtkToggleButton', label=button.label)

    def choose_balance_sheet(self, program):
        program.resize(*SIZES[-1])
        program.click(type='GtkDropDown', id='kinds')
        program.key('Home')
        for _ in range(9):
            program.key('Down')
        program.key('Return')

    def check_figures(self, program):
        cut = {text for text, is_cut in program.drawn() if is_cut and FIGURE.match(text)}
        self.assertEqual(cut, set(), 'figures of the split table are cut off')
        cut = {label.text for label in program.all(type='GtkLabel', cut=True) if FIGURE.match(label.text)}
        self.assertEqual(cut, set(), 'figures are cut off')


for language in (None, 'zh_CN'):
    for scale in (1, 1.5, 2):
        def test(self, language=language, scale=scale):
            self.check(language, scale)

        def test_dialogs(self, language=language, scale=scale):
            self.check_dialogs(language, scale)

        name = f'{language or "en"}_text_{scale}'.replace('.', '_')
        setattr(Sizes, f'test_{name}', test)
        setattr(Sizes, f'test_dialogs_{name}', test_dialogs)


if __name__ == '__main__':
    tap.main()
