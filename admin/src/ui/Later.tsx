import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ComponentChildren, ComponentType, JSX } from 'preact';

/** A part of a page that comes only when it is wanted. */
export const Later = <Props extends object>(of: {
  load: () => Promise<ComponentType<Props>>;
  props: Props;
  /** What stands there until it has come. */
  meanwhile?: ComponentChildren;
}): JSX.Element => {
  const { load, props, meanwhile = null } = of;
  const found = useSignal<ComponentType<Props> | null>(null);
  useEffect(() => {
    let isOver = false;
    const fetchIt = async (): Promise<void> => {
      const component = await load();
      if (!isOver) found.value = component;
    };
    void fetchIt();
    return () => {
      isOver = true;
    };
  }, [load]);
  const Shown = found.value;
  return <>{Shown === null ? meanwhile : <Shown {...props} />}</>;
};
