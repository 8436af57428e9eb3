import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { intentTokens } from "../../../contract/intentTokens";
import { printBeside, readBeside } from "../../../pipeline/definition/sideFile";
import { setSettings } from "../../../pipeline/edits/document";
import { setField } from "../../../pipeline/edits/fields";
import { type AwsLine, awsTarget, openAwsLine } from "../../../testing/awsLine";
import { AwsRefusal } from "../../../testing/fakeAws";
import { documentOf } from "../../../testing/load";
import { createLocalClient, type LocalClient } from "../../../testing/localClient";
import { lambda } from "../../../testing/steps";
import { fakeTokenStorage } from "../../../testing/workspace";
import { createEditor, type Editor } from "../../session/createEditor";
import { createDialogs } from "../../session/dialogs";
import { beginDeploy, type DeployStage } from "../deploy/createDeploy";
import { createPromotion, type Promotion, type PromotionMapping } from "./createPromotion";

const prod = "999988887777";
const role = `arn:aws:iam::${prod}:role/SageMakerRole`;
const definition = [
  lambda("Tell", {
    FunctionArn: "arn:aws:lambda:eu-west-1:444455556666:function:tell",
    Arguments: { from: "s3://sagemaker-eu-west-1-444455556666/in" },
  }),
];

let aws: AwsLine;
let local: LocalClient;
let editor: Editor;
let whose: () => object;
beforeEach(async () => {
  whose = () => ({ Account: prod, Arn: `arn:aws:iam::${prod}:user/someone`, UserId: "AIDA" });
  aws = await openAwsLine({ "sts.GetCallerIdentity": () => ({ ...whose() }) });
  local = createLocalClient(aws.regions);
  editor = createEditor(documentOf(definition));
});
afterEach(() => aws.close());

async function chosen(promotion: Promotion): Promise<PromotionMapping> {
  await promotion.choose(awsTarget);
  const stage = promotion.store.getState();
  if (stage.at !== "mapping") throw new Error(stage.at);
  return stage;
}
const named = ({ literals, mapping }: PromotionMapping) =>
  literals.map(({ kind, text }) => [text, mapping.get(`${kind}:${text}`)]);

async function planned(promotion: Promotion) {
  const promoted = promotion.promoted();
  if (promoted === null) throw new Error("no target was chosen");
  const tokens = intentTokens(fakeTokenStorage(), () => crypto.randomUUID());
  const deploy = beginDeploy({
    editor,
    calls: local.client,
    tokens,
    dialogs: createDialogs(),
    start: async () => null,
    promoted,
  });
  const until = async (at: DeployStage["at"]) => {
    while (deploy.store.getState().at !== at) await new Promise((resolve) => setTimeout(resolve, 5));
    return deploy.store.getState();
  };
  return { promoted, deploy, until };
}

describe("a promotion to another target", () => {
  it("proposes what everything is called there, and warns of what is still of the old side", async () => {
    const promotion = createPromotion(editor, local.client);
    const stage = await chosen(promotion);
    expect(named(stage)).toEqual([
      ["sagemaker-eu-west-1-444455556666", "sagemaker-eu-west-1-999988887777"],
      ["arn:aws:lambda:eu-west-1:444455556666:function:tell", "arn:aws:lambda:eu-west-1:999988887777:function:tell"],
    ]);
    expect(stage.leftBehind).toEqual([]);
    const [bucket] = stage.literals;
    if (bucket === undefined) throw new Error("no bucket");
    promotion.map(bucket, bucket.text);
    expect(promotion.store.getState()).toMatchObject({ leftBehind: [{ names: "444455556666" }] });
  });

  it("is a plan of that target, with its role; the document's definition and target stay, and are neither asked nor written", async () => {
    const before = editor.store.getState().document;
    const promotion = createPromotion(editor, local.client);
    await chosen(promotion);
    const { deploy, until } = await planned(promotion);
    await until("role");
    deploy.setRole(role);
    expect(await until("plan")).toMatchObject({ plan: { kind: "create" } });
    await deploy.confirm();
    await until("done");
    const there = await aws.region.read.describePipeline({ PipelineName: "test-pipeline" });
    expect(there.RoleArn).toBe(role);
    expect(there.PipelineDefinition).not.toContain("444455556666");
    expect(there.PipelineDefinition).toContain(`arn:aws:lambda:eu-west-1:${prod}:function:tell`);
    const { document } = editor.store.getState();
    expect([document.definition, document.settings.target]).toEqual([before.definition, before.settings.target]);
    await expect(local.someoneElse.read.describePipeline({ PipelineName: "test-pipeline" })).rejects.toThrow(
      /does not exist/,
    );
    // What everything is called there, and the role, are there the next time.
    const again = createPromotion(editor, local.client);
    await chosen(again);
    const second = await planned(again);
    expect(await second.until("plan")).toMatchObject({ plan: { kind: "none" } });
  });

  it("remembers what was said in the side file, by both targets", async () => {
    const promotion = createPromotion(editor, local.client);
    const { literals } = await chosen(promotion);
    const [bucket] = literals;
    if (bucket === undefined) throw new Error("no bucket");
    promotion.map(bucket, "churn-prod");
    promotion.promoted();
    const { document } = editor.store.getState();
    expect(readBeside(printBeside(document))?.promotions).toEqual(document.promotions);
    expect(named(await chosen(createPromotion(editor, local.client)))[0]?.[1]).toBe("churn-prod");
    editor.undo();
    expect(named(await chosen(createPromotion(editor, local.client)))[0]?.[1]).toBe("sagemaker-eu-west-1-999988887777");
    // From another target it is another way.
    editor.edit("Target", setSettings({ target: "aws:other:us-east-1" }));
    expect(named(await chosen(createPromotion(editor, local.client)))[0]?.[1]).not.toBe("churn-prod");
  });

  it("goes on without the other account's number, and says why it has none", async () => {
    whose = () => {
      throw new AwsRefusal(403, "ExpiredToken", "expired");
    };
    const stage = await chosen(createPromotion(editor, local.client));
    expect(stage.error?.kind).toBe("credentials");
    expect(named(stage).map(([was, is]) => was === is)).toEqual([true, true]);
  });

  it("deploys the definition as it was when the dialog opened", async () => {
    const promotion = createPromotion(editor, local.client);
    await chosen(promotion);
    editor.edit("Change", setField("Tell", ["Arguments", "from"], "s3://later/in"));
    const { promoted } = await planned(promotion);
    expect(JSON.stringify(promoted.definition)).not.toContain("later");
  });
});
