import { createElement, Fragment, type Attributes, type ComponentType, type VNode } from 'preact';
import { withSignals } from './signals.ts';

/**
 * What JSX becomes: `createElement`, which is in the core anyway, instead of
 * Preact's own second copy of it, which every first opening would pay for. Our
 * components are drawn anew when a signal changes that they read.
 */
const jsx = (type: ComponentType, props: object, key?: Attributes['key']): VNode => {
  const isOurs = typeof type === 'function' && type !== (Fragment as ComponentType);
  return createElement(isOurs ? withSignals(type) : type, { ...props, key });
};

export { Fragment, jsx, jsx as jsxs };
