import "./Losses.css";
import Alert from "@cloudscape-design/components/alert";

/** What the form cannot carry, said before it is written anywhere. */
export function Losses({ losses }: { readonly losses: readonly string[] }) {
  if (losses.length === 0) return null;
  return (
    <Alert type="warning" header="What does not come along">
      <ul className="sw-export-losses">
        {losses.map((loss) => (
          <li key={loss}>{loss}</li>
        ))}
      </ul>
    </Alert>
  );
}
