import type { JSX } from 'preact';
import { Download } from 'lucide';
import { language, messages } from '../i18n/messages.ts';
import { csvLine } from '../lib/csv.ts';
import { Button } from '../ui/Button.tsx';
import { saveText } from './save-file.ts';

interface Fault<Code> {
  readonly line: number;
  readonly code: Code;
  readonly detail: string;
}

/** How many lines are in sight at once. */
const IN_SIGHT = 10;

/** Lines that cannot come, or not with everything, and why; and all of them as a file. */
export const FaultList = <Code extends string>({
  faults,
  codes,
}: {
  faults: readonly Fault<Code>[];
  codes: Readonly<Record<Code, string>>;
}): JSX.Element | null => {
  const w = messages().imports;
  if (faults.length === 0) return null;
  const rest = faults.slice(IN_SIGHT);
  const list = (of: readonly Fault<Code>[]): JSX.Element => (
    <ul class="plain-list">
      {of.map((fault, i) => (
        <li key={i}>
          <strong>{w.line(fault.line)}</strong> {codes[fault.code]}{' '}
          <span class="quiet small">{detailText(fault.detail)}</span>
        </li>
      ))}
    </ul>
  );
  const file = (): string =>
    [w.faultColumns, ...faults.map((one) => [String(one.line), codes[one.code], one.detail])]
      .map(csvLine)
      .join('');
  return (
    <div>
      <p>
        <strong>{w.faults(new Set(faults.map(({ line }) => line)).size)}</strong>
      </p>
      {list(faults.slice(0, IN_SIGHT))}
      {rest.length > 0 && (
        <details>
          <summary>{w.moreFaults(rest.length)}</summary>
          {list(rest)}
        </details>
      )}
      <Button icon={Download} onClick={() => saveText(file(), w.faultFile, 'text/csv')}>
        {w.faultDownload}
      </Button>
    </div>
  );
};

/** The server explains in English; elsewhere what stands in the file is enough beside the words of the code. */
function detailText(detail: string): string {
  return language.value === 'en' ? detail : (/"(.*)"/s.exec(detail)?.[0] ?? '');
}
