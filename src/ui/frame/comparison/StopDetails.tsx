import "./StopDetails.css";
import type { Stop } from "../../../pipeline/compare/stops";
import { verbsOf } from "../../../pipeline/compare/words";
import { FieldChanges } from "../../runs/deploy/FieldChanges";

/** What one stop comes to: in sentences, then field by field. */
export function StopDetails({ stop }: { readonly stop: Stop }) {
  return (
    <div className="sw-stop">
      <Sentences stop={stop} />
      {stop.kind === "step" ? (
        <Fields fields={stop.change.fields} />
      ) : (
        <>
          {stop.parameters.map((parameter) => (
            <div key={parameter.name}>
              <h3>
                Parameter {parameter.name}: {verbsOf(parameter).join(" and ")}
              </h3>
              <Fields fields={parameter.fields} />
            </div>
          ))}
          <Fields fields={stop.fields} />
        </>
      )}
    </div>
  );
}

function Sentences({ stop }: { readonly stop: Stop }) {
  const said = stop.sentences.map(({ sentence }) => sentence);
  const waits = stop.kind === "step" ? waitsInWords(stop) : [];
  const more = waits.filter((sentence) => !said.includes(sentence));
  if (said.length + more.length === 0) return null;
  return (
    <ul>
      {stop.sentences.map(({ sentence, security }) => (
        <li key={sentence} className={security ? "sw-stop-sentence is-security" : "sw-stop-sentence"}>
          {security && <strong>Security: </strong>}
          {sentence}
        </li>
      ))}
      {more.map((sentence) => (
        <li key={sentence} className="sw-stop-sentence">
          {sentence}
        </li>
      ))}
    </ul>
  );
}

function waitsInWords({ change, waitsFor, waitedFor }: Extract<Stop, { kind: "step" }>): readonly string[] {
  return [
    ...waitsFor.map((step) => `${change.name} now waits for ${step}.`),
    ...waitedFor.map((step) => `${change.name} no longer waits for ${step}.`),
  ];
}

function Fields({ fields }: { readonly fields: Extract<Stop, { kind: "pipeline" }>["fields"] }) {
  if (fields.length === 0) return null;
  return <FieldChanges changes={fields.map((field) => ({ ...field, where: null }))} />;
}
