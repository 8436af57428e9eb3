/** The tools that write outside of the folder: there where `--allow-deploy` says so, and nowhere else. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Plan } from "../contract/deploy";
import { targetLabel } from "../contract/target";
import { type OpenedPipeline, type PipelineFolder, ToolFault } from "./files";
import { asked, type Reach } from "./reach";
import type { AddTool } from "./tool";

const outward = { readOnlyHint: true, openWorldHint: true };
const writes = { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true };

export function addDeployTools(tool: AddTool, folder: PipelineFolder, reach: Reach): void {
  const { target } = reach;
  const where = targetLabel(target);
  const named = {
    file: z.string().describe("Path of the file, relative to the folder"),
    pipelineName: z.string().optional().describe("Where it is not called as the file is"),
    roleArn: z.string().optional().describe("The role that the pipeline runs with"),
  };
  const seen = z.string().describe("What the tool plan called plan, for this file as it is now");
  // Nothing reaches an account that nobody has seen the plan of.
  const approved = { plan: target.kind === "local" ? seen.optional() : seen };
  const intentOf = ({ pipelineName, roleArn }: Named, { document, text }: OpenedPipeline) => {
    const role = roleArn ?? reach.role;
    if (role === null) throw new ToolFault("Say as roleArn which role the pipeline is to run with.");
    const definition = text.replace(/^\uFEFF/, "");
    return { target, pipelineName: pipelineName ?? document.name, definition, roleArn: role };
  };
  const planned = async (args: Named) => {
    const intent = intentOf(args, folder.open(args.file));
    return { intent, plan: await asked(reach, "plan", intent) };
  };

  tool(
    "plan",
    `What a deploy to ${where} would change, and what that means; nothing is written. Its plan is what deploy asks for.`,
    named,
    async (args) => {
      const { plan } = await planned(args);
      const { fingerprint, upload: _upload, ...told } = plan;
      return { target: where, plan: fingerprint, ...told };
    },
    outward,
  );
  tool(
    "deploy",
    `Creates or updates the pipeline in ${where}, as the file is now, if the plan still fits. One with errors is refused.`,
    { ...named, ...approved },
    async (args) => {
      const { intent, plan } = await planned(args);
      const given = args.plan ?? plan.fingerprint;
      return asked(reach, "deploy", { ...intent, approved: given, token: randomUUID() });
    },
    writes,
  );
  tool(
    "start",
    `Starts an execution in ${where} of what is deployed, which has to be as the file is now: plan says none.`,
    { ...named, ...approved, parameters: z.record(z.string(), z.string()).default({}).describe("Values, as text") },
    async (args) => {
      const { intent, plan } = await planned(args);
      refuseOther(plan, args.plan);
      const parameters = Object.entries(args.parameters).map(([name, value]) => ({ name, value }));
      const request = { target, pipeline: intent.pipelineName, parameters, token: randomUUID() };
      return asked(reach, "startExecution", request);
    },
    writes,
  );
  tool(
    "execution",
    `How an execution in ${where} stands: its status, and that of each step that has begun.`,
    { executionArn: z.string() },
    async ({ executionArn }) => {
      const execution = await asked(reach, "describeExecution", { target, executionArn });
      const { steps } = await asked(reach, "listSteps", { target, executionArn });
      return { ...execution, steps: steps.map(({ metadata: _metadata, ...step }) => step) };
    },
    outward,
  );
}

interface Named {
  readonly file: string;
  readonly pipelineName?: string | undefined;
  readonly roleArn?: string | undefined;
}

/** What is started is what the file says, as somebody has seen it. */
function refuseOther({ kind, fingerprint }: Plan, approved: string | undefined): void {
  if (kind !== "none")
    throw new ToolFault(
      "What is deployed is not what the file says. Call plan and deploy first, or diff to see what differs.",
    );
  if (approved !== undefined && approved !== fingerprint)
    throw new ToolFault("The plan no longer fits what is deployed or the file. Call plan again, and give its plan.");
}
