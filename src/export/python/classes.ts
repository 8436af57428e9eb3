/** The classes and functions that a program defines where the SDK has none that would do. */
import { list, print } from "./layout";
import type { Program } from "./program";
import { quoted } from "./text";

/** By what `Program.needs` calls it. */
export const classes: Readonly<Record<string, string>> = {
  RequestStep: `class RequestStep(Step):
    """A step with its request written out: a class of the SDK would send another."""

    def __init__(self, name, step_type, request, depends_on=None, **shapes):
        super().__init__(name, step_type=step_type, depends_on=depends_on)
        self._request = request
        self._properties = Properties(step_name=name, step=self, **shapes)

    @property
    def arguments(self):
        return self._request["Arguments"]

    @property
    def properties(self):
        return self._properties

    def to_request(self):
        return {**super().to_request(), **self._request}
`,
  WrittenCondition: conditionClass("WrittenCondition", "A condition that the SDK has no class for."),
  LoopOver: conditionClass("LoopOver", "What a ForEach step loops over; the SDK compiles the step as a condition."),
  WrittenParameter: `class WrittenParameter(ParameterString):
    """A parameter that the SDK would write in another way."""

    def __init__(self, request):
        super().__init__(name=request["Name"])
        self._request = request

    def to_request(self):
        return self._request
`,
  channels: `def channels_of(step):
    arguments = step["Arguments"]
    yield from arguments.get("ProcessingInputs", [])
    yield from arguments.get("ProcessingOutputConfig", {}).get("Outputs", [])
`,
  everyStep: `def every_step(steps):
    for step in steps:
        yield step
        if step["Type"] in ("Condition", "ForEach"):
            for slot in ("IfSteps", "ElseSteps", "ForEachBody"):
                yield from every_step(step["Arguments"].get(slot, []))
`,
};

/** A condition that is written as it was given. */
function conditionClass(name: string, about: string): string {
  return `class ${name}(Condition):
    """${about}"""

    def __init__(self, request):
        super().__init__()
        self._request = request

    @property
    def _referenced_steps(self):
        return []

    def to_request(self):
        return self._request
`;
}

/** A `Pipeline` that puts right what the SDK writes; null where it writes all as it is. `root` is what the definition consists of. */
export function pipelineClass(program: Program, root: readonly string[] | null): string | null {
  const { corrections, loops, managed, amended } = program;
  const isTouched = corrections.length + loops.length + managed.length + amended.size > 0;
  if (root === null && !isTouched) return null;
  const lines = ["definition = json.loads(super().definition())"];
  if (isTouched) {
    program.needs.add("everyStep");
    lines.push('steps = {step["Name"]: step for step in every_step(definition["Steps"])}');
  }
  for (const loop of loops) {
    lines.push(
      `loop = steps[${loop}]["Arguments"]`,
      `steps[${loop}]["Type"] = "ForEach"`,
      `steps[${loop}]["Arguments"] = {`,
      '    **loop["Conditions"][0],',
      '    "ForEachBody": loop["IfSteps"],',
      "}",
    );
  }
  if (managed.length > 0) {
    program.needs.add("channels");
    const before = "for name in ";
    lines.push(
      `${before}${print(list(managed.map(quoted)), "        ", before, ":")}:`,
      "    for channel in channels_of(steps[name]):",
      '        channel.setdefault("AppManaged", False)',
    );
  }
  lines.push(...amendments(program), ...corrections, ...(root ?? ["return json.dumps(definition)"]));
  return `class WrittenPipeline(Pipeline):
    """Writes what this SDK has no words for, and nothing that it would add."""

    def definition(self):
${lines.map((line) => `        ${line}`).join("\n")}
`;
}

/** Members of requests that are put in or taken out, for all steps at once of which that is the same. */
function amendments(program: Program): readonly string[] {
  const groups = new Map<string, { readonly steps: string[]; readonly statements: readonly string[] }>();
  for (const [step, members] of program.amended) {
    const statements = [...members].map(([member, value]) => {
      const place = `arguments[${quoted(member)}]`;
      return value === undefined
        ? `del ${place}`
        : `${place} = ${print(program.plain(value), "            ", `${place} = `)}`;
    });
    const key = statements.join("\n");
    const group = groups.get(key) ?? { steps: [], statements };
    group.steps.push(step);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(({ steps, statements }) => {
    const before = "for name in ";
    return [
      `${before}${print(list(steps.map(quoted)), "        ", before, ":")}:`,
      '    arguments = steps[name]["Arguments"]',
      ...statements.map((statement) => `    ${statement}`),
    ];
  });
}
