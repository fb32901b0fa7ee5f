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

/** modules.bin: a line of JSON, {name: length}, then the parts in that order. */
const unpack = (bytes) => {
  const data = new Uint8Array(bytes);
  let at = data.indexOf(10) + 1; // the line's end
  const lengths = JSON.parse(new TextDecoder().decode(data.subarray(0, at)));
  return Object.entries(lengths).map(([name, length]) => [name, data.subarray(at, (at += length))]);
};

/** What is no part of the image, written into Emscripten's file system. */
const write = ({ FS }, files) => {
  for (const [path, content] of files) {
    const parts = path.split("/");
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join("/");
      if (!FS.analyzePath(folder).exists) FS.mkdir(folder);
    }
    FS.writeFile(path, content);
  }
};

/** Bytes after which MicroPython collects its garbage, 3 to 5 ms at the end of a step, should the page not come to rest
 * before (app/pace.py). For WebAssembly it is built to do so after 16 KB: a hundred times a photo, for half of its time. */
const THRESHOLD = 12 * 2 ** 20;

const FIRST = ["sys", "json", "js"];
const LIBRARY = ["util", "ffi", "context"];

/**
 * What is used of PyScript's own Python library, compiled ahead and imported a module at a time before PyScript has it
 * compiled in one go: its import finds them. The package's own module comes last, since it would import all the others.
 * First of all come modules of MicroPython's that they import: the browser compiles what a first import runs, and would
 * do all of it in one step.
 */
const importLibrary = async (interpreter, modules) => {
  const [heads, others] = [true, false].map((is) => modules.filter(([path]) => (path === "pyscript/__init__.mpy") === is));
  interpreter.runPython(`import gc, os\ngc.threshold(${THRESHOLD})\nos.chdir("/")\ndel gc, os`); // not in the image, where nothing can be written
  write(interpreter, others);
  for (const name of [...FIRST, ...LIBRARY.map((name) => `pyscript.${name}`)]) {
    interpreter.runPython(`import ${name}`);
    await breathe();
  }
  write(interpreter, heads);
  interpreter.runPython("import sys\ndel sys.modules['pyscript']\nimport pyscript\ndel sys, pyscript");
  await breathe();
};

const whole = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer(); // read to its end, or the browser's cache would make PyScript wait for it
};

/** The sentences of the page's language as a file in the root; none for English, which the modules bring. */
const catalogue = async () => {
  const address = document.querySelector("[data-app]").dataset.catalogue;
  return address ? [["catalogue.json", new Uint8Array(await whole(address))]] : [];
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
  const modules = whole(near("modules.bin")).then(unpack);
  for (const name of ["mpy-config", "py-config"]) add(name, configuration).setAttribute("type", "json");
  const [{ hooks }, given, sentences] = await Promise.all([import(addresses.pyscript), modules, catalogue(), ahead, listening]);
  const { image, ...library } = Object.fromEntries(given);
  globalThis.pixidModules = image; // MicroPython takes it from there (toolchain/micropython_loader.py)
  hooks.worker.onBeforeRunAsync.clear(); // it is turned into code with Function(), which the policy forbids; no worker needs it
  const started = new Promise((resolve) => {
    hooks.main.onReady.add(({ interpreter }) => {
      resolve();
      delete globalThis.pixidModules; // copied
      write(interpreter, sentences);
      return importLibrary(interpreter, Object.entries(library));
    });
  });
  add("mpy-script").setAttribute("src", near("main.py"));
  await Promise.race([started, parts]);
};
