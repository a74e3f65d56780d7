import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import type { LazyValue } from '../lib/lazy-value.ts';
import { ApiError } from '../lib/request.ts';
import { Fault } from './states.tsx';

/** A part of a page in a chunk of its own: its shape while it comes, and what to do where it does not. */
export const LazyPart = <Value,>(props: {
  of: LazyValue<Value>;
  /** Stands in its place until then. */
  shape?: JSX.Element;
  children: (value: Value) => JSX.Element | null;
}): JSX.Element | null => {
  const { of, shape = null, children } = props;
  const value = of.now();
  // What was lost a while ago may be had by now.
  useEffect(() => {
    if (of.isLost.peek()) void of.load();
  }, [of]);
  if (value !== null) return children(value);
  return of.isLost.value ? (
    <Fault fault={new ApiError('offline', '')} onRetry={() => void of.load()} />
  ) : (
    shape
  );
};
