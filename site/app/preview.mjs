/** The photo on the stage, at once: before the engine is there and before anybody knows whether it is usable. */

/** Show the picture behind `url` whole; what the browser cannot show leaves the stage as it was. */
export const showPhoto = (root, url) => {
  const probe = new Image();
  probe.addEventListener("load", () => {
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
  probe.src = url;
  root.dataset.state = "working";
};
