import { connect } from "node:net";
import { ListPipelinesCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isReachable, otherAddresses } from "../testing/listening";
import { type ListeningLocalRegion, listenLocalRegion } from "./server";

let region: ListeningLocalRegion;
beforeAll(async () => {
  region = await listenLocalRegion({ port: 0 });
});
afterAll(() => region.close());

/** Sends bytes as they are, as no HTTP client would, and gives the status of the answer. */
function statusOf(head: readonly string[], body = "{}"): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(region.port, "127.0.0.1");
    let seen = "";
    socket.on("data", (part) => {
      seen += part.toString("latin1");
    });
    socket.on("end", () => resolve(Number(/^HTTP\/1\.[01] (\d{3})/.exec(seen)?.[1] ?? 0)));
    socket.on("error", reject);
    socket.write(
      `${head.join("\r\n")}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
}

const host = () => `Host: 127.0.0.1:${region.port}`;
const signed = "Authorization: AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/sagemaker/aws4_request";
const usual = () => [
  host(),
  "Content-Type: application/x-amz-json-1.1",
  "X-Amz-Target: SageMaker.ListPipelines",
  signed,
];

describe("the local region's own server", () => {
  it("answers the JavaScript SDK", async () => {
    const credentials = { accessKeyId: "any", secretAccessKey: "any" };
    const client = new SageMakerClient({ endpoint: region.endpoint, region: "eu-west-1", credentials });
    expect((await client.send(new ListPipelinesCommand({}))).PipelineSummaries).toEqual([]);
    client.destroy();
  });

  it("answers a plain request that keeps to the rules", async () => {
    expect(await statusOf(["POST / HTTP/1.1", ...usual()])).toBe(200);
  });

  it.each<[string, () => readonly string[], number]>([
    ["a rebound Host", () => ["POST / HTTP/1.1", "Host: evil.example", ...usual().slice(1)], 421],
    ["localhost", () => ["POST / HTTP/1.1", `Host: localhost:${region.port}`, ...usual().slice(1)], 421],
    ["two Hosts", () => ["POST / HTTP/1.1", host(), ...usual()], 421],
    ["no Host", () => ["POST / HTTP/1.1", ...usual().slice(1)], 400],
    ["a target that is a whole URL", () => [`POST http://127.0.0.1:${region.port}/ HTTP/1.1`, ...usual()], 400],
    ["a backslash in the target", () => ["POST /\\x HTTP/1.1", ...usual()], 400],
    ["HTTP/1.0", () => ["POST / HTTP/1.0", ...usual()], 505],
    ["an Origin, its own too", () => ["POST / HTTP/1.1", ...usual(), `Origin: http://127.0.0.1:${region.port}`], 403],
    ["Sec-Fetch-Site", () => ["POST / HTTP/1.1", ...usual(), "Sec-Fetch-Site: same-origin"], 403],
    ["GET", () => ["GET / HTTP/1.1", ...usual()], 405],
    ["OPTIONS, a browser's question before it sends", () => ["OPTIONS / HTTP/1.1", ...usual()], 405],
    [
      "JSON under another name",
      () => ["POST / HTTP/1.1", host(), "Content-Type: application/json", ...usual().slice(2)],
      415,
    ],
    [
      "text that a form can send",
      () => ["POST / HTTP/1.1", host(), "Content-Type: text/plain", ...usual().slice(2)],
      415,
    ],
  ])("refuses %s", async (_name, head, status) => {
    expect(await statusOf(head())).toBe(status);
  });

  it("refuses a body over 2 MiB", async () => {
    expect(await statusOf(["POST / HTTP/1.1", ...usual()], " ".repeat(2 * 1024 * 1024 + 1))).toBe(413);
  });

  it("listens on 127.0.0.1 alone: no other address of this machine reaches it", async () => {
    for (const address of otherAddresses())
      expect([address, await isReachable(address, region.port)]).toEqual([address, false]);
    expect(await isReachable("127.0.0.1", region.port)).toBe(true);
  });

  it("says that a port is taken", async () => {
    await expect(listenLocalRegion({ port: region.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
