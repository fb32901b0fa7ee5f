/**
 * Runs one web-standard function (Request -> Response) behind Node's HTTP server, for the dev server and tests.
 *
 *   node function_host.mjs FUNCTION.mjs    prints its port on the first line, ends when its standard input does
 */

import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const { default: answer } = await import(pathToFileURL(process.argv[2]));

const bodyOf = async (incoming) => {
  const parts = [];
  for await (const part of incoming) parts.push(part);
  return Buffer.concat(parts);
};

const server = createServer(async (incoming, outgoing) => {
  const { method, url, headers } = incoming;
  const body = await bodyOf(incoming);
  const request = new Request(`http://${headers.host}${url}`, {
    method,
    headers: Object.entries(headers).filter(([name]) => !["connection", "transfer-encoding", "expect"].includes(name)),
    body: method === "GET" || method === "HEAD" ? undefined : body,
  });
  let response;
  try {
    response = await answer(request);
  } catch (error) {
    console.error(error);
    response = new Response("The function failed.\n", { status: 500 });
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
});

server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit()).resume();
