import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { X } from 'lucide';
import type { Counted } from '@okaeri/shared/list-parts';
import { messages } from '../../i18n/messages.ts';
import { lazyValue } from '../../lib/lazy-value.ts';
import { Icon } from '../Icon.tsx';
import { LazyPart } from '../LazyPart.tsx';
import { countText } from './count-text.ts';
import { isSameView, type SavedView, type TableState } from './table-state.ts';

/** A view the list has for everybody. */
export interface FixedView {
  readonly text: string;
  readonly filters: TableState['filters'];
  readonly total?: Counted | undefined;
}

const DIALOG = lazyValue(async () => (await import('./NameDialog.tsx')).NameDialog);

/** Ways to look at a list: those it has for everybody, and those somebody has kept. */
export const Views = (props: {
  fixed: readonly FixedView[];
  own: readonly SavedView[];
  state: TableState;
  hrefOf: (state: TableState) => string;
  onOwn: (views: readonly SavedView[]) => void;
}): JSX.Element => {
  const { fixed, own, state, hrefOf, onOwn } = props;
  const isNaming = useSignal(false);
  const w = messages().tables;
  const current = (filters: TableState['filters']): 'page' | undefined =>
    isSameView(state, { ...state, filters }) ? 'page' : undefined;
  const isKnown =
    fixed.some(({ filters }) => current(filters) === 'page') ||
    own.some((view) => current(view.state.filters) === 'page');
  return (
    <div class="table-views">
      <nav class="segments" aria-label={w.views}>
        {fixed.map(({ text, filters, total }) => (
          <a
            key={text}
            href={hrefOf({ ...state, search: '', filters })}
            aria-current={current(filters)}
          >
            {text}
            {total !== undefined && <span> {countText(total)}</span>}
          </a>
        ))}
        {own.map((view) => (
          <span key={view.name} class="own">
            <a href={hrefOf(view.state)} aria-current={current(view.state.filters)}>
              {view.name}
            </a>
            {current(view.state.filters) === 'page' && (
              <button
                type="button"
                aria-label={w.deleteView(view.name)}
                title={w.deleteView(view.name)}
                onClick={() => onOwn(own.filter((one) => one !== view))}
              >
                <Icon of={X} size={13} />
              </button>
            )}
          </span>
        ))}
      </nav>
      {!isKnown && (
        <button type="button" class="link" onClick={() => (isNaming.value = true)}>
          {w.saveView}
        </button>
      )}
      {isNaming.value && (
        <LazyPart of={DIALOG}>
          {(NameDialog) => (
            <NameDialog
              taken={own.map(({ name }) => name)}
              onClose={() => (isNaming.value = false)}
              onName={(name) => {
                isNaming.value = false;
                onOwn([...own, { name, state: { ...state, search: '' } }]);
              }}
            />
          )}
        </LazyPart>
      )}
    </div>
  );
};
