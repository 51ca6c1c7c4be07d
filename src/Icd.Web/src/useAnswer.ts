import { useCallback, useEffect, useRef, useState } from "react";

export interface Answer<T> { value: T | null; error: Error | null; isLoading: boolean; retry: () => void }

/**
 * Asks the server anew whenever `key` changes; the last answer stays until the next is there, so that nothing jumps.
 * A `key` of null asks nothing and has no answer.
 */
export function useAnswer<T>(key: string | null, ask: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [state, setState] = useState<{ key: string | null; value: T | null; error: Error | null }>({ key: null, value: null, error: null });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    if (key === null) {
      setState({ key: null, value: null, error: null });
      return;
    }
    const controller = new AbortController();
    latest.current(controller.signal).then(
      value => { if (!controller.signal.aborted) setState({ key, value, error: null }); },
      (error: unknown) => { if (!controller.signal.aborted) setState({ key, value: null, error: error as Error }); },
    );
    return () => controller.abort();
  }, [key, attempt]);
  const retry = useCallback(() => setAttempt(count => count + 1), []);
  return { value: key === null ? null : state.value, error: state.error, isLoading: key !== null && state.key !== key, retry };
}
