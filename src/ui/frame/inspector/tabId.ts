/** The tabs of a step in the inspector. */
export type TabId = "configure" | "outputs" | "retries" | "json";
