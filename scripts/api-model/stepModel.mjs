// The model and documentation of one step type: the shapes of an AWS SDK client, as SageMaker Pipelines takes them.
import { documentationOf } from "./documentation.mjs";
import { changed, composed, enums, newerValues } from "./pipelinesShapes.mjs";
import { addNamed } from "./shapes.mjs";

/** `{ model, documentation }` of what a step file names. `hint`: the names are a guess, so nothing of it is required. */
export function stepModel({ request, response, hint }, client) {
  const shapes = {};
  const texts = {};
  for (const name of [request, response]) if (name !== null) add(name, shapes, texts, client);
  for (const [name, change] of Object.entries(changed)) {
    if (shapes[name] !== undefined) apply(change, name, shapes, texts, client);
  }
  for (const [name, values] of Object.entries(newerValues)) {
    if (shapes[name]?.enum !== undefined) shapes[name].enum = [...new Set([...shapes[name].enum, ...values])];
  }
  if (hint) requireNothing(shapes);
  const documentation = { ...documentationOf(shapes, client.declarations), ...texts };
  const model = { request, response, shapes: reached([request, response], shapes) };
  return client.inPascalCase ? inPascalCase(model, documentation) : { model, documentation };
}

const plainShapes = {
  String: { kind: "string" },
  Integer: { kind: "integer" },
  Any: { kind: "any" },
  Opaque: { kind: "structure", members: [] },
};

/** Adds a shape by the name that step files and `pipelinesShapes.mjs` use: `[X]` is a list of X. */
function add(name, shapes, texts, client) {
  const listed = /^\[(.+)\]$/.exec(name)?.[1];
  if (listed !== undefined) {
    shapes[`List of ${listed}`] ??= { kind: "list", of: add(listed, shapes, texts, client) };
    return `List of ${listed}`;
  }
  const values = enums[name] ?? client.declarations.enums.get(name);
  if (values !== undefined) shapes[name] ??= { kind: "string", enum: values };
  else if (plainShapes[name] !== undefined) shapes[name] ??= plainShapes[name];
  else if (composed[name] === undefined) addNamed(name, shapes, client.schemas, client.declarations);
  else if (shapes[name] === undefined) compose(name, shapes, texts, client);
  return name;
}

function compose(name, shapes, texts, client) {
  shapes[name] = { kind: "structure", members: [] };
  if (composed[name].text !== undefined) texts[name] = composed[name].text;
  addMembers(composed[name].members, name, shapes, texts, client);
}

function addMembers(members, structure, shapes, texts, client) {
  for (const [member, { shape, required = false, text }] of Object.entries(members)) {
    const added = { name: member, shape: add(shape, shapes, texts, client), required };
    shapes[structure].members.push(added);
    if (text !== undefined) texts[`${structure}.${member}`] = text;
  }
}

function apply({ drop = [], optional = [], needed = [], more = {} }, name, shapes, texts, client) {
  const shape = shapes[name];
  const names = shape.members.map((member) => member.name);
  for (const one of [...drop, ...optional, ...needed]) {
    if (!names.includes(one))
      throw new Error(`pipelinesShapes.mjs names ${name}.${one}, which the installed SDK has not.`);
  }
  shape.members = shape.members
    .filter((member) => !drop.includes(member.name))
    .map((member) => ({
      ...member,
      required: (member.required && !optional.includes(member.name)) || needed.includes(member.name),
    }));
  addMembers(more, name, shapes, texts, client);
}

function requireNothing(shapes) {
  for (const shape of Object.values(shapes)) for (const member of shape.members ?? []) member.required = false;
}

/** Without the shapes that only dropped members led to. */
function reached(names, shapes) {
  const found = {};
  const visit = (name) => {
    if (name === null || Object.hasOwn(found, name)) return;
    const shape = shapes[name];
    found[name] = shape;
    for (const member of shape.members ?? []) visit(member.shape);
    if (shape.of !== undefined) visit(shape.of);
  };
  for (const name of names) visit(name);
  return found;
}

function inPascalCase({ request, response, shapes }, documentation) {
  const named = Object.entries(shapes).map(([name, shape]) => [
    name,
    shape.members === undefined
      ? shape
      : { ...shape, members: shape.members.map((member) => ({ ...member, name: pascal(member.name) })) },
  ]);
  const texts = Object.entries(documentation).map(([key, text]) => [
    key.replace(/\.(.+)$/, (_, m) => `.${pascal(m)}`),
    text,
  ]);
  return { model: { request, response, shapes: Object.fromEntries(named) }, documentation: Object.fromEntries(texts) };
}

function pascal(name) {
  return name[0].toUpperCase() + name.slice(1);
}
