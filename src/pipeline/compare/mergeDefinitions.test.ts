import { describe, expect, it } from "vitest";
import { corpus } from "../../testing/fixtures";
import { definitionOf as read } from "../../testing/load";
import fc from "../../testing/properties";
import { createDocument } from "../definition/document";
import type { Path } from "../definition/path";
import { serialise } from "../definition/serialise";
import { printBeside, readBeside } from "../definition/sideFile";
import { get, getIn, isList, isObject, keys, type ObjectValue, removeIn, setIn, type Value } from "../definition/value";
import { listSteps } from "../graph/stepTree";
import { mergeBeside, mergeDefinitions, type Side } from "./mergeDefinitions";

const train = { Name: "Train", Type: "Training", Arguments: { RoleArn: "r", ResourceConfig: { InstanceCount: 1 } } };
const stop = { Name: "Stop", Type: "Fail", Arguments: { ErrorMessage: "no" } };
const gate = (yes: readonly object[], no: readonly object[] = []) => ({
  Name: "Gate",
  Type: "Condition",
  Arguments: { Conditions: [], IfSteps: yes, ElseSteps: no },
});
const of = (...Steps: object[]) => read({ Version: "2020-12-01", Parameters: [], Steps });
const set = (definition: ObjectValue, path: Path, value: Value) => setIn(definition, path, value) as ObjectValue;

/** The steps as one reads them: `Gate[Train] Stop`. */
function told(definition: ObjectValue): string {
  const inside = (parent: string | null): string =>
    listSteps(definition)
      .filter((entry) => entry.parent === parent)
      .map(({ key, stepType }) => (stepType.slots.length > 0 ? `${key}[${inside(key)}]` : key))
      .join(" ");
  return inside(null);
}

describe("merging what two sides made of a pipeline", () => {
  const base = of(train, stop);

  it("keeps both sides' edits of different fields of one step", () => {
    const ours = set(base, ["Steps", 0, "Arguments", "ResourceConfig", "InstanceCount"], 4);
    const theirs = set(base, ["Steps", 0, "Arguments", "RoleArn"], "new");
    const { merged, conflicts } = mergeDefinitions(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(getIn(merged, ["Steps", 0, "Arguments"])).toEqual({ RoleArn: "new", ResourceConfig: { InstanceCount: 4 } });
  });

  it("asks about a field that both changed, with all three values, and does as chosen", () => {
    const path = ["Steps", 0, "Arguments", "RoleArn"];
    const [ours, theirs] = [set(base, path, "mine"), set(base, path, "yours")];
    const { merged, conflicts } = mergeDefinitions(base, ours, theirs);
    expect(conflicts).toMatchObject([
      { step: "Train", field: "Arguments.RoleArn", base: "r", ours: "mine", theirs: "yours" },
    ]);
    expect(getIn(merged, path)).toBe("mine");
    const choices = new Map(conflicts.map(({ id }) => [id, "theirs" as Side]));
    expect(getIn(mergeDefinitions(base, ours, theirs, choices).merged, path)).toBe("yours");
  });

  it("takes steps that came and went on either side, each where it was put", () => {
    const ours = of(train, { ...stop, Name: "Mine" }, stop);
    const theirs = of({ ...stop, Name: "Theirs" }, train);
    const { merged, conflicts } = mergeDefinitions(base, ours, theirs);
    expect([told(merged), conflicts]).toEqual(["Theirs Train Mine", []]);
  });

  it("asks about a step that one side deleted and the other changed", () => {
    const theirs = set(base, ["Steps", 0, "Arguments", "RoleArn"], "new");
    const { merged, conflicts } = mergeDefinitions(base, of(stop), theirs);
    expect(told(merged)).toBe("Stop");
    expect(conflicts).toMatchObject([{ step: "Train", field: "", ours: undefined }]);
    const choices = new Map(conflicts.map(({ id }) => [id, "theirs" as Side]));
    expect(told(mergeDefinitions(base, of(stop), theirs, choices).merged)).toBe("Train Stop");
  });

  it("brings what the other side changed along to where a step was moved, and to its new name", () => {
    const theirs = set(of(train, gate([]), stop), ["Steps", 0, "Arguments", "RoleArn"], "new");
    const { merged, conflicts } = mergeDefinitions(of(train, gate([]), stop), of(gate([train]), stop), theirs);
    expect([told(merged), conflicts]).toEqual(["Gate[Train] Stop", []]);
    expect(getIn(merged, ["Steps", 0, "Arguments", "IfSteps", 0, "Arguments", "RoleArn"])).toBe("new");
    const renamed = of({ ...train, Name: "Fit" }, { ...stop, DependsOn: ["Fit"] });
    const both = mergeDefinitions(
      of(train, { ...stop, DependsOn: ["Train"] }),
      renamed,
      set(of(train, { ...stop, DependsOn: ["Train"] }), ["Steps", 0, "Arguments", "RoleArn"], "new"),
    );
    expect(both.conflicts).toEqual([]);
    expect(serialise(both.merged)).toContain('"Name":"Fit","Type":"Training","Arguments":{"RoleArn":"new"');
    expect(getIn(both.merged, ["Steps", 1, "DependsOn"])).toEqual(["Fit"]);
  });

  it("knows a step that both renamed: by the same name it is one step, by two it is asked which", () => {
    const called = (name: string) => of({ ...train, Name: name }, { ...stop, DependsOn: [name] });
    const same = mergeDefinitions(called("Train"), called("Fit"), called("Fit"));
    expect([told(same.merged), same.conflicts]).toEqual(["Fit Stop", []]);
    const { merged, conflicts } = mergeDefinitions(called("Train"), called("Mine"), called("Yours"));
    expect([told(merged), conflicts]).toMatchObject([
      "Mine Stop",
      [{ step: "Mine", field: "Name", base: "Train", ours: "Mine", theirs: "Yours" }],
    ]);
    const choices = new Map(conflicts.map(({ id }) => [id, "theirs" as Side]));
    const chosen = mergeDefinitions(called("Train"), called("Mine"), called("Yours"), choices).merged;
    expect(serialise(chosen)).toBe(serialise(called("Yours")));
  });

  it("asks where a step goes that both sides moved, and loses none where each was moved into the other", () => {
    const before = of(train, gate([]), stop);
    const { merged, conflicts } = mergeDefinitions(before, of(gate([train]), stop), of(gate([], [train]), stop));
    expect([told(merged), conflicts.map(({ ours, theirs }) => [ours, theirs])]).toEqual([
      "Gate[Train] Stop",
      [["in Gate, IfSteps", "in Gate, ElseSteps"]],
    ]);
    const two = (outer: string, inner: string) => ({ ...gate([{ ...gate([]), Name: inner }]), Name: outer });
    const apart = of({ ...gate([]), Name: "A" }, { ...gate([]), Name: "B" });
    const crossed = mergeDefinitions(apart, of(two("A", "B")), of(two("B", "A"))).merged;
    expect(
      listSteps(crossed)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(["A", "B"]);
  });

  it("goes by values alone in a broken file, and drops nothing that it does not know", () => {
    const broken = read('{"Steps":["text",{"Name":"A"},{"Name":"A"}],"Other":1}');
    const { merged } = mergeDefinitions(broken, set(broken, ["Other"], 2), set(broken, ["More"], 3));
    expect(serialise(merged)).toBe('{"Steps":["text",{"Name":"A"},{"Name":"A"}],"Other":2,"More":3}');
  });
});

/** Where the scalars of a value stand, names and references left out: those carry more than themselves. */
function leaves(value: Value, path: Path = []): readonly Path[] {
  if (isList(value)) return value.flatMap((item, index) => leaves(item, [...path, index]));
  if (!isObject(value)) return ["Name", "Get", "Type"].includes(String(path.at(-1))) ? [] : [path];
  return keys(value).flatMap((key) => leaves(get(value, key) ?? null, [...path, key]));
}

describe("merging disjoint edits", () => {
  const definitions = corpus()
    .map(({ text }) => read(text))
    .filter((definition) => leaves(definition).length > 3);

  it("loses none of them, over the corpus", () => {
    let asked = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...definitions),
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 2, maxLength: 12 }),
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 3 }),
        (base, edits, additions) => {
          const places = leaves(base);
          const sides = { ours: base, theirs: base };
          const wanted: { readonly token: string; readonly by: Side }[] = [];
          const taken = new Set<number>();
          edits.forEach(([where, mine], index) => {
            const place = where % places.length;
            if (taken.has(place)) return;
            taken.add(place);
            const by = mine ? "ours" : "theirs";
            sides[by] = set(sides[by], places[place] ?? [], `edit-${index}`);
            wanted.push({ token: `"edit-${index}"`, by });
          });
          additions.forEach(([where, mine], index) => {
            const by = mine ? "ours" : "theirs";
            const steps = getIn(sides[by], ["Steps"]);
            if (!isList(steps)) return;
            const added = { Name: `Added${index}`, Type: "Fail", Arguments: {} };
            sides[by] = set(sides[by], ["Steps"], steps.toSpliced(where % (steps.length + 1), 0, added));
            wanted.push({ token: `"Added${index}"`, by });
          });
          const { merged, conflicts } = mergeDefinitions(base, sides.ours, sides.theirs);
          if (conflicts.length > 0) asked++;
          const choices = new Map(conflicts.map(({ id }) => [id, "theirs" as Side]));
          const other = mergeDefinitions(base, sides.ours, sides.theirs, choices).merged;
          for (const { token, by } of wanted) {
            const there = conflicts.length === 0 || by === "ours" ? merged : other;
            expect(serialise(there)).toContain(token);
          }
        },
      ),
      { numRuns: 150 },
    );
    // Two items of one list that has no names are told apart by nothing: that is asked, and rare.
    expect(asked).toBeLessThan(50);
  });

  it("is what one side made where the other did nothing", () => {
    for (const definition of definitions) {
      const edited = removeIn(definition, ["Steps", 0]) as ObjectValue;
      expect(serialise(mergeDefinitions(definition, edited, definition).merged)).toBe(serialise(edited));
      expect(serialise(mergeDefinitions(definition, definition, edited).merged)).toBe(serialise(edited));
    }
  });
});

describe("what lies beside a definition", () => {
  const document = createDocument("id", "churn");
  const note = (id: string, text: string) => ({ id, text, place: { x: 1, y: 2 }, size: { width: 3, height: 4 } });
  const full = {
    ...document,
    layout: new Map([
      ["Train", { x: 10, y: 20.5 }],
      ["2", { x: 0, y: -1 }],
    ]),
    ways: [
      [
        { x: 0, y: 0 },
        { x: 5, y: 5 },
      ],
    ],
    folded: new Map([["Gate", ["Arguments.IfSteps"]]]),
    pins: new Map([["Train", { inputs: ["Arguments.RoleArn"], outputs: [] }]]),
    notes: [note("n1", "why"), { ...note("n2", "é\n"), colour: "red" as const }],
    groups: [{ id: "g", title: "Prep", colour: "blue" as const, steps: ["Train"] }],
    samples: new Map<string, Value>([["Train", { ModelArtifacts: 1 }]]),
  };

  it("comes back from its file as it was, a line for each step, and nothing else of the document with it", () => {
    const text = printBeside(full);
    expect(text).toContain('    "Train": {"x":10,"y":20.5}');
    const { id: _id, definition: _definition, settings: _settings, ...beside } = full;
    expect(readBeside(text)).toEqual(beside);
    expect(readBeside(printBeside(document))).toMatchObject({ name: "churn", notes: [], layout: new Map() });
  });

  it("is not read from what is damaged or newer, and what is damaged in it is left out", () => {
    expect(readBeside("{")).toBeNull();
    expect(readBeside('{"version":2}')).toBeNull();
    const damaged = readBeside(
      '{"version":1,"layout":{"A":{"x":"1"},"B":{"x":1,"y":2}},"notes":[{"id":1},4],"groups":{}}',
    );
    expect(damaged).toMatchObject({ layout: new Map([["B", { x: 1, y: 2 }]]), notes: [], groups: [] });
  });

  it("is merged: both sides' cards and notes stay, and a note that both wrote is asked about", () => {
    const base = { ...document, notes: [note("n1", "a")] };
    const ours = { ...base, notes: [note("n1", "mine")], layout: new Map([["A", { x: 1, y: 1 }]]) };
    const theirs = { ...base, notes: [note("n1", "yours"), note("n2", "b")], layout: new Map([["B", { x: 2, y: 2 }]]) };
    const { merged, conflicts } = mergeBeside(base, ours, theirs);
    expect([...merged.layout.keys()]).toEqual(["A", "B"]);
    expect(merged.notes.map(({ text }) => text)).toEqual(["mine", "b"]);
    expect(conflicts.map(({ ours, theirs }) => [ours, theirs])).toEqual([["mine", "yours"]]);
  });
});
