import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("an end-to-end test that deploys or ends its server says that it has one of its own", () => {
  const specs = readdirSync("e2e").filter((file) => file.endsWith(".spec.ts"));
  const leaving = specs.filter((file) => {
    const text = readFileSync(`e2e/${file}`, "utf8");
    const needs = /\beditor\.(deploy|run)\(|Confirm deploy|\bserver\.(end|kill|stop|state)\b/.test(text);
    return needs && !/ownServer: true|\bstartServer\(/.test(text);
  });
  expect(specs.length).toBeGreaterThan(30);
  expect(leaving).toEqual([]);
});
