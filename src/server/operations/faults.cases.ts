/** What can go wrong on the way to SageMaker and back, and what may be said of a write that met it. */
import type { ErrorKind } from "../../contract/appError";
import type { Fault } from "../../testing/faultProxy";
import * as replies from "../../testing/faultReplies";
import { isFull } from "../../testing/fullTier";

export interface FaultCase {
  readonly name: string;
  readonly fault: Fault;
  /** A refusal says that nothing was done, and what kind it is; everything else leaves doubt. */
  readonly refusal?: ErrorKind;
  /** The service may be at work on it still, so that *nothing changed* is not the last word. */
  readonly mayStillCome?: true;
  /** Nothing ends the wait but the time limit. */
  readonly hangs?: true;
}

const lost: Readonly<Record<string, Fault["reply"]>> = {
  reset: replies.reset,
  "hung up": replies.hangUp,
  "half a head": replies.halfAHead,
  "half a body": replies.halfABody,
  "reset in the body": replies.resetInTheBody,
  "no HTTP": replies.notHttp,
  "HTML with 200": replies.htmlPage(200),
  "HTML with 403": replies.htmlPage(403),
  "HTML with 407": replies.htmlPage(407),
  "HTML with 429": replies.htmlPage(429),
  "HTML with 500": replies.htmlPage(500),
  "HTML with 502": replies.htmlPage(502),
  "HTML with 503": replies.htmlPage(503),
  "HTML called JSON": replies.htmlAsJson,
  "a redirect to sign in": replies.signIn,
  "nothing with 200": replies.empty,
  "an empty body called JSON": replies.emptyAwsJson,
  "an empty object": replies.emptyObject,
  "a list": replies.list,
  "a gateway's JSON with 200": replies.gatewayJson(200),
  "a gateway's JSON with 403": replies.gatewayJson(403),
  "a gateway's JSON with 502": replies.gatewayJson(502),
  "an error without a name": replies.namelessError,
  "cut JSON": replies.cutJson,
  "another content type": replies.asText,
  "a fault of the service": replies.serviceFault,
  "a service that is not available": replies.serviceUnavailable,
};
const hanging: Readonly<Record<string, Fault["reply"]>> = {
  "no answer": replies.hang,
  "no answer after half a head": replies.hangInTheHead,
  "no answer after half a body": replies.hangInTheBody,
  "an answer that drips": replies.drip,
};
const refused: readonly (readonly [string, Fault["reply"], ErrorKind])[] = [
  ["throttling", replies.throttled, "throttled"],
  ["an expired token", replies.expired, "credentials"],
  ["a denial", replies.denied, "accessDenied"],
  ["a refusal of the values", replies.invalid, "validation"],
  ["a limit", replies.overLimit, "limit"],
];

const either = (name: string, reply: Fault["reply"], more: Partial<FaultCase> = {}): FaultCase[] => [
  { name: `${name}, nothing done`, fault: { effect: "none", reply }, ...more },
  { name: `${name}, done`, fault: { effect: "done", reply }, ...more },
];

export const faultCases: readonly FaultCase[] = [
  ...Object.entries(lost).flatMap(([name, reply]) => either(name, reply)),
  ...either("HTML with 504", replies.htmlPage(504), { mayStillCome: true }),
  ...Object.entries(hanging).flatMap(([name, reply]) => either(name, reply, { mayStillCome: true, hangs: true })),
  { name: "no answer, done late", fault: { effect: "late", reply: replies.hang }, mayStillCome: true, hangs: true },
  ...refused.map(([name, reply, refusal]) => ({ name, fault: { effect: "none", reply } as const, refusal })),
];

const quick =
  /^(reset|half a body|HTML with 200|HTML with 403|HTML with 502|a gateway's JSON with 403|an empty object|a fault of the service|no answer|throttling|a denial)(,|$)/;

/** In CI the kinds that differ in what they do to the caller; all of them in the full tier. */
export const isQuick = ({ name }: FaultCase): boolean => quick.test(name);

/** Those that are met more than once: in CI the one that leaves most doubt. */
export const triedKinds = isFull ? faultCases : faultCases.filter(({ name }) => name === "reset, done");

/** What can keep a write from being read back. */
export const readBackFaults: Readonly<Record<string, Fault["reply"]>> = {
  throttling: replies.throttled,
  "an expired token": replies.expired,
  "a denial": replies.denied,
  "HTML with 502": replies.htmlPage(502),
  "HTML with 200": replies.htmlPage(200),
  "no answer": replies.hang,
  "an empty object": replies.emptyObject,
  "cut JSON": replies.cutJson,
  reset: replies.reset,
};
