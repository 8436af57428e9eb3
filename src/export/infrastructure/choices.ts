import { listParameters } from "../../pipeline/definition/parameters";
import { serialise } from "../../pipeline/definition/serialise";
import type { ObjectValue } from "../../pipeline/definition/value";
import { itself, notInPolicy, type Policy, policyOf } from "../policy/policy";
import { type Mapping, mappingsIn, wrongMappings } from "./mappings";
import { type Part, partsOf } from "./parts";
import { type Tag, tagsIn, wrongTags } from "./tags";

/** What is asked of each form that deploys a pipeline. */
export interface Asked {
  readonly name: string;
  readonly parts: readonly Part[];
  /** Those that stand somewhere in the definition. */
  readonly mappings: readonly Mapping[];
  readonly tags: readonly Tag[];
  /** What the role that comes along is allowed; null where the user names a role. */
  readonly policy: Policy | null;
  /** When the pipeline is started, and by which role; without one whoever deploys it is asked. */
  readonly schedule: { readonly expression: string; readonly role: string | null } | null;
}

interface Source {
  readonly name: string;
  readonly definition: ObjectValue;
}
interface Given {
  readonly options: Readonly<Record<string, unknown>>;
}

export function askedOf({ name, definition }: Source, { options }: Given): Asked {
  const parts = partsOf(definition, mappingsIn(options.map));
  const mappings = mappingsIn(options.map).filter((mapping) =>
    parts.some((part) => typeof part !== "string" && part.name === mapping.name),
  );
  return {
    name,
    parts,
    mappings,
    tags: tagsIn(options.tag),
    policy: options.withRole === true ? policyOf(definition, itself) : null,
    schedule: scheduleIn(options),
  };
}

function scheduleIn({ schedule, scheduleRole }: Given["options"]): Asked["schedule"] {
  const expression = typeof schedule === "string" ? schedule.trim() : "";
  const role = typeof scheduleRole === "string" && scheduleRole.trim() !== "" ? scheduleRole.trim() : null;
  return expression === "" ? null : { expression, role };
}

function scheduleLosses(definition: ObjectValue, options: Given["options"]): readonly string[] {
  const schedule = scheduleIn(options);
  if (schedule === null)
    return options.scheduleRole === undefined ? [] : ["The role of a schedule does nothing without one."];
  const losses = /^(rate|cron|at)\(.+\)$/.test(schedule.expression)
    ? []
    : [`"${schedule.expression}" is no schedule: write rate(1 day), cron(0 3 * * ? *) or at(2027-01-01T03:00:00).`];
  const open = listParameters(definition).filter(({ defaultValue }) => defaultValue === undefined);
  const names = open.map(({ name }) => name).join(", ");
  return open.length === 0 ? losses : [...losses, `A schedule gives no values: give a default to ${names}.`];
}

/** What of the choices comes to nothing, each in a sentence. */
export function lossesOf({ definition }: Source, { options }: Given): readonly string[] {
  const text = serialise(definition);
  const tooLong =
    text.length > longest
      ? [`SageMaker takes definitions of at most ${longest} characters; this has ${text.length}.`]
      : [];
  const unknown = options.withRole === true ? notInPolicy(definition, itself) : [];
  const schedule = scheduleLosses(definition, options);
  return [...wrongMappings(options.map, text), ...wrongTags(options.tag), ...schedule, ...unknown, ...tooLong];
}

/** API PipelineDefinition. */
const longest = 1_048_576;
