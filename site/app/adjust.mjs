/**
 * The hand on the frame: sliders, step buttons, keys and the pointer on the picture become plain events for Python.
 *
 *   {"do": "adjust", "what": "open" | "done" | "close" | "undo" | "redo" | "automatic" | "began"}
 *   {"do": "adjust", "what": "limit", "on": true}
 *   {"do": "adjust", "what": "step", "control": "size", "steps": -10}
 *   {"do": "adjust", "what": "set", "control": "turn", "value": 1.5}       under the finger: the last one counts
 *   {"do": "adjust", "what": "drag", "across": 0.01, "down": -0.02}        parts of the frame, added up while waiting
 */

const KEYS = {
  ArrowUp: ["down", -1],
  ArrowDown: ["down", 1],
  ArrowLeft: ["across", -1],
  ArrowRight: ["across", 1],
  "+": ["size", 1],
  "-": ["size", -1],
  "[": ["turn", -1],
  "]": ["turn", 1],
};
const FAST = 10; // steps while Shift is held

/** `push(event)` queues an event, `last()` is the newest that waits, to be changed in place. */
export const listenToHand = (root, push, last) => {
  const panel = root.querySelector("[data-adjust]");
  const picture = root.querySelector("[data-picture]");
  if (!panel) return;
  const open = () => root.hasAttribute("data-adjusting");
  const send = (event) => push({ do: "adjust", ...event });
  const waiting = (what, control) => {
    const event = last();
    return event?.what === what && event.control === control ? event : undefined;
  };

  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-adjust-do]");
    if (button) send({ what: button.dataset.adjustDo });
  });
  panel.addEventListener("click", (event) => {
    const button = event.target.closest("[data-adjust-step]");
    if (!button) return;
    const steps = Number(button.dataset.adjustStep) * (event.shiftKey ? FAST : 1);
    send({ what: "step", control: button.dataset.adjustControl, steps });
  });
  panel.addEventListener("change", ({ target }) => {
    if (target.name === "adjust-limit") send({ what: "limit", on: target.checked });
  });
  panel.addEventListener("pointerdown", ({ target }) => {
    if (target.type === "range") send({ what: "began" });
  });
  panel.addEventListener("input", ({ target }) => {
    if (target.type !== "range") return;
    const control = target.name.slice("adjust-".length);
    const event = waiting("set", control);
    if (event) event.value = Number(target.value);
    else send({ what: "set", control, value: Number(target.value) });
  });
  root.addEventListener("keydown", (event) => {
    if (!open() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") send({ what: "close" });
    else if (event.key === "Home") send({ what: "automatic" });
    else if (KEYS[event.key] && !event.target.matches?.("select, input:not([type=range]):not([type=checkbox])")) {
      const [control, steps] = KEYS[event.key];
      send({ what: "step", control, steps: steps * (event.shiftKey ? FAST : 1) });
    } else return;
    event.preventDefault();
  });

  let held;
  picture.addEventListener("pointerdown", (event) => {
    if (!open()) return;
    held = { x: event.clientX, y: event.clientY };
    picture.setPointerCapture(event.pointerId);
    send({ what: "began" });
    event.preventDefault();
  });
  picture.addEventListener("pointermove", (event) => {
    if (!held) return;
    const { width, height } = picture.getBoundingClientRect();
    const across = (event.clientX - held.x) / width;
    const down = (event.clientY - held.y) / height;
    held = { x: event.clientX, y: event.clientY };
    const older = waiting("drag");
    if (older) {
      older.across += across;
      older.down += down;
    } else send({ what: "drag", across, down });
  });
  for (const end of ["pointerup", "pointercancel"]) picture.addEventListener(end, () => (held = undefined));
};
