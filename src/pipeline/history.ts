/**
 * Undo and redo: snapshots of the document with structural sharing, one entry a gesture.
 * A gesture ends with commit or cancel, never by a clock.
 */
export interface HistoryEntry<T> {
  /** What the person did: "Add Training", "Rename Train to Fit". */
  readonly label: string;
  readonly before: T;
}

export interface History<T> {
  readonly past: readonly HistoryEntry<T>[];
  readonly present: T;
  readonly future: readonly { readonly label: string; readonly after: T }[];
  readonly gesture: { readonly label: string; readonly before: T } | null;
}

/** Older entries are forgotten: snapshots share almost everything, but a day's work should not grow without end. */
const longest = 500;

export function startHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], gesture: null };
}

/** Changes the present. Inside a gesture it makes no entry of its own. The same value changes nothing and keeps the future. */
export function record<T>(history: History<T>, label: string, present: T): History<T> {
  if (present === history.present) return history;
  if (history.gesture !== null) return { ...history, present };
  const past = [...history.past, { label, before: history.present }].slice(-longest);
  return { past, present, future: [], gesture: null };
}

/** Opens a gesture; one that is open is committed first. */
export function openGesture<T>(history: History<T>, label: string): History<T> {
  const settled = commitGesture(history);
  return { ...settled, gesture: { label, before: settled.present } };
}

/** Ends a gesture with one entry, or none when nothing changed. */
export function commitGesture<T>(history: History<T>): History<T> {
  const { gesture, present } = history;
  if (gesture === null) return history;
  if (gesture.before === present) return { ...history, gesture: null };
  const past = [...history.past, { label: gesture.label, before: gesture.before }].slice(-longest);
  return { past, present, future: [], gesture: null };
}

/** Ends a gesture as if it had not been. */
export function cancelGesture<T>(history: History<T>): History<T> {
  if (history.gesture === null) return history;
  return { ...history, present: history.gesture.before, gesture: null };
}

export function undo<T>(history: History<T>): History<T> {
  const settled = commitGesture(history);
  const entry = settled.past.at(-1);
  if (entry === undefined) return settled;
  return {
    past: settled.past.slice(0, -1),
    present: entry.before,
    future: [{ label: entry.label, after: settled.present }, ...settled.future],
    gesture: null,
  };
}

export function redo<T>(history: History<T>): History<T> {
  const settled = commitGesture(history);
  const [entry, ...future] = settled.future;
  if (entry === undefined) return settled;
  return {
    past: [...settled.past, { label: entry.label, before: settled.present }],
    present: entry.after,
    future,
    gesture: null,
  };
}
