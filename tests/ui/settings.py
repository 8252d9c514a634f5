# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings of older versions are brought up to date, and none of them keeps the program from starting."""

import configparser

import tap
from plans import SAMPLE, WindowTest, sample

SECTION = 'io/github/outlay/Outlay'


class Settings(WindowTest):
    def setUp(self):
        self.use(self.desktop.home(self._testMethodName[:30]))

    def use(self, home):
        self.home = home
        self.file = self.home / '.config/glib-2.0/settings/keyfile'

    def read(self):
        parser = configparser.ConfigParser(interpolation=None)
        parser.read(self.file, encoding='utf-8')
        return dict(parser[SECTION]) if SECTION in parser else {}

    def put(self, **values):
        """What was left in the settings, as GVariant texts."""
        self.desktop.environment(self.home)
        lines = [f'{name.replace("_", "-")}={value}' for name, value in values.items()]
        with open(self.file, 'a', encoding='utf-8') as file:
            file.write('\n'.join(['', f'[{SECTION}]', *lines, '']))

    def test_a_new_start_needs_nothing_brought_up_to_date(self):
        program = self.start(home=self.home)
        program.find(type='GtkLabel', text='Unsaved copy')
        self.quit(program)
        self.assertEqual(self.read()['schema-version'], '1')

    def test_the_plan_that_version_0_kept_is_opened_once_more_and_forgotten_there(self):
        path = self.write('kept.outlay.json', sample() | {'name': 'Kept plan'})
        self.put(last_plan=f"'{path.as_uri()}'", keep_total='false')
        program = self.start(home=self.home)
        program.find(type='GtkLabel', text='Kept plan')
        self.quit(program)
        kept = self.read()
        self.assertNotIn('last-plan', kept)
        self.assertEqual((kept['schema-version'], kept['keep-total']), ('1', 'false'))
        self.assertIn(path.as_uri(), (self.home / '.local/share/recently-used.xbel').read_text(encoding='utf-8'))

    def test_what_is_up_to_date_or_newer_is_left_alone(self):
        path = self.write('kept.outlay.json', sample() | {'name': 'Kept plan'})
        for version in ('1', '7'):
            with self.subTest(version):
                self.use(self.desktop.home(f'version-{version}'))
                self.put(schema_version=version, last_plan=f"'{path.as_uri()}'")
                program = self.start(home=self.home)
                program.find(type='GtkLabel', text='Unsaved copy')
                self.quit(program)
                self.assertEqual(self.read()['schema-version'], version)
                self.assertIn('last-plan', self.read())

    def test_nonsense_breaks_nothing(self):
        self.put(schema_version="'one'", window_width='-7', window_height='99999999', window_maximized="'yes'", welcomed='3', last_plan="'no uri'",
                 compared="'nobody'", presented_charts="['nothing', 'tax', 'tax']", export_chart="'nothing'", export_size="'napkin'",
                 export_width='1', export_height='true', export_theme="'pink'", export_format="'bmp'", export_text="'']")
        program = self.start(SAMPLE, home=self.home)
        program.find(type='AdwWindowTitle', title='Jinchuang Energy Project')
        program.key('ctrl+e')
        program.find(type='OutlayExportDialog')
        program.find(type='AdwComboRow', id='size_row')
        program.key('Escape')
        program.gone(type='OutlayExportDialog')
        program.key('alt+5')
        program.find(type='OutlayChartsPage')
        program.key('F5')
        program.find(type='OutlayPresentation')
        program.key('Escape')
        self.quit(program)


if __name__ == '__main__':
    tap.main()
