/**
 * The brushes on the outline of a person who was cut out: pointer, finger and keys become plain events for Python.
 *
 *   {"do": "outline", "what": "open" | "done" | "undo" | "over"}
 *   {"do": "outline", "what": "kind", "kind": "keep"}                      changed by key
 *   {"do": "outline", "what": "strokes", "strokes": [{"kind": "keep", "size": 6, "points": [[0.5, 0.4], ...]}]}
 *
 * Points are parts of the picture's width and height, `size` is the brush's width in per cent of the picture's. What is
 * drawn while earlier strokes are still being worked on waits in one event.
 */

const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const STEP = 0.01; // of the width for one press of an arrow
const FAST = 10; // steps while Shift is held
const APART = 0.003; // of the width: nearer points are no new ones

const within = (part) => Math.min(1, Math.max(0, part));

/** What is drawn before its result is there: the brush itself, the stroke under it, and those that wait. */
const canvasOf = (picture) => {
  const svg = picture.querySelector("svg");
  const cursor = svg.querySelector("[data-outline-cursor]");
  const now = svg.querySelector("[data-outline-now]");
  const box = () => svg.viewBox.baseVal;
  const path = (points) => `M${points.map(([x, y]) => `${(x * box().width).toFixed(1)} ${(y * box().height).toFixed(1)}`).join("L")}`;
  // A path of one point is nothing: a dab is drawn a hair long.
  const shape = (points) => path(points.length > 1 ? points : [points[0], [points[0][0] + 1e-4, points[0][1]]]);
  const canvas = {
    brush({ at: [x, y], size, kind }) {
      cursor.setAttribute("cx", x * box().width);
      cursor.setAttribute("cy", y * box().height);
      cursor.setAttribute("r", (size / 200) * box().width);
      cursor.dataset.kind = kind;
      for (const [name, value] of Object.entries({ x, down: y * canvas.shapeOf(), size })) picture.style.setProperty(`--${name}`, value);
    },
    stroke({ kind, size, points }) {
      now.setAttribute("d", points.length ? shape(points) : "");
      now.setAttribute("stroke-width", (size / 100) * box().width);
      now.dataset.kind = kind;
    },
    wait({ kind, size, points }) {
      const ink = svg.querySelector(`[data-outline-ink=${kind}]`);
      ink.setAttribute("d", (ink.getAttribute("d") ?? "") + shape(points));
      ink.setAttribute("stroke-width", (size / 100) * box().width);
    },
    shapeOf: () => box().height / box().width,
    /** A finger hides what it draws on: a loupe on the other side shows it. */
    magnify(x) {
      if (x === undefined) delete picture.dataset.magnified;
      else picture.dataset.magnified = x < 0.5 ? "right" : "left";
    },
  };
  return canvas;
};

/** `push(event)` queues an event, `last()` is the newest that waits, to be changed in place. */
export const listenToOutline = (root, push, last) => {
  const panel = root.querySelector("[data-outline]");
  const picture = panel.querySelector("[data-outline-picture]");
  const slider = panel.querySelector("[name=outline-size]");
  const canvas = canvasOf(picture);
  const send = (event) => push({ do: "outline", ...event });
  const kind = () => panel.querySelector("[name=outline-kind]:checked").value;
  const size = () => Number(slider.value);
  let at = [0.5, 0.3]; // the brush
  let drawn; // the stroke under it
  let byKey = false;

  const show = () => canvas.brush({ at, size: size(), kind: kind() });
  const move = (x, y) => {
    at = [within(x), within(y)];
    show();
    if (!drawn) return;
    const [lastX, lastY] = drawn.points.at(-1);
    if (Math.hypot(at[0] - lastX, (at[1] - lastY) * canvas.shapeOf()) < APART) return;
    drawn.points.push(at);
    canvas.stroke(drawn);
  };
  const begin = () => {
    drawn = { kind: kind(), size: size(), points: [at] };
    canvas.stroke(drawn);
  };
  const end = (counts = true) => {
    const stroke = drawn;
    drawn = undefined;
    byKey = false;
    canvas.magnify();
    if (!stroke) return;
    canvas.stroke({ ...stroke, points: [] });
    if (!counts) return;
    canvas.wait(stroke);
    const older = last();
    if (older?.do === "outline" && older.what === "strokes") older.strokes.push(stroke);
    else send({ what: "strokes", strokes: [stroke] });
  };

  const place = (event) => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    move((event.clientX - left) / width, (event.clientY - top) / height);
  };
  picture.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return end(false); // a second finger zooms
    picture.setPointerCapture(event.pointerId);
    picture.focus({ preventScroll: true });
    end();
    place(event);
    begin();
    if (event.pointerType !== "mouse") canvas.magnify(at[0]);
    event.preventDefault();
  });
  picture.addEventListener("pointermove", (event) => {
    if (!event.isPrimary || byKey) return;
    for (const step of event.getCoalescedEvents?.() ?? []) place(step);
    place(event);
  });
  picture.addEventListener("pointerup", () => byKey || end());
  picture.addEventListener("pointercancel", () => byKey || end(false));
  picture.addEventListener("focus", show);
  picture.addEventListener("blur", () => end());

  const keys = {
    " ": () => {
      if (byKey) return;
      begin();
      byKey = true;
    },
    Enter: () => {
      begin();
      end();
    },
    x: () => {
      panel.querySelector("[name=outline-kind]:not(:checked)").checked = true;
      show();
      send({ what: "kind", kind: kind() });
    },
    "+": () => resize(1),
    "-": () => resize(-1),
    Escape: () => send({ what: "done" }),
  };
  const resize = (steps) => {
    if (steps > 0) slider.stepUp();
    else slider.stepDown();
    show();
  };
  picture.addEventListener("keydown", (event) => {
    if (event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== "z") return;
      send({ what: "undo" });
    } else if (ARROWS[event.key]) {
      const [across, down] = ARROWS[event.key].map((sign) => sign * STEP * (event.shiftKey ? FAST : 1));
      move(at[0] + across, at[1] + down / canvas.shapeOf());
    } else if (keys[event.key.toLowerCase()] ?? keys[event.key]) (keys[event.key] ?? keys[event.key.toLowerCase()])();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  picture.addEventListener("keyup", ({ key }) => {
    if (key === " " && byKey) end();
  });

  panel.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-outline-do], [data-outline-step]");
    if (button?.dataset.outlineStep) resize(Number(button.dataset.outlineStep));
    else if (button) send({ what: button.dataset.outlineDo });
  });
  panel.addEventListener("input", show);
};
