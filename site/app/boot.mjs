/**
 * Starts PyScript's MicroPython on the page; the engine has been started beside it.
 *
 * PyScript reads its configuration from elements. They are made here, so that pages stay free of them: unknown elements
 * with plain attributes are nothing a Content-Security-Policy or Trusted Types would object to.
 */

import { addresses } from "./addresses.mjs";
import { listenToHand } from "./adjust.mjs";
import { showBytes } from "./download_bar.mjs";
import { listenToBytes } from "./engine_port.mjs";
import { breathe, newest, tell } from "./intake.mjs";
import { listenToLight } from "./light.mjs";
import { listenToOutline } from "./outline.mjs";
import { complete } from "./rest.mjs";
import { MODULE_LOST } from "./trouble.mjs";

const near = (name) => new URL(`./${name}`, import.meta.url).href;

const PLUGINS = ["codemirror", "deprecations-manager", "donkey", "error", "py-editor", "py-game", "py-terminal"];

const configuration = JSON.stringify({
  name: "PixID",
  interpreter: addresses.micropython,
  packages: ["ulab"], // NumPy's core: another build of the interpreter beside the plain one
  plugins: PLUGINS.map((name) => `!${name}`),
  js_modules: { main: Object.fromEntries(["engine_port", "handing", "intake", "rulebook", "trust", "words"].map((name) => [near(`${name}.mjs`), name])) },
});

const add = (name, content) => {
  const element = Object.assign(document.createElement(name), { hidden: true });
  if (content) element.textContent = content;
  document.body.append(element);
  return element;
};

/** Bytes after which MicroPython collects its garbage, 3 to 5 ms at the end of a step, should the page not come to rest
 * before (app/pace.py). For WebAssembly it is built to do so after 16 KB: a hundred times a photo, for half of its time. */
const THRESHOLD = 12 * 2 ** 20;

/** What is run before PyScript runs anything, a step each: the browser compiles what is called for the first time, and
 * would do all of it in one step. PyScript wants a folder where it can write, which the image of modules is not. */
const STEPS = [
  "import gc",
  `gc.threshold(${THRESHOLD})`,
  "import sys, js",
  "import pyscript, pyscript.ffi",
  'import os\nos.chdir("/")',
  "import app.start",
  "del app, gc, js, os, pyscript, sys",
];

const prepare = async (interpreter) => {
  for (const step of STEPS) {
    interpreter.runPython(step);
    await breathe();
  }
};

const whole = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer(); // read to its end, or the browser's cache would make PyScript wait for it
};

/** The sentences of the page's language; none for English, which the modules bring. */
const catalogue = async () => {
  const address = document.querySelector("[data-app]").dataset.catalogue;
  return address && new Uint8Array(await whole(address));
};

/** Ask now for what PyScript asks for one after another later; the browser's cache hands it over. */
const askAhead = () => {
  for (const href of [...addresses.pyscript_parts, near("rulebook.mjs")]) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));
  }
  return Promise.all([whole(addresses.micropython.replace(/\.mjs$/, "-ulab.wasm")), whole(near("main.py")), import(addresses.micropython)]);
};

/** Rejects when a part that PyScript loads for itself does not come; it tells nobody and waits for ever. */
const lost = () =>
  new Promise((_, reject) => {
    addEventListener("unhandledrejection", ({ reason }) => MODULE_LOST.test(reason?.message) && reject(reason));
  });

/** Once the tool is whole there are controls to listen to. */
const listen = async () => {
  await complete();
  const root = document.querySelector("[data-app]");
  listenToHand(root, tell, newest);
  listenToLight(root, tell, newest);
  listenToOutline(root, tell, newest);
};

/**
 * Load everything. Rejects where something could not be fetched; the page has to be loaded again then, because browsers
 * remember a module that failed.
 */
export const boot = async () => {
  listenToBytes(showBytes);
  const parts = lost();
  const listening = listen();
  const ahead = askAhead();
  const modules = whole(near("modules.bin"));
  for (const name of ["mpy-config", "py-config"]) add(name, configuration).setAttribute("type", "json");
  const [{ hooks }, image, sentences] = await Promise.all([import(addresses.pyscript), modules, catalogue(), ahead, listening]);
  globalThis.pixidModules = new Uint8Array(image); // MicroPython takes it from there (toolchain/micropython_loader.py)
  hooks.worker.onBeforeRunAsync.clear(); // it is turned into code with Function(), which the policy forbids; no worker needs it
  const started = new Promise((resolve) => {
    hooks.main.onReady.add(({ interpreter }) => {
      resolve();
      delete globalThis.pixidModules; // copied
      if (sentences) interpreter.FS.writeFile("/catalogue.json", sentences);
      return prepare(interpreter);
    });
  });
  add("mpy-script").setAttribute("src", near("main.py"));
  await Promise.race([started, parts]);
};
