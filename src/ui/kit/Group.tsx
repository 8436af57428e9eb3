import "./Group.css";
import type { ReactNode } from "react";
import { HeadNote } from "./HeadNote";
import { Required } from "./Required";

interface Props {
  readonly label: string;
  /** The field that it is about, by AWS's path. */
  readonly path?: string;
  readonly children: ReactNode;
}

/** A part of a form under a heading of its own. */
export const Group = ({ label, path, children }: Props) => (
  <section className="sw-group" data-path={path} aria-label={label}>
    {children}
  </section>
);

interface TitleProps {
  readonly title: string;
  readonly path: string;
  readonly required?: boolean;
  /** "2 channels" */
  readonly count?: string | undefined;
  readonly action?: ReactNode;
}

/** The heading of a group: its name, AWS's path where that says more, and what can be done with all of it. */
export const GroupTitle = ({ title, path, required, count = "", action }: TitleProps) => (
  <div className="sw-group-head">
    <h3>{title}</h3>
    {path !== title && <HeadNote kind="path" text={path} />}
    {required && <Required />}
    {count !== "" && <HeadNote kind="count" text={count} />}
    {action}
  </div>
);
