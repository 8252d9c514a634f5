# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a module's unittest cases and reports each as a line of TAP, so that they are counted like those of the C tests."""

import sys
import unittest


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
