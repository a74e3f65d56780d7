import type { JSX } from 'preact';
import { denied } from '../app/denied.ts';
import { shopZone } from '../app/shop-zone.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { formatTimeIn } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { cityOf } from '../ui/pickers/zone-rules.ts';
import type { Editor } from './program-model.ts';

/** What is to be published later, and how to take that back. */
export const ScheduleNote = ({ editor }: { editor: Editor }): JSX.Element | null => {
  const schedule = editor.status.value?.schedule;
  if (!schedule) return null;
  const w = messages().program;
  const { at, by, note, refused } = schedule;
  const time = timeInShop(at);
  return (
    <div
      class={refused === null ? 'note' : 'note failed'}
      role={refused === null ? 'status' : 'alert'}
    >
      <p>
        {refused === null ? (
          <>
            {w.scheduled(time)} {by !== null && <span class="quiet">{w.scheduledBy(by)}</span>}
          </>
        ) : (
          <>
            {w.scheduleRefused(time)} {faultText({ code: refused, errors: [], values: {} })}
          </>
        )}
        {note !== null && <span class="quiet small"> {note}</span>}
      </p>
      <Button blocked={denied('run')} onClick={() => void editor.cancelSchedule()}>
        {w.cancelSchedule}
      </Button>
    </div>
  );
};

/** A time as the shop's clock shows it, with its city. */
function timeInShop(iso: string): string {
  const timeZone = shopZone();
  const time = formatTimeIn(iso, timeZone);
  return timeZone === undefined ? time : `${time} (${cityOf(timeZone)})`;
}
