/**
 * The switch and the sliders of light as plain events for Python:
 *
 *   {"do": "light", "on": true, "exposure": 20, "warmth": -5, "live": true}   percent of what the sliders reach
 *
 * `live` while a slider is under the finger: then the newest event counts and older ones are forgotten.
 */

/** `push(event)` queues an event, `last()` is the newest that waits, to be changed in place. */
export const listenToLight = (root, push, last) => {
  const panel = root.querySelector("[data-light]");
  const slider = (control) => panel.querySelector(`[name=light-${control}]`);
  const send = (live) => {
    const on = panel.querySelector("[name=light]").checked;
    const event = { do: "light", on, exposure: Number(slider("exposure").value), warmth: Number(slider("warmth").value), live };
    const older = last();
    if (older?.do === "light") Object.assign(older, event);
    else push(event);
  };
  panel.addEventListener("input", ({ target }) => target.type === "range" && send(true));
  panel.addEventListener("change", () => send(false));
  panel.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-light-step]");
    if (!button) return;
    const moved = slider(button.dataset.lightControl);
    if (button.dataset.lightStep > 0) moved.stepUp();
    else moved.stepDown();
    send(false);
  });
};
