/** What differs between the two SDKs: where their classes lie, which types they know, what they always write. */
import type { Value } from "../../pipeline/definition/value";
import type { ApiModels } from "../../pipeline/schema/model";
import type { Argument, Expr } from "./layout";
import type { StepParts } from "./stepParts";

export interface Sdk {
  /** As people install it. */
  readonly requirement: string;
  /** The module of each class that a program may need. */
  readonly modules: Readonly<Record<string, string>>;
  /** Names in the SDK's `StepTypeEnum` of the types that it knows. */
  readonly types: Readonly<Record<string, string>>;
  /** By step type: the shapes that its `Properties` are made of, where they come from the API. */
  readonly shapes: Readonly<Record<string, readonly string[]>>;
  /** By step type: how its own class is called. */
  readonly own: Readonly<Record<string, OwnClass>>;
  /** The keys of a definition that it always writes. */
  readonly rootKeys: readonly string[];
  /** Whether `DependsOn` may say what to wait for. */
  readonly hasTriggers: boolean;
}

/** The modules of classes: of `{ steps: "Step CacheConfig" }` in a package. */
export function modulesOf(pack: string, classes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(classes).flatMap(([module, names]) => names.split(" ").map((name) => [name, `${pack}.${module}`])),
  );
}

/** `.ModelArtifacts`, `[0]`, `['train']`: unlike segments of a path, they tell a member from a key. */
export interface Token {
  readonly kind: "member" | "index" | "key";
  readonly text: string;
}

/** What is being written, as far as classes and properties have to know it. */
export interface Writing {
  readonly sdk: Sdk;
  readonly models: ApiModels;
  readonly steps: ReadonlyMap<string, StepParts>;
  /** Of the steps that are written already. */
  readonly variables: ReadonlyMap<string, string>;
  /** Whether a step that is written already is one of the SDK's own class, which has properties of its own. */
  isOwn(step: string): boolean;
  /** A class of the SDK, which is imported. */
  use(name: string): string;
  /** A call of one. */
  make(name: string, ...args: readonly (Argument | null)[]): Expr;
  /** A JSON value: literals as they are, references as variables. */
  value(value: Value): Expr;
  /** Puts a variable for what a step is made of, named after both; gives its name. */
  put(step: string, what: string, expr: Expr): string;
  /** Puts one for a property file, which others then read by it. */
  putFile(step: string, file: string, expr: Expr): string;
  /** Puts a call as a statement of its own. */
  call(of: string, ...args: readonly Argument[]): void;
  /** Has a member of a step's request put behind the SDK, or taken out again where there is no value. */
  amend(step: string, member: string, value: Value | undefined): void;
  /** Has it said of a step's inputs and outputs that they are not the application's own business. */
  sayManaged(step: string): void;
}

/** A class of the SDK as it is called for one step. */
export interface OwnClass {
  /** The keys beside `Arguments` that its `to_request` writes, besides those of every step. */
  readonly takes: readonly (
    | "CacheConfig"
    | "RetryPolicies"
    | "PropertyFiles"
    | "FunctionArn"
    | "SqsQueueUrl"
    | "OutputParameters"
  )[];
  /** Its name and what it is called with besides name, order, words, caching and retries; null where it would send something else. */
  readonly write: (step: StepParts, writing: Writing) => Called | null;
  /** How others read a property of it, null where they cannot; without it, it has those of the type's Describe answer. */
  readonly properties?: (step: StepParts, tokens: readonly Token[]) => readonly Token[] | null;
}

export interface Called {
  readonly of: string;
  /** Where the class makes the step's name of another. */
  readonly name?: string;
  readonly args: readonly (Argument | null)[];
}

/** A keyword argument for a value that is there. */
export function keyword(writing: Writing, name: string, value: Value | undefined): Argument | null {
  return value === undefined ? null : [name, writing.value(value)];
}
