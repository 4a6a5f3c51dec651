"""The data directory: one pipeline at a time, one version, and errors that say the way out."""

import json
from pathlib import Path

import pytest

from dateline.datafolder import ABOUT, DataFolderError, check, data_folder


def test_two_pipelines_on_one_directory_are_refused(tmp_path: Path) -> None:
    with (
        data_folder(tmp_path, ["enricher"]),
        pytest.raises(DataFolderError, match=r"process \d+\) works in .*--data-dir"),
        data_folder(tmp_path, ["enricher", "sink"]),
    ):
        pass


def test_different_services_share_a_directory(tmp_path: Path) -> None:
    with data_folder(tmp_path, ["enricher"]), data_folder(tmp_path, ["sink"]):
        pass


def test_directory_is_free_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with data_folder(tmp_path, ["sink"]):
            pass


def test_another_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / ABOUT).write_text(json.dumps({"version": 99}))

    with pytest.raises(DataFolderError, match="version 99"), data_folder(tmp_path, []):
        pass


def test_a_directory_that_is_none_of_ours_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(DataFolderError, match="no data directory of Dateline"):
        check(tmp_path)


def test_who_only_reads_is_not_told_to_start_a_pipeline_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()

    with pytest.raises(DataFolderError, match=r"holds other files .*the one that `dateline run` works in") as raised:
        check(tmp_path)
    assert f"run --data-dir {tmp_path}" not in str(raised.value)


def test_a_directory_of_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()

    with (
        pytest.raises(DataFolderError, match=r"holds other files \(letter.txt\).*--data-dir"),
        data_folder(tmp_path, []),
    ):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_directory_with_an_index_of_ours_is_taken(tmp_path: Path) -> None:
    (tmp_path / "gateway.sqlite-wal").touch()

    with data_folder(tmp_path, []) as folder:
        assert (folder / ABOUT).exists()


def test_a_file_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(DataFolderError, match="cannot write to the data directory"), data_folder(tmp_path / "file", []):
        pass
