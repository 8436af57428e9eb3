import type { Value } from "../../pipeline/definition/value";
import { mapsByName } from "./mapsByName";
import type { Migration } from "./migration";
import { waysAndGroups } from "./waysAndGroups";

/** Each leads to the schema after its place in the list: the first from 0, which carried no number, to 1. */
const chain: readonly Migration[] = [mapsByName, waysAndGroups];

/** The schema of what this Stepwire writes. */
export const currentSchema = chain.length;

/** The schema that a stored record says it is of. */
export function schemaOf(record: unknown): number {
  const isNumbered = typeof record === "object" && record !== null && "schema" in record;
  return isNumbered && typeof record.schema === "number" ? record.schema : 0;
}

/** A document of an older schema as one of a newer; `links` takes the place of the real chain in tests. */
export function migrateDocument(document: Value, from: number, to = currentSchema, links = chain): Value {
  return links.slice(from, to).reduce((migrated, { document: migrate }) => migrate(migrated), document);
}

/** A record of an older schema in today's shape. It keeps its number, which says of what schema the document in it is. */
export function migrateRecord(record: unknown, store: string, links = chain): object {
  const schema = schemaOf(record);
  const migrated = links.slice(schema).reduce((made, link) => link.record?.(made, store) ?? made, record);
  return { ...(migrated as object), schema };
}
