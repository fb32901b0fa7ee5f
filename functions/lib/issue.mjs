/** Signs receipts with the operator's key, and proves before anything is sold that the pages will accept them. */

import { LIFE, base64url, bytesOf, publicKey, read, signedText } from "./receipt.mjs";

/** The signing key: Ed25519, PKCS8, base64 (PIXID_RECEIPT_KEY); rejects if it is none. */
export const signingKey = (base64) => crypto.subtle.importKey("pkcs8", bytesOf(base64), { name: "Ed25519" }, false, ["sign"]);

/** A token. Ed25519 uses no chance: the same document, time and device give the same token. */
export const issue = async ({ document, issued, key }, signer) => {
  const signed = signedText({ document, issued, expires: issued + LIFE, key });
  const signature = await crypto.subtle.sign({ name: "Ed25519" }, signer, new TextEncoder().encode(signed));
  return `${signed}.${base64url(signature)}`;
};

/** Whether receipts of this private key are accepted by pages that were built with this public key. */
export const fits = async (secret, publicBase64) => {
  try {
    const probe = { document: "probe", issued: 1, key: "A".repeat(43) };
    return Boolean(await read(await issue(probe, await signingKey(secret)), await publicKey(publicBase64)));
  } catch {
    return false;
  }
};
