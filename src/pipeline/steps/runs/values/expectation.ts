import type { Path } from "../../../definition/path";
import type { Value } from "../../../definition/value";

/** What the rest of a definition expects an output of a step to be like. */
export interface Expectation {
  /** Path of the output behind `Steps.NAME.`. */
  readonly output: Path;
  /** Path inside the output's JSON, for a file that is read with `Std:JsonGet`. */
  readonly inside: Path;
  /** A value that would do; undefined when only the path is known. */
  readonly value: Value | undefined;
  /** True where a field reads it that takes a place in S3. */
  readonly isLocation?: boolean;
}
