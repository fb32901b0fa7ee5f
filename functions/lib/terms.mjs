/** What Stripe is told about an order: price, product and addresses, all of them ours and none of them the visitor's. */

const LOCALES = new Set(
  ("bg cs da de el en es et fi fil fr hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro ru sk sl sv th tr vi zh zh-HK zh-TW").split(" "),
);
const MOST_GIVEN = 99; // times the suggested amount

/** The address of a document's page. */
export const pageAddress = (origin, { document, language }) => `${origin}/${language === "en" ? "" : `${language}/`}${document}/`;

/** The address Stripe sends somebody to who has paid; Stripe writes the session's id into it. */
export const successAddress = (origin, asked, mode, id = "{CHECKOUT_SESSION_ID}") =>
  pageAddress(origin, asked) + (mode === "paid" ? `?session_id=${id}` : "?paying=given");

/** Parameters of POST /v1/checkout/sessions. Nobody's name, address or e-mail is among them. */
export const terms = (table, origin, asked) => ({
  mode: "payment",
  submit_type: table.mode === "paid" ? "pay" : "donate",
  locale: LOCALES.has(asked.language) ? asked.language : "auto",
  client_reference_id: asked.order,
  success_url: successAddress(origin, asked, table.mode),
  cancel_url: `${pageAddress(origin, asked)}?paying=cancelled`,
  "line_items[0][quantity]": "1",
  ...(table.mode === "donation" && {
    "line_items[0][adjustable_quantity][enabled]": "true",
    "line_items[0][adjustable_quantity][maximum]": String(MOST_GIVEN),
  }),
  "line_items[0][price_data][currency]": table.currency,
  "line_items[0][price_data][unit_amount]": String(table.amount),
  "line_items[0][price_data][product_data][name]": table.documents[asked.document][asked.language],
  ...(table.mode === "paid" && { "metadata[pixid_document]": asked.document, "metadata[pixid_key]": asked.key }),
});

/** Equal for equal orders, so that pressing twice makes one session; different as soon as anything about them differs. */
export const idempotencyKey = async (parameters) => {
  const bytes = new TextEncoder().encode(JSON.stringify(parameters));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `pixid-${Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
};
