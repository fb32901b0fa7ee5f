/** The photo on the stage, at once: before the engine is there and before anybody knows whether it is usable. */

let latest;

/** Show the picture behind `url` whole. What the browser cannot show leaves an earlier result as it was. */
export const showPhoto = (root, url) => {
  const probe = new Image();
  latest = probe;
  probe.addEventListener("load", () => {
    // Too late where a newer photo came, or where the verdict was quicker than the browser.
    if (latest !== probe || !root.matches('[data-state="working"]:not([data-judged])')) return;
    const { naturalWidth: width, naturalHeight: height } = probe; // upright: browsers apply the EXIF orientation
    const frame = root.querySelector("[data-frame]");
    frame.style.setProperty("--w", width);
    frame.style.setProperty("--h", height);
    root.querySelector("[data-picture]").setAttribute("viewBox", `0 0 ${width} ${height}`);
    root.querySelector("[data-overlay]").replaceChildren();
    for (const gutter of root.querySelectorAll("[data-gutter]")) gutter.replaceChildren();
    const photo = root.querySelector("[data-photo]");
    photo.removeAttribute("transform");
    for (const [name, value] of Object.entries({ href: url, width, height })) photo.setAttribute(name, value);
    root.querySelector("[data-stage]").hidden = false;
  });
  probe.addEventListener("error", () => {
    if (latest === probe && !root.querySelector("[data-verdict]:not([hidden])")) root.querySelector("[data-stage]").hidden = true;
  });
  probe.src = url;
  for (const step of root.querySelectorAll("[data-step]")) step.dataset.stepState = step.dataset.step === "open" ? "now" : "waiting";
  root.dataset.state = "working";
  root.removeAttribute("data-judged");
};
