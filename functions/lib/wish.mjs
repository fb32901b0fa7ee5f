/** Reads what a page's form asks for, and refuses everything that no page of ours would send. */

const LARGEST = 2_048; // bytes; ours have about 180
const FORM = "application/x-www-form-urlencoded";
const FORMS = {
  document: /^[a-z0-9-]{2,80}$/,
  language: /^[A-Za-z-]{2,12}$/,
  order: /^[A-Za-z0-9_-]{22}$/, // 128 bits of chance
  key: /^[A-Za-z0-9_-]{43}$/, // RFC 7638 thumbprint
};
const FIELDS = { paid: ["document", "language", "order", "key"], donation: ["document", "language", "order"] };

/** What is wrong with a request: an HTTP status and one sentence. */
export class Refusal extends Error {
  constructor(status, sentence) {
    super(sentence);
    this.status = status;
  }
}

const tooLarge = () => new Refusal(413, "The form is too large.");

const textOf = async (request) => {
  if (Number(request.headers.get("Content-Length") ?? 0) > LARGEST) throw tooLarge();
  const parts = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > LARGEST) throw tooLarge(); // whatever the header said
    parts.push(part);
  }
  const whole = new Uint8Array(size);
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(whole);
  } catch {
    throw new Refusal(400, "The form is no text.");
  }
};

/** {document, language, order, key} of a POST request, checked against the table; throws a Refusal. */
export const wish = async (request, table) => {
  const site = request.headers.get("Sec-Fetch-Site"); // the Origin header says "null" under our referrer policy
  if (site && site !== "same-origin") throw new Refusal(403, "The form must be sent by a page of this site.");
  if (request.headers.get("Content-Type")?.split(";")[0].trim().toLowerCase() !== FORM)
    throw new Refusal(415, `The form must be sent as ${FORM}.`);
  const sent = new URLSearchParams(await textOf(request));
  const names = FIELDS[table.mode];
  if ([...sent.keys()].sort().join() !== [...names].sort().join()) throw new Refusal(400, `The form must have ${names.join(", ")}.`);
  for (const name of names) if (!FORMS[name].test(sent.get(name))) throw new Refusal(400, `The form has no usable ${name}.`);
  const asked = Object.fromEntries(sent);
  if (!Object.hasOwn(table.documents, asked.document)) throw new Refusal(400, "Nothing is sold for this document.");
  if (!Object.hasOwn(table.documents[asked.document], asked.language)) throw new Refusal(400, "The site does not speak this language.");
  return asked;
};
