/**
 * The one Trusted Types policy of the site, "pixid-worker". Two things pass it, nothing else becomes script: addresses of
 * our own origin may become workers, and JSON may stand in a data block (`<script type="application/json">`), which the
 * policy writes anew from its parsed value. The page and the engine have a realm each, so each makes its own policy.
 */

const sameOrigin = (address) => {
  const { href, origin } = new URL(address, location.href);
  if (origin !== location.origin) throw new TypeError(`not ours: ${origin}`);
  return href;
};

const rules = { createScriptURL: sameOrigin, createScript: (json) => JSON.stringify(JSON.parse(json)) };
const policy = globalThis.trustedTypes?.createPolicy("pixid-worker", rules) ?? rules; // plain text where a browser has none

/** Name of an engine that loads all of onnxruntime, not only the part that our graphs call. */
export const WHOLE = "engine-whole";

/** A worker's address as the policy wants it. */
export const workerAddress = (address) => policy.createScriptURL(String(address));

/** Put JSON text into a data block. */
export const writeData = (script, json) => {
  script.text = policy.createScript(json);
};

/** onnxruntime starts its threads with a bare string; here that string goes through the policy first. */
export const trustOwnWorkers = () => {
  globalThis.Worker = class extends Worker {
    constructor(address, options) {
      super(workerAddress(address), options);
    }
  };
};
