"""The committed rulebook as it travels to the app, opened by the Python that opens it there."""

from tests.micropython.test_on_micropython import run_module, sources
from tests.toolchain import committed
from toolchain.rulebook.pack import packed
from toolchain.rulebook.search_index import index

PLANTED = """
import json
from pixid.packed import parse
from pixid.search import Index

def read(name):
    with open("/" + name) as file:
        return file.read()

def test_every_document_opens():
    rulebook = parse(read("documents.json"))
    assert len(rulebook.ids()) == COUNT
    sized = 0
    for id in rulebook.ids():
        document = rulebook.document(id)
        assert document.id == id and document.names["en"], id
        assert [document.source(place).kind for place in range(len(document.data["sources"]))], id
        document.band("head_height")
        sized += document.has_size
        if document.has_size:
            assert document.output_size(1000.0)[0] > 0, id
    assert sized >= 300

def test_people_find_their_document():
    index = Index(json.loads(read("search.json")))
    assert index.find("american visa")[0] == "us-visa-digital"
    assert index.find("ЗАГРАНПАСПОРТ")[0] == "ru-foreign-passport-10y"
    assert index.find("brazlian passport")[0].startswith("br-passport")
    assert len(index.find("35x45", 400)) > 100
"""


def test_the_whole_rulebook_and_its_search() -> None:
    documents = committed.documents()
    files = sources() | {
        "documents.json": packed(documents).decode(),
        "search.json": index(documents).decode(),
        "tests/pixid/planted.py": PLANTED.replace("COUNT", str(len(documents))),
    }
    results = run_module("tests.pixid.planted", files)
    assert results == {"test_every_document_opens": None, "test_people_find_their_document": None}
