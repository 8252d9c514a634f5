# SPDX-License-Identifier: GPL-3.0-or-later
"""Plans are opened, saved and closed, and nothing is lost on the way."""

import datetime
import json
import os
import re
import shutil

import tap
from plans import SAMPLE, WindowTest, planfile, project, sample


class Start(WindowTest):
    def test_first_start_shows_a_copy_and_a_welcome(self):
        home = self.desktop.home('first')
        program = self.start(home=home)
        program.find(type='AdwWindowTitle', title='Jinchuang Energy Project')
        program.find(type='GtkLabel', text='Unsaved copy')
        program.click(type='GtkButton', text='_Got It')
        program.gone(type='GtkButton', text='_Got It')
        self.quit(program)
        again = self.start(home=home)
        again.find(type='GtkLabel', text='Unsaved copy')
        self.assertIsNone(again.look(type='GtkButton', text='_Got It'))

    def test_file_of_the_command_line(self):
        plan = sample() | {'name': 'Other plan'}
        program = self.start(self.write('other.outlay.json', plan))
        program.find(type='GtkLabel', text='Other plan')
        program.find(type='GtkLabel', text=re.compile('^other.outlay.json — '))

    def test_file_in_a_sandbox_is_told_by_its_place_outside(self):
        path = self.write('number.outlay.json', sample() | {'name': 'Plan in a sandbox'})
        try:
            os.setxattr(path, 'user.document-portal.host-path', '/srv/常州/mine.outlay.json'.encode())
        except OSError:
            self.skipTest('this disk knows no such attributes')
        self.start(path).find(type='GtkLabel', text='mine.outlay.json — /srv/常州')

    def test_next_start_opens_the_last_plan(self):
        home = self.desktop.home('last')
        path = self.write('last.outlay.json', sample() | {'name': 'Last plan'})
        first = self.start(path, home=home)
        first.find(type='GtkLabel', text='Last plan')
        self.quit(first)
        self.start(home=home).find(type='GtkLabel', text='Last plan')


class New(WindowTest):
    PAGES = ('OutlaySplitPage', 'OutlayAssumptionsPage', 'OutlayTimelinePage', 'OutlayResultsPage', 'OutlayChartsPage', 'OutlayComparePage', 'OutlayRegionPage')

    def open(self, **options):
        program = self.start(**options)
        program.find(type='OutlaySplitTable')
        program.key('ctrl+n')
        program.until(lambda: any(window.active and window.title.endswith('Untitled plan') for window in program.all(type='OutlayWindow')), 'the new plan')
        return program

    def test_a_plan_is_begun_and_saved(self):
        program = self.open()
        program.find(type='GtkLabel', text='New plan, not saved')
        cell = program.find(type='OutlaySplitCell', label='Initiative 1, Phase 1, 0 yuan')
        # The total of nothing is not kept, nor that of the only cell.
        for amount, told in (('1.8bn', '1.80 bn'), ('2bn', '2.00 bn')):
            program.click(cell)
            program.type(amount)
            program.key('Return')
            program.find(type='OutlayIndicatorCard', label=f'Investment: {told}')
        path = program.home / 'begun.outlay.json'
        program.key('ctrl+s')
        program.choose_file_to_save(path)
        program.find(type='GtkLabel', text='Saved “begun.outlay.json”')
        plan = json.loads(path.read_text(encoding='utf-8'))
        self.assertEqual(plan['first-year'], datetime.date.today().year)
        self.assertEqual(plan['phases'][0]['start'], f'{datetime.date.today().year}-01')
        self.assertEqual([(initiative['name'], initiative['investment'], [product['name'] for product in initiative['products']]) for initiative in plan['initiatives']],
                         [('Initiative 1', {'phase-1': 2e9}, ['Product 1'])])
        for member in ('targets', 'scenarios', 'region', 'sources'):
            self.assertNotIn(member, plan)
        project.project(planfile.fill(plan), 'base')

    def test_every_page_shows_it(self):
        program = self.open()
        for number, page in enumerate(self.PAGES, 1):
            with self.subTest(page=page):
                program.key(f'alt+{number}')
                program.find(type=page)
                self.assertFalse([text for text in program.texts() if re.search(r'\bnan\b|\binf\b', text)])
        program.key('alt+4')
        program.find(type='GtkLabel', text='Untitled plan', within=program.find(type='GtkDropDown', id='scopes'))

    def test_in_the_readers_language(self):
        program = self.start(language='zh_CN')
        program.find(type='OutlaySplitTable')
        program.key('ctrl+n')
        program.find(type='OutlaySplitCell', label=re.compile('^板块 1，?.*第 1 期'))
        program.find(type='GtkLabel', text='新方案，未保存')

    def test_nothing_gives_way_while_it_is_filled(self):
        program = self.open()
        switch = program.find(type='GtkSwitch', id='keep_total')
        self.assertFalse(switch.active)
        program.key('alt+2')
        program.click(text='Add Initiative')
        program.find(type='GtkLabel', text='Initiative 2')
        program.key('alt+1')
        first = program.at(program.find(type='OutlaySplitCell', label=re.compile('^Initiative 1, Phase 1,')))
        program.click(first)
        self.fill(program, '100m', '100.0 m')
        second = program.at(program.find(type='OutlaySplitCell', label=re.compile('^Initiative 2, Phase 1,')))
        self.fill(program, '50m', '150.0 m')
        program.click(first)
        self.fill(program, '120m', '170.0 m')
        # From now on there is a total.
        program.click(type='GtkSwitch', id='keep_total')
        program.click(second)
        self.fill(program, '20m', '170.0 m')
        program.click(first)
        program.find(type='OutlaySplitCell', label=re.compile('^Initiative 1, Phase 1, 150'))

    def fill(self, program, amount, told):
        program.type(amount)
        program.key('Return')
        program.find(type='OutlayIndicatorCard', label=re.compile(f'^Investment: {told}'))

    def test_what_is_added_is_in_sight_where_it_is_named(self):
        program = self.open()
        program.key('alt+2')
        program.click(type='GtkListItemWidget', label='Initiative 1')
        program.click(text='Add Product')
        line = program.until(lambda: next((one for one in program.all(type='OutlayAssumptionLine') if any(part.focus for part in one.walk())), None),
                             'a field to have the focus')
        program.settle()
        bottom = program.at(program.find(type='OutlayAssumptionList'), down=1)[1]
        self.assertLessEqual(program.at(program.find(type='GtkText', focus=True), down=1)[1], bottom, line)

    def test_it_comes_back_as_what_it_is(self):
        home = self.desktop.home('begun')
        program = self.open(home=home)
        self.quit(program)
        again = self.start(home=home)
        again.find(type='GtkLabel', text='New plan, not saved')
        again.find(type='GtkLabel', text='Not saved yet')


class Open(WindowTest):
    def test_dialog_opens_a_plan_in_place_of_an_untouched_copy(self):
        path = self.write('chosen.outlay.json', sample() | {'name': 'Chosen plan'})
        program = self.start()
        program.key('ctrl+o')
        program.choose_file_to_open(path)
        program.find(type='GtkLabel', text='Chosen plan')
        self.assertEqual(len(program.all(type='OutlayWindow')), 1)

    def test_one_window_for_each_plan(self):
        one = self.write('one.outlay.json', sample() | {'name': 'Plan one'})
        two = self.write('two.outlay.json', sample() | {'name': 'Plan two'})
        program = self.start(one, two, one)
        program.until(lambda: len(program.all(type='OutlayWindow')) == 2, 'two windows')
        program.settle()
        self.assertEqual(sorted(window.title for window in program.all(type='OutlayWindow')), ['Plan one', 'Plan two'])

    def test_one_window_for_each_file_by_whatever_name(self):
        one = self.write('one.outlay.json', sample() | {'name': 'Plan one'})
        two = self.write('two.outlay.json', sample() | {'name': 'Plan two'})
        link, twin = one.with_name('link.outlay.json'), one.with_name('twin.outlay.json')
        link.symlink_to(one)
        twin.hardlink_to(one)
        program = self.start(one)
        for name in (link, twin, two):
            program.key('ctrl+o')
            program.choose_file_to_open(name)
            program.until(lambda: any(window.active for window in program.all(type='OutlayWindow')), 'a window to be active again')
        program.until(lambda: sorted(window.title for window in program.all(type='OutlayWindow')) == ['Plan one', 'Plan two'], 'two windows')

    def test_faults_are_all_told_and_nothing_is_opened(self):
        plan = sample() | {'name': 'Faulty plan', 'years': 0, 'discount-rat': 0.1}
        plan['initiatives'][0]['staff'] = 'many'
        path = self.write('faulty.outlay.json', plan)
        program = self.start(path)
        program.find(type='GtkLabel', text='“faulty.outlay.json” has 3 faults. Nothing of it was opened.')
        lines = path.read_text(encoding='utf-8').splitlines()
        for words in ('"years"', '"discount-rat"', '"staff"'):
            line = next(number for number, text in enumerate(lines, 1) if words in text)
            program.find(type='GtkLabel', text=re.compile(f'^Line {line}, column'))
        program.click(tooltip='Copy every fault as text')
        copied = program.clipboard().decode()
        self.assertEqual(len(copied.splitlines()), 3)
        self.assertRegex(copied, r'faulty.outlay.json:\d+:\d+: initiatives.mining.staff: ')
        program.key('Escape')
        program.find(type='GtkLabel', text='Unsaved copy')
        self.assertNotIn('Faulty plan', program.texts())

    def test_missing_file_is_told(self):
        program = self.start(self.desktop.home('empty') / 'nowhere.outlay.json')
        program.find(type='GtkLabel', text='The Plan Cannot Be Opened')
        program.find(type='GtkLabel', text=re.compile('nowhere.outlay.json'))


class Save(WindowTest):
    def test_save_as_and_open_again(self):
        program = self.start()
        path = program.home / 'mine.outlay.json'
        program.key('ctrl+shift+s')
        program.choose_file_to_save(path)
        program.find(type='GtkLabel', text='Saved “mine.outlay.json”')
        program.find(type='GtkLabel', text=re.compile('^mine.outlay.json — ~'))
        self.assertEqual(json.loads(path.read_text(encoding='utf-8')), sample())

    def test_ending_is_added(self):
        program = self.start()
        program.key('ctrl+s')
        program.choose_file_to_save(program.home / 'bare')
        program.find(type='GtkLabel', text='Saved “bare.outlay.json”')
        self.assertTrue((program.home / 'bare.outlay.json').exists())

    def test_failure_is_told_and_the_plan_stays_unsaved(self):
        home = self.desktop.home('vanishing')
        folder = home / 'folder'
        folder.mkdir()
        path = folder / 'plan.outlay.json'
        shutil.copy(SAMPLE, path)
        program = self.start(path, home=home)
        shutil.rmtree(folder)
        program.key('ctrl+s')
        program.find(type='GtkLabel', text='The Plan Was Not Saved')
        program.find(type='GtkLabel', text=re.compile('folder does not exist'))


if __name__ == '__main__':
    tap.main()
