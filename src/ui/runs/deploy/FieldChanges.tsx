import "./FieldChanges.css";
import type { PlacedChange } from "../../../pipeline/compare/planWords";

/** Fields with their values before and after. */
export function FieldChanges({ changes }: { readonly changes: readonly PlacedChange[] }) {
  const allNew = changes.every(({ before }) => before === null);
  return (
    <table className="sw-changes">
      <thead className="sw-unseen">
        <tr>
          <th scope="col">Field</th>
          {!allNew && <th scope="col">Before</th>}
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ where, path, before, after }) => (
          <tr key={`${where ?? ""} ${path}`}>
            <th scope="row">
              {where !== null && <strong>{where} </strong>}
              <code>{path === "" ? "(all of it)" : path}</code>
            </th>
            {!allNew && <td className="sw-change-before">{before === null ? <em>none</em> : <del>{before}</del>}</td>}
            <td className="sw-change-after">{after === null ? <em>removed</em> : <ins>{after}</ins>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
