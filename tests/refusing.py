"""What a function refuses."""

from collections.abc import Callable

import pytest

from pipeline.errors import Reject


def code_of(function: Callable[..., object], *given: object) -> str:
    """The code with which `function` refuses what it is given; it has to, and to say what to do."""
    with pytest.raises(Reject) as caught:
        function(*given)
    assert caught.value.message
    assert caught.value.hint
    return caught.value.code
