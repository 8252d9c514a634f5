# SPDX-License-Identifier: GPL-3.0-or-later
"""Every number of the plan where a planner looks for it: typed with its unit, with its source and its weight, found by a word."""

import copy
import re

import tap
from desktop import Desktop
from plans import SAMPLE, WindowTest, indicators, sample

PRICE = 'initiatives.mining.products.machines.price'


class Assumptions(WindowTest):
    def open(self, *arguments, scope=None, **options):
        program = self.start(*(arguments or (SAMPLE,)), **options)
        program.key('alt+2')
        program.find(type='OutlayAssumptionsPage')
        if scope:
            program.click(type='GtkListItemWidget', label=scope)
            program.find(type='GtkLabel', text=scope, within=program.find(type='OutlayAssumptionLine'))
        return program

    def find_by_search(self, program, words):
        """The entry of the only number that has these words."""
        program.key('ctrl+f')
        program.key('ctrl+a')
        program.type(words)
        return program.until(lambda: self.only_line(program), f'one number with {words}')

    def only_line(self, program):
        lines = self.found(program)
        if len(lines) != 1:
            return None
        return next((widget for widget in lines[0].walk() if widget.type in ('GtkEntry', 'GtkDropDown')), None)

    def found(self, program):
        """The lines of numbers that were found."""
        if not program.look(type='GtkLabel', text='Found') and not program.look(type='GtkLabel', text='查找结果'):
            return []
        return [line for line in program.all(type='OutlayAssumptionLine') if line.y >= 0 and
                any(widget.type in ('GtkEntry', 'GtkDropDown') for widget in line.walk())]

    def entry(self, program, label):
        return program.find(type='GtkEntry', label=re.compile(f'^{re.escape(label)}'))

    def scrolled_to(self, program, label):
        """The same where it may stand further down."""
        query = {'type': 'GtkEntry', 'label': re.compile(f'^{re.escape(label)}')}
        view = program.find(type='OutlayAssumptionList')
        while not program.look(**query):
            program.scroll(view, clicks=3)
        return program.find(**query)

    def type_into(self, program, label, text, key='Return'):
        program.click(self.entry(program, label), count=1)
        program.key('ctrl+a')
        program.paste(text) if not text.isascii() else program.type(text)
        if key:
            program.key(key)

    def focused(self, program):
        """What the focus is in."""
        widget = next(widget for widget in program.look_at_all() if widget.focus)
        return widget.label or (widget.parent.label if widget.parent else None) or ''

    def told(self, program, words):
        """A toast says so."""
        program.find(type='GtkLabel', text=words)

    def fault(self, program):
        return [label.text for line in program.all(type='OutlayAssumptionLine') for label in line.walk()
                if label.type == 'GtkLabel' and label.text and 'does not go here' in label.text]


class Editing(Assumptions):
    def test_only_a_click_chooses_what_is_shown(self):
        program = self.open(scope='Energy storage')
        other = program.find(type='GtkListItemWidget', label='Zero-carbon park')
        program.move(other)
        program.move(other, across=0.3)
        self.assertIsNotNone(program.look(type='GtkLabel', text='Energy storage', within=program.find(type='OutlayAssumptionLine')))
        program.click(other)
        program.find(type='GtkLabel', text='Zero-carbon park', within=program.find(type='OutlayAssumptionLine'))

    def test_by_pointer_and_by_keyboard(self):
        program = self.open_page('Assumptions', 2, 'OutlayAssumptionsPage')
        self.assertEqual(self.entry(program, 'Discount rate, % a year').text, '8')
        # Ctrl+F finds a number from any page.
        program.key('alt+1')
        program.key('ctrl+f')
        program.type('discount rate')
        program.until(lambda: self.only_line(program))

    def test_a_number_is_typed_in_its_unit_and_everything_follows(self):
        program = self.open()
        self.type_into(program, 'Discount rate', '10%')
        self.assertEqual(self.entry(program, 'Discount rate').text, '10')
        plan = sample()
        plan['discount-rate'] = 0.1
        npv = indicators(plan)['npv-after-tax']
        self.assert_card(program, re.compile(f'^NPV at 10 %: {npv / 1e9:.2f} bn'))
        self.told(program, re.compile('^Set Discount rate to 10'))
        # The hand goes on to the next number.
        self.assertEqual(self.focused(program), 'Discounting')
        program.key('ctrl+z')
        self.assertEqual(self.entry(program, 'Discount rate').text, '8')
        # Undo shows what it did.
        program.until(lambda: self.focused(program).startswith('Discount rate'), 'the focus to be where something changed')

    def test_money_months_and_limits(self):
        path = self.write('plan.outlay.json', sample())
        program = self.open(path)
        for words, text, shown in (('machines own-use', '1.2m', '1,200,000'), ('phase-2 start', 'Aug 2026', '2026-08'), ('machines market-limit', '3,500', '3,500')):
            entry = self.find_by_search(program, words)
            program.click(entry)
            program.key('ctrl+a')
            program.type(text)
            program.key('Return')
            program.until(lambda shown=shown: program.look(type='GtkEntry', text=shown), f'{shown} to be shown')
        plan = self.saved(program, path)
        product = plan['initiatives'][0]['products'][0]
        self.assertEqual((product['own-use-value'], product['market-limit'], plan['phases'][1]['start']), (1.2e6, 3500, '2026-08'))
        entry = self.find_by_search(program, 'machines market-limit')
        program.click(entry)
        program.key('ctrl+a')
        program.key('BackSpace')
        program.key('Return')
        self.assertIsNone(self.saved(program, path)['initiatives'][0]['products'][0]['market-limit'])

    def test_a_number_of_a_kind_counts_in_one_unit_whatever_it_is(self):
        path = self.write('plan.outlay.json', sample())
        program = self.open(path, scope='Smart mining machinery')
        price = self.scrolled_to(program, 'Price, yuan a set')
        self.assertEqual(price.text, '1,505,000')
        self.type_into(program, 'Price, yuan a set', '1600000')
        self.told(program, 'Set Smart mining machinery, Mining machines: Price to 1.60 m yuan a set')
        self.type_into(program, 'Price, yuan a set', '1.5 m yuan a set')
        self.told(program, 'Set Smart mining machinery, Mining machines: Price to 1.50 m yuan a set')
        self.type_into(program, 'Price, yuan a set', '1.255')
        self.type_into(program, 'Price, yuan a set', '985')
        self.assertEqual(self.saved(program, path)['initiatives'][0]['products'][0]['price'], 985)

    def test_what_is_1000_times_as_much_is_told_with_a_way_back(self):
        program = self.open(scope='Smart mining machinery')
        self.scrolled_to(program, 'Price, yuan a set')
        self.type_into(program, 'Price, yuan a set', '1505m')
        self.told(program, 'Set Smart mining machinery, Mining machines: Price to 1,505 m yuan a set, 1,000 times what it was'.replace('1,505 m', '1.505 bn'))
        program.click(type='GtkButton', text='_Undo')
        program.until(lambda: self.entry(program, 'Price, yuan a set').text == '1,505,000', 'the price to be as it was')
        self.type_into(program, 'Price, yuan a set', '1505')
        self.told(program, re.compile('Price to 1.505 k yuan a set, 1/1,000 of what it was$'))

    def test_what_is_wrong_is_said_and_stays_until_it_is_right(self):
        program = self.open()
        place = self.entry(program, 'Surcharges').x
        self.type_into(program, 'Surcharges', '130')
        self.assertEqual(self.fault(program), ['“130” does not go here: from 0 % to 100 %.'])
        self.assertEqual(self.entry(program, 'Surcharges').text, '130')
        # What is beside it stays where it stood.
        self.assertEqual(self.entry(program, 'Surcharges').x, place)
        # Other rows go on working meanwhile.
        self.type_into(program, 'Stamp tax', '0.05')
        self.told(program, re.compile('^Set Taxes: Stamp tax to 0.05'))
        self.assertEqual(self.entry(program, 'Surcharges').text, '130')
        self.assertEqual(len(self.fault(program)), 1)
        program.click(self.entry(program, 'Surcharges'))
        program.key('Escape')
        self.assertEqual(self.entry(program, 'Surcharges').text, '12')
        self.assertEqual(self.fault(program), [])

    def test_nothing_is_saved_over_what_cannot_be_read(self):
        path = self.write('plan.outlay.json', sample())
        program = self.open(path)
        self.type_into(program, 'Surcharges', '130', key=None)
        program.key('ctrl+s')
        self.assertEqual(len(self.fault(program)), 1)
        program.key('ctrl+a')
        program.type('11')
        self.assertEqual(self.saved(program, path)['taxes']['surcharge-rate'], 0.11)

    def test_who_goes_elsewhere_means_what_he_typed(self):
        program = self.open()
        self.type_into(program, 'Surcharges', '11', key=None)
        program.click(self.entry(program, 'Stamp tax'))
        self.told(program, re.compile('^Set Taxes: Surcharges to 11'))

    def test_choices_are_chosen(self):
        program = self.open()
        program.click(type='GtkDropDown', label='Discounting')
        program.click(text='in the middle of the year')
        self.told(program, re.compile('^Set Discounting to in the middle of the year'))


class Scenarios(Assumptions):
    def test_a_scenario_has_values_of_its_own_and_returns_them(self):
        program = self.open()
        program.key('ctrl+Page_Down')
        program.find(type='GtkLabel', text=re.compile('^edits “As announced”'))
        self.type_into(program, 'Discount rate', '9')
        self.told(program, re.compile('^Set Discount rate to 9.0 %, in “As announced”'))
        dot = program.find(type='GtkButton', label='Return Discount rate: in the plan: 8.0 %')
        program.key('ctrl+Page_Up')
        program.until(lambda: self.entry(program, 'Discount rate').text == '8')
        self.assertIsNone(program.look(type='GtkButton', label=re.compile('^Return Discount')))
        program.key('ctrl+Page_Down')
        program.until(lambda: self.entry(program, 'Discount rate').text == '9')
        program.click(dot)
        program.until(lambda: self.entry(program, 'Discount rate').text == '8')
        program.gone(type='GtkButton', label=re.compile('^Return Discount'))
        program.key('ctrl+z')
        program.until(lambda: self.entry(program, 'Discount rate').text == '9')


class Sources(Assumptions):
    def test_where_a_number_comes_from(self):
        path = self.write('plan.outlay.json', sample())
        program = self.open(path)
        program.click(type='GtkMenuButton', label='Source of First year: announced')
        popover = program.find(type='OutlayAssumptionSource')
        self.assertTrue(any(widget.type == 'GtkTextView' for widget in popover.walk()))
        program.key('Escape')
        program.gone(type='OutlayAssumptionSource')
        program.click(type='GtkMenuButton', label='Source of Discount rate: assumed')
        popover = program.find(type='OutlayAssumptionSource')
        program.click(within=popover, type='GtkEntry', label='Date')
        program.key('ctrl+a')
        program.type('yesterday')
        program.key('Return')
        # What is no date is said, and the popover stays.
        program.until(lambda: any(widget.type == 'GtkLabel' and widget.text and 'This is no date' in widget.text for widget in
                                  program.find(type='OutlayAssumptionSource').walk()))
        program.key('ctrl+a')
        program.type('2021-08')
        program.click(within=program.find(type='OutlayAssumptionSource'), type='GtkDropDown', label='How well it is founded')
        program.click(text='measured')
        program.click(within=program.find(type='OutlayAssumptionSource'), text='_Done')
        program.gone(type='OutlayAssumptionSource')
        program.find(type='GtkMenuButton', label='Source of Discount rate: measured')
        self.assertEqual(self.saved(program, path)['sources']['discount-rate']['date'], '2021-08')
        program.key('ctrl+z')
        program.find(type='GtkMenuButton', label='Source of Discount rate: assumed')


class Searching(Assumptions):
    def test_by_name_path_and_what_it_belongs_to(self):
        program = self.open()
        for words, count in (('initiatives.storage.products.household.price', 2), ('household material', 2), ('zzz', 0), ('delay', 2)):
            with self.subTest(words=words):
                program.key('ctrl+f')
                program.key('ctrl+a')
                program.type(words)
                program.until(lambda count=count: len(self.found(program)) == count, words)
        program.key('ctrl+a')
        program.type('zzz')
        program.find(type='GtkLabel', text=re.compile('^No number has these words'))
        program.key('Escape')
        self.entry(program, 'Discount rate')

    def test_what_was_found_is_headed_and_nothing_is_selected_beside_it(self):
        program = self.open(scope='Smart mining machinery')
        self.find_by_search(program, 'household own-use')
        program.find(type='GtkLabel', text='1 number')
        program.find(type='OutlayInfluenceBar', label='NPV after tax')
        self.assertEqual([item for item in program.all(type='GtkListItemWidget') if item.selected], [])
        program.key('Escape')
        program.find(type='GtkLabel', text='Smart mining machinery', within=program.find(type='OutlayAssumptionLine'))
        self.assertEqual([item.label for item in program.all(type='GtkListItemWidget') if item.selected], ['Smart mining machinery'])

    def test_where_it_stands_is_said_once(self):
        program = self.open()
        self.find_by_search(program, 'debt-share')
        program.find(type='GtkLabel', text='Finance')
        self.assertNotIn('Finance · Finance', program.texts())

    def test_a_number_is_shown_among_its_own(self):
        program = self.open()
        self.find_by_search(program, 'household own-use')
        program.click(type='GtkLabel', text=re.compile('^Energy storage, .*Market and price'))
        program.until(lambda: self.focused(program).startswith('Own-use value'), 'the number to have the focus')
        self.entry(program, 'Capacity')

    def test_in_chinese(self):
        program = self.open(language='zh_CN')
        program.key('ctrl+f')
        program.paste('折现率')
        program.until(lambda: self.only_line(program))
        program.key('ctrl+a')
        program.type('discount-rate')
        program.until(lambda: self.only_line(program))
        # In English as in Chinese, and by what planners also call it.
        for words, heading in (('price', '14项数据'), ('价格', '14项数据')):
            with self.subTest(words=words):
                program.key('ctrl+a')
                program.paste(words)
                program.find(type='GtkLabel', text=heading)
        for words in ('电价', '单价', '薪酬', 'capex'):
            with self.subTest(words=words):
                program.key('ctrl+a')
                program.paste(words)
                program.until(lambda: self.found(program), words)

    def test_by_other_words(self):
        program = self.open()
        for words, found in (('tariff', 'Price'), ('salary', 'Wage'), ('capex', 'Investment, Phase one')):
            with self.subTest(words=words):
                program.key('ctrl+f')
                program.key('ctrl+a')
                program.type(words)
                program.until(lambda found=found: any(widget.text == found for line in self.found(program) for widget in line.walk()), words)

    def test_what_is_far_down_comes_when_somebody_scrolls(self):
        plan = sample()
        for n in range(30):
            plan['initiatives'].append({**copy.deepcopy(sample()['initiatives'][2]), 'id': f'park-{n}', 'name': f'Park {n}'})
        program = self.open(self.write('plan.outlay.json', plan))
        program.key('ctrl+f')
        program.type('capacity')
        program.find(type='GtkLabel', text='97 numbers')
        view = program.find(type='OutlayAssumptionList')
        for _ in range(20):
            program.scroll(view, clicks=5)
            if program.look(type='GtkLabel', text=re.compile('^Park 29, ')):
                break
        program.find(type='GtkLabel', text=re.compile('^Park 29, '))


class Pasting(Assumptions):
    def paste(self, program, text):
        program._xclip('-in', input=text.encode(), stdout=-3, stderr=-3)
        program.settle()
        program.until(lambda: program.ask('formats'), 'the program to know what was copied')
        program.key('ctrl+v')

    def test_a_column_fills_the_rows_below(self):
        program = self.open()
        program.click(self.entry(program, 'Surcharges'))
        self.paste(program, '10\r\n0.05\r\n\r\n6\r\n')
        self.told(program, 'Paste 3 numbers')
        self.assertEqual([self.entry(program, name).text for name in ('Surcharges', 'Stamp tax', 'Property tax', 'Land-use tax')], ['10', '0.05', '0.84', '6'])
        program.key('ctrl+z')
        program.until(lambda: [self.entry(program, name).text for name in ('Surcharges', 'Land-use tax')] == ['12', '5'])

    def test_all_of_a_column_count_in_the_same_unit(self):
        path = self.write('plan.outlay.json', sample())
        program = self.open(path, scope='Smart mining machinery')
        program.click(self.scrolled_to(program, 'Material cost, yuan a set'))
        self.paste(program, '985000\n1.5\n24')
        self.told(program, 'Paste 3 numbers, 1 changes by 1,000 times or more')
        product = self.saved(program, path)['initiatives'][0]['products'][0]
        self.assertEqual((product['material-cost'], product['material-growth'], product['energy-cost']), (985000, 0.015, 24))

    def test_nothing_is_pasted_where_one_is_wrong(self):
        program = self.open()
        program.click(self.entry(program, 'Surcharges'))
        self.paste(program, '10\n500\n1')
        self.told(program, 'Nothing was pasted. Line 2, for “Stamp tax”: “500” does not go here: from 0 % to 100 %.')
        self.assertEqual(self.entry(program, 'Surcharges').text, '12')

    def test_a_row_fills_the_years_of_a_ramp_up(self):
        program = self.open(scope='Smart mining machinery')
        program.click(program.find(type='GtkEntry', label=re.compile('^Ramp-up, year 1')))
        self.paste(program, '40%\t70%\t95%')
        self.told(program, 'Paste 3 numbers')
        self.assertEqual([self.entry(program, f'Ramp-up, year {year}').text for year in (1, 2, 3)], ['40', '70', '95'])


class RampUp(Assumptions):
    def test_years_come_and_go(self):
        program = self.open(scope='Smart mining machinery')
        program.click(type='GtkButton', tooltip='Add a year')
        self.assertEqual(self.entry(program, 'Ramp-up, year 4').text, '100')
        self.told(program, 'Give the ramp-up of Smart mining machinery 4 years')
        self.type_into(program, 'Ramp-up, year 4', '95')
        program.key('ctrl+z')
        program.key('ctrl+z')
        program.gone(type='GtkEntry', label=re.compile('^Ramp-up, year 4'))
        program.click(type='GtkButton', tooltip='Take the last year away')
        program.gone(type='GtkEntry', label=re.compile('^Ramp-up, year 3'))


class Targets(Assumptions):
    def test_they_are_told_in_what_they_judge_in_one_card(self):
        path = self.write('plan.outlay.json', sample())
        program = self.open(path)
        entry = self.scrolled_to(program, 'Hurdle rate: At least, %')
        self.assertEqual(entry.text, '12')
        self.assertEqual(self.scrolled_to(program, 'Output value: At least, bn yuan').text, '10')
        self.type_into(program, 'Output value: At least', '11')
        self.told(program, re.compile('At least to 11.0 bn yuan$'))
        self.assertEqual([target.get('at-least') for target in self.saved(program, path)['targets']][1], 1.1e10)


class Structure(Assumptions):
    def test_a_product_comes_and_goes(self):
        path = self.write('plan.outlay.json', sample())
        program = self.open(path, scope='Smart mining machinery')
        program.click(text='Add Product')
        program.until(lambda: self.focused(program) == 'Name', 'the new name to have the focus')
        program.key('ctrl+a')
        program.type('Spare parts')
        program.key('Return')
        program.find(type='GtkLabel', text='Spare parts')
        self.assertEqual([product['name'] for product in self.saved(program, path)['initiatives'][0]['products']], ['Mining machines', 'Spare parts'])
        heading = program.find(type='GtkLabel', text='Spare parts').parent
        program.click(next(widget for widget in heading.walk() if widget.type == 'GtkMenuButton'))
        program.click(type='GtkModelButton', text='Remove')
        program.gone(type='GtkLabel', text='Spare parts')
        program.click(type='GtkButton', text='_Undo')
        program.find(type='GtkLabel', text='Spare parts')

    def test_initiatives_come_and_move(self):
        path = self.write('plan.outlay.json', sample())
        program = self.open(path)
        program.click(text='Add Initiative')
        program.until(lambda: self.focused(program) == 'Name')
        program.key('ctrl+a')
        program.type('Charging')
        program.key('Return')
        item = program.find(type='GtkListItemWidget', label='Charging')
        program.click(item)
        program.key('alt+Up')
        program.until(lambda: [initiative['name'] for initiative in self.saved(program, path)['initiatives']][2] == 'Charging')

    def test_phases_come(self):
        program = self.open(scope=None)
        program.click(type='GtkListItemWidget', label='Phases')
        program.click(text='Add Phase')
        program.until(lambda: self.focused(program) == 'Name')


    def test_what_came_is_headed_and_so_is_what_is_chosen_next(self):
        program = self.open(scope='Smart mining machinery')
        program.scroll(program.find(type='OutlayAssumptionList'), clicks=10)
        program.click(text='Add Initiative')
        program.until(lambda: self.focused(program) == 'Name')
        program.until(lambda: self.is_headed(program, 'Initiative 4'), 'its heading')
        program.scroll(program.find(type='OutlayAssumptionList'), clicks=10)
        program.until(lambda: not self.is_headed(program, 'Initiative 4'), 'the heading out of sight')
        program.click(type='GtkListItemWidget', label='Energy storage')
        program.until(lambda: self.is_headed(program, 'Energy storage'), 'the other heading')

    def is_headed(self, program, name):
        view = program.find(type='OutlayAssumptionList')
        for line in program.all(type='OutlayAssumptionLine'):
            if view.y <= line.y and line.y + line.height <= view.y + view.height and any(widget.type == 'GtkLabel' and widget.text == name for widget in line.walk()):
                return any(widget.type == 'GtkMenuButton' for widget in line.walk())
        return False


class Units(Assumptions):
    def test_land_and_time_are_typed_in_any_unit(self):
        program = self.open()
        self.type_into(program, 'Site area', '45 ha')
        self.told(program, re.compile('Site area.* to 450,?000 m²$'))
        self.type_into(program, 'Site area', '100 acres')
        program.find(type='GtkLabel', text=re.compile('^“acres” is not a unit of area. Known are m², mu, ha'))


class Influence(Assumptions):
    def test_a_tenth_of_a_percentage_is_told_as_it_is(self):
        program = self.open(self.write('plan.outlay.json', sample() | {'discount-rate': 0.045}))
        program.find(type='OutlayInfluenceBar', label=re.compile('^At 4.95 %: .*\nAt 4.05 %: '))
        self.assertFalse([bar for bar in program.all(type='OutlayInfluenceBar') if 'At 20' in (bar.label or '')])

    def test_where_the_other_share_is_the_rest_it_is_said(self):
        plan = sample()
        plan['initiatives'][0].update({'building-share': 0.4, 'equipment-share': 0.6})
        program = self.open(self.write('plan.outlay.json', plan))
        self.find_by_search(program, 'mining building-share')
        program.find(type='OutlayInfluenceBar', label=re.compile('^A tenth more is not possible: buildings and equipment together .*\nAt 36.0 %: '))

    def test_it_is_that_of_the_model(self):
        program = self.open()
        plan = sample()
        base = indicators(plan)['npv-after-tax']
        plan['discount-rate'] *= 1.1
        effect = (indicators(plan)['npv-after-tax'] - base) / 1e6
        program.find(type='OutlayInfluenceBar', label=re.compile(f'^At 8.8 %: NPV after tax −{-effect:.0f} m yuan\n'))


class Sizes(Assumptions):
    @classmethod
    def setUpClass(cls):
        cls.desktop = cls.enterClassContext(Desktop((1360, 860), maximized=False))

    def test_the_columns_of_influence_are_named_however_small_the_window(self):
        program = self.open()
        for size in ((1360, 860), (950, 700), (560, 740)):
            with self.subTest(size=size):
                program.resize(*size)
                caption = program.find(type='OutlayInfluenceBar', label='Tax of all years')
                bar = next(bar for bar in program.all(type='OutlayInfluenceBar') if (bar.label or '').startswith('At ') and 'Tax of all years' in bar.label)
                self.assertEqual((caption.x, caption.width), (bar.x, bar.width))


if __name__ == '__main__':
    tap.main()
