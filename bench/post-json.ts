import { type Agent, request } from "node:http";

/** Posts JSON over the bare protocol: the benchmark's own client must not be what it measures. */
export function postJson(
  agent: Agent,
  to: { port: number; path: string; body: string; cookie?: string },
): Promise<unknown> {
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(to.body),
    ...(to.cookie === undefined ? {} : { cookie: to.cookie }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, host: "127.0.0.1", port: to.port, method: "POST", path: to.path, headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          try {
            resolve(JSON.parse(Buffer.concat(chunks).toString()));
          } catch (error) {
            reject(error instanceof Error ? error : new Error("no JSON was answered"));
          }
        });
      },
    );
    sent.on("error", reject);
    sent.end(to.body);
  });
}
