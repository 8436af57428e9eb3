import type { Choices, ExportSource, ExportWriter } from "./form";
import { notInPolicy, policyOf } from "./policy/policy";

/** What the pipeline's role must be allowed, alone, as IAM takes it. */
export const iamPolicy = {
  write: ({ definition }: ExportSource, choices: Choices) =>
    `${JSON.stringify(policyOf(definition, ownRole(choices)), null, 2)}\n`,
  losses: ({ definition }: ExportSource, choices: Choices) => notInPolicy(definition, ownRole(choices)),
} satisfies ExportWriter;

function ownRole({ options: { role } }: Choices): string | null {
  return typeof role === "string" && role.trim() !== "" ? role.trim() : null;
}
