import "./PlanView.css";
import Alert from "@cloudscape-design/components/alert";
import Badge from "@cloudscape-design/components/badge";
import type { Plan } from "../../../contract/deploy";
import { compareWithDeployed } from "../../../editor/commands/pipeline/compare";
import type { Deploy } from "../../../editor/runs/deploy/createDeploy";
import type { ItemChange } from "../../../pipeline/compare/changes";
import { besideChanges, lastFromHereInWords, planInWords, sensitiveChanges } from "../../../pipeline/compare/planWords";
import { type Verb, verbsOf, whenceInWords } from "../../../pipeline/compare/words";
import { PlainButton } from "../../kit/PlainButton";
import { useRun } from "../../kit/useCommands";
import { useWorkspace } from "../../kit/useWorkspace";
import { DriftView } from "./DriftView";
import { FieldChanges } from "./FieldChanges";
import { PreflightView } from "./PreflightView";

interface Props {
  readonly deploy: Deploy;
  readonly plan: Plan;
  readonly stale: boolean;
}

/** What a deploy would change: what touches security first, then the steps, the parameters, and what stands beside them. */
export function PlanView({ deploy, plan, stale }: Props) {
  const sensitive = sensitiveChanges(plan);
  return (
    <div className="sw-plan">
      {stale && (
        <Alert type="warning" header="Someone changed the pipeline since the last plan" statusIconAriaLabel="Warning">
          Nothing was written. This is the new plan.
        </Alert>
      )}
      <p className="sw-plan-sum" role="status">
        {planInWords(plan)}
      </p>
      <PlanFacts deploy={deploy} plan={plan} />
      {plan.drift !== null && <DriftView deploy={deploy} drift={plan.drift} pipelineName={plan.pipelineName} />}
      <PreflightView deploy={deploy} />
      {sensitive.length > 0 && (
        <section aria-label="Security-relevant changes" className="sw-plan-sensitive">
          <h3>Security-relevant</h3>
          <p>Who may do what, which code runs, where data goes.</p>
          <FieldChanges changes={sensitive} />
        </section>
      )}
      <Meanings plan={plan} />
      <Items title="Steps" items={plan.steps} isNew={plan.kind === "create"} />
      <Items title="Parameters" items={plan.parameters} isNew={plan.kind === "create"} />
      <Beside plan={plan} />
      <Others plan={plan} />
    </div>
  );
}

function PlanFacts({ deploy, plan }: Pick<Props, "deploy" | "plan">) {
  return (
    <dl className="sw-plan-facts">
      <dt>Role</dt>
      <dd>
        <code>{deploy.role()}</code>{" "}
        <PlainButton look="text" onClick={() => deploy.askRole()}>
          Change the role
        </PlainButton>
      </dd>
      {plan.deployed !== null && (
        <>
          <dt>Deployed now</dt>
          <dd>
            <code>{plan.deployed.arn}</code>
            {plan.deployed.lastModified !== null && <> · {new Date(plan.deployed.lastModified).toLocaleString("en")}</>}
            {plan.deployed.lastModifiedBy !== null && <> by {plan.deployed.lastModifiedBy}</>}{" "}
            {deploy.ofDocument && <OnCanvas />}
            <div>{lastFromHereInWords(plan, (moment) => new Date(moment).toLocaleString("en"))}</div>
          </dd>
        </>
      )}
      {plan.upload !== null && (
        <>
          <dt>Goes through</dt>
          <dd>
            <code>
              s3://{plan.upload.bucket}/{plan.upload.key}
            </code>
          </dd>
        </>
      )}
    </dl>
  );
}

/** The same plan as a picture: what is here over what is deployed. */
function OnCanvas() {
  const run = useRun();
  const { dialogs } = useWorkspace();
  const show = () => {
    dialogs.close();
    void run(compareWithDeployed);
  };
  return (
    <PlainButton look="text" onClick={show}>
      See it on the canvas
    </PlainButton>
  );
}

const colours = {
  added: "green",
  removed: "red",
  changed: "blue",
  moved: "grey",
  renamed: "grey",
} as const satisfies Record<Verb, string>;

function Items({
  title,
  items,
  isNew,
}: {
  readonly title: string;
  readonly items: readonly ItemChange[];
  readonly isNew: boolean;
}) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul
        className={isNew ? "sw-plan-items sw-plan-new" : "sw-plan-items"}
        // A long list scrolls by itself, so that the sum above it stays in sight; the keys must reach it then.
        tabIndex={items.length > 8 ? 0 : undefined}
      >
        {items.map((item) => (
          <li key={`${item.change} ${item.name}`}>
            <div className="sw-plan-item">
              {!isNew &&
                verbsOf(item).map((verb) => (
                  <Badge key={verb} color={colours[verb]}>
                    {verb}
                  </Badge>
                ))}
              <strong>{item.name}</strong>
              <span className="sw-plan-type">
                {[item.type, whenceInWords(item)].filter((words) => words !== "").join(" · ")}
              </span>
            </div>
            {item.fields.length > 0 && (
              <details className="sw-plan-fields" open={items.length <= 4}>
                <summary>
                  {item.fields.length === 1 ? "1 field" : `${item.fields.length} fields`}
                  <span className="sw-unseen"> of {item.name}</span>
                </summary>
                <FieldChanges changes={item.fields.map((field) => ({ ...field, where: null }))} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the changes come to, in plain words; in a new pipeline everything is new, and the lists below say it. */
function Meanings({ plan: { kind, meanings } }: Pick<Props, "plan">) {
  if (kind !== "update" || meanings.length === 0) return null;
  return (
    <section aria-label="In plain words">
      <h3>In plain words</h3>
      <ul className="sw-plan-meanings" tabIndex={meanings.length > 8 ? 0 : undefined}>
        {meanings.map(({ sentence, security }) => (
          <li key={sentence} className={security ? "sw-plan-security" : undefined}>
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Beside({ plan }: Pick<Props, "plan">) {
  const changes = besideChanges(plan);
  if (changes.length === 0) return null;
  return (
    <section aria-label="Beside the definition">
      <h3>Beside the definition</h3>
      <FieldChanges changes={changes} />
    </section>
  );
}

function Others({ plan: { definition, order } }: Pick<Props, "plan">) {
  const changes = order === null ? definition : [...definition, { path: "Steps", ...order, sensitive: false }];
  if (changes.length === 0) return null;
  return (
    <section aria-label="The rest of the definition">
      <h3>The rest of the definition</h3>
      <FieldChanges changes={changes.map((change) => ({ ...change, where: null }))} />
    </section>
  );
}
