import { lookup } from "../../pipeline/definition/byName";
import { entries, get, isList, isObject, onlyKey, text, type Value } from "../../pipeline/definition/value";
import { readExpression } from "../../pipeline/references/read";
import type { ApiModels } from "../../pipeline/schema/model";
import { type Argument, call, dict, type Expr, list, print } from "./layout";
import { Names } from "./names";
import { propertyOf } from "./properties";
import type { Sdk, Writing } from "./sdk";
import { everyStep, type StepParts } from "./stepParts";
import { quoted, scalar } from "./text";

/** What is being written: the variables that there are, what has to be imported, and the statements so far. */
export class Program implements Writing {
  readonly names = new Names();
  readonly sdk: Sdk;
  readonly models: ApiModels;
  /** The classes that are used, and the program's own that have to be defined. */
  readonly used = new Set<string>();
  readonly needs = new Set<string>();
  readonly statements: string[] = [];
  /** What `definition()` has to put right in steps: statements of Python. */
  readonly corrections: string[] = [];
  /** Loops that are written as conditions, where the SDK knows none. */
  readonly loops: string[] = [];
  /** By step: members of its request that the SDK has no words for, and those that it would add (undefined). */
  readonly amended = new Map<string, Map<string, Value | undefined>>();
  /** Steps whose inputs and outputs say `"AppManaged": false`, which the SDK leaves out. */
  readonly managed: string[] = [];
  /** Types of the steps that are not written with the SDK's own class, by name. */
  readonly fallbacks = new Map<string, string>();
  readonly steps: ReadonlyMap<string, StepParts>;
  readonly parameters = new Map<string, string>();
  readonly files = new Map<string, string>();
  /** Steps that are written already, with their variables. */
  readonly variables = new Map<string, string>();

  constructor(sdk: Sdk, models: ApiModels, steps: readonly StepParts[]) {
    this.sdk = sdk;
    this.models = models;
    this.steps = new Map(everyStep(steps).map((step) => [step.name, step]));
    for (const name of Object.keys(sdk.modules)) this.names.keep(name);
  }

  /** True where two steps have one name: the SDK takes only one. */
  hasTwins(steps: readonly StepParts[]): boolean {
    return everyStep(steps).length > this.steps.size;
  }

  /** Whether a step that is written already is one of the SDK's own class, which has properties of its own. */
  isOwn(step: string): boolean {
    return !this.fallbacks.has(step);
  }

  /** A class of the SDK, which is imported. */
  use(name: string): string {
    this.used.add(name);
    return name;
  }

  make(name: string, ...args: readonly (Argument | null)[]): Expr {
    return call(this.use(name), ...args);
  }

  /** Puts a statement `variable = expression`. */
  assign(variable: string, expr: Expr): void {
    this.statements.push(`${variable} = ${print(expr, "", `${variable} = `)}\n`);
  }

  put(step: string, what: string, expr: Expr): string {
    const variable = this.names.give(`${step} ${what}`, what);
    this.space();
    this.assign(variable, expr);
    return variable;
  }

  putFile(step: string, file: string, expr: Expr): string {
    const variable = this.names.give(file, "file");
    this.assign(variable, expr);
    this.files.set(`${step}.${file}`, variable);
    return variable;
  }

  call(of: string, ...args: readonly Argument[]): void {
    this.statements.push(`${print(call(of, ...args))}\n`);
  }

  sayManaged(step: string): void {
    this.managed.push(step);
  }

  amend(step: string, member: string, value: Value | undefined): void {
    this.amended.set(step, (this.amended.get(step) ?? new Map()).set(member, value));
  }

  /** Tries to write something; where that comes to nothing, nothing of it is imported. */
  attempt<Made>(write: () => Made | null): Made | null {
    const before = new Set(this.used);
    const made = write();
    if (made === null) for (const name of this.used) if (!before.has(name)) this.used.delete(name);
    return made;
  }

  /** A blank line between what does not belong together. */
  space(): void {
    if (this.statements.length > 0) this.statements.push("\n");
  }

  /** Has a place of a step's request set behind the SDK: `["DependsOn"] = `. */
  correct(step: string, place: string, value: Value): void {
    const before = `steps[${quoted(step)}]${place}`;
    this.corrections.push(`${before}${print(this.plain(value), "        ", before)}`);
  }

  /** Has it taken out again. */
  remove(step: string, place: string): void {
    this.corrections.push(`del steps[${quoted(step)}]${place}`);
  }

  /** A JSON value: literals as they are, references as variables. */
  value(value: Value): Expr {
    const literal = scalar(value);
    if (literal !== null) return literal;
    if (isList(value)) return list(value.map((item) => this.value(item)));
    const known = isObject(value) ? this.expression(value) : null;
    if (known !== null) return known;
    return dict(entries(value).map(([key, item]) => [quoted(key), this.value(item)] as const));
  }

  /** A JSON value as it is, references too. */
  plain(value: Value): Expr {
    const literal = scalar(value);
    if (literal !== null) return literal;
    if (isList(value)) return list(value.map((item) => this.plain(item)));
    return dict(entries(value).map(([key, item]) => [quoted(key), this.plain(item)] as const));
  }

  /** A reference in the SDK's words; null where it has none that would give back the same. */
  private expression(value: Value): Expr | null {
    const expression = readExpression(value);
    if (expression === null) return null;
    if (expression.kind === "join") return this.join(value);
    if (expression.kind === "jsonGet") return this.jsonGet(value);
    const { reference, text: path } = expression;
    switch (reference.kind) {
      case "parameter":
        return this.parameters.get(reference.name) ?? null;
      case "execution": {
        const name = lookup(executionVariables, reference.variable);
        return name === undefined ? null : `${this.use("ExecutionVariables")}.${name}`;
      }
      case "experiment": {
        const name = reference.member === "TrialName" ? "TRIAL_NAME" : "EXPERIMENT_NAME";
        return `${this.use("PipelineExperimentConfigProperties")}.${name}`;
      }
      case "malformed":
        return null;
      default:
        return propertyOf(path, reference, this);
    }
  }

  private join(value: Value): Expr | null {
    const inner = get(value, "Std:Join");
    const [on, values] = [text(get(inner, "On")), get(inner, "Values")];
    if (on === undefined || !isList(values) || entries(inner).length !== 2) return null;
    // Of a value that is neither literal nor reference, `Join` would not write what is inside.
    if (!values.every((item) => scalar(item) !== null || (isObject(item) && this.expression(item) !== null)))
      return null;
    return this.make("Join", ["on", quoted(on)], ["values", list(values.map((item) => this.value(item)))]);
  }

  private jsonGet(value: Value): Expr | null {
    const inner = get(value, "Std:JsonGet");
    const path = text(get(inner, "Path"));
    if (path === undefined || entries(inner).length !== 2) return null;
    const uri = get(inner, "S3Uri");
    if (uri !== undefined) {
      const values = get(get(uri, "Std:Join"), "Values");
      const isSimple = isList(values) && values.every((item) => !isObject(item) || onlyKey(item) === "Get");
      const join = isSimple && isObject(uri) ? this.expression(uri) : null;
      return join === null ? null : this.make("JsonGet", ["s3_uri", join], ["json_path", quoted(path)]);
    }
    const file = text(get(get(inner, "PropertyFile"), "Get"));
    const [, step = "", name = ""] = /^Steps\.([^.]+)\.PropertyFiles\.(.+)$/.exec(file ?? "") ?? [];
    const variable = this.files.get(`${step}.${name}`);
    const of = this.variables.get(step);
    if (variable === undefined || of === undefined || entries(get(inner, "PropertyFile")).length !== 1) return null;
    return this.make("JsonGet", ["step_name", `${of}.name`], ["property_file", variable], ["json_path", quoted(path)]);
  }
}

const executionVariables: Readonly<Record<string, string>> = {
  StartDateTime: "START_DATETIME",
  CurrentDateTime: "CURRENT_DATETIME",
  PipelineName: "PIPELINE_NAME",
  PipelineArn: "PIPELINE_ARN",
  PipelineExecutionId: "PIPELINE_EXECUTION_ID",
  PipelineExecutionArn: "PIPELINE_EXECUTION_ARN",
  TrainingJobName: "TRAINING_JOB_NAME",
  ProcessingJobName: "PROCESSING_JOB_NAME",
};
