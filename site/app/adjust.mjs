/**
 * The hand on the frame: sliders, step buttons, keys and the pointer on the picture become plain events for Python.
 *
 *   {"do": "adjust", "what": "open" | "done" | "close" | "undo" | "redo" | "automatic" | "began"}
 *   {"do": "adjust", "what": "limit", "on": true}
 *   {"do": "adjust", "what": "step", "control": "size", "steps": -10}
 *   {"do": "adjust", "what": "set", "control": "turn", "value": 1.5}       under the finger: the last one counts
 *   {"do": "adjust", "what": "pick" | "let-go", "name": "chin"}            a point of the head
 *   {"do": "adjust", "what": "point", "name": "chin", "across": 0.5, "down": 0.8}    its ring, in parts of the frame
 *   {"do": "adjust", "what": "nudge", "name": "chin", "across": 0, "down": -1}       by px of the output
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
const ALONG = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }; // a slider that moves nothing up, down or across
const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const FAST = 10; // steps while Shift is held

/** Rings over the photo: picked up with a finger or the focus, moved, let go. */
const listenToPoints = (root, send, waiting) => {
  const rings = root.querySelector("[data-points]");
  const named = (event) => event.target.closest("[data-point]")?.dataset.point;
  let held;
  rings.addEventListener("pointerdown", (event) => {
    const name = named(event);
    if (!name) return;
    const ring = event.target.closest("[data-point]");
    const { left, top, width, height } = ring.getBoundingClientRect();
    // Where in the ring the finger is stays where it is.
    held = { name, dx: event.clientX - left - width / 2, dy: event.clientY - top - height / 2 };
    ring.setPointerCapture(event.pointerId);
    ring.focus({ preventScroll: true });
    send({ what: "began" });
    event.preventDefault();
  });
  rings.addEventListener("pointermove", (event) => {
    if (!held) return;
    const { left, top, width, height } = rings.getBoundingClientRect();
    const across = (event.clientX - held.dx - left) / width;
    const down = (event.clientY - held.dy - top) / height;
    const older = waiting("point");
    if (older?.name === held.name) Object.assign(older, { across, down });
    else send({ what: "point", name: held.name, across, down });
  });
  for (const end of ["pointerup", "pointercancel"])
    rings.addEventListener(end, () => {
      if (held) send({ what: "let-go", name: held.name });
      held = undefined;
    });
  rings.addEventListener("focusin", (event) => {
    if (named(event) && root.hasAttribute("data-adjusting")) send({ what: "pick", name: named(event) });
  });
  rings.addEventListener("focusout", (event) => {
    if (named(event) && root.hasAttribute("data-adjusting")) send({ what: "let-go", name: named(event) });
  });
};

/** What a key does: [control, steps]. Arrows move the picture, but on the sliders of size and turn they move the slider. */
const steered = (key, target) => {
  const own = target.matches?.("input[type=range]") ? target.name.slice("adjust-".length) : "";
  return (own === "size" || own === "turn") && ALONG[key] ? [own, ALONG[key]] : KEYS[key];
};

/** `push(event)` queues an event, `last()` is the newest that waits, to be changed in place. */
export const listenToHand = (root, push, last) => {
  const panel = root.querySelector("[data-adjust]");
  const picture = root.querySelector("[data-picture]");
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
    const ring = event.target.closest?.("[data-point]");
    if (event.key === "Escape") send({ what: "close" });
    else if (ring && ARROWS[event.key]) {
      const [across, down] = ARROWS[event.key].map((sign) => sign * (event.shiftKey ? FAST : 1));
      send({ what: "nudge", name: ring.dataset.point, across, down });
    }
    else if (event.key === "Home") send({ what: "automatic" });
    else if (KEYS[event.key] && !event.target.matches?.("select, input:not([type=range]):not([type=checkbox])")) {
      const [control, steps] = steered(event.key, event.target);
      send({ what: "step", control, steps: steps * (event.shiftKey ? FAST : 1) });
    } else return;
    event.preventDefault();
  });

  listenToPoints(root, send, waiting);

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
