import { createElement, Fragment, type Attributes, type ComponentType, type VNode } from 'preact';

/**
 * What JSX becomes: `createElement`, which is in the core anyway, instead of
 * Preact's own second copy of it, which every first opening would pay for.
 */
const jsx = (type: ComponentType, props: object, key?: Attributes['key']): VNode =>
  createElement(type, { ...props, key });

export { Fragment, jsx, jsx as jsxs };
