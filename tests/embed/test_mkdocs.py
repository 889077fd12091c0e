"""The MkDocs plugin, by MkDocs itself."""

import subprocess
import sys
from pathlib import Path

import pytest

CONFIG = "site_name: Report\nplugins:\n  - geobrief\nexclude_docs: maps/\n"
INDEX = """---
title: Report
---

# Report

```geobrief maps/ships
claim: c2
```

```python
print(1)
```
"""
TWO = "# Two\n\n- A list\n\n    ```geobrief ../maps/ships\n    height: 420\n    ```\n"


@pytest.fixture
def docs(brief_folder: Path) -> Path:
    docs = brief_folder.parents[1]
    (docs.parent / "mkdocs.yml").write_text(CONFIG)
    (docs / "index.md").write_text(INDEX)
    (docs / "sub").mkdir()
    (docs / "sub" / "two.md").write_text(TWO)
    return docs


def build(docs: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    return subprocess.run(command, cwd=docs.parent, capture_output=True, text=True, check=False)


def built(docs: Path) -> Path:
    done = build(docs)
    assert done.returncode == 0, done.stdout + done.stderr
    return docs.parent / "site"


def test_pages_frame_one_page_from_wherever_they_are(docs: Path) -> None:
    site = built(docs)
    (shelved,) = (site / "_geobrief").iterdir()
    index = (site / "index.html").read_text()
    assert f'src="_geobrief/{shelved.name}?embed#claim=c2"' in index
    assert "print" in index
    two = (site / "sub" / "two" / "index.html").read_text()
    assert f'src="../../_geobrief/{shelved.name}?embed"' in two
    assert "<li>" in two.partition("<iframe")[0].rpartition("<p>A list")[0][-40:]


def test_a_fault_ends_the_build_with_file_and_line(docs: Path) -> None:
    (docs / "index.md").write_text("---\ntitle: Report\n---\n\n# Report\n\n```geobrief maps/none\n```\n")
    done = build(docs)
    assert done.returncode == 1
    assert "index.md:7: There is no brief at maps/none" in done.stdout + done.stderr


def test_a_root_lets_briefs_lie_beside_the_documents(docs: Path) -> None:
    (docs / "maps" / "ships").rename(docs.parent / "ships")
    for page, path in ((docs / "index.md", "../ships"), (docs / "sub" / "two.md", "../../ships")):
        page.write_text(f"# Report\n\n```geobrief {path}\n```\n")
    assert build(docs).returncode == 1
    (docs.parent / "mkdocs.yml").write_text("site_name: Report\nplugins:\n  - geobrief:\n      root: ..\n")
    assert len(list((built(docs) / "_geobrief").iterdir())) == 1
