# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever reads another language meets it throughout, and can type back what he reads."""

import re

import tap
from plans import SAMPLE, WindowTest, sample


class Chinese(WindowTest):
    def test_no_english_is_left(self):
        program = self.start(language='zh_CN')
        program.find(text='今创新能源项目')
        said = {text for widget in program.look_at_all() for text in (widget.text, widget.label, widget.title, widget.tooltip) if text}
        english = {text for text in said for word in re.findall('[A-Za-z]{2,}', text) if word not in ('Outlay', 'bn', 'CNY')}
        self.assertEqual(english, set())

    def test_money_of_another_country_has_its_name(self):
        program = self.start(self.write('dollars.outlay.json', sample() | {'currency': 'USD'}), language='zh_CN')
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        program.key('ctrl+Home')
        program.find(role='grid-cell', focus=True, label=re.compile('18.0亿美元$'))
        program.key('F2')
        program.key('ctrl+a')
        program.paste('19亿美元')
        program.key('Return')
        program.key('ctrl+Home')
        program.find(role='grid-cell', focus=True, label=re.compile('19.0亿美元$'))
        program.find(tooltip=re.compile('“[^”]+”在“[^”]+”的投资设为 19.0亿$'))


class German(WindowTest):
    def open(self):
        program = self.start(SAMPLE, language='de_DE')
        program.click(type='OutlaySplitTable', across=0.1, down=0.35)
        program.key('ctrl+Home')
        return program

    def amount(self, program):
        return program.find(role='grid-cell', focus=True).label.split(', ', 2)[2]

    def test_amounts_have_a_comma(self):
        self.assertEqual(self.amount(self.open()), '1,80 bn yuan')

    def test_what_is_shown_can_be_typed_back(self):
        program = self.open()
        program.key('Return')
        program.type('1,85 bn yuan')
        program.key('Return')
        program.key('ctrl+Home')
        self.assertEqual(self.amount(program), '1,85 bn yuan')

    def test_what_is_edited_without_a_change_stays(self):
        program = self.open()
        program.key('Return')
        program.key('Return')
        program.key('ctrl+Home')
        self.assertEqual(self.amount(program), '1,80 bn yuan')
        self.assertFalse(program.actions()['win.undo'])

    def test_what_is_copied_can_be_pasted(self):
        program = self.open()
        program.key('ctrl+c')
        program.key('Right')
        program.key('ctrl+v')
        self.assertEqual(self.amount(program), '1,80 bn yuan')


if __name__ == '__main__':
    tap.main()
