/**
 * The receipt: a compact token that says "the files of this document are paid for on the device that holds this key".
 * The page and the function read it with the same code and the platform's own cryptography.
 *
 *   pixid1.<content>.<signature>
 *   content    base64url of the JSON ["<document>", issued, expires, "<thumbprint>"]; times in whole seconds since 1970
 *   thumbprint RFC 7638 of the device's public key (P-256), 43 characters
 *   signature  Ed25519 over everything before it, base64url
 *
 * There is exactly one way to write a receipt: anything that is not that text is refused, even if it means the same.
 */

const VERSION = "pixid1";
const DAY = 86_400; // seconds
export const LIFE = 365 * DAY;
export const SKEW = DAY; // clocks of devices may be a day off, either way
const LONGEST = 600; // characters; ours have about 220

const encoder = new TextEncoder();

/** Bytes as base64url without padding. */
export const base64url = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

/** The bytes of base64 or base64url text; throws on anything else. */
export const bytesOf = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));

/** What is signed. `receipt` is {document, issued, expires, key}. */
export const signedText = ({ document, issued, expires, key }) =>
  `${VERSION}.${base64url(encoder.encode(JSON.stringify([document, issued, expires, key])))}`;

/** Ed25519 in this platform, with the public key as base64 of its 32 bytes; rejects where there is none. */
export const publicKey = (base64) => crypto.subtle.importKey("raw", bytesOf(base64), { name: "Ed25519" }, false, ["verify"]);

const isTime = (value) => Number.isSafeInteger(value) && value > 0;

const contentOf = (part) => {
  try {
    const content = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(part)));
    if (!Array.isArray(content) || content.length !== 4) return undefined;
    const [document, issued, expires, key] = content;
    const shaped = typeof document === "string" && isTime(issued) && isTime(expires) && /^[\w-]{43}$/.test(key);
    return shaped ? { document, issued, expires, key } : undefined;
  } catch {
    return undefined;
  }
};

const signatureOf = (part) => {
  try {
    const bytes = bytesOf(part);
    return bytes.length === 64 && base64url(bytes) === part ? bytes : undefined;
  } catch {
    return undefined;
  }
};

/** {document, issued, expires, key} of a token that `verifier` (of publicKey) has signed, undefined for any other text. */
export const read = async (token, verifier) => {
  if (typeof token !== "string" || token.length > LONGEST) return undefined;
  const [version, content, signature, ...more] = token.split(".");
  if (version !== VERSION || more.length || content === undefined || signature === undefined) return undefined;
  const receipt = contentOf(content);
  const bytes = signatureOf(signature);
  if (!receipt || !bytes || signedText(receipt) !== `${version}.${content}`) return undefined;
  const signed = encoder.encode(`${version}.${content}`);
  return (await crypto.subtle.verify({ name: "Ed25519" }, verifier, bytes, signed)) ? receipt : undefined;
};

/**
 * Whether a receipt unlocks `document` on the device with the key `key`, at `now` (seconds): "valid", or why not:
 * "tampered", "foreign" (another document or another device), "expired", "early" (issued after now: the clock is wrong).
 */
export const judge = async (token, verifier, { document, key, now }) => {
  const receipt = await read(token, verifier);
  if (!receipt) return { verdict: "tampered" };
  if (receipt.document !== document || receipt.key !== key) return { verdict: "foreign", receipt };
  if (now > receipt.expires + SKEW) return { verdict: "expired", receipt };
  if (now < receipt.issued - SKEW) return { verdict: "early", receipt };
  return { verdict: "valid", receipt };
};

/** RFC 7638: the SHA-256 of an EC public key's required members in their order, base64url. */
export const thumbprint = async ({ crv, kty, x, y }) =>
  base64url(await crypto.subtle.digest("SHA-256", encoder.encode(JSON.stringify({ crv, kty, x, y }))));
