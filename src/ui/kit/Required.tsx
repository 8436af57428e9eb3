import "./Required.css";

/** Said behind the label of what SageMaker does not do without. */
export function Required() {
  return <span className="sw-field-required">required</span>;
}
