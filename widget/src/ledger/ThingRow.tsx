import type { JSX } from 'preact';
import type { AppModel } from '../app/model.ts';
import { NextIcon } from '../ui/icons.tsx';
import { Tile } from '../app/Tile.tsx';
import { iconOf } from './icon-rules.ts';
import type { HistoryWords } from './history-words.ts';
import { actOf, stateWords, titleOf } from './say-thing.ts';
import { toldOf } from './sentence-rules.ts';
import { isComing, pictureOf, type Thing } from './thing-rules.ts';

/** Opens the receipt of a thing, from its row. */
export type OpenThing = (thing: Thing, row: HTMLElement) => void;

/** One thing of the history: what it was, what has become of it, what it brought or cost. */
export const ThingRow = (props: {
  model: AppModel;
  words: HistoryWords;
  thing: Thing;
  onOpen: OpenThing;
}): JSX.Element => {
  const { model, words, thing, onOpen } = props;
  const told = toldOf(thing, model.state.value.me?.balance.debt ?? 0);
  const coming = isComing(thing);
  const quiet = [
    ...(coming ? [] : [words.day(thing.rows[0].effectiveAt)]),
    ...stateWords(props, thing, told),
  ].join(model.words.language === 'ja' ? '・' : ' · ');
  const look = coming ? 'coming' : thing.points > 0 ? 'gain' : '';
  return (
    <li part="transaction">
      <button class="link-row" onClick={({ currentTarget }) => onOpen(thing, currentTarget)}>
        <Tile icon={iconOf(thing, actOf(model, thing))} picture={pictureOf(thing)} />
        <span class="row-text">
          <span class="row-title">{titleOf(props, thing)}</span>
          <span class="quiet-text">{quiet}</span>
        </span>
        <span class={`amount ${look}`} dir="ltr">
          {words.signed(thing.points)}
        </span>
        <NextIcon />
      </button>
    </li>
  );
};
