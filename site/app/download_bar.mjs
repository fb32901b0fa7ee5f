/** The bar that counts what is downloaded the first time: "2.1 of 6.1 MB, once". Spoken at a quarter, a half, three. */

import { areHere, say } from "./words.mjs";

const SHOWN_AFTER = 300; // ms; what comes from the browser's cache never shows
const SPOKEN = [25, 50, 75]; // percent

const root = document.querySelector("[data-app]");
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

let bytes;
let shown = false;
let timer;
let spoken = 0;

const draw = () => {
  const { loaded, total } = bytes;
  const line = root.querySelector("[data-bytes]");
  line.hidden = !shown || !areHere();
  if (line.hidden) return;
  Object.assign(line.querySelector("[data-bytes-bar]"), { max: total, value: loaded });
  line.querySelector("[data-bytes-text]").textContent = say("bytes.once", { done: megabytes(loaded), total: megabytes(total) });
  const percent = SPOKEN.findLast((step) => (100 * loaded) / total >= step) ?? 0;
  if (percent <= spoken || root.dataset.state !== "working") return;
  spoken = percent;
  root.querySelector("[data-live]").textContent = say("live.bytes", { percent });
};

/** Show `loaded` of `total` bytes, unless it is over in a moment; the bar goes when nothing is running any more. */
export const showBytes = (now) => {
  bytes = now;
  if (now.running) {
    timer ??= setTimeout(() => {
      shown = true;
      draw();
    }, SHOWN_AFTER);
  } else {
    clearTimeout(timer);
    timer = undefined;
    shown = false;
  }
  draw();
};
