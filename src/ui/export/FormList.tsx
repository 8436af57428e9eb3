import "./FormList.css";
import { exportForms } from "../../export";
import { type ExportForm, exportGroups } from "../../export/form";

interface Props {
  readonly chosen: ExportForm;
  readonly onChoose: (form: ExportForm) => void;
}

/** Every form that there is, by what it is for. */
export function FormList({ chosen, onChoose }: Props) {
  return (
    <div className="sw-forms">
      {exportGroups.map((group) => {
        const forms = exportForms.filter((form) => form.group === group);
        if (forms.length === 0) return null;
        return (
          <fieldset key={group}>
            <legend>{group}</legend>
            {forms.map((form) => (
              <label key={form.id} className="sw-forms-one">
                <input type="radio" name="form" checked={form === chosen} onChange={() => onChoose(form)} />
                {form.label}
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
