# SPDX-License-Identifier: GPL-3.0-or-later
"""A page of the window is made when it is first seen, and nobody notices but by how soon the window is there."""

import re

import tap
from plans import SAMPLE, WindowTest, sample

PAGES = {'split': 'OutlaySplitPage', 'assumptions': 'OutlayAssumptionsPage', 'timeline': 'OutlayTimelinePage', 'results': 'OutlayResultsPage',
         'charts': 'OutlayChartsPage', 'compare': 'OutlayComparePage', 'region': 'OutlayRegionPage'}


def made(program):
    """The pages that there are, seen or not."""
    types = set(program.types())
    return {name for name, kind in PAGES.items() if kind in types}


class Made(WindowTest):
    def test_a_start_makes_the_page_that_it_shows(self):
        program = self.start(SAMPLE)
        program.find(type='OutlaySplitTable')
        self.assertEqual(made(program), {'split'})

    def test_each_comes_when_it_is_shown_and_stays(self):
        program = self.start(SAMPLE)
        seen = {'split'}
        for number, (name, kind) in list(enumerate(PAGES.items(), 1))[::-1]:
            with self.subTest(name):
                program.key(f'alt+{number}')
                page = program.find(type=kind)
                seen.add(name)
                self.assertEqual(made(program), seen)
                # Who came by keys goes on by them.
                self.assertTrue(program.all(within=page, focus=True))
        program.key('alt+1')
        program.find(type='OutlaySplitPage')
        self.assertEqual(made(program), set(PAGES))

    def test_a_session_makes_the_page_it_ended_on(self):
        home = self.desktop.home(f'home-{self.id()}')
        program = self.start(SAMPLE, home=home)
        program.key('alt+7')
        program.find(type='OutlayRegionPage')
        self.quit(program)
        program = self.start(home=home)
        program.find(type='OutlayRegionPage')
        self.assertEqual(made(program), {'region'})

    def test_finding_a_number_makes_the_page_of_numbers(self):
        program = self.start(SAMPLE)
        # The list of what the plan is made of follows a pointer that lies on it.
        program.move(type='OutlayIndicatorStrip')
        program.key('ctrl+f')
        program.type('tax')
        self.assertTrue(program.find(type='GtkText', text='tax', focus=True))
        self.assertEqual(made(program), {'split', 'assumptions'})

    def test_a_page_is_of_the_plan_that_came_meanwhile(self):
        program = self.start()
        plan = sample() | {'name': 'Other plan'}
        plan['initiatives'][1]['name'] = 'Tidal power'
        other = self.write('other.outlay.json', plan)
        program.key('alt+4')
        program.find(type='OutlayStatementTable')
        program.key('ctrl+o')
        program.choose_file_to_open(other)
        program.find(type='OutlayWindow', title='Other plan')
        program.key('alt+2')
        program.find(type='GtkLabel', text='Tidal power', within=program.find(type='OutlayAssumptionsPage'))
        # And one that was there before goes over to it.
        program.key('alt+4')
        program.click(type='GtkDropDown', id='scopes')
        program.find(type='GtkLabel', text='Tidal power', within=program.find(type='GtkPopover'))

    def test_what_was_chosen_of_results_waits_for_their_page(self):
        home = self.desktop.home(f'home-{self.id()}')
        wanted = re.compile('^Profit and its appropriation, Energy storage')
        program = self.start(SAMPLE, home=home)
        program.key('alt+4')
        program.click(type='GtkDropDown', id='kinds')
        program.click(program.find(type='GtkLabel', text='Profit and its appropriation', within=program.find(type='GtkPopover')))
        program.click(type='GtkDropDown', id='scopes')
        program.click(program.find(type='GtkLabel', text='Energy storage', within=program.find(type='GtkPopover')))
        program.find(type='OutlayStatementTable', label=wanted)
        for number, shown in (('1', {'split'}), ('3', {'split', 'timeline'}), ('1', {'split', 'timeline'})):
            program.key(f'alt+{number}')
            self.quit(program)
            program = self.start(home=home)
            self.assertNotIn('results', made(program))
        program.key('alt+4')
        program.find(type='OutlayStatementTable', label=wanted)


class Narrow(WindowTest):
    SIZE = (480, 700)

    def test_figures_scroll_with_a_page_that_comes_late(self):
        """What stands above the page moves into it, also where it comes into sight after it was chosen."""
        program = self.start(SAMPLE)
        for number, kind in enumerate(PAGES.values(), 1):
            with self.subTest(kind):
                program.click(type='AdwBackButton')
                program.find(type='OutlayPageList')
                program.key(f'alt+{number}')
                page = program.find(type=kind)
                self.assertTrue(program.all(within=page, type='OutlayIndicatorStrip'))

    def test_finding_from_the_list_of_pages(self):
        program = self.start(SAMPLE)
        program.click(type='AdwBackButton')
        program.find(type='OutlayPageList')
        program.key('ctrl+f')
        program.type('tax')
        program.find(type='GtkText', text='tax', focus=True)


if __name__ == '__main__':
    tap.main()
