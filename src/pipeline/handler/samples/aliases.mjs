const KEY = "train_path";
const keys = { validation: "validation_path", statuses: { ok: "ok" } };

export const handler = async (input, { functionName }) => {
  const payload = input;
  const { s3: { bucket: name }, ["prefix"]: folder, ...rest } = payload;
  const out = {};
  out[KEY] = ["s3:/", name, folder].join("/");
  out[keys.validation] = out[KEY].replace("train", "validation");
  out.functionName = functionName;
  out.extra = rest.extra;
  return out;
};
