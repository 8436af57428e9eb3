// Reads the SDK's type declarations: what its schemas do not carry, namely enum values and documentation.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "oxc-parser";

/**
 * `enums`: name → values. `types`: structure → member → type node. `comments`: `Structure` or `Structure.Member` → raw doc comment.
 */
export function readDeclarations(folder) {
  const found = { enums: new Map(), types: new Map(), comments: new Map() };
  for (const name of readdirSync(folder)
    .filter((name) => name.endsWith(".d.ts"))
    .sort()) {
    const text = readFileSync(join(folder, name), "utf8");
    const { program, comments } = parseSync(name, text);
    const before = commentFinder(text, comments);
    for (const statement of program.body) {
      if (statement.type === "ExportNamedDeclaration") readDeclaration(statement, before, found);
    }
  }
  return found;
}

function readDeclaration({ declaration, start }, before, found) {
  if (declaration?.type === "VariableDeclaration") {
    for (const declarator of declaration.declarations) readEnum(declarator, found);
  }
  if (declaration?.type === "TSInterfaceDeclaration") {
    readStructure(declaration.id.name, declaration.body.body, start, before, found);
  }
  if (declaration?.type === "TSModuleDeclaration") readUnion(declaration, before, found);
  if (declaration?.type === "TSTypeAliasDeclaration") comment(declaration.id.name, start, before, found);
}

/** `export declare const X: { readonly A: "a"; … }` */
function readEnum({ id }, found) {
  const members = id.typeAnnotation?.typeAnnotation;
  if (members?.type !== "TSTypeLiteral") return;
  const values = members.members.map((member) => member.typeAnnotation?.typeAnnotation?.literal?.value);
  if (values.every((value) => typeof value === "string")) found.enums.set(id.name, values);
}

function readStructure(name, body, start, before, found) {
  const types = found.types.get(name) ?? new Map();
  found.types.set(name, types);
  comment(name, start, before, found);
  for (const member of body) {
    if (member.type !== "TSPropertySignature") continue;
    types.set(member.key.name, member.typeAnnotation?.typeAnnotation);
    comment(`${name}.${member.key.name}`, member.start, before, found);
  }
}

/** A union is a namespace with one interface a member (`S3Member { S3: X; Other?: never }`), documented as a whole. */
function readUnion({ id, body }, before, found) {
  const types = new Map();
  found.types.set(id.name, types);
  for (const statement of body?.body ?? []) {
    const inner = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (inner?.type !== "TSInterfaceDeclaration" || !inner.id.name.endsWith("Member")) continue;
    const own = inner.id.name.slice(0, -"Member".length);
    const property = inner.body.body.find((member) => member.key?.name === own);
    if (property === undefined) continue;
    types.set(own, property.typeAnnotation?.typeAnnotation);
    comment(`${id.name}.${own}`, statement.start, before, found);
  }
}

function comment(key, start, before, found) {
  const text = before(start);
  if (text !== undefined) found.comments.set(key, text);
}

/** The doc comment that stands directly before a place in the text. */
function commentFinder(text, comments) {
  const byEnd = new Map(comments.filter(({ type }) => type === "Block").map(({ end, value }) => [end, value]));
  return (start) => {
    let at = start;
    while (at > 0 && /\s/.test(text[at - 1])) at--;
    const value = byEnd.get(at);
    return value?.startsWith("*") ? value : undefined;
  };
}
