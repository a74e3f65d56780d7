import type { SurveyTrigger } from '@okaeri/shared/surveys';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { InvitationRow, SurveyRow, WaveRow } from './tables.ts';
import { closesAtOf } from './wave-rules.ts';

/** Between two relational surveys, and between any two, of different waves; and after the first parcel. */
const RELATIONAL_GAP_MS = 90 * DAY_MS;
const SURVEY_GAP_MS = 30 * DAY_MS;
export const FIRST_AFTER_MS = 30 * DAY_MS;
/** How long what was shown stands: answered again meanwhile, it is no showing of its own. */
export const STANDS_MS = 7 * DAY_MS;

/** Why somebody is not asked: for good in this wave, or not before a time. */
export type NotAsked =
  | {
      readonly why: 'ended' | 'answered' | 'dismissed' | 'lapsed' | 'shownEnough' | 'insider';
    }
  | { readonly why: 'paused' }
  | { readonly why: 'tooSoon'; readonly until: number };

/** A survey that somebody was shown. */
export interface Shown {
  readonly surveyId: string;
  readonly wave: string;
  readonly lastShownAt: number;
  readonly isRelational: boolean;
}

export interface Asking {
  readonly survey: Pick<SurveyRow, 'id' | 'state' | 'trigger' | 'endedAt'>;
  readonly wave: Pick<WaveRow, 'key' | 'opensAt' | 'closesAt'>;
  readonly invitation: Pick<
    InvitationRow,
    'insider' | 'answeredAt' | 'dismissedAt' | 'lapsedAt' | 'shows'
  >;
  readonly showsMax: number;
  /** What else was shown to the same shopper. */
  readonly shown: readonly Shown[];
  /** When the first parcel came, if it did so long enough ago; null else. */
  readonly hasOldArrival: boolean;
  /** Whether there is an answer already, whatever became of it. */
  readonly hasResponse: boolean;
  readonly now: number;
}

/** Surveys of the customer as such, and not of one order or case. */
export const isRelational = (trigger: SurveyTrigger['kind']): boolean =>
  trigger === 'relational' || trigger === 'dates';

/** Whether somebody may be asked now, before what every touch is asked (E33). Null when they may. */
export const whyNotAsked = (asking: Asking): NotAsked | null => {
  const { survey, wave, invitation, now } = asking;
  const { closesAt } = { closesAt: closesAtOf(wave, survey) };
  if (survey.state === 'ended' || now >= closesAt) return { why: 'ended' };
  if (invitation.insider) return { why: 'insider' };
  if (invitation.lapsedAt !== null) return { why: 'lapsed' };
  if (invitation.answeredAt !== null || asking.hasResponse) return { why: 'answered' };
  if (invitation.dismissedAt !== null) return { why: 'dismissed' };
  if (invitation.shows >= asking.showsMax) return { why: 'shownEnough' };
  if (survey.state !== 'running') return { why: 'paused' };
  const until = Math.max(wave.opensAt, gapEnds(asking));
  return until > now ? { why: 'tooSoon', until } : firstParcel(asking);
};

/** When enough time has passed since surveys of other waves were shown; what was shown last of all still stands. */
function gapEnds({ survey, wave, shown, now }: Asking): number {
  const isOwn = (one: Shown): boolean => one.surveyId === survey.id && one.wave === wave.key;
  const [latest] = shown.toSorted(
    (a, b) => b.lastShownAt - a.lastShownAt || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
  if (latest !== undefined && isOwn(latest) && now < latest.lastShownAt + STANDS_MS) return 0;
  const others = shown.filter((one) => !isOwn(one));
  const relational = isRelational(survey.trigger);
  return Math.max(
    0,
    ...others.map(
      (one) =>
        one.lastShownAt + (relational && one.isRelational ? RELATIONAL_GAP_MS : SURVEY_GAP_MS),
    ),
  );
}

function keyOf({ surveyId, wave }: Shown): string {
  return `${surveyId} ${wave}`;
}

function firstParcel({ survey, hasOldArrival, now }: Asking): NotAsked | null {
  if (!isRelational(survey.trigger) || hasOldArrival) return null;
  return { why: 'tooSoon', until: now + DAY_MS };
}
