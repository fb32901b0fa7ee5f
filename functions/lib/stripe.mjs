/** The two calls to Stripe that we make: create a Checkout Session, and look at one. */

export const API_VERSION = "2025-03-31.basil"; // pinned: what Stripe answers may change with it
const STRIPE = "https://api.stripe.com";
export const PATIENCE = 8_000; // ms for everything one visitor waits for; platforms stop a function after 10 s
const ATTEMPTS = 4; // keys tried after one that led to an expired session or a kept failure

/** Stripe did not do what was asked: "down", "slow", "refused" (our mistake) or "unknown" (there is no such session). */
export class StripeTrouble extends Error {
  constructor(id) {
    super(id);
    this.id = id;
  }
}

const ask = async ({ secret, base, signal }, path, options = {}) => {
  let response;
  let data;
  try {
    response = await fetch(`${base || STRIPE}/v1/${path}`, {
      ...options,
      headers: { Authorization: `Bearer ${secret}`, "Stripe-Version": API_VERSION, ...options.headers },
      redirect: "error",
      signal,
    });
    data = await response.json();
  } catch (error) {
    throw new StripeTrouble(error.name === "TimeoutError" ? "slow" : "down");
  }
  return { status: response.status, replayed: response.headers.get("Idempotent-Replayed") === "true", data };
};

const failure = ({ status, data }) => {
  if (status === 404) return new StripeTrouble("unknown");
  if (status === 429 || status >= 500) return new StripeTrouble("down");
  const { type, code, param } = data?.error ?? {};
  console.error("Stripe refused:", status, type, code, param); // for the operator; holds nothing of a visitor
  return new StripeTrouble("refused");
};

/** What an account needs for one visitor's request; the clock starts now. */
export const account = ({ STRIPE_SECRET_KEY, STRIPE_API_BASE }) => ({
  secret: STRIPE_SECRET_KEY,
  base: STRIPE_API_BASE,
  signal: AbortSignal.timeout(PATIENCE),
});

/** The session with this id as Stripe knows it now. */
export const session = async (stripe, id) => {
  const answer = await ask(stripe, `checkout/sessions/${encodeURIComponent(id)}`);
  if (answer.status !== 200) throw failure(answer);
  return answer.data;
};

const create = (stripe, parameters, key) =>
  ask(stripe, "checkout/sessions", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", "Idempotency-Key": key },
    body: new URLSearchParams(parameters).toString(),
  });

/**
 * The session of an order: a new one, or the one that was made when the same order was asked for before, as it stands now.
 * Stripe keeps the answer to a key for a day at least, failures included, so a key that only repeats a failure or an
 * expired session is followed by the next one.
 */
export const order = async (stripe, parameters, key) => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const answer = await create(stripe, parameters, `${key}-${attempt}`);
    if (answer.replayed && answer.status >= 500) continue;
    if (answer.status !== 200) throw failure(answer);
    if (!answer.replayed) return answer.data;
    const now = await session(stripe, answer.data.id);
    if (now.status !== "expired") return now;
  }
  throw new StripeTrouble("down");
};
