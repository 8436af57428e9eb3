/**
 * The one door to the files that tests are held against: `fixtures/`, which every clone has, and what lies in `../shared` beside the
 * project on some machines. A case from there has `shared/` in its name: `npm test -- --shared` runs these alone.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const fixtures = join(import.meta.dirname, "../../fixtures");
const shared = join(import.meta.dirname, "../../../shared");

/** A text file: `name` for the title of a test, `file` as it is called in its folder. */
export interface FixtureFile {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** A definition as the SDK or a person wrote it; the graph beside it is the SDK's own. */
export interface CorpusDefinition extends FixtureFile {
  readonly graph: {
    readonly steps: readonly { readonly name: string; readonly type: string }[];
    readonly edges: readonly (readonly [from: string, to: string])[];
    readonly besideArguments?: readonly (readonly [from: string, to: string])[];
  };
}

/** A definition with one fault planted in it, and the problem that must be found: any of the codes, at the step of that name. */
export interface BrokenDefinition extends FixtureFile {
  readonly codes: readonly string[];
  readonly severity: "error" | "warning" | "info" | "any";
  readonly step: string | null;
}

/**
 * A Lambda handler, and what must be read of it: the handler that is taken; its outputs, `?` behind a guessed type and `*` behind a
 * nested one; the members of the event that it reads; the codes of what could not be read.
 */
export interface HandlerFile extends FixtureFile {
  readonly expected: Readonly<Record<"handler" | "outputs" | "inputs" | "problems", string>>;
}

/** Every definition that SageMaker takes. */
export function corpus(): readonly CorpusDefinition[] {
  return withShared("corpus", (folder, file) => ({
    graph: JSON.parse(read(folder, file.replace(/\.json$/, ".graph.json"))),
  }));
}

/** The text of one definition of the corpus. */
export function corpusText(name: string): string {
  return read(join(fixtures, "corpus"), `${name}.json`);
}

/** Every definition with a planted fault. */
export function brokenDefinitions(): readonly BrokenDefinition[] {
  return withShared("broken", (folder, file) => expectedOf<Omit<BrokenDefinition, keyof FixtureFile>>(folder, file));
}

/** Conditions, JSON paths and joins with what the SDK's local executor makes of them, as JSON. */
export function semantics(): string {
  return read(fixtures, "semantics.json");
}

interface ImageCase {
  readonly framework: string;
  readonly region: string;
  readonly uri: string;
}

/** What the SDK's image_uris.retrieve says of AWS's images, and where that is from. */
export function imageUris(): { readonly origin: string; readonly cases: readonly ImageCase[] } {
  return JSON.parse(read(fixtures, "image-uris.json"));
}

/** Lambda handlers in the styles of many people. */
export function handlers(): readonly HandlerFile[] {
  const folder = join(fixtures, "handlers");
  return filesOf(folder).map((file) => ({ ...file, expected: expectedOf(folder, file.file) }));
}

/** One definition in a form in which people have it, and what must be said of it. */
export interface ImportFile extends FixtureFile {
  readonly expected: {
    /** What the file is, null for the definition itself; what of it is read. */
    readonly label: string | null;
    readonly what?: string;
    readonly name?: string;
    /** What stands in this file in place of parts of `definition.json`. */
    readonly holes?: Readonly<Record<string, string>>;
    /** True where what printed it sorted its keys. */
    readonly isSorted?: boolean;
  };
}

/** The same definition in every form that is opened. */
export function importFiles(): readonly ImportFile[] {
  const folder = join(fixtures, "import");
  return filesOf(folder).map((file) => ({ ...file, expected: expectedOf(folder, file.file) }));
}

/** The text of a file with several definitions in it. */
export function severalDefinitions(name: string): string {
  return read(join(fixtures, "import-several"), name);
}

/** What people have at hand, where it lies beside the project: definitions, answers of the API, templates, prints, handlers. */
export function fieldFiles(): readonly FixtureFile[] {
  return filesOf(join(shared, "field")).map((file) => ({ ...file, name: `shared/field/${file.name}` }));
}

/** Files of a folder of `fixtures`, then those of the same folder in `../shared` whose text is not among them. */
function withShared<More extends object>(name: string, more: (folder: string, file: string) => More) {
  const [own, others] = [join(fixtures, name), join(shared, name)];
  const files = filesOf(own);
  const texts = new Set(files.map(({ text }) => text));
  const added = filesOf(others).filter(({ text }) => !texts.has(text));
  return [
    ...files.map((file) => ({ ...file, ...more(own, file.file) })),
    ...added.map((file) => ({ ...file, ...more(others, file.file), name: `shared/${name}/${file.name}` })),
  ];
}

/** What `expected.json` says of a file beside it; it has to say something of each, and of no other. */
function expectedOf<Expected>(folder: string, file: string): Expected {
  const expected: Readonly<Record<string, Expected>> = JSON.parse(read(folder, "expected.json"));
  const named = Object.keys(expected).sort();
  const there = filesOf(folder).map((one) => one.file);
  if (named.join() !== there.join()) throw new Error(`${folder}/expected.json names other files than lie beside it`);
  return expected[file] as Expected;
}

/** The cases of a folder: not what is said about them. */
function filesOf(folder: string): FixtureFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => !/\.graph\.json$|^expected\.json$|\.md$/.test(file))
    .sort()
    .map((file) => ({ name: file.replace(/\.json$/, ""), file, text: read(folder, file) }));
}

function read(folder: string, file: string): string {
  return readFileSync(join(folder, file), "utf8");
}
