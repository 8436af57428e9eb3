// The AWS SDK clients whose schemas step types take their fields from. Their documentation and enums come from their declarations.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** The clients, by the name that a step type's `api.client` gives; without one it is `sagemaker`. */
const loaders = {
  sagemaker: () => import("@aws-sdk/client-sagemaker"),
  athena: () => import("@aws-sdk/client-athena"),
  bedrock: () => import("@aws-sdk/client-bedrock"),
  emr: () => import("@aws-sdk/client-emr"),
  "emr-serverless": () => import("@aws-sdk/client-emr-serverless"),
};

function folderOf(name) {
  return join(root, "node_modules", "@aws-sdk", `client-${name}`);
}

export function versionOf(name) {
  return JSON.parse(readFileSync(join(folderOf(name), "package.json"), "utf8")).version;
}

/** Everything that the generated files depend on among the clients. */
export function allVersions() {
  return Object.keys(loaders).map((name) => `${name} ${versionOf(name)}`);
}

const opened = new Map();

/** A client's schemas and declarations; read once. */
export function openClient(name) {
  if (loaders[name] === undefined) throw new Error(`There is no AWS SDK client "${name}" for step types.`);
  if (!opened.has(name)) opened.set(name, open(name));
  return opened.get(name);
}

async function open(name) {
  // Loaded here: this file is read at every start, the parser only when something is generated.
  const [schemas, { readDeclarations }] = await Promise.all([loaders[name](), import("./declarations.mjs")]);
  const declarations = readDeclarations(join(folderOf(name), "dist-types", "models"));
  // Bedrock's API is camelCase, SageMaker Pipelines takes and gives its members in PascalCase.
  return { name, schemas, declarations, inPascalCase: name === "bedrock" };
}
