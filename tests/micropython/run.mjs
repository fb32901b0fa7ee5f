// Boots the vendored MicroPython under Node as PyScript boots it in a page, copies source files into its file system and
// runs one test module. Standard input: {"runtime", "wasm", "module", "files": {path: text}}. Standard output: JSON lines.
import { pathToFileURL } from "node:url";

let input = "";
for await (const piece of process.stdin) input += piece;
const { runtime, wasm, module, files } = JSON.parse(input);

const { loadMicroPython } = await import(pathToFileURL(runtime).href);
const python = await loadMicroPython({ url: wasm, stdout: console.log, stderr: console.error });
for (const [path, text] of Object.entries(files)) {
  const folders = path.split("/").slice(0, -1);
  folders.forEach((_, depth) => {
    const folder = "/" + folders.slice(0, depth + 1).join("/");
    if (!python.FS.analyzePath(folder).exists) python.FS.mkdir(folder);
  });
  python.FS.writeFile("/" + path, text);
}
const start = `import sys\nsys.path.insert(0, "/")\nfrom tests.micropython.collect import run\nrun(${JSON.stringify(module)})`;
try {
  python.runPython(start);
} catch (error) {
  console.error(error.message); // not the error itself: Node would print the minified runtime around it
  process.exitCode = 1;
}
