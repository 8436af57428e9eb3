import { arnOf, jobNameOf, tokenFrom } from "./names";
import { askedText, type SampleRequest } from "./sampleRequest";

/** An ARN of Bedrock: its resources have generated ids. */
export function bedrockArn({ context, name }: SampleRequest, kind: string): string {
  return arnOf(context, `${kind}/${tokenFrom(`${context.executionId}/${name}/${kind}`, 12).toLowerCase()}`, "bedrock");
}

/** The name that the request asks for, or a generated one. */
export function askedName({ request, context, name }: SampleRequest, member: string): string {
  return askedText(request, member) ?? jobNameOf(context, name);
}
