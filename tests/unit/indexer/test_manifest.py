"""The manifest of the shipped documents, and what is wrong with a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.documents import compose, document_id
from indexer.manifest import load_manifest
from indexer.reading.markdown import read_markdown
from knowledge.errors import InvalidInput, UnreadableDocument
from tests.unit.indexer.made import FIVE, SHIPPED, shipped


def test_the_manifest_names_the_five_with_municipality_and_licence() -> None:
    entries = load_manifest(SHIPPED / "manifest.toml")
    assert sorted(entries) == [f"{one}.txt" for one in FIVE]
    for identity in FIVE:
        entry = entries[f"{identity}.txt"]
        assert entry.municipality == shipped(identity).municipality
        assert entry.licence
        assert "9 § upphovsrättslagen (1960:729)" in entry.licence


def test_no_manifest_is_an_empty_one(tmp_path: Path) -> None:
    assert load_manifest(tmp_path / "manifest.toml") == {}


@pytest.mark.parametrize(
    "written",
    ["[[document", '[[document]]\nfile = "a"\ncolour = "red"', '[[document]]\nmunicipality = "A"'],
)
def test_a_bad_manifest_is_refused(tmp_path: Path, written: str) -> None:
    path = tmp_path / "manifest.toml"
    path.write_text(written, "utf-8")
    with pytest.raises(InvalidInput):
        load_manifest(path)


def test_a_file_named_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "manifest.toml"
    path.write_text('[[document]]\nfile = "a"\n[[document]]\nfile = "a"\n', "utf-8")
    with pytest.raises(InvalidInput):
        load_manifest(path)


def test_a_document_s_id_is_its_file_s_name_in_plain_letters() -> None:
    assert document_id("Örebro – Internationell policy (2013).docx") == (
        "orebro-internationell-policy-2013"
    )


def test_a_text_without_headings_is_no_policy_document() -> None:
    source = read_markdown(b"Bara ett stycke text utan rubrik.")
    with pytest.raises(UnreadableDocument) as refusal:
        compose(source, "brev.md", "digest")
    assert refusal.value.reason == "unreadable-no-headings"
