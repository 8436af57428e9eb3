import { arnOf, jobNameOf } from "./names";
import { askedText, type OutputsOfRun } from "./sampleRequest";

const nothing: OutputsOfRun = () => [];

/** What SageMaker makes under the name that is asked for, or one of its own: described by `<member>Name` and `<member>Arn`. */
export function resource(member: string, kind: string): OutputsOfRun {
  return ({ request, context, name: step }) => {
    const name = askedText(request, `${member}Name`) ?? jobNameOf(context, step);
    return [
      [[`${member}Name`], name],
      [[`${member}Arn`], arnOf(context, `${kind}/${name}`)],
    ];
  };
}

/** A job goes under a generated name, whatever name the request asks for (that is only its prefix). */
export function job(member: string, kind: string, more: OutputsOfRun = nothing): OutputsOfRun {
  return (sample) => {
    const name = jobNameOf(sample.context, sample.name);
    return [
      [[`${member}Name`], name],
      [[`${member}Arn`], arnOf(sample.context, `${kind}/${name}`)],
      [[`${member}Status`], "Completed"],
      ...more(sample),
    ];
  };
}
