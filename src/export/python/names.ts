/** Words of Python, builtins that a program needs, and what ruff finds hard to tell from digits. */
const taken = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if import in is
  lambda nonlocal not or pass raise return try while with yield match case type _ l O I
  argparse boto3 json list dict print super session pipeline main definition step steps str int float bool id set name`.split(
    /\s+/,
  ),
);

/** The variables of a program, each after what it stands for. */
export class Names {
  private readonly used = new Set<string>(taken);

  /** Keeps a name from being given to a variable: what is imported, what is defined. */
  keep(name: string): void {
    this.used.add(name);
  }

  /** `train_model` for `TrainModel`; where it is taken already `train_model_step`, then `train_model_step_2`. */
  give(text: string, kind: string): string {
    const words = text
      .replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3_$2$4")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "");
    const base = words === "" || /^\d/.test(words) ? `${kind}${words === "" ? "" : `_${words}`}` : words;
    let name = base;
    for (let count = 1; this.used.has(name); count++) {
      name = base.endsWith(kind)
        ? `${base}_${count + 1}`
        : count === 1
          ? `${base}_${kind}`
          : `${base}_${kind}_${count}`;
    }
    this.used.add(name);
    return name;
  }
}
