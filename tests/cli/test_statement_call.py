#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""outlay-cli statement: the method's numbers and words, and what a call asks for. Whether the rows add up is told by test_statement.py."""

import csv
import io
import json
import subprocess

import exports
import tap
from exports import CLI, PLAN, TEXTS, output, translated

NAMES = ['construction-investment', 'investment-plan', 'revenue', 'total-cost', 'project-cash-flow', 'equity-cash-flow', 'profit', 'financial-cash-flow',
         'balance-sheet', 'loans', 'tax']
CHINESE = {'LC_ALL': 'zh_CN.UTF-8', 'LANGUAGE': 'zh_CN'}


def printed(*arguments, **environment):
    return json.loads(output(CLI, 'statement', *arguments, '--format', 'json', **environment))


class Method(exports.Case):
    """Numbers, order and words are the book's."""

    NUMBERS = {
        'project-cash-flow': '1 1.1 - 1.2 1.3 1.4 2 2.1 2.2 2.3 2.4 - 3 4 5 6 7',
        'equity-cash-flow': '1 1.1 - 1.2 1.3 1.4 2 2.1 2.1.1 2.1.2 2.2 2.3 2.4 2.5 - 2.6 - 3 4',
        'profit': '1 - 2 3 3.1 3.2 3.3 3.4 4 5 6 - 7 8 9 10 11 12 13 16 18 19 20',
        'balance-sheet': '1 1.1 1.1.1 1.1.2 1.1.4 1.1.5 1.2 1.3 1.4 2 2.1 2.1.2 2.2 2.4 2.5 2.5.1 2.5.3 2.5.4 -',
        'financial-cash-flow': '1 1.1 1.1.1 - 1.1.2 1.1.3 - 1.2 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 2 2.2 2.2.1 2.2.3 3 3.1 3.1.1 3.1.2 3.2 3.2.1 3.2.2 3.2.3 4 5',
        'total-cost': '1 2 3 4 5 5.1 5.2 6 7 8 9 10 - -',
    }
    WORDS = {
        'project-cash-flow': '''现金流入 营业收入 自用产出 补贴收入 回收固定资产余值 回收流动资金 现金流出 建设投资（不含可抵扣增值税） 流动资金 经营成本 税金及附加
            留抵税额增加 所得税前净现金流量 累计所得税前净现金流量 调整所得税 所得税后净现金流量 累计所得税后净现金流量''',
        'total-cost': '''外购原材料费 外购燃料及动力费 工资及福利费 修理费 其他费用 研发费用 其他成本 经营成本 折旧费 摊销费 利息支出 总成本费用合计
            其中：可变成本 其中：固定成本''',
        'profit': '''营业收入 自用产出 税金及附加 总成本费用 经营成本 折旧费 摊销费 利息支出 补贴收入 利润总额 弥补以前年度亏损 研发费用加计扣除 应纳税所得额 所得税 净利润
            期初未分配利润 可供分配的利润 提取法定盈余公积金 可供投资者分配的利润 应付普通股股利 未分配利润 息税前利润 息税折旧摊销前利润''',
        'financial-cash-flow': '''经营活动净现金流量 现金流入 营业收入 自用产出 增值税销项税额 补贴收入 留抵退税额 现金流出 经营成本 增值税进项税额 税金及附加 增值税 所得税
            投资活动净现金流量 现金流出 建设投资 流动资金 筹资活动净现金流量 现金流入 项目资本金投入 建设投资借款 现金流出 各种利息支出 偿还债务本金
            应付利润（股利分配） 净现金流量 累计盈余资金''',
        'balance-sheet': '''资产 流动资产总额 货币资金 应收账款 存货 增值税留抵税额 在建工程 固定资产净值 无形及其他资产净值 负债及所有者权益 流动负债总额 应付账款
            建设投资借款 负债小计 所有者权益 资本金 累计盈余公积金 累计未分配利润 资产负债率''',
        'equity-cash-flow': '''现金流入 营业收入 自用产出 补贴收入 回收固定资产余值 回收流动资金 现金流出 项目资本金 用于建设投资 用于流动资金 借款本金偿还 借款利息支付
            经营成本 税金及附加 留抵税额增加 所得税 期末清偿借款 净现金流量 累计净现金流量''',
        'loans': '''建设投资借款 期初借款余额 当期借款 建设期利息 当期还本付息 其中：还本 其中：付息 期末借款余额 还本付息资金来源 息税前利润 折旧及摊销 所得税
            可用于还本付息的资金 计算指标 利息备付率（ICR） 偿债备付率（DSCR）''',
    }

    def test_numbers(self):
        found = printed(PLAN, 'all')['statements']
        for name, numbers in self.NUMBERS.items():
            self.assertEqual(' '.join(row['number'] or '-' for row in found[name]['rows']), numbers)

    def test_words(self):
        found = printed(PLAN, 'all', **CHINESE)['statements']
        for name, words in self.WORDS.items():
            self.assertEqual([row['label'] for row in found[name]['rows']], words.split())
        self.assertEqual([found[name]['title'] for name in NAMES],
                         ['建设投资与资金来源表', '项目总投资使用计划与资金筹措表', '营业收入、税金及附加和增值税估算表', '总成本费用估算表（生产要素法）', '项目投资现金流量表',
                          '项目资本金现金流量表', '利润与利润分配表', '财务计划现金流量表', '资产负债表', '借款还本付息计划表', '税收分税种估算表'])

    def test_no_word_is_left_in_english(self):
        for row in (row for one in printed(PLAN, 'all', **CHINESE)['statements'].values() for row in one['rows']):
            if not row['name'].startswith('revenue-'):
                self.assertNotRegex(row['label'], '[a-z]', row)

    def test_parts_are_called_as_the_plan_calls_them(self):
        rows = lambda **environment: [(row['number'], row['label'], row['depth']) for row in
                                      printed(PLAN, 'revenue', '--initiative', 'storage', **environment)['statements']['revenue']['rows'][1:7]]
        self.assertEqual(rows(), [('1.1', 'Large-scale storage', 1), ('', 'Quantity sold (kWh)', 2), ('', 'Price (yuan per kWh)', 2),
                                  ('1.2', 'Industrial and commercial storage', 1), ('', 'Quantity sold (kWh)', 2), ('', 'Price (yuan per kWh)', 2)])
        self.assertEqual([label for _, label, _ in rows(**CHINESE)][1:3], ['销售数量（kWh）', '单价（元/kWh）'])


class Command(exports.Case):
    def refused(self, code, *arguments):
        done = subprocess.run([CLI, 'statement', *arguments], capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout), (code, ''), arguments)
        return done.stderr

    def test_list(self):
        self.assertEqual(output(CLI, 'statement', '--list').decode().split(), NAMES)

    def test_faults_say_what_there_is(self):
        self.assertIn('did you mean “balance-sheet”', self.refused(1, PLAN, 'balance-shet'))
        self.assertIn('project-cash-flow', self.refused(1, PLAN, 'xyzzy'))
        self.assertIn('did you mean “storage”', self.refused(1, PLAN, 'tax', '--initiative', 'storag'))
        self.assertIn('did you mean “phase-2”', self.refused(1, PLAN, 'tax', '--phase', 'phas-2'))
        self.assertIn('of a phase', self.refused(1, PLAN, 'profit', '--phase', 'phase-1'))
        self.assertIn('did you mean', self.refused(1, PLAN, 'tax', '--scenario', 'storage-frist'))
        for arguments in ((), (PLAN,), (PLAN, 'tax', '--format', 'yaml'), (PLAN, 'tax', '--nonsense')):
            self.assertIn('--help', self.refused(2, *arguments))
        self.refused(3, '/nonexistent/plan', 'tax')
        self.refused(3, PLAN, 'tax', '-o', '/nonexistent/tax.json', '--format', 'json')

    def test_several(self):
        for words in (('tax', 'profit'), ('profit,tax',), ('tax', 'tax', 'profit')):
            self.assertEqual(list(printed(PLAN, *words)['statements']), ['profit', 'tax'])

    def test_scenario_and_settings(self):
        base, other = (printed(PLAN, 'loans', *arguments) for arguments in ((), ('--scenario', 'storage-first', '--set', 'finance.debt-share=0')))
        self.assertEqual(other['scenario'], 'storage-first')
        row = lambda document, name: next(row for row in document['statements']['loans']['rows'] if row['name'] == name)
        self.assertGreater(max(row(base, 'closing')['values']), 1e9)
        self.assertEqual(set(row(other, 'closing')['values']), {0})

    def test_csv(self):
        document = printed(PLAN, 'all', '--initiative', 'mining')
        path = self.folder / 'all.csv'
        output(CLI, 'statement', PLAN, 'all', '--initiative', 'mining', '--format', 'csv', '-o', path)
        lines = list(csv.DictReader(io.StringIO(path.read_text(encoding='utf-8'))))
        self.assertEqual({line['initiative'] for line in lines}, {'mining'})
        for name, one in document['statements'].items():
            for row in (row for row in one['rows'] if 'values' in row):
                found = [line['value'] for line in lines if (line['statement'], line['row'], line['kind']) == (name, row['name'], 'row')]
                self.assertEqual([float(value) if value else None for value in found], row['values'])
            self.assertEqual({line['row'] for line in lines if line['statement'] == name and line['kind'] == 'indicator'}, set(one['indicators']))

    def test_the_ending_picks_the_format(self):
        for ending in ('txt', 'json', 'csv', 'CSV'):
            path = self.folder / f'profit.{ending}'
            output(CLI, 'statement', PLAN, 'profit', '-o', path)
            form = {'txt': 'text'}.get(ending, ending.lower())
            self.assertEqual(path.read_bytes(), output(CLI, 'statement', PLAN, 'profit', '--format', form), ending)
        for name in ('profit.ods', 'profit'):
            self.assertIn('.txt, .json, .csv, .xlsx', self.refused(2, PLAN, 'profit', '-o', self.folder / name))
            self.assertFalse((self.folder / name).exists())
        output(CLI, 'statement', PLAN, 'profit', '--format', 'csv', '-o', self.folder / 'profit')
        self.assertEqual(output(CLI, 'statement', PLAN, 'profit', '-o', '-'), output(CLI, 'statement', PLAN, 'profit'))

    def test_text(self):
        found = output(CLI, 'statement', PLAN, 'project-cash-flow', 'balance-sheet', COLUMNS='400', LC_ALL='C.UTF-8').decode()
        self.assertRegex(found, r'(?m)^m yuan +Total +2021 +2022 ')
        self.assertRegex(found, r'(?m)^  2\.3 Operating cost +141,746\.8 +0\.0 +0\.0 +1,249\.3 ')
        self.assertRegex(found, r'(?m)^3 Net cash flow before income tax +15,141\.1 +−650\.0 ')
        self.assertRegex(found, r'(?m)^Debt ratio \(%\) +50\.52 ')
        self.assertRegex(found, r'(?m)^IRR after tax +14\.0 %$')

    def test_columns_of_wide_characters(self):
        chinese = self.folder / 'plan.outlay.json'
        chinese.write_text(json.dumps(translated(json.loads(PLAN.read_text(encoding='utf-8')), json.loads(TEXTS.read_text(encoding='utf-8')))), encoding='utf-8')
        lines = output(CLI, 'statement', chinese, 'project-cash-flow', COLUMNS='400', **CHINESE).decode().split('\n')
        rows = [line for line in lines if '现金流' in line and line[0].isdigit()]
        width = lambda line: sum(2 if ord(character) > 0x2e7f else 1 for character in line)
        self.assertEqual(len({width(line) for line in rows}), 1)
        self.assertGreater(len(rows), 5)
        self.assertTrue(any(line.startswith('万元') for line in lines), lines[:6])


if __name__ == '__main__':
    tap.main()
