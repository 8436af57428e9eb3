import "./MappingView.css";
import Alert from "@cloudscape-design/components/alert";
import Input from "@cloudscape-design/components/input";
import type { ResourceKind } from "../../../contract/account";
import { targetLabel } from "../../../contract/target";
import type { Promotion, PromotionMapping } from "../../../editor/runs/promote/createPromotion";
import { many } from "../../../pipeline/compare/words";
import { type LiteralKind, literalKinds } from "../../../pipeline/promote/literalKinds";
import { type Literal, literalKey } from "../../../pipeline/promote/literals";
import { leftBehindInWords, usersInWords } from "../../../pipeline/promote/words";
import { ChooseInAccount } from "../../kit/account/ChooseInAccount";
import { ErrorBox } from "../../kit/ErrorBox";
import { DialogLine } from "../../kit/paragraphs";

interface Props {
  readonly promotion: Promotion;
  readonly stage: PromotionMapping;
}

/** What the definition names of its account, and what that is called at the other target. */
export function MappingView({ promotion, stage }: Props) {
  const { literals, leftBehind, error, target } = stage;
  if (literals.length === 0) {
    return (
      <DialogLine role="status">
        The definition names nothing of an account or a region: it goes to {targetLabel(target)} as it is.
      </DialogLine>
    );
  }
  return (
    <div className="sw-mapping">
      {error !== null && <ErrorBox error={error} />}
      <div role="status">
        {leftBehind.length > 0 && (
          <Alert type="warning" header="Not everything is of the other side yet" statusIconAriaLabel="Warning">
            <ul className="sw-mapping-left" aria-label="Still of the old side">
              {leftBehind.map((one) => (
                <li key={literalKey(one.literal)}>{leftBehindInWords(one)}</li>
              ))}
            </ul>
          </Alert>
        )}
        {leftBehind.length === 0 && (
          <DialogLine>
            {many(literals.length, "name")} of an account, each with what it is called in {targetLabel(target)}. This is
            remembered for these two targets.
          </DialogLine>
        )}
      </div>
      {literalKinds.map((kind) => (
        <OfKind key={kind} promotion={promotion} stage={stage} kind={kind} />
      ))}
    </div>
  );
}

const titles: Readonly<Record<LiteralKind, string>> = {
  role: "Roles",
  bucket: "Buckets",
  image: "Images",
  function: "Functions",
  queue: "Queues",
  key: "Keys",
  endpoint: "Endpoints",
  modelPackageGroup: "Model package groups",
  network: "Subnets and security groups",
  other: "Other ARNs and addresses",
};

function OfKind({ kind, ...props }: Props & { readonly kind: LiteralKind }) {
  const literals = props.stage.literals.filter((literal) => literal.kind === kind);
  if (literals.length === 0) return null;
  return (
    <section aria-label={titles[kind]}>
      <h3>{titles[kind]}</h3>
      <ul>
        {literals.map((literal) => (
          <Row key={literal.text} literal={literal} {...props} />
        ))}
      </ul>
    </section>
  );
}

/** What of the account can be picked for a kind. */
const picked: Partial<Record<LiteralKind, ResourceKind>> = {
  role: "role",
  bucket: "location",
  image: "image",
  function: "function",
  queue: "queue",
  endpoint: "endpoint",
  modelPackageGroup: "modelPackageGroup",
};

function Row({ promotion, stage, literal }: Props & { readonly literal: Literal }) {
  const { kind, text } = literal;
  const set = (to: string) => promotion.map(literal, to.trim());
  const resource = picked[kind];
  return (
    <li className="sw-mapping-row">
      <div className="sw-mapping-old">
        <code>{text}</code>
        <span className="sw-mapping-use">{usersInWords(literal)}</span>
      </div>
      <div className="sw-mapping-new">
        <Input
          value={stage.mapping.get(literalKey(literal)) ?? text}
          ariaLabel={`${text} in ${targetLabel(stage.target)}`}
          placeholder="Not said yet: it stays as it is"
          spellcheck={false}
          autoComplete={false}
          onChange={({ detail }) => set(detail.value)}
        />
        {resource !== undefined && (
          <ChooseInAccount
            target={stage.target}
            kind={resource}
            label={text}
            onPick={(value) => set(kind === "bucket" ? value.replace(/^s3:\/\/([^/]+).*$/, "$1") : value)}
          />
        )}
      </div>
    </li>
  );
}
