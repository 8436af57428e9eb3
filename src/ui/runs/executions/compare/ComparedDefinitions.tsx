import "./ComparedDefinitions.css";
import type { DefinitionChanges } from "../../../../pipeline/compare/changes";
import { definitionChanges } from "../../../../pipeline/compare/planWords";
import { many } from "../../../../pipeline/compare/words";
import { FieldChanges } from "../../deploy/FieldChanges";

/** Field by field, what the definition of the second execution has otherwise. */
export function ComparedDefinitions({ changes }: { readonly changes: DefinitionChanges }) {
  const fields = definitionChanges(changes);
  if (fields.length === 0) return null;
  return (
    <details className="sw-compared-definitions">
      <summary>{many(fields.length, "difference")} of the two definitions</summary>
      <FieldChanges changes={fields} />
    </details>
  );
}
