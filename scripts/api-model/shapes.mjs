// Turns the SDK's runtime schemas into the shapes of src/pipeline/schema/model.ts. A schema is a list whose first entry is its kind:
// [1|2, namespace, name, traits, element] list, map; [3|4, namespace, name, traits, memberNames, memberSchemas, required] structure,
// union (the first `required` members are required); [0, namespace, name, traits, simple]; a number is a simple schema, with the
// bits 64 and 128 for a list and a map of it (@smithy/types, schema/sentinels.d.ts).

const simpleKinds = new Map([
  [0, "string"],
  [1, "integer"], // floats are told apart in src/pipeline/schema/beyond.ts: the schemas know "number" alone
  [2, "boolean"],
  [4, "timestamp"],
  [5, "timestamp"],
  [6, "timestamp"],
  [7, "timestamp"],
  [15, "document"],
  [17, "integer"],
  [19, "float"],
  [21, "blob"],
  [42, "blob"],
]);
const listBit = 64;
const mapBit = 128;

/** All shapes that the named structures reach, by name. */
export function shapesOf(names, client, declarations) {
  const shapes = {};
  for (const name of names) {
    if (name !== null) addNamed(name, shapes, client, declarations);
  }
  return shapes;
}

/** Adds the shape that an SDK client has under a name, and all below it. */
export function addNamed(name, shapes, client, declarations) {
  const schema = client[`${name}$`];
  if (schema === undefined) throw new Error(`The installed AWS SDK has no shape ${name}.`);
  return addShape(schema, undefined, shapes, declarations);
}

/** Adds a schema's shape and all below it; returns the shape's name. `type` is the TypeScript type where it is used. */
function addShape(schema, type, shapes, declarations) {
  const resolved = resolve(schema);
  if (typeof resolved === "number") return addSimple(resolved, type, shapes, declarations);
  const [kind, , name] = resolved;
  if (kind === 0) return addSimple(resolved[4], type, shapes, declarations);
  if (Object.hasOwn(shapes, name)) return name;
  if (kind === 1 || kind === 2) {
    shapes[name] = { kind: kind === 1 ? "list" : "map", of: "" };
    shapes[name].of = addShape(
      kind === 1 ? resolved[4] : (resolved[5] ?? resolved[4]),
      elementType(type),
      shapes,
      declarations,
    );
    return name;
  }
  if (kind !== 3 && kind !== 4) throw new Error(`A schema of kind ${kind} is not known: ${name}`);
  addStructure(resolved, shapes, declarations);
  return name;
}

function addStructure([kind, , name, , memberNames = [], memberSchemas = [], required = 0], shapes, declarations) {
  const members = [];
  shapes[name] = { kind: "structure", members, ...(kind === 4 ? { union: true } : {}) };
  const types = declarations.types.get(name);
  memberNames.forEach((member, index) => {
    const shape = addShape(memberSchemas[index], types?.get(member), shapes, declarations);
    members.push({ name: member, shape, required: index < required });
  });
}

function addSimple(code, type, shapes, declarations) {
  if (code & mapBit) return addInline("map", "Map of ", code & ~mapBit, type, shapes, declarations);
  if (code & listBit) return addInline("list", "List of ", code & ~listBit, type, shapes, declarations);
  const kind = simpleKinds.get(code);
  if (kind === undefined) throw new Error(`A simple schema of code ${code} is not known.`);
  const enumName = kind === "string" ? typeName(type) : undefined;
  const values = enumName === undefined ? undefined : declarations.enums.get(enumName);
  const name = values === undefined ? kind[0].toUpperCase() + kind.slice(1) : enumName;
  shapes[name] ??= values === undefined ? { kind } : { kind, enum: values };
  return name;
}

function addInline(kind, words, code, type, shapes, declarations) {
  const of = addSimple(code, elementType(type), shapes, declarations);
  const name = words + of;
  shapes[name] ??= { kind, of };
  return name;
}

/** Schemas refer to each other through functions; a member's traits stand beside its schema: `[() => X$, 0]`, `[0, 4]`. */
function resolve(schema) {
  if (typeof schema === "function") return resolve(schema());
  if (Array.isArray(schema) && typeof schema[1] !== "string") return resolve(schema[0]);
  return schema;
}

/** The type without `| undefined` and `Partial<…>` around it. */
function bare(type) {
  if (type?.type === "TSUnionType") return bare(type.types.find(({ type }) => type !== "TSUndefinedKeyword"));
  if (typeName(type) === "Partial") return bare(typeArguments(type)[0]);
  return type;
}

function elementType(type) {
  const list = bare(type);
  if (list?.type === "TSArrayType") return bare(list.elementType);
  return list?.typeName?.name === "Record" ? bare(typeArguments(list)[1]) : undefined;
}

function typeName(type) {
  const node = type?.type === "TSUnionType" ? bare(type) : type;
  return node?.type === "TSTypeReference" ? node.typeName.name : undefined;
}

function typeArguments(type) {
  return (type.typeArguments ?? type.typeParameters)?.params ?? [];
}
