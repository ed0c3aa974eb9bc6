/**
 * Wraps a commit so that any number of calls within one animation frame run it once: market data arrives far more
 * often than a screen can show.
 */
export function oncePerFrame(commit: () => void): () => void {
  let scheduled = false;
  return () => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      commit();
    });
  };
}
