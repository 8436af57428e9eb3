/** Nobody else has changed anything: no plan says that somebody did, and no deploy stops for it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { DeployIntent } from "../../contract/deploy";
import { type BadLine, each, failSteps, openBadLine, roleArn, target } from "../../testing/badLine";
import { corpus } from "../../testing/fixtures";
import { noteFaults, tries } from "../../testing/fullTier";

let line: BadLine;
beforeAll(async () => {
  line = await openBadLine();
});
afterAll(() => line.close());

/** What is small enough, written over many lines too, to be sent by itself. */
const definitions = [failSteps("A"), ...corpus().flatMap(({ text }) => (text.length < 30_000 ? [text] : []))];
/** What of a deploy changes from one to the next. */
const changes: readonly ((before: DeployIntent, round: number) => Partial<DeployIntent>)[] = [
  ({ definition }, round) => ({ definition: definition.replace(/"Version"/, `"Metadata${round}": {}, "Version"`) }),
  ({ definition }) => ({ definition: JSON.stringify(JSON.parse(definition), null, 2) }),
  () => ({ roleArn: "arn:aws:iam::111122223333:role/Another" }),
  (_, round) => ({ maxParallelSteps: round + 1 }),
  () => ({ maxParallelSteps: null }),
  (_, round) => ({ displayName: `Churn-${round}` }),
  (_, round) => ({ description: `Of ${round}` }),
  () => ({}),
];

it("is deployed again and again without a conflict that there is not", { timeout: 240_000 }, async () => {
  const cases = tries(40, 500);
  const wrong: string[] = [];
  const all = Array.from({ length: cases }, (_, number) => number);
  await each(all, async (number) => {
    const definition = definitions[number % definitions.length] ?? "";
    const first: DeployIntent = { target, pipelineName: line.newName(), definition, roleArn };
    const change = changes[number % changes.length]?.(first, number) ?? {};
    for (const intent of [first, first, { ...first, ...change }, { ...first, ...change }]) {
      const plan = await line.client.plan(intent);
      if (!plan.ok) return void wrong.push(`case ${number}: no plan, ${plan.error.message}`);
      if (plan.value.drift !== null) wrong.push(`case ${number}: says that someone else changed it`);
      const token = crypto.randomUUID();
      const approved = plan.value.fingerprint;
      const result = await line.client.deploy({ ...intent, approved, token, anyway: true });
      if (!result.ok) wrong.push(`case ${number}: ${result.error.kind}, ${result.error.message}`);
      else if ((result.value.over ?? []).length > 0) wrong.push(`case ${number}: over ${result.value.over}`);
    }
  });
  noteFaults("deploys over what nobody else has changed that tell of a conflict", wrong.length, cases);
  expect(wrong).toEqual([]);
});
