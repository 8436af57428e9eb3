import type { ObjectValue } from "../definition/value";

/**
 * The part of the AWS API that one step type reaches: the fields of its request and the properties of its response.
 * Generated from the installed AWS SDK by `npm run api-model` into `generated/`; see `scripts/api-model.mjs`.
 */
export interface ApiModel {
  /** The shape of `Arguments`, null where the step has no request of its own (Condition, Fail, Lambda …). */
  readonly request: string | null;
  /** The shape whose members other steps can read, null where there is none. */
  readonly response: string | null;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** `any`: takes any scalar (a Lambda's argument, a condition's operand); only in models written by hand. */
export type ScalarKind = "string" | "integer" | "float" | "boolean" | "timestamp" | "blob" | "document" | "any";

export type Shape = StructureShape | ListShape | MapShape | ScalarShape;

export interface StructureShape {
  readonly kind: "structure";
  /** In the order of the API model. */
  readonly members: readonly Member[];
  /** True where at most one member may be set. */
  readonly union?: boolean;
  /** Where the value of one member decides which others go with it: a condition's operands by its `Type`. */
  readonly variants?: { readonly by: string; readonly members: Readonly<Record<string, readonly string[]>> };
  /**
   * What a new element of a list of these holds before its first value is set: a condition is none without its `Type`.
   * Null where a value alone cannot begin one: a source to clean up is chosen by its step first.
   */
  readonly draft?: ObjectValue | null;
}
export interface ListShape {
  readonly kind: "list";
  readonly of: string;
  /** Set where a reference may stand for the whole list: it reads the text of a JSON list (a ForEach's items). */
  readonly whole?: ScalarKind;
}
export interface MapShape {
  readonly kind: "map";
  readonly of: string;
}
export interface ScalarShape {
  readonly kind: ScalarKind;
  /** The values that the API knows for a string; AWS adds to them, so one that is not here is no error by itself. */
  readonly enum?: readonly string[];
}

export interface Member {
  readonly name: string;
  /** Name of the member's shape in `ApiModel.shapes`. */
  readonly shape: string;
  readonly required: boolean;
  /** What it is called and what it is for, where no AWS request stands behind it: only in models written by hand. */
  readonly label?: string;
  readonly documentation?: string;
}

/** The documentation of a type's fields, loaded apart from the model: `Shape.Member` → plain text of AWS's own sentences. */
export type ApiDocumentation = Readonly<Record<string, string>>;

export type ApiModels = ReadonlyMap<string, ApiModel>;
