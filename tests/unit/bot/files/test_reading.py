from __future__ import annotations

import csv
import io
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.files.reading import MOST_ROWS, read_sheet
from bot.files.safe_text import neutral
from bot.services.errors import UnreadableSheet

ROWS = [("titel", "ort"), ("Besök", "Radviliškis"), ("Möte; två dagar", "Växjö")]


def written(path: Path, text: str, encoding: str) -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def cells(path: Path) -> list[tuple[str, ...]]:
    return [row.cells for row in read_sheet(path).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("divider", [";", ",", "\t", "|"])
def test_a_csv_is_read_whatever_program_wrote_it(
    tmp_path: Path, encoding: str, divider: str
) -> None:
    lines = [f"titel{divider}ort", f'"A{divider} b"{divider}Växjö']
    path = written(tmp_path / "a.csv", "\r\n".join(lines), encoding)
    assert cells(path) == [("titel", "ort"), (f"A{divider} b", "Växjö")]


def test_rows_keep_their_numbers_and_blank_ones_are_left_out(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", 'a;b\n;\n"x\ny";2\n\n3;4\n', "utf-8")
    assert [(row.line, row.cells) for row in read_sheet(path).rows] == [
        (1, ("a", "b")),
        (3, ("x\ny", "2")),
        (6, ("3", "4")),
    ]


def test_a_workbook_gives_days_and_numbers_as_people_write_them(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["a", None, 45000, 45000.5, 0.1 + 0.2, date(2026, 5, 3)])
    book.active.append([datetime(2026, 5, 3, 0, 0), True, "  x ", -1.5, 12.0])
    book.create_sheet("andra").append(["annat"])
    book.save(tmp_path / "a.xlsx")
    assert cells(tmp_path / "a.xlsx") == [
        ("a", "", "45000", "45000.5", "0.3", "2026-05-03"),
        ("2026-05-03", "True", "x", "-1.5", "12", ""),
    ]


def test_an_apostrophe_that_kept_a_cell_from_being_a_formula_is_taken_off(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "a;b;c\n'=1+1;'@x;'citat'\n", "utf-8")
    assert cells(path)[1] == ("=1+1", "@x", "'citat'")


@given(text=st.text(st.sampled_from("=+-@ '＝a\t1\xa0\n;\"")))
def test_what_was_neutralised_on_the_way_out_comes_back(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.mktemp("out") / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([["a", "b"], [neutral(text), "b"]])
    assert cells(path)[1] == (text.strip(), "b")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04 no archive", "reason-sheet-format"),
        (b"\xd0\xcf\x11\xe0\x00\x00", "reason-sheet-format"),
        (b'a;b\n"x;y', "reason-sheet-csv"),
    ],
)
def test_what_is_no_table_is_refused_with_its_reason(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(UnreadableSheet) as refused:
        read_sheet(tmp_path / "a")
    assert refused.value.details["reason"] == reason


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(UnreadableSheet):
            read_sheet(path)


def test_a_file_that_no_person_keeps_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "x\n" * (MOST_ROWS + 1), "utf-8")
    with pytest.raises(UnreadableSheet):
        read_sheet(path)


@given(content=st.binary() | st.text().map(str.encode) | st.binary().map(b"PK\x03\x04".__add__))
def test_any_bytes_are_rows_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "file"
    path.write_bytes(content)
    with suppress(UnreadableSheet):
        assert all(any(row.cells) for row in read_sheet(path).rows)


def test_no_formula_is_read_but_its_value(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["=1+1", "text"])
    packed = io.BytesIO()
    book.save(packed)
    (tmp_path / "a.xlsx").write_bytes(packed.getvalue())
    assert cells(tmp_path / "a.xlsx") == [("", "text")]
