import type { CodePage } from '@okaeri/shared/code-lists';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import type { Step } from '../ui/table/Steps.tsx';

/** What happened to a code, and what people did about it, the newest first. */
export const codeSteps = (of: CodePage): readonly Step[] => {
  const w = messages().code;
  const named: Readonly<Record<string, string>> = w.acts;
  const acts = of.acts.map(({ at, actor, operation, reason }) => ({
    at,
    text: named[operation] ?? operation,
    line: [w.by(actor), reason].filter((text) => text !== null).join(' · '),
  }));
  const ended: Step[] =
    of.endedAt === null
      ? []
      : [
          {
            at: of.endedAt,
            text:
              of.state === 'used' || of.state === 'held' || of.state === 'issued'
                ? w.used
                : w.ended[of.state],
            isBad: of.state !== 'used',
          },
        ];
  const issued =
    of.voucher === null || of.state === 'held' ? [] : [{ at: of.takenAt, text: w.issued }];
  return [
    ...[...acts, ...ended].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)),
    ...issued,
    { at: of.takenAt, text: w.reserved(formatCount(of.points)) },
  ];
};
