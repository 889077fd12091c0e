"""Files are written whole or not at all."""

import os
from pathlib import Path

import pytest

from geobrief.errors import GeobriefError
from geobrief.files import make_folder, remove, streamed_aside, write_all, write_aside


def test_text_and_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write_aside(tmp_path / "text", "é\r\n\u2028")
    write_aside(tmp_path / "bytes", b"\xff\x00")
    assert (tmp_path / "text").read_bytes() == "é\r\n\u2028".encode()
    assert (tmp_path / "bytes").read_bytes() == b"\xff\x00"


def test_a_file_keeps_its_mode_and_a_link_stays_one(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    write_aside(link, "new")
    assert link.is_symlink()
    assert file.read_text() == "new"
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_mode_that_others_have(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    write_aside(tmp_path / "ours", "")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_one_fault_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    first = tmp_path / "first"
    first.write_text("old")
    with pytest.raises(GeobriefError, match="no such folder"):
        write_all({first: "new", tmp_path / "missing" / "second": "new"})
    assert first.read_text() == "old"
    assert list(tmp_path.iterdir()) == [first]


def test_what_is_streamed_takes_its_place_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_text("old")
    target.chmod(0o640)
    with streamed_aside(target) as write:
        write(b"one\n")
        write(b"two\n")
        assert target.read_text() == "old"
    assert target.read_text() == "one\ntwo\n"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("fault", [GeobriefError, KeyboardInterrupt])
def test_a_stream_that_breaks_off_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, fault: type[BaseException]
) -> None:
    target = tmp_path / "out"
    target.write_text("old")

    def break_off() -> None:
        with streamed_aside(target) as write:
            write(b"half")
            raise fault

    with pytest.raises(fault):
        break_off()
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told_while_streaming() -> None:
    with pytest.raises(GeobriefError, match="disk is full"), streamed_aside(Path("/dev/full")) as write:
        write(b"x" * 1_000_000)


def test_what_cannot_be_written_says_why_and_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for path, reason in (
        (tmp_path, "it is a folder; give the name of a file"),
        (tmp_path / "missing" / "page.html", "there is no such folder; make it"),
        (tmp_path / "file" / "page.html", "a part of the path is a file"),
        (tmp_path / ("x" * 300), "the name is too long"),
        (tmp_path / "a\0b", "null"),
    ):
        with pytest.raises(GeobriefError, match=reason):
            write_aside(path, "x")
    assert (tmp_path / "file").read_text() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told() -> None:
    with pytest.raises(GeobriefError, match="the disk is full; make room"):
        write_aside(Path("/dev/full"), "x")


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_aside(pipe, "through")
    assert os.read(reader, 99) == b"through"
    os.close(reader)


def test_folders_are_made_and_files_removed(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    write_aside(tmp_path / "a" / "b" / "c", "x")
    remove(tmp_path / "a" / "b" / "c")
    remove(tmp_path / "a" / "b" / "c")
    assert list((tmp_path / "a").iterdir()) == [tmp_path / "a" / "b"]
    with pytest.raises(GeobriefError, match="cannot be written"):
        remove(tmp_path / "a" / "b")
