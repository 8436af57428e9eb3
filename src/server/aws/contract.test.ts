import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { createLocalRegion, type LocalRegion } from "../../local-region";
import { type ContractCase, contractCases, differsAt, filledIn } from "../../testing/contractCases";
import { noteFaults } from "../../testing/fullTier";
import { begin } from "../../testing/regionCalls";
import { localClients } from "./clients";
import { localRegionName } from "./localNames";

let now: number;
let region: LocalRegion;
beforeEach(() => {
  now = begin;
  region = createLocalRegion({ now: () => now });
});
afterEach(() => region.close());

const role = "arn:aws:iam::111122223333:role/StepwireLocal";
const mostLooks = 100;

/** Runs a case by the JavaScript SDK; the first thing that is not as it says, or null. */
async function failureOf({ name, on, calls }: ContractCase, number: number): Promise<string | null> {
  const client = localClients(region).write as unknown as Record<string, (input: unknown) => Promise<object>>;
  const pipeline = `case-${number}`;
  const names = new Map([
    ["$p", pipeline],
    ["$P", `arn:aws:sagemaker:${localRegionName}:111122223333:pipeline/${pipeline}`],
    ["$t", `token-of-case-${number}`.padEnd(40, "-")],
  ]);
  if (on !== undefined) {
    const PipelineDefinition = filledIn(`@${on}`, names);
    await client.createPipeline?.({ PipelineName: pipeline, RoleArn: role, PipelineDefinition });
  }
  for (const one of calls) {
    const method = one.call.charAt(0).toLowerCase() + one.call.slice(1);
    const send = () => client[method]?.(filledIn(one.with, names));
    const at = (why: string) => `${name}: ${one.call}: ${why}`;
    if (one.refused !== undefined) {
      const [code, words] = one.refused;
      const error = await send()?.then(
        () => null,
        (thrown: Error) => thrown,
      );
      if (error?.name !== code || !error.message.includes(words)) return at(`${error?.name} ${error?.message}`);
      continue;
    }
    let answer = await send();
    if (one.until !== undefined) {
      const until = filledIn(one.until, names);
      for (let looks = 0; differsAt(answer, until) !== null && looks < mostLooks; looks++) {
        now += 250;
        answer = await send();
      }
      const why = differsAt(answer, until);
      if (why !== null) return at(why);
    }
    const why = one.gives === undefined ? null : differsAt(answer, filledIn(one.gives, names));
    if (why !== null) return at(why);
    const present = one.lacks?.find((member) => (answer as Record<string, unknown>)[member] !== undefined);
    if (present !== undefined) return at(`${present} is there`);
    for (const [key, path] of Object.entries(one.keep ?? {})) {
      const kept = path.split(".").reduce<unknown>((value, part) => (value as Record<string, unknown>)?.[part], answer);
      names.set(key, String(kept));
    }
  }
  return null;
}

describe("the local region, asked by the JavaScript SDK", () => {
  it("has a source for each of 150 cases, and each is called something else", () => {
    expect(contractCases.length).toBeGreaterThanOrEqual(150);
    expect(contractCases.filter(({ source }) => source.trim() === "")).toEqual([]);
    expect(new Set(contractCases.map(({ name }) => name)).size).toBe(contractCases.length);
  });

  let faults = 0;
  afterAll(() =>
    noteFaults("cases of the contract answered otherwise, by the JavaScript SDK", faults, contractCases.length),
  );
  it.each(contractCases.map((one, index) => [one.name, one, index] as const))("%s", async (_name, one, index) => {
    const failure = await failureOf(one, index);
    if (failure !== null) faults++;
    expect(failure).toBeNull();
  });
});
