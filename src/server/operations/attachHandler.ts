import { OperationError } from "../../contract/operationError";
import type { RequestOf } from "../../contract/operations";
import { calling } from "../aws/awsError";
import type { Operation, OperationContext } from "./operation";

export const attachHandler: Operation<"attachHandler"> = async ({ source, handler, allowed, ...of }, context) => {
  const { handlers } = await context.regions.local();
  const known = source.kind === "same" ? handlers.list(of.document, of.pipeline) : [];
  const before = known.find(({ step }) => step === of.step);
  const from = source.kind === "same" ? (before?.source ?? noneAttached()) : codeOf(source, context);
  const request = { ...of, source: from, handler: before?.handler ?? handler, allowed };
  const answer = await calling("attachHandler", async () => handlers.attach(request));
  return answer.kind === "ask" ? { ...answer, reach: handlers.reach() } : answer;
};

type Source = Exclude<RequestOf<"attachHandler">["source"], { readonly kind: "same" }>;

function codeOf(source: Source, { folders }: OperationContext) {
  if (source.kind === "code") return { code: source.code, fileName: source.fileName };
  return { file: folders.find(source.folder).codeAt(source.path) };
}

function noneAttached(): never {
  const message = "No code is attached to this step any more. Attach it again in its Outputs tab.";
  throw new OperationError({ kind: "notFound", name: "NoHandler", message });
}
