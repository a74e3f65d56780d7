import { Fragment, type JSX } from 'preact';
import { isKeyListOpen } from '../app/shortcuts.ts';
import { MENU_PAGES } from '../app/pages.ts';
import { may } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { hasSingleKeys, setSingleKeys } from '../lib/free-keys.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { CheckField } from '../ui/Field.tsx';
import './shortcuts.css';

/** Keys pressed one after the other or together, and what they do. */
type Row = readonly [keys: readonly string[], does: string];

/** Every key of the console, by where it does something, and the switch of those that are letters alone. */
export const KeyList = (): JSX.Element => {
  const w = messages().shortcuts;
  return (
    <Dialog title={w.title} onClose={() => (isKeyListOpen.value = false)}>
      <CheckField
        label={
          <>
            {w.single} <span class="quiet small">{w.singleText}</span>
          </>
        }
        autoFocus
        checked={hasSingleKeys.value}
        onValue={setSingleKeys}
      />
      <div class="key-list">
        {groupsOf().map(([title, rows]) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([keys, does]) => (
                <Fragment key={does}>
                  <dt>
                    {keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
};

function groupsOf(): readonly (readonly [string, readonly Row[]])[] {
  const w = messages();
  const { acts } = w.shortcuts;
  const command = /Mac|iP/.test(navigator.platform) ? '⌘' : 'Ctrl';
  const pages = MENU_PAGES.filter(({ key, ability }) => key !== undefined && may(ability));
  return [
    [
      w.shortcuts.everywhere,
      [
        [[command, 'K', '/'], acts.search],
        [['?'], acts.list],
        [['Esc'], acts.close],
      ],
    ],
    [
      w.shortcuts.goTo,
      pages.map(({ key = '', title }): Row => [['G', key.toUpperCase()], title(w)]),
    ],
    [
      w.shortcuts.lists,
      [
        [['J'], acts.next],
        [['K'], acts.previous],
        [['Enter'], acts.open],
        [['X'], acts.select],
        [['Shift', 'X'], acts.selectRange],
      ],
    ],
    [
      w.shortcuts.decisions,
      [
        [['P'], acts.publish],
        [['W'], acts.withhold],
        [['R'], acts.reply],
      ],
    ],
    [
      w.shortcuts.shopper,
      [
        [['A'], acts.adjust],
        [['R'], acts.reward],
      ],
    ],
    [
      w.shortcuts.cases,
      [
        [['R'], acts.reply],
        [['A'], acts.assign],
        [['E'], acts.resolve],
      ],
    ],
    [
      w.shortcuts.documents,
      [
        [[command, 'S'], acts.save],
        [[command, 'Z'], acts.undo],
        [['Shift', command, 'Z'], acts.redo],
      ],
    ],
  ];
}
