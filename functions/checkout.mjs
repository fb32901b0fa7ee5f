/**
 * The only server code of the site. A page's form asks it for Stripe's payment page; the page asks it later whether that
 * was paid and gets a receipt (lib/receipt.mjs). It never sees a photo, a name or an e-mail address, and keeps nothing.
 *
 *   POST /api/checkout   form: document, language, order, key  -> 303 to Stripe, or back to the page with ?paying=<why not>
 *   GET  /api/checkout?session_id=cs_...                        -> 200 {"receipt"}, or {"error"} with 402, 404, 502, 504
 *
 * Environment: STRIPE_SECRET_KEY, PIXID_RECEIPT_KEY, PIXID_ORIGIN, and STRIPE_API_BASE for tests. docs/payments.md.
 */

import { fits, issue, signingKey } from "./lib/issue.mjs";
import { StripeTrouble, account, order, session } from "./lib/stripe.mjs";
import { table as built } from "./lib/table.mjs";
import { idempotencyKey, pageAddress, successAddress, terms } from "./lib/terms.mjs";
import { Refusal, wish } from "./lib/wish.mjs";

/** For Netlify: the address, and the limit that a function without memory cannot keep itself. */
export const config = {
  path: "/api/checkout",
  rateLimit: { windowLimit: 30, windowSize: 60, aggregateBy: ["ip", "domain"] },
};

const SESSION = /^cs_(test|live)_[A-Za-z0-9]{10,200}$/;
const HEADERS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};
const STATUS = { unknown: 404, down: 502, refused: 502, slow: 504 };

const say = (status, sentence, more = {}) =>
  new Response(`${sentence}\n`, { status, headers: { ...HEADERS, "Content-Type": "text/plain; charset=utf-8", ...more } });
const tell = (status, data) =>
  new Response(JSON.stringify(data), { status, headers: { ...HEADERS, "Content-Type": "application/json" } });
const lead = (address) => new Response(null, { status: 303, headers: { ...HEADERS, Location: address } });

const isOrigin = (text) => URL.canParse(text) && new URL(text).origin === text;

/** Why the function cannot sell although something is set up; "" if it can. For the operator's log. */
const unready = async (table, environment) => {
  const wanted = ["STRIPE_SECRET_KEY", "PIXID_ORIGIN", ...(table.mode === "paid" ? ["PIXID_RECEIPT_KEY"] : [])];
  const missing = wanted.filter((name) => !environment[name]);
  if (missing.length) return `${missing.join(", ")} not set`;
  if (!isOrigin(environment.PIXID_ORIGIN)) return "PIXID_ORIGIN is not like https://example.org, without a slash at its end";
  if (table.mode === "paid" && !(await fits(environment.PIXID_RECEIPT_KEY, table.receiptKey)))
    return "PIXID_RECEIPT_KEY does not belong to receipt_key of operator.toml";
  return "";
};

const isPaid = ({ mode, status, payment_status: payment }) => mode === "payment" && status === "complete" && payment === "paid";

/** Sell: nobody is sent to pay unless the receipt that follows will be accepted by the page. */
const sell = async (request, table, environment) => {
  const asked = await wish(request, table);
  const origin = isOrigin(environment.PIXID_ORIGIN) ? environment.PIXID_ORIGIN : new URL(request.url).origin;
  const back = (why) => lead(`${pageAddress(origin, asked)}?paying=${why}`);
  const problem = await unready(table, environment);
  if (problem) {
    console.error("Checkout is not set up:", problem);
    return back("down");
  }
  const parameters = terms(table, origin, asked);
  try {
    const found = await order(account(environment), parameters, await idempotencyKey(parameters));
    if (found.status === "complete") return lead(successAddress(origin, asked, table.mode, found.id)); // paid before
    if (new URL(found.url).origin !== table.checkout) throw new StripeTrouble("refused");
    return lead(found.url);
  } catch (error) {
    return back(error instanceof StripeTrouble && error.id === "slow" ? "slow" : "down");
  }
};

/** The receipt of a session. Its time is the session's, so that it is the same however often it is asked for. */
const receipt = async (request, table, environment) => {
  const id = new URL(request.url).searchParams.get("session_id") ?? "";
  if (!SESSION.test(id)) throw new Refusal(400, "There is no usable session_id.");
  if (table.mode !== "paid") throw new Refusal(404, "Nothing is sold here.");
  if (await unready(table, environment)) return tell(502, { error: "down" });
  try {
    const found = await session(account(environment), id);
    const { pixid_document: document, pixid_key: key } = found.metadata ?? {};
    if (!document || !key) return tell(404, { error: "unknown" }); // of the same account, but nothing that we sold
    if (!isPaid(found)) return tell(402, { error: found.status === "complete" ? "processing" : "unpaid" });
    const signer = await signingKey(environment.PIXID_RECEIPT_KEY);
    return tell(200, { receipt: await issue({ document, issued: found.created, key }, signer) });
  } catch (error) {
    if (!(error instanceof StripeTrouble)) throw error;
    return tell(STATUS[error.id], { error: error.id === "refused" ? "down" : error.id });
  }
};

/** Answer a request. `environment` holds the variables named above, `table` what lib/table.mjs holds. */
export const answer = async (request, environment, table) => {
  const set = ["STRIPE_SECRET_KEY", "PIXID_RECEIPT_KEY", "PIXID_ORIGIN"].some((name) => environment[name]);
  if (!table || !set) return say(404, "Nothing is sold here.");
  try {
    if (request.method === "POST") return await sell(request, table, environment);
    if (request.method === "GET" || request.method === "HEAD") return await receipt(request, table, environment);
    return say(405, "Only GET and POST are answered here.", { Allow: "GET, HEAD, POST" });
  } catch (error) {
    if (error instanceof Refusal) return say(error.status, error.message);
    console.error(error);
    return say(500, "Something went wrong here. Nothing was charged.");
  }
};

export default (request) => answer(request, process.env, built);
