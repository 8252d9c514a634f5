# SPDX-License-Identifier: GPL-3.0-or-later
"""Every picture of the window that the project shows, from a first start on, and the same in other looks. Called by build-aux/pictures.

To change what a picture shows, change PAGES; to add a look, add a line to LOOKS.
"""

import argparse
import subprocess
from pathlib import Path

from desktop import Desktop
from driver import Program

IMAGES = Path(__file__).parents[2] / 'docs' / 'images'
# 16:9, as software centres want it, and wide enough for the list of pages with its names.
SIZE = (1600, 900)


def first_initiative(program):
    """Of the assumptions: those of an initiative, whose badges say more than one thing."""
    program.click(program.all(type='GtkListItemWidget', within=program.find(type='OutlayAssumptionScopes'))[2])


def project_cash_flow(program):
    """Of the results: a statement with figures in every year."""
    program.click(type='GtkDropDown', id='kinds')
    listed = program.find(type='GtkPopover')
    program.click(program.all(type='GtkListItemWidget', within=listed)[5])
    program.gone(type='GtkPopover')


def what_differs(program):
    """Of the comparison: the last scenario in the place of the one that changes nothing."""
    base, announced, *others, last = program.all(type='GtkToggleButton', within=program.find(type='OutlayCompareChoice'))
    for button in announced, last:
        program.click(button)


# A page, its place in the list of pages, and what is done on it before the picture.
PAGES = (
    ('split', 0, None),
    ('assumptions', 1, first_initiative),
    ('timeline', 2, None),
    ('results', 3, project_cash_flow),
    ('charts', 4, None),
    ('compare', 5, what_differs),
    ('region', 6, None),
)

# A look, the folder of its pictures (None: that of the command line), and the desktop's options.
LOOKS = (
    ('light', IMAGES, {}),
    ('zh_CN', IMAGES / 'zh_CN', {'language': 'zh_CN'}),
    ('dark', None, {'dark': True}),
    ('large-text', None, {'text_scale': 1.5}),
)


def write(program, path):
    """Few colours and no date: a picture of the same window is the same file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    program.screenshot(path)
    subprocess.run(['convert', str(path), '+dither', '-colors', '256', '-strip', '-define', 'png:exclude-chunks=date,time',
                    '-define', 'png:compression-level=9', f'PNG8:{path}'], check=True)


def take(desktop, command, folder, options):
    with Program(desktop, command, **options) as program:
        program.click(program.all(type='GtkButton', within=program.find(type='OutlayHint', id='welcome'))[-1])
        for page, place, prepare in PAGES:
            program.click(program.all(type='GtkListBoxRow', within=program.find(type='OutlayPageList'))[place])
            if prepare is not None:
                prepare(program)
            # Nothing lies under the pointer.
            program.move((SIZE[0] - 1, SIZE[1] - 1))
            write(program, folder / f'{page}-page.png')


def main():
    parser = argparse.ArgumentParser(prog='build-aux/pictures', description='Take all pictures of the window anew.')
    parser.add_argument('folder', type=Path, help='where those go that the project does not keep')
    parser.add_argument('--program', required=True)
    arguments = parser.parse_args()
    with Desktop(SIZE) as desktop:
        for look, folder, options in LOOKS:
            take(desktop, [arguments.program], folder or arguments.folder / look, options)


if __name__ == '__main__':
    main()
