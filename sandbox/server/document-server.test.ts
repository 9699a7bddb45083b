import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { documentHeaders } from "#sandbox/policy/headers.ts";
import { hashOf } from "#sandbox/object-store.ts";
import type { ObjectStore } from "#sandbox/object-store.ts";

import { documentUrl, startDocumentServer } from "./document-server.ts";
import type { DocumentServer } from "./document-server.ts";
import { PortTakenError } from "./listen.ts";

const HTML = Buffer.from(`<!doctype html><p>${"hello ".repeat(500)}</p>`);
const HASH = hashOf(HTML);
let reads = 0;
const objects: ObjectStore = {
  put: async () => HASH,
  has: async (hash) => hash === HASH,
  async get(hash) {
    reads += 1;
    if (hash === "f".repeat(64)) throw new Error("the disk is gone");
    return hash === HASH ? HTML : null;
  },
};

let server: DocumentServer;
beforeAll(async () => {
  server = await startDocumentServer({ port: 0, appOrigin: "http://localhost:3000", objects });
});
afterAll(() => server.close());

type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

function get(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  address = "127.0.0.1",
): Promise<Answer> {
  const all = { host: `mabc.localhost:${server.port}`, "sec-fetch-dest": "iframe", ...headers };
  return new Promise((resolve, reject) => {
    const call = request({ host: address, port: server.port, path, method, headers: all, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    call.on("error", reject);
    call.end();
  });
}

describe("a document", () => {
  test("comes with exactly the headers of the policy, and no cookie", async () => {
    const { status, headers, body } = await get(`/d/${HASH}`);
    expect(status).toBe(200);
    expect(body.equals(HTML)).toBe(true);
    const policy = Object.entries(documentHeaders("http://localhost:3000")).map(([name, value]) => [
      name.toLowerCase(),
      value,
    ]);
    expect(headers).toMatchObject(Object.fromEntries(policy));
    const others = Object.keys(headers).filter((name) => !policy.some(([known]) => known === name));
    expect(others.sort()).toEqual(["connection", "content-length", "date", "vary"]);
  });

  test.each([
    ["br", "br, gzip", brotliDecompressSync],
    ["gzip", "gzip, deflate", gunzipSync],
    ["gzip", "br;q=0, gzip;q=0.5", gunzipSync],
  ] as const)("is sent as %s to a browser that accepts %s", async (encoding, accepts, decompress) => {
    const { headers, body } = await get(`/d/${HASH}`, { "accept-encoding": accepts });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(decompress(body).equals(HTML)).toBe(true);
  });

  test("is read and compressed once, however many ask at the same time", async () => {
    reads = 0;
    const fresh = await startDocumentServer({ port: 0, appOrigin: "http://localhost:3000", objects });
    const before = server;
    server = fresh;
    await Promise.all(Array.from({ length: 8 }, () => get(`/d/${HASH}`, { "accept-encoding": "br" })));
    await get(`/d/${HASH}`, { "accept-encoding": "br" });
    server = before;
    await fresh.close();
    expect(reads).toBe(1);
  });

  test("is answered on both loopback addresses, because browsers may take either for localhost", async () => {
    expect((await get(`/d/${HASH}`, {}, "GET", "::1")).status).toBe(200);
  });
});

describe("everything else", () => {
  test.each([["document"], ["empty"], ["script"], ["frame"], ["IFRAME"]])(
    "Sec-Fetch-Dest: %s is refused with an explanation",
    async (destination) => {
      const { status, body, headers } = await get(`/d/${HASH}`, { "sec-fetch-dest": destination });
      expect(status).toBe(403);
      expect(body.toString()).toContain("only inside the labelling page");
      expect(headers["content-type"]).toBe("text/plain; charset=utf-8");
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
    },
  );

  test("a request without the header is refused: every browser we support sends it", async () => {
    const without = await new Promise<number | undefined>((resolve) => {
      request(
        {
          host: "127.0.0.1",
          port: server.port,
          path: `/d/${HASH}`,
          headers: { host: `m1.localhost:${server.port}` },
          agent: false,
        },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      ).end();
    });
    expect(without).toBe(403);
  });

  test.each([
    ["an unknown hash", `/d/${"0".repeat(64)}`],
    ["a hash in capitals", `/d/${HASH.toUpperCase()}`],
    ["something after the hash", `/d/${HASH}/x`],
    ["a query", `/d/${HASH}?x=1`],
    ["a climbing path", `/d/../d/${HASH}`],
    ["the root", "/"],
    ["a well-known file", "/robots.txt"],
  ])("%s is not found", async (_, path) => {
    expect((await get(path)).status).toBe(404);
  });

  test.each(["POST", "HEAD", "OPTIONS", "PUT"])("%s is not found", async (method) => {
    expect((await get(`/d/${HASH}`, {}, method)).status).toBe(404);
  });

  test.each([
    "localhost",
    "127.0.0.1",
    "m1.localhost.evil.example",
    "evil.example",
    "a.b.localhost",
    ".localhost",
    "m1.LOCALHOST.",
    "-.localhost",
  ])("host %s is not found", async (host) => {
    expect((await get(`/d/${HASH}`, { host })).status).toBe(404);
  });

  test("nothing of the request is in the answer", async () => {
    const { body, headers } = await get(`/d/reflected-value?reflected-value`, { "x-test": "reflected-value" });
    expect(body.toString() + JSON.stringify(headers)).not.toContain("reflected-value");
  });

  test("a store that fails is an answer without the reason, and the next document is served", async () => {
    const { status, body } = await get(`/d/${"f".repeat(64)}`);
    expect(status).toBe(500);
    expect(body.toString()).not.toContain("disk");
    expect((await get(`/d/${HASH}`)).status).toBe(200);
  });
});

test("documents are answered below a configured suffix, and below localhost for the verifier", async () => {
  const other = await startDocumentServer({
    port: 0,
    appOrigin: "https://app.example",
    objects,
    hostSuffix: "docs.example",
  });
  const before = server;
  server = other;
  const answers = [
    await get(`/d/${HASH}`, { host: "m1.docs.example" }),
    await get(`/d/${HASH}`, { host: "m1.localhost" }),
    await get(`/d/${HASH}`, { host: "docs.example" }),
  ];
  server = before;
  await other.close();
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404]);
});

test("a taken port is said in one sentence", async () => {
  const second = startDocumentServer({ port: server.port, appOrigin: "http://localhost:3000", objects });
  await expect(second).rejects.toThrow(PortTakenError);
  await expect(second).rejects.toThrow(
    `Port ${server.port} on 127.0.0.1 is taken by another program: stop it, or choose another port.`,
  );
});

test("every mount has an address of its own", () => {
  expect(documentUrl("3f2a", 4001, HASH)).toBe(`http://m3f2a.localhost:4001/d/${HASH}`);
  for (const mount of ["", "a.b", "A", "a/../b", "x".repeat(70), "a-"])
    expect(() => documentUrl(mount, 4001, HASH)).toThrow();
  expect(() => documentUrl("a", 4001, "../x")).toThrow();
});
