/**
 * The only script a page loads by itself. It listens for photos and, at the first sign that somebody means to use the
 * tool, loads everything else: until then a visitor who only reads the rules pays for nothing.
 */

import { start as startEngine } from "./engine_port.mjs";
import "./handing.mjs";
import { broken, listen } from "./intake.mjs";
import { noteLanguage } from "./language.mjs";
import { watchTrust } from "./policy.mjs";
import { remember } from "./preferences.mjs";
import { complete } from "./rest.mjs";

const tool = document.querySelector("[data-app]");
const SIGNS = ["pointerenter", "pointerdown", "focusin", "change"]; // on the tool
const PAGE_SIGNS = ["dragenter", "paste"]; // anywhere

let booted = false;

const boot = async () => {
  if (booted) return;
  booted = true;
  startEngine(); // first: it has the longest way to go
  complete().catch(() => {}); // boot.mjs waits for it, and tells
  try {
    await (await import("./boot.mjs")).boot();
  } catch (error) {
    console.warn("PixID could not be loaded:", error);
    broken(tool.querySelector("[data-message]").dataset.unloaded);
  }
};

listen();
noteLanguage();
watchTrust(tool, new URL("./engine.mjs", import.meta.url));
remember({
  id: tool.dataset.document,
  name: document.querySelector("h1").textContent.trim(),
  address: location.pathname,
});
for (const sign of SIGNS) tool.addEventListener(sign, boot);
for (const sign of PAGE_SIGNS) addEventListener(sign, boot);
const photoWaits = tool.dataset.state === "working"; // it was put in before this script ran
const isShell = document.querySelector("[data-shell]") !== null; // the app alone knows the document
if (photoWaits || isShell) boot();
