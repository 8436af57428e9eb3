// biome-ignore-all lint/correctness/noComponentHookFactories: a visitor's methods bear the names of nodes, they are no components
import { type Expression, type Program, Visitor } from "oxc-parser";

/** Methods that change a Map, a Set or a list. */
const changing = new Set("set add delete clear push pop shift unshift splice sort reverse fill copyWithin".split(" "));

/**
 * What a file remembers from one call to the next, in words: a `let` at module level, a `new WeakMap`, a Map, Set, list or object at
 * module level that the file writes to.
 */
export function findMemory(program: Program): string[] {
  const found: string[] = [];
  const constants = new Set<string>();
  for (const statement of program.body) {
    const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declaration?.type !== "VariableDeclaration") continue;
    for (const { id } of declaration.declarations) {
      const name = id.type === "Identifier" ? id.name : id.type;
      if (declaration.kind === "const") constants.add(name);
      else found.push(`${declaration.kind} ${name}`);
    }
  }
  const written = (target: Expression) => {
    const name = rootOf(target);
    if (name !== null && constants.has(name)) found.push(`writes to ${name}`);
  };
  new Visitor({
    NewExpression({ callee }) {
      if (callee.type === "Identifier" && /^Weak(Map|Set)$/.test(callee.name)) found.push(`new ${callee.name}`);
    },
    CallExpression({ callee }) {
      if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
      if (changing.has(callee.property.name)) written(callee.object);
    },
    AssignmentExpression({ left }) {
      if (left.type === "MemberExpression") written(left.object);
    },
    UpdateExpression({ argument }) {
      if (argument.type === "MemberExpression") written(argument.object);
    },
  }).visit(program);
  return [...new Set(found)];
}

/** `seen` of `seen.a[0]`: what a change below it changes; null where it is no name. */
function rootOf(expression: Expression): string | null {
  if (expression.type === "MemberExpression") return rootOf(expression.object);
  return expression.type === "Identifier" ? expression.name : null;
}
