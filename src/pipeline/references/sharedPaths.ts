import type { Path, Segment } from "../definition/path";
import { ownCopy } from "../remember";

/** As many at one place as API shapes have members; of the keys that authors make up there may be any number. */
const most = 200;

/** The paths of fields that steps of one type have in common, each made once: many steps read something at the same few. */
export class SharedPaths {
  private readonly path: Path;
  private below: Map<Segment, SharedPaths> | null = null;

  constructor(path: Path = []) {
    this.path = path;
  }

  /** The path of the first segments. */
  of(segments: readonly Segment[], length: number): Path {
    let shared: SharedPaths = this;
    for (let i = 0; i < length; i++) shared = shared.next(segments[i] as Segment);
    return shared.path;
  }

  private next(segment: Segment): SharedPaths {
    this.below ??= new Map();
    const known = this.below.get(segment);
    if (known !== undefined) return known;
    const own = ownCopy(segment);
    const made = new SharedPaths([...this.path, own]);
    if (this.below.size < most) this.below.set(own, made);
    return made;
  }
}
