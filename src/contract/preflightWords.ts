import type { Finding } from "./account";

/** "The function arn:… is not there." */
export function askedInWords({ about, kind, name, answer }: Finding): string {
  const says = (yes: string, no: string, asked: string) => ({ yes, no, unseen: asked })[answer];
  switch (about) {
    case "roleExists":
      return says(`The role ${name} is there.`, `The role ${name} is not there.`, `Is the role ${name} there?`);
    case "roleTrusts":
      return says("SageMaker may assume it.", "SageMaker may not assume it.", "May SageMaker assume it?");
    case "mayPass":
      return says("You may pass it.", "You may not pass it.", "May you pass it?");
    case "exists":
      return says(
        `The ${kind} ${name} is there.`,
        `The ${kind} ${name} is not there.`,
        `Is the ${kind} ${name} there?`,
      );
    case "allowed":
      return says(`The role is allowed ${name}.`, `The role is not allowed ${name}.`, `Is the role allowed ${name}?`);
  }
}
