import "./FieldPath.css";
import { Breakable } from "./Breakable";

interface Props {
  readonly id?: string;
  /** What is heard before what is shown. */
  readonly heard?: string;
  readonly path: string;
}

/** Where a field stands, by AWS's names. */
export function FieldPath({ id, heard = "", path }: Props) {
  return (
    <div className="sw-field-path" id={id} title={path}>
      {heard !== "" && <span className="sw-unseen">{heard}</span>}
      <Breakable text={path} />
    </div>
  );
}
