# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture of the window, after a few steps a person could take in it. Called by the script beside it."""

import argparse
from pathlib import Path

import desktop
from driver import Program


class Step(argparse.Action):
    """Keeps the steps in the order they were given."""

    def __call__(self, parser, namespace, value, option):
        namespace.steps.append((option.removeprefix('--'), value))


def shown_as(name):
    """A widget that reads or is called NAME."""
    return lambda widget: name in (widget.text, widget.label, widget.title, widget.tooltip, widget.name, widget.id)


def find(program, name):
    program.until(lambda: any(map(shown_as(name), program.look_at_all())), f'something called {name}')
    widget = next(filter(shown_as(name), program.look_at_all()))
    return program.find(type=widget.type, text=widget.text, label=widget.label, name=widget.name, id=widget.id)


def take(program, step, value):
    if step in ('click', 'move'):
        getattr(program, step)(find(program, value))
    else:
        getattr(program, step)(value)


def options():
    parser = argparse.ArgumentParser(description='Take a picture of the window.')
    parser.set_defaults(steps=[])
    parser.add_argument('output', type=Path)
    parser.add_argument('file', nargs='?', type=Path, help='the plan to open')
    parser.add_argument('--program', help='the program to run')
    parser.add_argument('--size', type=desktop.size, default=(1600, 1000), metavar='WIDTHxHEIGHT')
    parser.add_argument('--dark', action='store_true')
    parser.add_argument('--high-contrast', action='store_true')
    parser.add_argument('--mirrored', action='store_true', help='as for those who read from right to left')
    parser.add_argument('--language', help='a locale without its encoding: zh_CN')
    parser.add_argument('--text-scale', type=float, default=1)
    parser.add_argument('--scale', type=int, default=1)
    for step, what in (('click', 'NAME'), ('move', 'NAME'), ('key', 'KEYS'), ('type', 'TEXT'), ('paste', 'TEXT')):
        parser.add_argument(f'--{step}', action=Step, metavar=what, dest='steps', default=argparse.SUPPRESS,
                            help='a step before the picture; steps are taken in their order')
    parser.add_argument('--tree', action='store_true', help='print what is on the screen as well')
    return parser.parse_args()


def main():
    arguments = options()
    command = [arguments.program] + ([arguments.file.resolve()] if arguments.file else [])
    with desktop.Desktop(arguments.size) as screen, \
         Program(screen, command, language=arguments.language, dark=arguments.dark, high_contrast=arguments.high_contrast,
                 text_scale=arguments.text_scale, scale=arguments.scale, mirrored=arguments.mirrored) as program:
        for step, value in arguments.steps:
            take(program, step, value)
        program.screenshot(arguments.output.resolve())
        if arguments.tree:
            for widget in program.all(x=lambda x: x is not None):
                print(f'{widget.x:6.0f} {widget.y:6.0f} {widget.width:6.0f} {widget.height:6.0f}  {widget}')


if __name__ == '__main__':
    main()
