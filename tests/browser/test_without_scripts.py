"""What a document's page says does not depend on scripts."""

import pytest
from playwright.sync_api import Browser

from toolchain.server import Server


@pytest.mark.parametrize("path", ["schengen-visa/", "ar-passport/", "us-dv-lottery/", "ru/schengen-visa/"])
def test_a_document_reads_the_same_with_scripts_off(browser: Browser, server: Server, path: str) -> None:
    texts = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(server.address + path)
        parts = page.locator("main :is(h1, h2, h3, p, li, tr, dt, dd):not(#tool *):visible")
        texts.append([" ".join(text.split()) for text in parts.all_inner_texts()])
        context.close()
    with_scripts, without = texts
    assert len(without) > 20
    assert with_scripts == without
