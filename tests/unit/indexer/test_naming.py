from __future__ import annotations

from indexer.naming import free_id, renamed
from tests.fakes.documents import make_document


def test_a_taken_id_is_numbered() -> None:
    assert free_id("policy", set()) == "policy"
    assert free_id("policy", {"policy", "policy-2"}) == "policy-3"


def test_all_that_names_a_document_is_renamed_with_it() -> None:
    document = renamed(make_document("policy"), "policy-2")

    assert document == make_document("policy-2", source="policy.txt").model_copy(
        update={"digest": document.digest}
    )
    assert '"policy"' not in document.model_dump_json()
