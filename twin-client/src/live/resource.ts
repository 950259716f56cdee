import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { Answer, Fault } from './answer.ts';

/** What a page has asked for: on its way, here, or refused. */
export type Resource<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'here'; readonly value: T }
  | { readonly kind: 'failed'; readonly fault: Fault };

/**
 * Asks when `key` changes and on `again`. While a newer answer is on its way the old one stays; an answer that comes
 * too late is dropped. An unreachable server is asked again by itself every five seconds.
 */
export function useResource<T>(key: string, ask: () => Promise<Answer<T>>): readonly [Resource<T>, again: () => void] {
  const [state, setState] = useState<{ readonly key: string; readonly resource: Resource<T> }>();
  const [asked, setAsked] = useState(0);
  const question = useMemo(() => ({ key, asked }), [key, asked]);
  const put = useEffectEvent(ask);
  useEffect(() => {
    let late = false;
    void put().then((answer) => {
      if (late) return;
      const resource: Resource<T> = answer.ok
        ? { kind: 'here', value: answer.value }
        : { kind: 'failed', fault: answer.fault };
      setState({ key: question.key, resource });
    });
    return () => {
      late = true;
    };
  }, [question]);
  const again = useCallback(() => setAsked((count) => count + 1), []);
  const resource: Resource<T> = state?.key === key ? state.resource : { kind: 'loading' };
  const unreachable = resource.kind === 'failed' && resource.fault.status === 0;
  useEffect(() => {
    if (!unreachable) return undefined;
    const timer = setInterval(again, 5000);
    return () => clearInterval(timer);
  }, [unreachable, again]);
  return [resource, again];
}
