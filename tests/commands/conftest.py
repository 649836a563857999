"""The small result that the writers are tested with."""

from tests.report.conftest import empty, make_result, result

__all__ = ["empty", "make_result", "result"]
