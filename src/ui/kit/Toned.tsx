import "./Toned.css";
import type { ComponentProps } from "react";

interface Props extends ComponentProps<"span"> {
  readonly tone: "info" | "success" | "warning" | "error" | "quiet";
}

/** A mark in the colours of what it says. */
export const Toned = ({ tone, className, ...span }: Props) => (
  <span {...span} className={`${className} sw-tone-${tone}`} />
);
