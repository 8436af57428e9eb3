// Reads from a step type's file which AWS shapes it names: `type: "Training"` and `api: { request: "…", response: "…", client?, hint? }`.
import { readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/**
 * The step types of one file that name an AWS request or response: `{ type, request, response, client, hint }`, null where there is
 * no request or response.
 */
export function readStepFile(file) {
  const { program } = parseSync(file, readFileSync(file, "utf8"));
  const found = [];
  for (const statement of program.body) {
    if (statement.type !== "ExportNamedDeclaration" || statement.declaration?.type !== "VariableDeclaration") continue;
    for (const { init } of statement.declaration.declarations) {
      const object = objectIn(init);
      const type = literalOf(object, "type");
      const api = objectIn(propertyOf(object, "api"));
      const request = literalOf(api, "request");
      const response = literalOf(api, "response");
      if (typeof type !== "string" || api === undefined) continue;
      if (request === undefined || response === undefined) {
        throw new Error(`${file}: api.request and api.response of ${type} must be written as a text or null.`);
      }
      const client = literalOf(api, "client") ?? "sagemaker";
      const hint = literalOf(api, "hint") ?? false;
      if (request !== null || response !== null) found.push({ type, request, response, client, hint });
    }
  }
  return found;
}

function objectIn(node) {
  if (node?.type === "TSSatisfiesExpression" || node?.type === "TSAsExpression") return objectIn(node.expression);
  return node?.type === "ObjectExpression" ? node : undefined;
}

function propertyOf(object, name) {
  return object?.properties.find((property) => property.key?.name === name)?.value;
}

function literalOf(object, name) {
  const node = propertyOf(object, name);
  return node?.type === "Literal" ? node.value : undefined;
}
