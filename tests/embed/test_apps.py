"""The lines that the documentation gives for Streamlit and Panel, where these are installed."""

from pathlib import Path

import pytest

import geobrief


def test_streamlit_takes_the_page(brief_folder: Path) -> None:
    testing = pytest.importorskip("streamlit.testing.v1")
    script = f"""
import geobrief, streamlit as st
st.iframe(geobrief.read({str(brief_folder)!r}).to_html(), height=640)
"""
    app = testing.AppTest.from_string(script, default_timeout=60).run()
    assert not app.exception
    (frame,) = app.get("iframe")
    assert "geobrief-data" in str(frame.proto)


@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")
def test_panel_takes_a_brief(brief_folder: Path) -> None:
    panel = pytest.importorskip("panel")
    pane = panel.pane.HTML(geobrief.read(brief_folder), sizing_mode="stretch_width")
    assert "geobrief-data" in pane.get_root().text
