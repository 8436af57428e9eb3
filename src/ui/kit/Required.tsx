import "./Required.css";

/** Said behind the label of what SageMaker does not do without. */
export const Required = () => <span className="sw-field-required">required</span>;
