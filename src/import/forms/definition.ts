import { asJson, member, textIn } from "../source/sourceNode";
import type { ImportForm } from "./form";

/** The definition itself, not as JSON but as YAML or as Python printed it; or a text that holds one, as `json.dumps` of it twice. */
export const definition: ImportForm = {
  id: "definition",
  find(node, open) {
    if (member(node, "Steps")?.kind === "list") {
      return {
        label: "a definition",
        found: [{ name: null, what: "the definition in it", json: asJson(node) }],
        elsewhere: null,
      };
    }
    const text = textIn(node)?.trimStart() ?? "";
    const inside = node.kind === "text" && /^[{"']/.test(text) ? open(node.mapped) : null;
    if (inside !== null) return { ...inside, label: "a definition" };
    if (node.kind !== "text" || !text.startsWith("{") || !text.includes('"Steps"')) return null;
    // With a fault in it; the place is told where it is read.
    return {
      label: "a definition",
      found: [{ name: null, what: "the definition in it", json: node.mapped }],
      elsewhere: null,
    };
  },
};
