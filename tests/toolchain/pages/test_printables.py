"""What the print sheet offers beside the page's document: all that can be printed, and nothing else, once each."""

from pixid.document import from_data
from pixid.printing import can_print
from tests.toolchain.committed import documents as rulebook
from tests.toolchain.pages.rendered import page
from toolchain.pages.language import ENGLISH
from toolchain.pages.printables import printables


def test_all_that_can_be_printed_is_offered_once_and_nothing_else() -> None:
    offered = [one.id for country in printables(ENGLISH, rulebook()) for one in country.documents]
    assert len(offered) == len(set(offered))
    assert set(offered) == {data["id"] for data in rulebook() if can_print(from_data(dict(data)))}
    assert "us-passport" in offered
    assert not {"us-dv-lottery", "de-passport"} & set(offered)  # of pixels alone; no photo of one's own


def test_each_says_its_size_under_its_country() -> None:
    (american,) = [one for one in printables(ENGLISH, rulebook()) if one.country == ENGLISH.country("US")]
    words = {one.id: one.words for one in american.documents}
    assert words["us-passport"].startswith("US passport, ") and "(51 × 51" in words["us-passport"]
    assert "<" not in "".join(words.values())


def test_the_page_for_any_document_has_the_list_and_pages_of_documents_do_not() -> None:
    def offers(name: str) -> bool:
        return any(option.attributes.get("value") == "us-passport" for option in page(name).all("option"))

    assert offers("shell") and not offers("us-passport")
