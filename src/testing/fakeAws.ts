/** AWS's other services, answered as a test says, in the shapes of the API model; SageMaker is a local region. */
import type { LocalRegion, RawRequest, RawResponse } from "../local-region";
import { serviceIn, type Understood, understand, write, writeError } from "./awsModel";

type Members = Readonly<Record<string, unknown>>;

/** What a service refuses with. */
export class AwsRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const denied = (what: string) => new AwsRefusal(403, "AccessDenied", `Not authorized to perform: ${what}`);

/** By `service.Operation`; what is not there is denied. */
export type Answers = Readonly<Record<string, (input: Members) => Members>>;

export interface FakeAws extends Pick<LocalRegion, "handle"> {
  /** What was asked, `s3.PutObject`, with its input. */
  readonly calls: { readonly name: string; readonly input: Members }[];
}

export function createFakeAws(answers: Answers, sageMaker: Pick<LocalRegion, "handle">): FakeAws {
  const calls: FakeAws["calls"] = [];
  return {
    calls,
    handle: async (request) => {
      const service = serviceIn(request);
      if (service === null) return sageMaker.handle(request);
      const understood = understand(request, service);
      calls.push({ name: nameOf(understood), input: understood.input });
      return answerTo(understood, answers);
    },
  };
}

export function nameOf({ service, operation }: Understood): string {
  return `${service}.${operation}`;
}

/** What a request asks, in both kinds of services: for whoever chooses which of them meets a fault. */
export function askedIn(request: RawRequest): Understood | null {
  const service = serviceIn(request);
  return service === null ? null : understand(request, service);
}

function answerTo(understood: Understood, answers: Answers): RawResponse {
  try {
    const answer = answers[nameOf(understood)];
    if (answer === undefined) throw denied(nameOf(understood));
    return write(understood, answer(understood.input));
  } catch (thrown) {
    if (thrown instanceof AwsRefusal) return writeError(understood, thrown.status, thrown.code, thrown.message);
    throw thrown;
  }
}
