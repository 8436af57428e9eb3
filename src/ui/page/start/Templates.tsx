import { openTemplate, type Template, templates } from "../../../editor/session/templates";
import { StartCard } from "./StartCard";
import { StartHead } from "./StartHead";
import { TemplatePicture } from "./TemplatePicture";
import { useNewDocument } from "./useNewDocument";

/** Pipelines to begin with, each with its picture. */
export default function Templates() {
  const openNew = useNewDocument();
  const open = async (template: Template) => openNew((await openTemplate(template))(template.id));
  return (
    <section aria-labelledby="templates">
      <StartHead>
        <h2 id="templates">Templates</h2>
        <span className="sw-start-hint">
          Each runs locally as it is. Put your own data, images and role in their places.
        </span>
      </StartHead>
      <div className="sw-start-cards">
        {templates.map((template) => (
          <StartCard
            key={template.id}
            title={template.title}
            summary={template.summary}
            preview={<TemplatePicture id={template.id} />}
            onChoose={() => void open(template)}
          />
        ))}
      </div>
    </section>
  );
}
