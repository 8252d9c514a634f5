# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a module's unittest cases and reports each as a line of TAP, so that they are counted like those of the C tests."""

import sys
import unittest


class SecondTry:
    """On a machine with other things to do a click or a key may come too early. What fails twice is a fault; what fails once is told."""

    AGAIN = True

    def try_again(self, result):
        return super().run(result)

    def run(self, result=None):
        if not self.AGAIN or result is None:
            return super().run(result)
        first = unittest.TestResult()
        super().run(first)
        if not first.wasSuccessful():
            print(f'{self.id()} is tried again:', *(text for _test, text in first.failures + first.errors), sep='\n', file=sys.stderr, flush=True)
            return self.try_again(result)
        result.startTest(self)
        if first.skipped:
            result.addSkip(self, first.skipped[0][1])
        else:
            result.addSuccess(self)
        result.stopTest(self)
        return result


class Result(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.count = 0

    def _line(self, test, outcome, directive='', details=''):
        self.count += 1
        print(f'{outcome} {self.count} {test.id()}{directive}', flush=True)
        if details:
            print(details, file=sys.stderr, flush=True)

    def addSuccess(self, test):
        self._line(test, 'ok')

    def addSkip(self, test, reason):
        self._line(test, 'ok', f' # SKIP {reason}')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._line(test, 'not ok', details=self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self._line(test, 'not ok', details=self.errors[-1][1])

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._line(subtest, 'not ok', details=self._exc_info_to_string(err, test))


def main(module='__main__'):
    """The cases of MODULE, or only those whose name contains one of the program's arguments."""
    loader = unittest.TestLoader()
    if len(sys.argv) > 1:
        loader.testNamePatterns = [f'*{name}*' for name in sys.argv[1:]]
    suite = loader.loadTestsFromModule(sys.modules[module])
    print(f'TAP version 13\n1..{suite.countTestCases()}', flush=True)
    result = Result()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
