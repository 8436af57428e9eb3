import type { Finding, NeededPermission } from "../../contract/account";
import { lookup } from "../../pipeline/definition/byName";
import type { Services } from "../aws/services/services";
import { answerTo, no, unseen, yes } from "./ask";
import { passedTo } from "./role";

/** Whether a role's own policies allow what steps need: one finding where all is allowed, else one for each action and resource. */
export async function allowedFindings(
  services: Services,
  roleArn: string,
  { actions, resources, passedTo: service }: NeededPermission,
): Promise<Finding[]> {
  const about = { about: "allowed", kind: null } as const;
  const all = `${actions.join(", ")} on ${resources.join(", ")}`;
  const denied: Finding[] = [];
  const answer = await answerTo("iam:SimulatePrincipalPolicy", async () => {
    const { EvaluationResults = [] } = await (await services.iam()).simulate({
      PolicySourceArn: roleArn,
      ActionNames: [...actions],
      ResourceArns: [...resources],
      MaxItems: 1000,
      ...(service === null ? {} : { ContextEntries: [passedTo(service)] }),
    });
    if (EvaluationResults.length === 0) return unseen("IAM gave no answer.");
    for (const { EvalActionName, EvalResourceName, EvalDecision } of EvaluationResults) {
      if (EvalDecision === "allowed") continue;
      denied.push({
        ...about,
        name: `${EvalActionName} on ${EvalResourceName}`,
        ...no(lookup(words, EvalDecision ?? "") ?? ""),
      });
    }
    return yes;
  });
  return denied.length > 0 ? denied : [{ ...about, name: all, ...answer }];
}

const words: Readonly<Record<string, string>> = {
  implicitDeny: "No policy of the role allows it.",
  explicitDeny: "A policy denies it.",
};
