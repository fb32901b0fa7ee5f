"""Countries and sizes: every document is reached, equal sizes stand together, thin pages stay out of search engines."""

from tests.toolchain.committed import documents as rulebook
from tests.toolchain.pages import operators
from tests.toolchain.pages.rendered import VARIANTS, documents
from tests.toolchain.pages.test_rulebook import PLAIN
from toolchain.pages import country_page, document_page, related, size_page
from toolchain.pages.language import ENGLISH
from toolchain.pages.table import Site

WHOLE = Site(ENGLISH, rulebook(), operators.NOBODY)


def test_every_country_has_a_page_and_one_of_a_single_document_is_not_listed() -> None:
    pages = {page.path: page for page in country_page.pages(WHOLE)}
    countries = [data["country"] for data in rulebook()]
    assert set(pages) == {country_page.path(code) for code in countries}
    for code in set(countries):
        if countries.count(code) == 1:
            assert not pages[country_page.path(code)].indexed, code
    assert pages["countries/us/"].indexed


def test_every_print_size_is_in_the_table_and_leads_somewhere() -> None:
    sizes = size_page.by_size(rulebook())
    lines = size_page.all_sizes(ENGLISH, sizes, PLAIN)["sizes"]
    pages = {f"/{page.path}" for page in size_page.pages(WHOLE)} | {f"/{data['id']}/" for data in rulebook()}
    assert len(lines) == len(sizes)
    assert {line["address"] for line in lines} <= pages


def test_a_size_names_its_inches_and_pixels() -> None:
    sizes = size_page.by_size(rulebook())
    page = size_page.context(ENGLISH, sizes, (35, 45), PLAIN)
    assert page["answer"].striptags().replace("\xa0", " ").startswith("35 × 45 mm is 1.38 × 1.77 in, and 827 × 1063 px")
    assert len(page["documents"]) == len(sizes[35, 45])
    assert dict(page["fits"])["10 × 15 cm"] == 8


def test_a_size_larger_than_a_paper_is_not_said_to_fit() -> None:
    assert "10 × 15 cm" not in dict(size_page.fits((102, 152)))
    assert "A4" in dict(size_page.fits((102, 152)))


def test_related_documents_are_of_the_country_or_of_the_size_and_never_itself() -> None:
    near = related.Neighbours.of(ENGLISH, rulebook())
    by_address = {f"/{data['id']}/": data for data in rulebook()}
    for data in rulebook():
        for group in near.near(ENGLISH, data):
            assert 1 <= len(group["links"]) <= related.MOST
            for address, _ in group["links"]:
                other = by_address[address]
                assert other["id"] != data["id"]
                assert other["country"] == data["country"] or other["print"] == {**data["print"], **other["print"]}


def test_what_nobody_verified_is_not_listed() -> None:
    site = Site(ENGLISH, [*documents(), *VARIANTS], operators.NOBODY)
    pages = {page.path: page.indexed for page in document_page.pages(site)}
    assert not pages["unverified/"]
    assert pages["schengen-visa/"] and pages["refused/"]
