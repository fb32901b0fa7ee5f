/**
 * Does the host send the policy along with the engine's worker? A page carries its own policy in a <meta>, a worker has
 * only the header of its own file. Where the host sends none, the page stops claiming and says what is so.
 */

import { complete } from "./rest.mjs";

const PROMISE = "connect-src 'self'";

const isBound = async (address) => {
  const { headers } = await fetch(address);
  return (headers.get("Content-Security-Policy") ?? "").includes(PROMISE);
};

/** Look when somebody opens the trust line, once; without a network nothing is sent and the line stands as it is. */
export const watchTrust = (root, worker) => {
  const trust = root.querySelector("[data-trust]");
  const look = async () => {
    try {
      await complete();
      const bound = await isBound(worker);
      trust.querySelector("[data-trust-bound]").hidden = !bound;
      trust.querySelector("[data-trust-unbound]").hidden = bound;
    } catch {
      trust.addEventListener("toggle", look, { once: true }); // not reachable now: look again
    }
  };
  trust.addEventListener("toggle", look, { once: true });
};
