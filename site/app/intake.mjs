/**
 * What the visitor does, as a queue of plain events that Python takes one by one with `await intake.next()`:
 *
 *   {"do": "photo", "source": 3, "name": "IMG_2231.jpg"}   chosen, dropped or pasted, also before Python is there
 *   {"do": "sheet", "paper": "10x15", "copies": "", "kind": "pdf"}   or one of the sheet's boxes was changed
 *   {"do": "also", "document": "us-passport"}   the same photo for another document, on the same sheet
 *   {"do": "answer", "id": "glasses", "value": "yes"}
 *   {"do": "answer", "id": "gaze", "value": "fine"}   looked at and found fine; "" takes any answer back
 *   {"do": "part", "what": "signature", "source": 4, "name": "ink.jpg"}
 *   {"do": "backdrop", "colour": "white"}   in place of the background, "" for none
 *   {"do": "age", "under": "6"}   the rules for children under 6, "" for everybody else
 *   {"do": "format", "value": "png"}   and what adjust.mjs, light.mjs and outline.mjs say once the tool is whole
 *   {"do": "hand-over"}   the files may be had now
 *   {"do": "cancel"} {"do": "back"} {"do": "as-is", "on": true} {"do": "show", "id": "head-height"}
 *
 * Listening starts with the page, so nothing is lost while the rest still loads; a photo is on the screen at once.
 */

import { reloadWith } from "./aside.mjs";
import { showPhoto } from "./preview.mjs";
import { say } from "./words.mjs";

const root = document.querySelector("[data-app]");
const photos = new Map(); // source -> {file, url}: photos stay the files they are
const events = [];
let wake = () => {};
let interrupt = () => {};
let taken = () => {};
let lastSource = 0;
let latest;

/** `listener()` as soon as a new photo or a cancel makes the work in hand pointless. */
export const onInterrupt = (listener) => (interrupt = listener);

/** `listener(source)` as soon as a photo is there. */
export const onTake = (listener) => (taken = listener);

const push = (event) => {
  events.push(event);
  wake();
};

/** An event from another module of the page. */
export const tell = push;

/** The newest event that waits, to be changed in place. */
export const newest = () => events.at(-1);

/** The photo that waits for its turn as JSON text: an event, or null. */
export const waitingPhoto = () => JSON.stringify(events.find((event) => event.do === "photo") ?? null);

/** Does nothing wait? */
export const isIdle = () => !events.length;

/** The photo that was taken last, if any. */
export const latestPhoto = () => latest;

/** The next event as JSON text; waits for one. */
export const next = async () => {
  while (!events.length) await new Promise((resolve) => (wake = resolve));
  return JSON.stringify(events.shift());
};

/** Resolves with true once nothing has happened for a while, with false as soon as something waits. */
export const atRest = () =>
  new Promise((resolve) => {
    if (events.length) return resolve(false);
    const asleep = setTimeout(() => resolve(true), REST);
    wake = () => {
      clearTimeout(asleep);
      resolve(false);
    };
  });

/** Let the page draw and answer before the next step of Python. A timer is held back 4 ms once it follows another. */
export const breathe = async () => {
  await (globalThis.scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve)));
  since = performance.now();
};

/** Let the page be drawn, and laid out for it, before the next step asks where things are. A page that nobody sees is not
 * drawn: then it is only a moment. */
export const drawn = async () => {
  await new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, UNSEEN);
  });
  since = performance.now();
};

const UNSEEN = 100; // ms
const REST = 1000; // ms
const STAY = 1; // ms in one go: a wait for a core, 3 to 9 ms, comes on top of it. Shorter stays gain nothing
let since = 0;

/** Python goes on: what it does from now on is one stay. */
export const goOn = () => (since = performance.now());

/** Has Python had the page for long enough? For steps that are small, so that not each of them waits for its turn. */
export const isLong = () => performance.now() - since > STAY;

/** The app has stopped for good: say so where the visitor looks, now and for every further photo. */
export const broken = (sentence = say("trouble.app")) => {
  take = () => broken(sentence);
  root.dataset.state = "error";
  root.querySelector("[data-message]").textContent = sentence;
  root.querySelector("[data-action=again]").hidden = false;
  actions.again = () => reloadWith(latest);
};

/** A photo that waits to be looked at is not wanted any more. */
const forgetWaiting = () => {
  const waiting = events.findIndex((event) => event.do === "photo");
  if (waiting >= 0) forgetPhoto(events.splice(waiting, 1)[0].source);
};

/** Take a photo: show it, queue it in place of one that has not been looked at yet, stop the work on an older one. */
export let take = (file) => {
  if (!file) return;
  latest = file;
  lastSource += 1;
  const photo = { file, url: URL.createObjectURL(file) };
  photos.set(lastSource, photo);
  forgetWaiting();
  interrupt();
  showPhoto(root, photo.url);
  push({ do: "photo", source: lastSource, name: file.name ?? "" });
  taken(lastSource);
};

/** The file of a source, for the engine. */
export const photoFile = (source) => photos.get(source)?.file;

/** The address of a source, for the picture on the stage. */
export const photoUrl = (source) => photos.get(source).url;

export const forgetPhoto = (source) => {
  const photo = photos.get(source);
  if (photo) URL.revokeObjectURL(photo.url);
  photos.delete(source);
};

/** A picture for another part of the form: it is no photo of the person and interrupts nothing. */
const takePart = (input) => {
  const [file] = input.files;
  input.value = "";
  if (!file) return;
  lastSource += 1;
  photos.set(lastSource, { file, url: URL.createObjectURL(file) });
  push({ do: "part", what: input.name.slice("part-".length), source: lastSource, name: file.name ?? "" });
};

const actions = {
  "new-photo": () => root.querySelector("input[name=photo]").click(), // only a click may open the chooser
  again: () => take(latest),
  cancel: () => {
    forgetWaiting();
    interrupt();
    push({ do: "cancel" });
  },
  back: () => push({ do: "back" }),
  fine: (button) => push({ do: "answer", id: button.closest("[data-id]").dataset.id, value: "fine" }),
  "take-back": (button) => push({ do: "answer", id: button.closest("[data-id]").dataset.id, value: "" }),
  show: (button) => push({ do: "show", id: button.closest("[data-finding]").dataset.id }),
};

const sheetOptions = (row) => {
  const chosen = (name) => row.querySelector(`[name=${name}]`).value;
  return { paper: chosen("paper"), copies: chosen("copies"), kind: chosen("kind") };
};

/** The select stands for what can still be added: it has no choice of its own. */
const addDocument = (select) => {
  push({ do: "also", document: select.value });
  select.value = "";
};

const changed = ({ target }) => {
  if (target.name === "as_is") push({ do: "as-is", on: target.checked });
  if (target.name === "also") return addDocument(target);
  if (target.closest("[data-sheet]")) push({ do: "sheet", ...sheetOptions(target.closest("[data-sheet]")) });
  if (target.name === "backdrop") push({ do: "backdrop", colour: target.value });
  if (target.name === "age") push({ do: "age", under: target.value });
  if (target.name === "format") push({ do: "format", value: target.value });
  if (target.name?.startsWith("manual-")) push({ do: "answer", id: target.name.slice(7), value: target.value });
  if (target.type !== "file") return;
  if (target.name.startsWith("part-")) return takePart(target);
  take(target.files[0]);
  target.value = ""; // so that choosing the same file again is a change too
};

const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
const dragging = (on) => document.documentElement.toggleAttribute("data-dragging", on);

/** Listen from now on; a photo that was put in before is taken up. */
export const listen = () => {
  root.addEventListener("change", changed);
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-action]");
    actions[button?.dataset.action]?.(button);
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && root.matches('[data-state="working"]:not([data-judged])')) actions.cancel();
  });
  addEventListener("dragover", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    dragging(true);
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) dragging(false); // left the window, not just an element
  });
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    dragging(false);
    take(event.dataTransfer.files[0]);
  });
  addEventListener("online", () => root.querySelector("[data-action=again]:not([hidden])")?.click());
  addEventListener("paste", ({ clipboardData }) => take(clipboardData?.files[0]));
  const age = root.querySelector("[name=age]:checked");
  if (age?.value) push({ do: "age", under: age.value }); // as the browser remembers the form, or chosen before the script ran
  for (const input of root.querySelectorAll("input[type=file]")) if (input.files.length) changed({ target: input });
};
