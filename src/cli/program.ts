/** The `stepwire` command: what it understands. Each command's work lies in a file of its own, loaded when it is called. */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { exportForms } from "../export";
import type { OptionValue } from "../export/form";
import type { CheckOptions } from "./check";
import type { DeployOptions } from "./deploy";
import { type DiffOptions, diffForms } from "./diffOptions";
import { optionsOfForms } from "./exportOptions";
import type { LocalRegionOptions } from "./localRegion";
import type { OpenOptions } from "./open";
import { checkFormats } from "./report/formats";
import { type ExitCode, exit, type Terminal } from "./terminal";
import { UsageError } from "./usageError";

const editorPort = 47830;
const regionPort = 47831;

function port(text: string): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new InvalidArgumentError("A port is a number from 0 to 65535.");
}

function collected(text: string, before: readonly string[]): readonly string[] {
  return [...before, text];
}

type ExportOptions = { pipeline?: string; to: string; out?: string } & Readonly<Record<string, OptionValue>>;

/** Of package.json; the build puts it in. */
declare const STEPWIRE_VERSION: string;

/** Runs one command line (without node and program) and tells the exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exit.fine;
  const program = new Command("stepwire")
    .description("A visual editor for Amazon SageMaker Pipelines, and its core for scripts and CI.")
    .version(STEPWIRE_VERSION, "--version", "print the version")
    .exitOverride()
    .showHelpAfterError("(--help shows how)")
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  const file = new Argument("<file>", "a pipeline definition, or a file that holds one; - for stdin");
  const pipeline = () => new Option("--pipeline <name>", "the pipeline, where the file holds several");

  program
    .command("open")
    .description("start the local server and open the editor, on the files of a folder or on one")
    .argument("[path]", "a folder or a definition to edit in place, or a file that holds one, which is copied")
    .option("--copy", "open a copy of the definition, and never write the file")
    .addOption(pipeline())
    .option("--port <port>", "port of the server", port, editorPort)
    .option("--no-open", "print the link, open no browser")
    .option(
      "--callback-webhook <[step=]address>",
      "post the messages of Callback steps to this address of this computer",
      collected,
      [],
    )
    .option("--base-path <path>", "the path below which a reverse proxy shows the editor")
    .option(
      "--allow-host <host>",
      "the Host that comes through the proxy, in place of this server's own",
      collected,
      [],
    )
    .option("--allow-origin <origin>", "the origin of the page, as the browser names it", collected, [])
    .action(async (opened: string | undefined, options: OpenOptions) => {
      code = await (await import("./open")).open(opened, options, terminal);
    });
  program
    .command("check")
    .description("find problems; exit code 1 where there are errors")
    .argument(
      "<files...>",
      "pipeline definitions, or files that hold some, folders and patterns (**/*.json); - for stdin",
    )
    .addOption(new Option("--format <format>", "how they are told").choices(checkFormats).default("text"))
    .option("--json", "the same as --format json")
    .option("--config <file>", "severities and ignored rules; else the nearest stepwire.config.json")
    .option("--since <revision>", "only problems that this revision of git does not have")
    .action(async (files: string[], options: CheckOptions) => {
      code = await (await import("./check")).check(files, options, terminal);
    });
  program
    .command("graph")
    .description("print the steps and the edges between them, with their reasons")
    .addArgument(file)
    .addOption(pipeline())
    .option("--json", "print them as JSON")
    .action(async (read: string, options: { pipeline?: string; json?: boolean }) => {
      code = await (await import("./graph")).graph(read, options, terminal);
    });
  program
    .command("diff")
    .description("tell what differs between two definitions, and what it means; exit code 1 where something does")
    .argument("<base>", "the definition before: a file, REVISION:PATH of git, - for stdin")
    .argument("[head]", "the definition now, likewise; left out with --target")
    .addOption(pipeline())
    .addOption(new Option("--to <form>", "the form").choices(diffForms).default("text"))
    .option("--json", "print it as JSON")
    .option("--target <target>", "compare with what is deployed: local, or aws:PROFILE/REGION")
    .option("--deployed-as <name>", "the pipeline's name there, where it is not the file's")
    .action(async (base: string, head: string | undefined, options: DiffOptions) => {
      code = await (await import("./diff")).diff(base, head, options, terminal);
    });
  program
    .command("merge")
    .description("git's merge driver: merge two sides of a definition by step and field; exit code 1 for conflicts")
    .argument("<base>", "the file that both began with (%O)")
    .argument("<ours>", "this side (%A); the result is written to it")
    .argument("<theirs>", "the other side (%B)")
    .argument("[path]", "what messages call it (%P)")
    .action(async (base: string, ours: string, theirs: string, path: string | undefined) => {
      code = await (await import("./merge")).merge({ base, ours, theirs, path }, terminal);
    });
  const exporting = program
    .command("export")
    .description("print the definition in another form")
    .addArgument(file)
    .addOption(pipeline())
    .addOption(new Option("--to <form>", "the form").choices(exportForms.map(({ id }) => id)).makeOptionMandatory())
    .option("--out <file>", "write to a file instead of stdout")
    .action(async (read: string, { pipeline, to, out, ...options }: ExportOptions) => {
      code = await (await import("./export")).exportDefinition(read, { pipeline, to, out, options }, terminal);
    });
  for (const option of optionsOfForms()) exporting.addOption(option);
  program
    .command("outputs")
    .description("read what a Lambda handler's code returns and reads; the code is never run")
    .argument("<handler>", "a Python or JavaScript file, or a deployment package (.zip), - for stdin")
    .option("--handler <name>", "the function, where the file has several")
    .option("--json", "print it as JSON")
    .action(async (read: string, options: { handler?: string; json?: boolean }) => {
      code = (await import("./outputs")).outputs(read, options, terminal);
    });
  program
    .command("simulate")
    .description("run the pipeline without AWS: what every step would be sent, and which branch is taken")
    .addArgument(file)
    .addOption(pipeline())
    .option("--parameter <name=value>", "a parameter's value, as often as needed", collected, [])
    .option("--samples <file>", "samples of step outputs (JSON): by step, then by output; - for stdin")
    .option("--json", "print it as JSON")
    .action(
      async (read: string, options: { pipeline?: string; parameter: string[]; samples?: string; json?: boolean }) => {
        code = await (await import("./simulate")).simulateDefinition(read, options, terminal);
      },
    );
  program
    .command("deploy")
    .description(
      "plan what would change at a target, then create or update the pipeline there; exit code 1 where it is refused, or --plan finds a difference",
    )
    .addArgument(file)
    .addOption(pipeline())
    .requiredOption("--target <target>", "where to: local, or aws:PROFILE/REGION")
    .option("--role <arn>", "the role that the pipeline runs with; else the one it has there")
    .option("--name <name>", "the pipeline's name there, where it is not the file's")
    .option("--bucket <bucket>", "where a definition of 100 KiB and more goes through")
    .option(
      "--map <old=new>",
      "what is called otherwise there: a role, bucket, image, ARN, account or region, as often as needed",
      collected,
      [],
    )
    .option("--plan", "only tell what would change")
    .option("--plan-hash <hash>", "deploy if the plan is still the one with this hash")
    .option("--yes", "deploy without asking")
    .option("--json", "print it as JSON")
    .action(async (read: string, options: DeployOptions) => {
      code = await (await import("./deploy")).deployDefinition(read, options, terminal);
    });
  program
    .command("mcp")
    .description(
      "the same core for agents, by the Model Context Protocol over stdin and stdout; nothing is deployed unless allowed",
    )
    .argument("[folder]", "the folder that the pipelines lie in", ".")
    .option("--allow-deploy [aws:PROFILE/REGION]", "let it deploy and start: in a local region, or in this one account")
    .action(async (folder: string, { allowDeploy }: { allowDeploy?: string | true }) => {
      code = await (await import("./mcp")).mcp(folder, STEPWIRE_VERSION, allowDeploy);
    });
  program
    .command("local-region")
    .description("SageMaker Pipelines on this computer, for boto3, the AWS CLI or the SageMaker Python SDK")
    .option("--port <port>", "port to listen on", port, regionPort)
    .option("--state <folder>", "keep pipelines and executions in this folder")
    .option("--run-handlers <step=file>", "really run this file for a Lambda step, as often as needed", collected, [])
    .option(
      "--callback-webhook <[step=]address>",
      "post the messages of Callback steps to this address of this computer",
      collected,
      [],
    )
    .action(async (options: LocalRegionOptions) => {
      code = await (await import("./localRegion")).localRegion(options, terminal);
    });

  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exit.fine : exit.usage;
    if (!(thrown instanceof UsageError)) throw thrown;
    terminal.err(`stepwire: ${thrown.message}\n`);
    return exit.usage;
  }
}
