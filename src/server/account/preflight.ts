/** Asks the account, before a deploy, what would stop the pipeline later. It writes nothing. */
import type { Finding, Preflight, PreflightRequest } from "../../contract/account";
import { callerOf } from "../aws/caller";
import type { Services } from "../aws/services/services";
import { allowedFindings } from "./permissions";
import { isThere } from "./resources";
import { roleFindings } from "./role";

/** So many questions at a time: IAM answers few a second. */
const atOnce = 4;

type Question = () => Promise<readonly Finding[]>;

export async function preflight(services: Services, region: string, request: PreflightRequest): Promise<Preflight> {
  const caller = await callerOf(services).catch(() => null);
  const { roleArn, named, needed } = request;
  const questions: Question[] = [
    () => roleFindings(services, roleArn, caller),
    ...named.map((one) => async () => [
      { about: "exists", ...one, ...(await isThere(services, region, caller, one)) } as const,
    ]),
    ...needed.map((one) => () => allowedFindings(services, roleArn, one)),
  ];
  return { caller, findings: (await inTurn(questions)).flat() };
}

async function inTurn(questions: readonly Question[]): Promise<readonly (readonly Finding[])[]> {
  const answers: (readonly Finding[])[] = [];
  const left = [...questions.entries()];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) answers[next[0]] = await next[1]();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return answers;
}
