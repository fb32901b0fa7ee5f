/**
 * Runs before anything else in every measured page, ours and the peers': fetches the photo, listens to marks and to long
 * tasks, and puts the photo in, so that all pages are given the same file in the same way.
 *
 * Called with {photo, first, python}: addresses of the photo; whether to put it in as soon as the page can take it;
 * whether to time every stay inside MicroPython.
 */
({ photo, first, python }) => {
  const LANDMARKS = "pixid:landmarks";
  const VERDICT = "pixid:verdict";
  const LONG_WAIT = 60_000; // ms

  const fetched = (address) => fetch(address).then((response) => response.blob()).then((blob) => new File([blob], "photo.jpg", { type: "image/jpeg" }));

  const bench = {
    tasks: [], // long tasks of the main thread: {start, ms}
    steps: [], // stays inside Python: {start, ms, name}
    shifts: 0, // cumulative layout shift
    paint: 0, // largest contentful paint, ms
    /** Put a file into the page. Peers replace it. */
    put(file) {
      const input = document.querySelector("input[type=file][name=photo]");
      const transfer = new DataTransfer();
      transfer.items.add(file);
      input.files = transfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    },
    /** Whether the page can take the next photo. Peers always can once they have answered. */
    idle: () => !["loading", "working"].includes(document.querySelector("[data-app]")?.dataset.state),
  };

  const marked = (name) =>
    new Promise((resolve, reject) => {
      const observer = new PerformanceObserver((list) => {
        const [mark] = list.getEntriesByName(name);
        if (mark) {
          observer.disconnect();
          resolve(mark.startTime);
        }
      });
      observer.observe({ type: "mark", buffered: true });
      setTimeout(() => reject(new Error(`no ${name} within ${LONG_WAIT} ms`)), LONG_WAIT);
    });

  const both = async () => {
    const [landmarks, verdict] = await Promise.all([marked(LANDMARKS), marked(VERDICT)]);
    return { landmarks, verdict };
  };

  const settled = async () => {
    while (!bench.idle()) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  /** The next photo at `address`: ms from putting it in to landmarks, to the verdict, and until the page is at rest again. */
  bench.next = async (address) => {
    const file = await fetched(address);
    await settled();
    for (const name of [LANDMARKS, VERDICT]) performance.clearMarks(name);
    await new Promise((resolve) => setTimeout(resolve)); // observers of the old marks are served first
    const started = performance.now();
    const done = both();
    bench.put(file);
    const times = await done;
    if (times.landmarks < started || times.verdict < started) throw new Error("marks of an earlier photo");
    await settled();
    return { landmarks: times.landmarks - started, verdict: times.verdict - started, rest: performance.now() - started, started };
  };

  /** Another choice of a select, once it is there: ms until the page is at rest again. */
  bench.choose = async (name, value) => {
    const select = () => document.querySelector(`select[name="${name}"]`);
    while (!select()?.checkVisibility()) await new Promise((resolve) => setTimeout(resolve, 5));
    await settled();
    const started = performance.now();
    select().value = value;
    select().dispatchEvent(new Event("change", { bubbles: true }));
    while (bench.idle()) await new Promise((resolve) => setTimeout(resolve, 5));
    await settled();
    return performance.now() - started;
  };

  const timed = (exports) => {
    let depth = 0;
    const wrap = (name, call) => (...given) => {
      if (depth) return call(...given);
      depth = 1;
      performance.mark("python:in"); // a trace knows what the thread had of the processor until then
      const start = performance.now();
      try {
        return call(...given);
      } finally {
        depth = 0;
        bench.steps.push({ start, ms: performance.now() - start, name });
        performance.mark("python:out");
      }
    };
    const entries = Object.entries(exports).map(([name, value]) => [name, typeof value === "function" ? wrap(name, value) : value]);
    return Object.fromEntries(entries);
  };

  if (python) {
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const original = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await original.apply(WebAssembly, given);
        return made.instance ? { module: made.module, instance: { exports: timed(made.instance.exports) } } : made;
      };
    }
  }

  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("longtask", ({ startTime, duration }) => bench.tasks.push({ start: startTime, ms: duration }));
  watch("layout-shift", ({ value, hadRecentInput }) => (bench.shifts += hadRecentInput ? 0 : value));
  watch("largest-contentful-paint", ({ startTime }) => (bench.paint = startTime));

  globalThis.bench = bench;
  if (first) {
    const file = fetched(photo);
    /** Ms from the beginning of the navigation to landmarks and to the verdict of the first photo. */
    bench.first = both();
    const ready = new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
    Promise.all([file, ready]).then(([given]) => bench.put(given));
  }
}
