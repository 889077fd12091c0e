"""What is said where a format's package is missing."""

import pytest

from geobrief.errors import ExportError
from geobrief.export.extras import needed


def test_a_package_that_is_missing_is_named_with_the_line_that_installs_it() -> None:
    line = r"needs not_there_at_all, which is not installed\. Run: pip install 'geobrief\[xlsx\]'"
    with pytest.raises(ExportError, match=line):
        needed("not_there_at_all.inner", "xlsx")
