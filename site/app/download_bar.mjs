/** The bar that counts what is downloaded the first time: "2.1 of 6.1 MB, once". Spoken at a quarter, a half, three. */

import { say } from "./words.mjs";

const SHOWN_AFTER = 300; // ms; what comes from the browser's cache never shows
const SPOKEN = [25, 50, 75]; // percent

const root = document.querySelector("[data-app]");
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);

let started = 0;
let spoken = 0;

/** Show `loaded` of `total` bytes; the bar goes when all are there. */
export const showBytes = ({ loaded, total }) => {
  started ||= performance.now();
  const running = loaded < total;
  const line = root.querySelector("[data-bytes]");
  line.hidden = !running || performance.now() - started < SHOWN_AFTER;
  if (!running) started = spoken = 0;
  if (line.hidden) return;
  Object.assign(line.querySelector("[data-bytes-bar]"), { max: total, value: loaded });
  line.querySelector("[data-bytes-text]").textContent = say("bytes.once", { done: megabytes(loaded), total: megabytes(total) });
  const percent = SPOKEN.findLast((step) => (100 * loaded) / total >= step) ?? 0;
  if (percent <= spoken || root.dataset.state !== "working") return;
  spoken = percent;
  root.querySelector("[data-live]").textContent = say("live.bytes", { percent });
};
