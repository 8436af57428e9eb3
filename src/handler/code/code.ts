/**
 * What is read of a function's code, whatever its language: the little that says which keys a handler returns and which members of
 * its event it reads. Everything else becomes `unknown`, with the parts that still have to be looked at.
 */

export type Language = "python" | "javascript";

export type Expression =
  /** `value` is null for a text that is put together when it runs. */
  | { readonly kind: "text"; readonly value: string | null; readonly parts: readonly Expression[] }
  | { readonly kind: "number"; readonly isFloat: boolean; readonly value: number }
  | { readonly kind: "boolean" }
  | { readonly kind: "none" }
  | { readonly kind: "name"; readonly name: string; readonly at: number }
  | { readonly kind: "dict"; readonly entries: readonly Entry[] }
  | { readonly kind: "list"; readonly items: readonly Argument[] }
  | { readonly kind: "function"; readonly code: FunctionCode }
  | { readonly kind: "class"; readonly code: ClassCode }
  | Member
  | {
      readonly kind: "call";
      readonly callee: Expression;
      readonly args: readonly Argument[];
      readonly isNew: boolean;
      readonly at: number;
    }
  | { readonly kind: "operation"; readonly operator: string; readonly operands: readonly Expression[] }
  /** One of them: `a if c else b`, `a or b`, `a ?? b`; `needsFalse`: the first only where it is false or empty, `a and b`. */
  | {
      readonly kind: "choice";
      readonly asked: Expression | null;
      readonly of: readonly Expression[];
      readonly needsFalse?: boolean;
    }
  | { readonly kind: "assignment"; readonly target: Target; readonly operator: string; readonly value: Expression }
  /** A list, dictionary or generator made from others, item by item. */
  | {
      readonly kind: "comprehension";
      readonly makes: "list" | "dict";
      readonly loops: readonly Loop[];
      readonly entries: readonly Entry[];
    }
  | { readonly kind: "unknown"; readonly parts: readonly Expression[] };

/** `a.b` and `a[b]`, read or written. */
export interface Member {
  readonly kind: "member";
  readonly of: Expression;
  readonly key: Expression;
  readonly isDot: boolean;
  readonly at: number;
}

export type Entry =
  | { readonly kind: "pair"; readonly key: Expression; readonly value: Expression; readonly at: number }
  | { readonly kind: "spread"; readonly of: Expression; readonly at: number };

export interface Argument {
  /** Python's keyword arguments have one. */
  readonly name: string | null;
  readonly value: Expression;
  /** `*x` and `...x`, or `**x`. */
  readonly spread: "list" | "dict" | null;
}

export interface Loop {
  readonly target: Target;
  readonly over: Expression;
}

/** Whether the name becomes one of the function's or the block's own, or must be one already. */
export type Declares = "function" | "block" | "no";

/** What stands on the left of an assignment, or in the place of a parameter. */
export type Target =
  | { readonly kind: "name"; readonly name: string; readonly declares: Declares }
  | Member
  | { readonly kind: "list"; readonly items: readonly TargetItem[] }
  | { readonly kind: "object"; readonly items: readonly TargetMember[]; readonly rest: Target | null }
  | { readonly kind: "nothing" };

export interface TargetItem {
  readonly target: Target;
  readonly isRest: boolean;
  readonly fallback: Expression | null;
}

export interface TargetMember {
  readonly key: Expression;
  readonly target: Target;
  readonly fallback: Expression | null;
  readonly at: number;
}

export interface Parameter {
  /** The name by which a keyword argument reaches it. */
  readonly name: string;
  readonly target: Target;
  readonly fallback: Expression | null;
  readonly rest: "list" | "dict" | null;
  readonly at: number;
}

export interface FunctionCode {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Read when it is first called: most of a long file never is. */
  readonly body: () => readonly Statement[];
  readonly at: number;
}

export interface ClassCode {
  readonly name: string;
  readonly bases: readonly Expression[];
  /** Fields in their order, as a dataclass takes them. */
  readonly fields: readonly { readonly name: string; readonly fallback: Expression | null; readonly at: number }[];
  readonly methods: ReadonlyMap<string, FunctionCode>;
  /** Whether methods name the object they belong to as their first parameter. */
  readonly namesItself: boolean;
}

export type Statement =
  | { readonly kind: "expression"; readonly value: Expression }
  | {
      readonly kind: "assign";
      readonly targets: readonly Target[];
      readonly operator: string;
      readonly value: Expression;
    }
  | { readonly kind: "delete"; readonly target: Target }
  | { readonly kind: "return"; readonly value: Expression | null; readonly at: number }
  | { readonly kind: "leave"; readonly how: "throw" | "loop"; readonly value: Expression | null }
  | { readonly kind: "outer"; readonly names: readonly string[] }
  | { readonly kind: "block"; readonly body: readonly Statement[] }
  /** Exactly one of the branches runs. */
  | {
      readonly kind: "branches";
      readonly asked: readonly Expression[];
      readonly branches: readonly (readonly Statement[])[];
    }
  /** Cases of which each may go on into the next. */
  | {
      readonly kind: "switch";
      readonly asked: readonly Expression[];
      readonly cases: readonly (readonly Statement[])[];
      readonly hasDefault: boolean;
    }
  | {
      readonly kind: "loop";
      readonly head: readonly Statement[];
      readonly loop: Loop | null;
      readonly body: readonly Statement[];
      readonly after: readonly Statement[];
    }
  | {
      readonly kind: "try";
      readonly body: readonly Statement[];
      readonly catches: readonly (readonly Statement[])[];
      readonly otherwise: readonly Statement[];
      readonly after: readonly Statement[];
    }
  | { readonly kind: "export"; readonly name: string; readonly value: Expression };

export const unknown = (...parts: readonly Expression[]): Expression => ({ kind: "unknown", parts });
export const none: Expression = { kind: "none" };
export const textOf = (value: string): Expression => ({ kind: "text", value, parts: [] });
export const named = (name: string, at: number): Expression => ({ kind: "name", name, at });
