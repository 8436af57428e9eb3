/** What stands around the steps of every program. */
import type { Sdk } from "./sdk";

export function head({ requirement }: Sdk): string {
  return `"""A pipeline of Amazon SageMaker, for the SageMaker Python SDK: pip install "${requirement}".

Run it to print the definition; with --upsert --role ARN it creates or updates the pipeline.
"""

`;
}

/** What stands between the imports: parts of the SDK want a region, or write to stdout, as soon as they are imported. */
export const region = `
# To print the definition any region will do, to deploy it is that of your configuration.
os.environ.setdefault("AWS_DEFAULT_REGION", boto3.Session().region_name or "us-east-1")
# What it notes of a configuration would stand before the definition.
logging.getLogger("sagemaker.config").setLevel(logging.WARNING)

`;

/**
 * The machine's own configuration would change what is written, and any at all is checked against its whole schema at each value that the
 * SDK looks up: minutes for sixty steps. Telemetry is sent from within `fit`; printing needs no network.
 */
export const session = `session = PipelineSession(sagemaker_config={"SchemaVersion": "1.0"})
# An empty configuration is looked up at once: another is checked anew at each value.
session.sagemaker_config = {}
# Building the steps tells nobody of it.
telemetry_logging._send_telemetry_request = lambda *_, **__: None
`;

/** A `ModelTrainer` and a `ModelBuilder` want to ask IAM what their role may do. */
export const unasked = `# Nor is IAM asked about the roles of steps; SageMaker itself is, when they run.
os.environ.setdefault("SAGEMAKER_VALIDATE_ROLE", "false")
`;

export const main = `def main():
    parser = argparse.ArgumentParser(description="Prints or deploys the pipeline.")
    parser.add_argument("--upsert", action="store_true", help="create or update it")
    parser.add_argument("--role", help="ARN of the role that the pipeline runs with")
    arguments = parser.parse_args()
    if not arguments.upsert:
        print(pipeline.definition())
        return
    if arguments.role is None:
        parser.error("--upsert needs --role ARN")
    print(pipeline.upsert(role_arn=arguments.role)["PipelineArn"])


if __name__ == "__main__":
    main()
`;

export function imports(used: ReadonlySet<string>, { modules }: Sdk): string {
  const byModule = new Map<string, string[]>();
  for (const name of [...used].sort()) {
    const module = modules[name];
    if (module !== undefined) byModule.set(module, [...(byModule.get(module) ?? []), name]);
  }
  return [...byModule.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([module, names]) => {
      const line = `from ${module} import ${names.join(", ")}`;
      return line.length <= 88
        ? `${line}\n`
        : `from ${module} import (\n${names.map((name) => `    ${name},\n`).join("")})\n`;
    })
    .join("");
}
