import { get } from "../../../pipeline/definition/value";
import { hasKeys } from "../stepParts";
import { Keywords, location, operand } from "./operands";
import { type Channels, isS3Input } from "./processing";

const usual: Readonly<Record<string, readonly [name: string, value: string]>> = {
  S3DataType: ["s3_data_type", "S3Prefix"],
  S3InputMode: ["s3_input_mode", "File"],
  S3DataDistributionType: ["s3_data_distribution_type", "FullyReplicated"],
  S3CompressionType: ["s3_compression_type", "None"],
};

/** Version 2 always says whether an input is the application's own business. */
export const channels2: Channels = {
  input(value, writing) {
    const s3 = get(value, "S3Input");
    if (!hasKeys(value, "InputName", "AppManaged", "S3Input") || !isS3Input(s3)) return null;
    const keywords = new Keywords();
    keywords.must("source", location(get(s3, "S3Uri"), writing));
    keywords.must("destination", operand(get(s3, "LocalPath"), "text", writing));
    keywords.must("input_name", operand(get(value, "InputName"), "text", writing));
    for (const [key, [name, value]] of Object.entries(usual)) {
      keywords.unless(name, get(s3, key), value, operand(get(s3, key), "text", writing));
    }
    const managed = get(value, "AppManaged");
    keywords.unless("app_managed", managed, false, operand(managed, "flag", writing));
    return keywords.fits ? writing.make("ProcessingInput", ...keywords.args) : null;
  },
  output(value, writing) {
    const s3 = get(value, "S3Output");
    if (!hasKeys(value, "OutputName", "AppManaged", "S3Output")) return null;
    if (!hasKeys(s3, "S3Uri", "LocalPath", "S3UploadMode")) return null;
    const keywords = new Keywords();
    keywords.must("source", operand(get(s3, "LocalPath"), "text", writing));
    keywords.must("destination", location(get(s3, "S3Uri"), writing));
    keywords.must("output_name", operand(get(value, "OutputName"), "text", writing));
    const mode = get(s3, "S3UploadMode");
    keywords.unless("s3_upload_mode", mode, "EndOfJob", operand(mode, "text", writing));
    const managed = get(value, "AppManaged");
    keywords.unless("app_managed", managed, false, operand(managed, "flag", writing));
    return keywords.fits ? writing.make("ProcessingOutput", ...keywords.args) : null;
  },
};
