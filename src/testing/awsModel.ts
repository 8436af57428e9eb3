/** Reads requests and writes answers of AWS services as their API model says, so that no answer in a test has a shape of its own. */
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as ecr from "@aws-sdk/client-ecr";
import * as iam from "@aws-sdk/client-iam";
import * as lambda from "@aws-sdk/client-lambda";
import * as s3 from "@aws-sdk/client-s3";
import * as scheduler from "@aws-sdk/client-scheduler";
import * as sqs from "@aws-sdk/client-sqs";
import * as sts from "@aws-sdk/client-sts";
import { NormalizedSchema } from "@smithy/core/schema";
import type { RawRequest, RawResponse } from "../local-region";

type Members = Readonly<Record<string, unknown>>;
type Protocol = "json" | "query" | "rest-json" | "rest-xml";

/** By the name in a signature's credential scope. */
const services = {
  logs: { model: logs, protocol: "json" },
  s3: { model: s3, protocol: "rest-xml" },
  iam: { model: iam, protocol: "query" },
  sts: { model: sts, protocol: "query" },
  lambda: { model: lambda, protocol: "rest-json" },
  scheduler: { model: scheduler, protocol: "rest-json" },
  ecr: { model: ecr, protocol: "json" },
  sqs: { model: sqs, protocol: "json" },
} as const satisfies Record<string, { readonly model: object; readonly protocol: Protocol }>;
export type ServiceName = keyof typeof services;

export interface Understood {
  readonly service: ServiceName;
  readonly operation: string;
  readonly input: Members;
}

interface Operation {
  readonly name: string;
  readonly http: readonly [method: string, path: string, status: number] | null;
  readonly input: NormalizedSchema;
  readonly output: NormalizedSchema;
}

/** The marks of an operation in the SDK's schemas: `[9, namespace, name, traits, () => input, () => output]`. */
function operationsOf(service: ServiceName): readonly Operation[] {
  return Object.values(services[service].model as unknown as Record<string, unknown>).flatMap((schema) => {
    if (!Array.isArray(schema) || schema[0] !== 9) return [];
    const [, , name, traits, input, output] = schema;
    const http = typeof traits === "object" && traits !== null && "http" in traits ? traits.http : null;
    return [{ name, http, input: NormalizedSchema.of(input), output: NormalizedSchema.of(output) }];
  });
}

/** The service that a request is signed for; null where it is none of these. */
export function serviceIn({ headers }: RawRequest): ServiceName | null {
  const [, name = ""] = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(headers.authorization ?? "") ?? [];
  return Object.hasOwn(services, name) ? (name as ServiceName) : null;
}

export function understand(request: RawRequest, service: ServiceName): Understood {
  const { protocol } = services[service];
  if (protocol === "json") {
    const operation = request.headers["x-amz-target"]?.split(".").at(-1) ?? "";
    return { service, operation, input: JSON.parse(request.body) };
  }
  if (protocol === "query") {
    const form = Object.fromEntries(new URLSearchParams(request.body));
    return { service, operation: form.Action ?? "", input: form };
  }
  // Of two whose templates fit, it is the one that says more: `/?list-type=2`.
  const length = ({ http }: Operation) => http?.[1].length ?? 0;
  for (const operation of operationsOf(service).toSorted((one, other) => length(other) - length(one))) {
    const input = inputOf(request, operation);
    if (input !== null) return { service, operation: operation.name, input };
  }
  throw new Error(`No operation of ${service} takes ${request.method} ${request.path}`);
}

/** What a request of REST says; null where it is of another operation. */
function inputOf({ method, path, headers, body }: RawRequest, { http, input }: Operation): Members | null {
  const [wanted, template = ""] = http ?? [];
  const url = new URL(path, "http://127.0.0.1");
  const [pattern = "", fixed = ""] = template.split("?");
  // S3 names the bucket in the path of a host that is an address.
  const inBucket = [...input.structIterator()].some(([name, schema]) => name === "Bucket" && isLabel(schema));
  const labels = labelsIn(url.pathname, inBucket && !pattern.includes("{Bucket}") ? `/{Bucket}${pattern}` : pattern);
  if (method !== wanted || labels === null) return null;
  const query = Object.fromEntries(url.searchParams);
  for (const [key, value] of new URLSearchParams(fixed)) if (query[key] !== value) return null;
  const found: Record<string, unknown> = { ...labels };
  let isPayload = false;
  for (const [member, schema] of input.structIterator()) {
    const { httpQuery, httpHeader, httpPayload } = schema.getMergedTraits();
    if (httpQuery !== undefined) found[member] = query[String(httpQuery)];
    if (httpHeader !== undefined) found[member] = headers[String(httpHeader).toLowerCase()];
    if (httpPayload === undefined) continue;
    found[member] = body;
    isPayload = true;
  }
  return body.startsWith("{") && !isPayload ? { ...found, ...(JSON.parse(body) as Members) } : found;
}

function isLabel(schema: NormalizedSchema): boolean {
  return schema.getMergedTraits().httpLabel !== undefined;
}

function labelsIn(path: string, template: string): Record<string, string> | null {
  const names = [...template.matchAll(/\{(\w+)\+?\}/g)].map(([, name = ""]) => name);
  const source = template
    .replace(/\/$/, "")
    .replace(/\{\w+\+\}/g, "(.+)")
    .replace(/\{\w+\}/g, "([^/]+)");
  const match = new RegExp(`^${source}/?$`).exec(path);
  return match === null
    ? null
    : Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1] ?? "")]));
}

/** An answer on the wire; throws where it has a member that the model does not know. */
export function write({ service, operation }: Understood, output: Members): RawResponse {
  const known = operationsOf(service).find(({ name }) => name === operation);
  if (known === undefined) throw new Error(`${service} has no ${operation}.`);
  const { output: shape, http } = known;
  refuseUnknown(shape, output, operation);
  const status = http?.[2] ?? 200;
  const headers: Record<string, string> = { "x-amzn-requestid": "11111111-2222-3333-4444-555555555555" };
  const body: Record<string, unknown> = {};
  for (const [member, schema] of shape.structIterator()) {
    const { httpHeader, httpPayload } = schema.getMergedTraits();
    if (output[member] === undefined) continue;
    if (httpPayload !== undefined) return { status, headers, body: String(output[member]) };
    if (httpHeader !== undefined) headers[String(httpHeader)] = String(output[member]);
    else body[member] = output[member];
  }
  const { protocol } = services[service];
  if (protocol === "json" || protocol === "rest-json") {
    const type = protocol === "json" ? `application/x-amz-json-1.${service === "sqs" ? 0 : 1}` : "application/json";
    return { status, headers: { ...headers, "content-type": type }, body: JSON.stringify(jsonOf(shape, body)) };
  }
  const inner = Object.entries(body).map(([name, value]) => xmlOf(memberOf(shape, name), name, value));
  const text =
    protocol === "query"
      ? `<${operation}Response><${operation}Result>${inner.join("")}</${operation}Result></${operation}Response>`
      : `<${operation}Result>${inner.join("")}</${operation}Result>`;
  return { status, headers: { ...headers, "content-type": "text/xml" }, body: `<?xml version="1.0"?>${text}` };
}

/** A refusal in the service's own words. */
export function writeError({ service }: Understood, status: number, name: string, message: string): RawResponse {
  const { protocol } = services[service];
  if (protocol === "json" || protocol === "rest-json") {
    const headers = { "content-type": "application/x-amz-json-1.1", "x-amzn-errortype": name };
    return { status, headers, body: JSON.stringify({ __type: name, message }) };
  }
  const error = `<Error><Code>${name}</Code><Message>${escaped(message)}</Message></Error>`;
  const body = protocol === "query" ? `<ErrorResponse>${error}<RequestId>1</RequestId></ErrorResponse>` : error;
  return { status, headers: { "content-type": "text/xml" }, body };
}

function memberOf(shape: NormalizedSchema, name: string): NormalizedSchema {
  for (const [member, schema] of shape.structIterator()) if (member === name) return schema;
  throw new Error(`${shape.getName()} has no ${name}.`);
}

function refuseUnknown(shape: NormalizedSchema, value: unknown, at: string): void {
  if (shape.isListSchema() && Array.isArray(value)) {
    for (const each of value) refuseUnknown(shape.getValueSchema(), each, `${at}[]`);
  } else if (shape.isStructSchema() && typeof value === "object" && value !== null && !(value instanceof Date)) {
    const members = new Map([...shape.structIterator()]);
    for (const [name, each] of Object.entries(value)) {
      const member = members.get(name);
      if (member === undefined) throw new Error(`The API model has no ${at}.${name}.`);
      refuseUnknown(member, each, `${at}.${name}`);
    }
  }
}

function jsonOf(shape: NormalizedSchema, value: unknown): unknown {
  if (value instanceof Date) return value.getTime() / 1000;
  if (shape.isListSchema() && Array.isArray(value)) return value.map((each) => jsonOf(shape.getValueSchema(), each));
  if (!shape.isStructSchema() || typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, jsonOf(memberOf(shape, name), each)]);
  return Object.fromEntries(entries);
}

function xmlOf(shape: NormalizedSchema, member: string, value: unknown): string {
  const { xmlName, xmlFlattened } = shape.getMergedTraits();
  const name = String(xmlName ?? member);
  if (shape.isListSchema() && Array.isArray(value)) {
    const each = shape.getValueSchema();
    const of = String(each.getMergedTraits().xmlName ?? "member");
    const items = value.map((one) => xmlOf(each, xmlFlattened ? name : of, one)).join("");
    return xmlFlattened ? items : `<${name}>${items}</${name}>`;
  }
  if (value instanceof Date) return `<${name}>${value.toISOString()}</${name}>`;
  if (typeof value !== "object" || value === null) return `<${name}>${escaped(String(value))}</${name}>`;
  const inner = Object.entries(value).map(([key, each]) => xmlOf(memberOf(shape, key), key, each));
  return `<${name}>${inner.join("")}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
