import { asJson, entriesOf, filledText, itemsOf, member, type SourceNode, textIn } from "../source/sourceNode";
import type { Elsewhere, Finding, Findings, ImportForm } from "./form";

/** Terraform's code, its JSON, its state, and what `terraform show -json` prints of a state or a plan. */
export const terraform: ImportForm = {
  id: "terraform",
  find(node): Findings | null {
    const label = labelOf(node);
    if (label === null) return null;
    const read = resourcesIn(member(node, "planned_values") ?? node, null).map(readPipeline);
    const found = read.flatMap((one) => ("json" in one ? [one] : []));
    const elsewhere = read.find((one): one is Elsewhere => "message" in one) ?? {
      message: `This is ${label}; it has no resource with a pipeline_definition.`,
      at: node.from,
    };
    return { label, found, elsewhere };
  },
};

function labelOf(node: SourceNode): string | null {
  const has = (key: string) => member(node, key) !== undefined;
  if (has("terraform_version") || (has("format_version") && has("values")))
    return has("planned_values") ? "a Terraform plan" : "a Terraform state";
  const isCode = entriesOf(node).length > 0 && entriesOf(node).every(({ key }) => blocks.includes(key));
  return isCode ? "Terraform code" : null;
}

/** What stands at the top of Terraform's code, in its own syntax and in JSON. */
const blocks =
  "// check data ephemeral import locals module moved output provider removed resource terraform variable".split(" ");

interface Resource {
  readonly address: string;
  readonly given: SourceNode;
  readonly name: SourceNode | undefined;
}

/** Whatever has a `pipeline_definition`, under the address that stands around it. */
function resourcesIn(node: SourceNode, around: string | null): readonly Resource[] {
  if (node.kind === "list") return itemsOf(node).flatMap((item) => resourcesIn(item, around));
  const given = member(node, "pipeline_definition") ?? member(node, "pipeline_definition_s3_location");
  const name = member(node, "pipeline_name");
  const own = addressOf(node) ?? around;
  if (given !== undefined) return [{ address: own ?? "a pipeline", given, name }];
  return entriesOf(node).flatMap(({ key, value }) => resourcesIn(value, addressOf(node) ?? below(around, key)));
}

function below(around: string | null, key: string): string {
  if (around?.includes(".") === true) return around;
  return /^aws(cc)?_sagemaker_pipeline$/.test(around ?? "") ? `${around}.${key}` : key;
}

/** In a state a resource has an `address`, or a `type` and a `name`. */
function addressOf(node: SourceNode): string | null {
  const [address, type, name] = ["address", "type", "name"].map((key) => textIn(member(node, key)));
  return address ?? (type != null && name != null ? `${type}.${name}` : null);
}

function readPipeline({ address, given, name }: Resource): Finding | Elsewhere {
  // The provider "awscc" has CloudFormation's structure around the body.
  const body = member(given, "pipeline_definition_body") ?? given;
  const json =
    body.kind === "text"
      ? body.mapped
      : body.kind === "object" && member(body, "Steps") !== undefined
        ? asJson(body)
        : null;
  const own = filledText(textIn(name)) ?? address.split(".").at(-1) ?? null;
  if (json !== null) return { name: own, what: `the pipeline_definition of ${address}`, json };
  return { message: whyNone(address, body), at: body.from };
}

function whyNone(address: string, body: SourceNode): string {
  if (member(body, "object_key") !== undefined)
    return `The definition of ${address} lies in S3. Download it, or open the answer of \`aws sagemaker describe-pipeline\`.`;
  const code = body.kind === "expression" ? body.code : "";
  const file = /\b(?:file|templatefile)\(\s*"(?:\$\{path\.\w+\}\/)?([^"$]+)"/.exec(code)?.[1];
  if (file !== undefined) return `Terraform reads the definition of ${address} from ${file}: open that file.`;
  return `Terraform computes the definition of ${address}. Open what \`terraform show -json\` prints after \`terraform plan -out=p\`, or the answer of \`aws sagemaker describe-pipeline\`.`;
}
