/** The words for every AppError: what happened, and what to do next. Nowhere else. */

import type { AppError, ErrorKind } from "./appError";

export interface DisplayError {
  readonly title: string;
  readonly detail: string;
  readonly next: string;
  /** AWS's own text and request id, for the log, the search and the support case. */
  readonly aws?: { readonly text: string; readonly requestId?: string };
}

type Words = Pick<DisplayError, "title" | "next"> & { readonly detail?: string };

const restart =
  "Start `stepwire open` in a terminal, or press Enter in the one it runs in, and open the link it prints.";

/** What clears the way to the outcome of a write. */
const cures: Partial<Record<ErrorKind, string>> = {
  credentials: "Sign in again (`aws sso login`, or renew the profile's keys).",
  accessDenied: "Ask for the permission sagemaker:DescribePipeline.",
  throttled: "Wait a few seconds.",
  timeout: "Wait a minute.",
  unreadable: "Check whether a proxy stands between here and AWS.",
};

const lookNext: ReadonlyMap<string, string> = new Map(
  Object.entries({
    deploy: "Make the plan again: it shows what is deployed now.",
    StartPipelineExecution:
      "Start again with the same values: it is the same start, and never makes a second execution.",
    StopPipelineExecution: "Look at the execution again, and stop it again if it still runs.",
    RetryPipelineExecution: "Look at the execution again, and retry it again if it still stands where it failed.",
    SendPipelineExecutionStepSuccess: "Look at the execution again, and answer again if the step still waits.",
    SendPipelineExecutionStepFailure: "Look at the execution again, and answer again if the step still waits.",
    DeletePipeline: "Look whether it is still listed, and delete it again if it is.",
  }),
);

/** Operations of other services than SageMaker bear their service's name: `s3:PutObject`. */
function permissionFor(operation = "*"): string {
  return operation.includes(":") ? operation : `sagemaker:${operation}`;
}

const words: Record<ErrorKind, (error: AppError) => Words> = {
  notFound: () => ({
    title: "It is not there",
    next: "Check the name and the target; it may have been deleted, or belong to another region or account.",
  }),
  conflict: (error) => ({
    title: "Something else is under way",
    next:
      error.operation === "DeletePipeline" ? "Stop its running executions first." : "Wait a moment, then try again.",
  }),
  limit: () => ({
    title: "A limit of the account is reached",
    next: "Delete what is no longer needed, or ask for a higher quota in the Service Quotas console.",
  }),
  credentials: () => ({
    title: "AWS does not accept the credentials",
    next: "Sign in again (`aws sso login`, or renew the profile's keys), then try again.",
  }),
  accessDenied: (error) => ({
    title: "This profile may not do that",
    next: `Ask for the permission ${permissionFor(error.operation)}${/passrole/i.test(error.message) ? " and iam:PassRole on the pipeline's role" : ""}, or choose another profile.`,
  }),
  throttled: () => ({ title: "AWS asks to go slower", next: "Wait a few seconds, then try again." }),
  validation: () => ({
    title: "SageMaker refuses this",
    next: "Change what its text names; the Problems panel shows what Stepwire found.",
  }),
  network: () => ({
    title: "AWS could not be reached",
    next: "Nothing was sent. Check the network, a proxy or a VPN, and the region's name, then try again.",
  }),
  broken: () => ({
    title: "The connection to AWS broke",
    next: "Check the network, a proxy or a VPN, then try again.",
  }),
  timeout: () => ({
    title: "AWS has not answered in time",
    next: "Check the network, a proxy or a VPN, or wait a minute, then try again.",
  }),
  unreadable: () => ({
    title: "Something else than SageMaker answered",
    next: "It may be a proxy, a sign-in page of the network, or an endpoint that is set by mistake (AWS_ENDPOINT_URL_SAGEMAKER). Mend that, then try again.",
  }),
  service: () => ({
    title: "The service failed at this on its own side",
    next: "Wait a minute, then try again; health.aws.amazon.com shows what is known of a region of AWS.",
  }),
  storage: () => ({
    title: "The local region cannot keep its state",
    next: "Do what it says, then try again. Nothing was written, and no restart is needed.",
  }),
  unsupported: () => ({ title: "This target cannot do that", next: "Choose another target for it." }),
  stale: () => ({
    title: "Someone changed the pipeline since this plan",
    detail:
      "Nothing was written. What is deployed, or what you are deploying, is no longer what the plan was made from.",
    next: "Look at the new plan, then deploy it.",
  }),
  overtaken: () => ({
    title: "Someone else deployed right after you",
    next: "Make the plan again: it shows what is deployed now, and what of yours is no longer in it.",
  }),
  uncertain: ({ operation, hindrance }) => ({
    title: "It is not known what happened",
    next: [
      hindrance === undefined ? "" : (cures[hindrance] ?? ""),
      lookNext.get(operation ?? "") ?? lookNext.get("deploy") ?? "",
    ]
      .filter((part) => part !== "")
      .join(" "),
  }),
  problems: (error) => {
    const count = error.problems?.filter((problem) => problem.severity === "error").length ?? 0;
    return {
      title: count === 1 ? "One problem stops the deploy" : `${count} problems stop the deploy`,
      detail: error.problems?.find((problem) => problem.severity === "error")?.message ?? error.message,
      next: "Open the Problems panel; each problem leads to its field.",
    };
  },
  tooLarge: () => ({
    title: "The definition is too large",
    next: "Plan again and name a bucket of the account, or deploy it to the local region.",
  }),
  file: ({ message }) => {
    // Its sentence ends with what to do.
    const [what = message, ...todo] = message.split(/(?<=\.) /);
    return {
      title: "This file is not edited here",
      detail: what,
      next: todo.join(" ") || "Choose another in the list of files.",
    };
  },
  session: () => ({
    title: "This tab is not connected to the local server",
    detail: "Editing, checking and exporting work as ever; deploying and running need the connection.",
    next: restart,
  }),
  code: () => ({ title: "The link is no longer good", next: `A link works once, for ten minutes. ${restart}` }),
  unreachable: () => ({
    title: "The local server does not answer",
    detail: "Your work is kept in this browser.",
    next: "Start it again with `npm start` or `stepwire open`, then try again.",
  }),
  request: () => ({
    title: "The local server did not understand",
    next: "Correct the value it names, or reload the page.",
  }),
  cancelled: () => ({ title: "Cancelled", next: "Try again when you like." }),
  unexpected: () => ({
    title: "Something went wrong",
    next: "Try again; if it stays, restart the local server. Your work is kept in this browser.",
  }),
};

const ownNames = new Set<ErrorKind>([
  "file",
  "session",
  "code",
  "storage",
  "unreachable",
  "request",
  "cancelled",
  "problems",
  "stale",
  "uncertain",
  "overtaken",
]);

/** Gives an error its words: what happened, what to do next, and AWS's own text where it is AWS's. */
export function toDisplayError(error: AppError): DisplayError {
  const { title, detail = error.message, next: whatNext } = words[error.kind](error);
  const next = error.unchanged === true ? `What is deployed has not changed. ${whatNext}` : whatNext;
  if (ownNames.has(error.kind) || error.operation === undefined) return { title, detail, next };
  const said = `${error.name}: ${error.message} (${error.operation})`;
  const requestId = error.requestId === undefined ? {} : { requestId: error.requestId };
  return { title, detail, next, aws: { text: said, ...requestId } };
}

/** An error as a line of text, where there is no room for a box. */
export function errorInWords(error: AppError): string {
  const { title, detail, next } = toDisplayError(error);
  return `${title}: ${detail} ${next}`;
}
