import type { SyntaxNode } from "@lezer/common";
import { named, type Statement } from "../code/code";
import { childNamed, childrenOf } from "../code/parseCode";
import { betweenCommas } from "../code/source";
import type { Reader } from "./expressions";

/** Reads `export …`: what is declared, and under which names others find it. */
export function readExport(reader: Reader, children: readonly SyntaxNode[]): Statement[] {
  const isDefault = children.some(({ name }) => name === "default");
  const group = childNamed(children, "ExportGroup");
  const declared = children.find(({ name }) => name.endsWith("Declaration"));
  // `export { a } from "./b"` lies in another file.
  if (children.some(({ name }) => name === "from")) return [];
  if (group !== undefined) return readGroup(reader, group);
  if (declared !== undefined) {
    const statements = reader.statements([declared]);
    return [...statements, ...exported(statements, isDefault)];
  }
  const value = children.find(({ name }) => !["export", "default", ";"].includes(name));
  return isDefault && value !== undefined ? [{ kind: "export", name: "default", value: reader.expression(value) }] : [];
}

function exported(statements: readonly Statement[], isDefault: boolean): Statement[] {
  return statements.flatMap((statement) => {
    if (statement.kind !== "assign") return [];
    return statement.targets.flatMap((target): Statement[] =>
      target.kind === "name"
        ? [{ kind: "export", name: isDefault ? "default" : target.name, value: named(target.name, 0) }]
        : [],
    );
  });
}

function readGroup(reader: Reader, group: SyntaxNode): Statement[] {
  return betweenCommas(childrenOf(group), ["{", "}"]).flatMap((part): Statement[] => {
    const [first] = part;
    const last = part.at(-1);
    if (first === undefined || last === undefined) return [];
    const name = reader.source.slice(last);
    return [{ kind: "export", name, value: named(reader.source.slice(first), first.from) }];
  });
}
