type Listeners = {
  readonly [Type in keyof GlobalEventHandlersEventMap]?: (event: GlobalEventHandlersEventMap[Type]) => void;
};

/** Listens to several events; the returned function ends it. `capture`: before what lies within hears of them. */
export function listen(target: EventTarget, listeners: Listeners, capture = false): () => void {
  const ended = new AbortController();
  for (const [type, listener] of Object.entries(listeners)) {
    target.addEventListener(type, listener as EventListener, { capture, signal: ended.signal });
  }
  return () => ended.abort();
}
