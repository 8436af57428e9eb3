import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OperationError } from "../../contract/operationError";
import { revisionOf } from "./fileText";
import { createFolders, type OpenFolder } from "./folders";
import { sweepUnfinished, writerNamed, writeWhole } from "./writeWhole";

let outside: string;
let root: string;
let folder: OpenFolder;

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), "stepwire-files-"));
  root = join(outside, "pipelines");
  mkdirSync(join(root, "team", "deep"), { recursive: true });
  writeFileSync(join(outside, "secret.json"), '{"Steps":[],"secret":true}');
  writeFileSync(join(root, "churn.json"), definition);
  const folders = createFolders("key");
  folder = folders.find(folders.open({ root, only: null }).folder);
});
afterEach(() => rmSync(outside, { recursive: true, force: true }));

const definition =
  '{"Version":"2020-12-01","Steps":[{"Name":"Stop","Type":"Fail","Arguments":{"ErrorMessage":"no"}}]}\n';
const revision = revisionOf(Buffer.from(definition));
const write = (more: Partial<Parameters<OpenFolder["write"]>[0]> = {}) =>
  folder.write({ path: "churn.json", text: "{}\n", expected: revision, beside: null, ...more });
/** The name of the fault, or what came instead of one. */
const faultOf = (work: () => unknown) => {
  try {
    return work();
  } catch (thrown) {
    if (thrown instanceof OperationError) return thrown.error.name;
    throw thrown;
  }
};

describe("a path that a page names", () => {
  const climbing = [
    "..",
    "../",
    "..\\",
    "%2e%2e/",
    "..%2f",
    "%252e%252e%252f",
    "..;/",
    "..%c0%af",
    "....//",
    "./../",
    "team/../../",
    "．．/",
  ];
  it.each([
    "",
    ".",
    "/",
    "/etc/passwd",
    "/secret.json",
    "//secret.json",
    "C:\\secret.json",
    "C:secret.json",
    "file:///secret.json",
    "churn.json\0.png",
    "churn.json\n",
    "churn.json.",
    "churn.json ",
    "churn.json/",
    "churn.json/../../secret.json",
    "team//churn.json",
    "team",
    "churn.txt",
    "churn.json::$DATA",
    "~/secret.json",
    ...climbing.flatMap((up) => [1, 2, 5].map((times) => `${up.repeat(times)}secret.json`)),
  ])("never leads out of the folder: %j", (path) => {
    const read = faultOf(() => folder.read(path, null));
    expect(["OutsideFolder", "LinkOutside", "NoFile", { kind: "gone", movedTo: null }]).toContainEqual(read);
    const before = readdirSync(outside).join();
    const written = faultOf(() => write({ path, text: "stolen", expected: null }));
    // A name that only looks like an address is a name.
    if (typeof written !== "string")
      expect(JSON.stringify(readdirSync(root, { recursive: true }))).toContain(path.split("/").at(-1));
    expect(readdirSync(outside).join()).toBe(before);
    expect(readFileSync(join(outside, "secret.json"), "utf8")).toContain("secret");
    expect(readFileSync(join(root, "churn.json"), "utf8")).toBe(definition);
  });

  it("does not lead out by a link: to a file, through a folder, to nothing yet, or for the side file", () => {
    symlinkSync(join(outside, "secret.json"), join(root, "link.json"));
    symlinkSync(outside, join(root, "up"));
    symlinkSync(join(outside, "new.json"), join(root, "dangling.json"));
    symlinkSync(join(outside, "secret.json"), join(root, "churn.stepwire.json"));
    for (const path of ["link.json", "up/secret.json", "dangling.json", "churn.json", "up/new.json"]) {
      expect([path, faultOf(() => folder.read(path, null))]).toEqual([path, "LinkOutside"]);
      expect([path, faultOf(() => write({ path, expected: null }))]).toEqual([path, "LinkOutside"]);
    }
    expect(readdirSync(outside).sort()).toEqual(["pipelines", "secret.json"]);
  });

  it("may be a link that stays inside, which stays a link when it is written", () => {
    symlinkSync("churn.json", join(root, "same.json"));
    expect(write({ path: "same.json" })).toMatchObject({ kind: "written" });
    expect(readFileSync(join(root, "churn.json"), "utf8")).toBe("{}\n");
  });

  it("is of the one file alone, where a file was opened", () => {
    const folders = createFolders("key");
    writeFileSync(join(root, "other.json"), definition);
    const one = folders.find(folders.open({ root, only: "churn.json" }).folder);
    expect(one.read("churn.json", null)).toMatchObject({ kind: "file" });
    expect(faultOf(() => one.read("other.json", null))).toBe("OutsideFolder");
    expect(faultOf(() => createFolders("key").find(null))).toBe("FolderNotOpen");
  });
});

describe("a file that is written", () => {
  it("is written where it is still what was read, with its side file and its mode, and read back the same", () => {
    chmodSync(join(root, "churn.json"), 0o640);
    const answer = write({ beside: { text: '{"version":1}', expected: null } });
    expect(answer).toMatchObject({ kind: "written" });
    expect(statSync(join(root, "churn.json")).mode & 0o777).toBe(0o640);
    const read = folder.read("churn.json", null);
    expect(read).toMatchObject({ kind: "file", text: "{}\n", beside: { text: '{"version":1}' } });
    if (answer.kind !== "written" || read.kind !== "file") throw new Error("It was not written.");
    expect([read.revision, read.beside?.revision]).toEqual([answer.revision, answer.beside]);
    const known = { revision: read.revision, beside: answer.beside, readOnly: false };
    expect(folder.read("churn.json", known)).toEqual({ kind: "same" });
    expect(readdirSync(root).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("keeps the rules that are ignored beside it, which no page knows of", () => {
    const side = join(root, "churn.stepwire.json");
    const ignores = [{ rule: "output-unused", reason: "known" }];
    writeFileSync(side, JSON.stringify({ version: 1, name: "churn", ignores }));
    const expected = revisionOf(readFileSync(side));
    const text = '{\n  "version": 1,\n  "name": "churn",\n  "layout": {\n    "Stop": {"x":1,"y":2}\n  }\n}\n';
    const answer = write({ beside: { text, expected } });
    const now = JSON.parse(readFileSync(side, "utf8"));
    expect(now).toEqual({ version: 1, name: "churn", layout: { Stop: { x: 1, y: 2 } }, ignores });
    if (answer.kind !== "written") throw new Error("It was not written.");
    expect(answer.beside).toBe(revisionOf(readFileSync(side)));
    const read = folder.read("churn.json", { revision: answer.revision, beside: answer.beside, readOnly: false });
    expect(read).toEqual({ kind: "same" });
  });

  it("is left alone where someone else has changed, deleted or made it, or its side file", () => {
    expect(write({ expected: "another" })).toEqual({ kind: "changed" });
    expect(write({ expected: null })).toEqual({ kind: "changed" });
    expect(write({ path: "gone.json" })).toEqual({ kind: "changed" });
    expect(write({ beside: { text: "{}", expected: "another" } })).toEqual({ kind: "changed" });
    expect(readFileSync(join(root, "churn.json"), "utf8")).toBe(definition);
    expect(readdirSync(root).sort()).toEqual(["churn.json", "team"]);
  });

  it("is left alone where it changes between the look and the write", () => {
    const file = join(root, "churn.json");
    const looked = writeWhole(file, "ours", 0o644, () => {
      writeFileSync(file, "theirs");
      return readFileSync(file, "utf8") === definition;
    });
    expect([looked, readFileSync(file, "utf8")]).toEqual([false, "theirs"]);
    expect(readdirSync(root).sort()).toEqual(["churn.json", "team"]);
  });

  it("is refused where it is read-only, too large or no text, each with what to do", () => {
    chmodSync(join(root, "churn.json"), 0o444);
    expect(folder.read("churn.json", null)).toMatchObject({ readOnly: true });
    expect(faultOf(() => write())).toBe("ReadOnly");
    writeFileSync(join(root, "large.json"), " ".repeat(1_048_577));
    writeFileSync(join(root, "latin.json"), Buffer.from([0x22, 0xe9, 0x22]));
    expect(faultOf(() => folder.read("large.json", null))).toBe("TooLarge");
    expect(faultOf(() => folder.read("latin.json", null))).toBe("NotText");
    expect(faultOf(() => folder.read("team/deep/a.json/b.json", null))).toEqual({ kind: "gone", movedTo: null });
    expect(faultOf(() => folder.read("churn.json/b.json", null))).toBe("NoFile");
    expect(faultOf(() => write({ path: "none/b.json", expected: null }))).toBe("FolderGone");
  });

  it("is known to be renamed where one other file holds what it held", () => {
    renameSync(join(root, "churn.json"), join(root, "team", "kept.json"));
    const known = { revision, beside: null, readOnly: false };
    expect(folder.read("churn.json", known)).toEqual({ kind: "gone", movedTo: "team/kept.json" });
    writeFileSync(join(root, "copy.json"), definition);
    expect(folder.read("churn.json", known)).toEqual({ kind: "gone", movedTo: null });
  });

  it("leaves no draft behind where its server was killed while it wrote, also where another process got its number", () => {
    const [dead, renumbered, another, own] = [
      `.churn.json.${2 ** 22 + 1}-00000000-00000000.stepwire-tmp`,
      `.churn.json.${process.ppid}-00000000-00000000.stepwire-tmp`,
      `.churn.json.${writerNamed(process.ppid)}-00000000.stepwire-tmp`,
      `.churn.json.${writerNamed(process.pid)}-00000000.stepwire-tmp`,
    ];
    const drafts = [dead, renumbered, another, own];
    for (const name of drafts) writeFileSync(join(root, name), "half");
    sweepUnfinished(root);
    expect(drafts.map((name) => existsSync(join(root, name)))).toEqual([false, false, true, true]);
  });
});

describe("the list of a folder's pipelines", () => {
  const check = async () => [
    { code: "a", severity: "error" as const, step: null, path: "", message: "" },
    { code: "b", severity: "warning" as const, step: null, path: "", message: "" },
  ];

  it("has each with its problems, and nothing else", async () => {
    writeFileSync(join(root, "team", "b.json"), definition);
    writeFileSync(join(root, "team", "broken.json"), '{"Version":"2020-12-01",}');
    writeFileSync(join(root, "package.json"), '{"name":"x"}');
    writeFileSync(join(root, "notes.json"), "no JSON");
    writeFileSync(join(root, "churn.stepwire.json"), '{"version":1}');
    mkdirSync(join(root, "node_modules"));
    writeFileSync(join(root, "node_modules", "x.json"), definition);
    symlinkSync(join(outside, "secret.json"), join(root, "link.json"));
    symlinkSync(outside, join(root, "up"));
    const { name, files, more } = await folder.list(check);
    expect([name, more]).toEqual(["pipelines", false]);
    expect(
      files.map(({ path, steps, errors, refused }) => [path, steps, errors, refused?.slice(0, 40) ?? null]),
    ).toEqual([
      ["churn.json", 1, 1, null],
      ["link.json", 0, 0, "link.json is a link that leads out of th"],
      ["team/b.json", 1, 1, null],
      ["team/broken.json", 0, 0, 'Nothing follows the comma before this "}'],
    ]);
  });

  it("looks again into what has changed alone", async () => {
    let looks = 0;
    const counting = async () => {
      looks++;
      return [];
    };
    writeFileSync(join(root, "other.json"), definition);
    await folder.list(counting);
    await folder.list(counting);
    expect(looks).toBe(2);
    writeFileSync(join(root, "other.json"), '{"Steps":[]}');
    expect((await folder.list(counting)).files.map(({ steps }) => steps)).toEqual([1, 0]);
    expect(looks).toBe(3);
  });
});
