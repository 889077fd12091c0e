"""A real server of a corpus's map on 127.0.0.1."""

import contextlib
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from editor.running import Running
from geobrief.corpora.map.serve import ready


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[Running]:
    """Serves a dataset until the block ends."""
    with ready(folder) as prepared:
        server = prepared.server
        thread = threading.Thread(target=server.run, kwargs={"sockets": [prepared.listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        try:
            yield Running(prepared.address)
        finally:
            server.should_exit = True
            thread.join(timeout=10)
