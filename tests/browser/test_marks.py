"""The marks that the benchmark times: both are set for every photo, landmarks first."""

from tests.browser import portrait
from tests.browser.visit import Visit

MARKS = "performance.getEntriesByType('mark').filter(({ name }) => name.startsWith('pixid:')).map(({ name }) => name)"


def test_each_photo_leaves_its_marks(visit: Visit) -> None:
    visit.open("us-passport")
    for count in (1, 2):
        visit.check(portrait.jpeg())
        assert visit.page.evaluate(MARKS) == ["pixid:landmarks", "pixid:verdict"] * count
