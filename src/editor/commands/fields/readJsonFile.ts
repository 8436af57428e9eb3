import type { Path } from "../../../pipeline/definition/path";
import type { Value } from "../../../pipeline/definition/value";
import { setField } from "../../../pipeline/edits/fields";
import { editing } from "../editing";
import { isThere, orderFor } from "./fields";

/** A value in a JSON file that lies in S3: its URI, a Join as SageMaker wants it, and its path are still to be said. */
export const valueInS3: Value = { "Std:JsonGet": { S3Uri: { "Std:Join": { On: "", Values: [] } }, Path: "" } };

/** Lets a field read a value of a JSON file in S3. */
export const readJsonFile = editing<{ readonly step: string; readonly path: Path; readonly label: string }>({
  id: "fields.readJsonFile",
  group: "Fields",
  palette: false,
  label: (_, { step, label }) => `Read a JSON file into ${label} of ${step}`,
  when: isThere,
  recipe: (state, { step, path }) => setField(step, path, valueInS3, orderFor(state, step)),
  done: (_, { label }) => `${label} reads a JSON file: say which.`,
});
