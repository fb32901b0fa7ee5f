"""What is wrong with a page's layout, found in the browser: a line for all that is too wide, cut off or overlapped."""

FAULTS = """() => {
  const found = [];
  const say = (what, element) =>
    found.push(`${what}: ${element.outerHTML.slice(0, 140)} "${element.textContent.trim().slice(0, 40)}"`);
  const shown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    !element.closest(".hidden, .skips, .points, [aria-hidden=true], svg, .hero:not(:has(.answer:not([hidden])))") &&
    getComputedStyle(element.closest(".hero") ?? element).clipPath === "none";

  // The page.
  const wide = document.documentElement.clientWidth;
  const needed = document.documentElement.scrollWidth;
  if (needed > wide) found.push(`the page is ${needed} wide`);

  // Words: on the page and inside what they stand in.
  const SIDEWAYS = wide < 768 ? "select" : ".wide, select"; // tables of a wide screen may scroll by themselves
  const BOXES = "button, .button, summary, th, td, label, .panel, .verdict";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !shown(element) || element.closest(SIDEWAYS)) continue;
    range.selectNodeContents(walker.currentNode);
    const around = element.closest(BOXES)?.getBoundingClientRect();
    for (const { left, right, top, bottom, width } of range.getClientRects()) {
      if (!width) continue;
      const off = left < -1 || right > wide + 1;
      const out = around && (left < around.left - 1 || right > around.right + 1 || bottom > around.bottom + 2);
      if (off || out || (around && top < around.top - 2)) {
        say(off ? "off the page" : "out of its box", element);
        break;
      }
    }
  }

  // What hides a part of its words.
  const SCROLLS = ".wide, select, option, input, textarea, progress, .frame, .mat";
  for (const element of document.querySelectorAll("main *, header *, footer *")) {
    const { overflowX, overflowY } = getComputedStyle(element);
    if (!shown(element) || element.closest(SCROLLS)) continue;
    if (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1) say("cut off", element);
    if (overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1) say("cut off below", element);
  }

  // Controls, none on another. The bar of actions stays at the lower edge of a phone, over whatever scrolls under it.
  const controls = [...document.querySelectorAll("a[href], button, input, select, summary, .switch")].filter(shown);
  const boxes = controls.filter((one) => !one.closest(".actions")).map((one) => [one, [...one.getClientRects()]]);
  for (const [place, [one, ones]] of boxes.entries())
    for (const [other, others] of boxes.slice(place + 1)) {
      if (one.contains(other) || other.contains(one)) continue;
      const meet = (a, b, from, to) => Math.min(a[to], b[to]) - Math.max(a[from], b[from]);
      const over = (a, b) => meet(a, b, "left", "right") > 1 && meet(a, b, "top", "bottom") > 4;
      if (ones.some((a) => others.some((b) => over(a, b)))) say("overlaps another control", one);
    }
  return [...new Set(found)];
}"""
