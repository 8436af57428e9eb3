import { get, isList, type Value } from "../../../pipeline/definition/value";
import { hasKeys } from "../stepParts";
import { Keywords, location, operand } from "./operands";
import { type Channels, isS3Input } from "./processing";

const usual: Readonly<Record<string, readonly [name: string, value: string | null]>> = {
  S3DataType: ["s3_data_type", null],
  S3InputMode: ["s3_input_mode", "File"],
  S3DataDistributionType: ["s3_data_distribution_type", "FullyReplicated"],
  S3CompressionType: ["s3_compression_type", "None"],
};

/** Version 3 leaves out `AppManaged` where it is false. */
export const channels3: Channels = {
  input(value, writing) {
    const s3 = get(value, "S3Input");
    if (!hasKeys(value, "InputName", "AppManaged?", "S3Input") || !isS3Input(s3)) return null;
    const inner = new Keywords();
    inner.must("s3_uri", location(get(s3, "S3Uri"), writing));
    inner.must("local_path", operand(get(s3, "LocalPath"), "text", writing));
    for (const [key, [name, value]] of Object.entries(usual)) {
      inner.unless(name, get(s3, key), value, filled(get(s3, key)) ? operand(get(s3, key), "text", writing) : null);
    }
    if (!inner.fits) return null;
    const keywords = new Keywords();
    keywords.must("input_name", operand(get(value, "InputName"), "text", writing));
    if (get(value, "AppManaged") === true) keywords.must("app_managed", "True");
    else if (typeof (get(value, "AppManaged") ?? false) !== "boolean") return null;
    keywords.must("s3_input", writing.make("ProcessingS3Input", ...inner.args));
    return keywords.fits ? writing.make("ProcessingInput", ...keywords.args) : null;
  },
  output(value, writing) {
    const s3 = get(value, "S3Output");
    if (!hasKeys(value, "OutputName", "AppManaged?", "S3Output")) return null;
    if (!hasKeys(s3, "S3Uri", "LocalPath", "S3UploadMode")) return null;
    const inner = new Keywords();
    inner.must("s3_uri", location(get(s3, "S3Uri"), writing));
    inner.must("local_path", operand(get(s3, "LocalPath"), "text", writing));
    inner.must("s3_upload_mode", operand(get(s3, "S3UploadMode"), "text", writing));
    if (!inner.fits) return null;
    const keywords = new Keywords();
    keywords.must("output_name", operand(get(value, "OutputName"), "text", writing));
    if (get(value, "AppManaged") === true) keywords.must("app_managed", "True");
    else if (typeof (get(value, "AppManaged") ?? false) !== "boolean") return null;
    keywords.must("s3_output", writing.make("ProcessingS3Output", ...inner.args));
    return keywords.fits ? writing.make("ProcessingOutput", ...keywords.args) : null;
  },
  suits(args) {
    const said = new Set(channelsOf(args).map((one) => get(one, "AppManaged")));
    return !(said.has(false) && said.has(undefined));
  },
  repair({ name, args }, writing) {
    if (channelsOf(args).some((one) => get(one, "AppManaged") === false)) writing.sayManaged(name);
  },
};

function filled(value: Value | undefined): boolean {
  return value !== "";
}

/** Inputs and outputs of a request. */
function channelsOf(args: Value): readonly Value[] {
  const [inputs, outputs] = [get(args, "ProcessingInputs"), get(get(args, "ProcessingOutputConfig"), "Outputs")];
  return [...(isList(inputs) ? inputs : []), ...(isList(outputs) ? outputs : [])];
}
