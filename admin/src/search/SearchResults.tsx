import type { JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import type { SearchGroup, SearchResult } from './search-results.ts';
import { markedParts, readTyped } from './typed-rules.ts';

/** What was found, group by group; the whole is one list to go through. */
export const SearchResults = (props: {
  id: string;
  groups: readonly SearchGroup[];
  current: number;
  text: string;
  onPoint: (at: number) => void;
  onChoose: (result: SearchResult) => void;
}): JSX.Element => {
  const { id, groups, current, text, onPoint, onChoose } = props;
  const { words } = readTyped(text);
  let at = -1;
  return (
    <div role="listbox" id={id} aria-label={messages().search.title} class="search-list">
      {groups.map(({ title, results }, group) => (
        <div key={title} role="group" aria-labelledby={`${id}-g${group}`}>
          <p id={`${id}-g${group}`} class="search-group quiet small">
            {title}
          </p>
          {results.map((result) => {
            at += 1;
            const index = at;
            return (
              <div
                key={`${result.href} ${result.text}`}
                id={`${id}-${index}`}
                role="option"
                ref={index === current ? intoSight : null}
                aria-selected={index === current}
                onPointerMove={() => onPoint(index)}
                onClick={() => onChoose(result)}
              >
                <Icon of={result.icon} size={16} />
                <span class="grow">
                  <Marked text={result.text} words={words} />{' '}
                  {result.line !== undefined && result.line !== '' && (
                    <span class="quiet small">
                      <Marked text={result.line} words={words} />
                    </span>
                  )}
                </span>
                {result.key !== undefined && <kbd aria-hidden="true">{result.key}</kbd>}
                {result.figure !== undefined && <span class="quiet small">{result.figure}</span>}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
};

function Marked({ text, words }: { text: string; words: string }): JSX.Element {
  return (
    <>
      {markedParts(text, words).map(({ text: part, isHit }, index) =>
        isHit ? <mark key={index}>{part}</mark> : part,
      )}
    </>
  );
}

// By the keys one comes to what is below the edge.
function intoSight(node: HTMLElement | null): void {
  return node?.scrollIntoView({ block: 'nearest' });
}
