import { z } from 'zod';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';
import { id, line, locale } from './values.ts';
import { longWords, shortWords } from './words.ts';

/** Why there is a case: a low score, a request for help, or somebody of the shop who opened it. */
const caseReason = z.enum(['npsLow', 'csatLow', 'cesLow', 'reviewLow', 'help', 'byHand']);
export type CaseReason = z.infer<typeof caseReason>;

/** How bad it is: what harms somebody is `high`. */
const caseSeverity = z.enum(['normal', 'high']);
export type CaseSeverity = z.infer<typeof caseSeverity>;

/** Where a case stands. `waiting` is for the shopper; `resolved` may be opened again, `closed` is over. */
export const caseState = z.enum(['open', 'waiting', 'resolved', 'closed']);
export type CaseState = z.infer<typeof caseState>;

/** Where something was said that may open a case. */
export type CaseSourceKind = 'response' | 'review';

/** What a score is of, which says from where on it is low. */
export type ScoredBy = 'nps' | 'csat' | 'ces' | 'review';

/** `POST /v1/cases`: one that somebody of the shop opens. */
export const caseInput = z.strictObject({
  shopperId: id,
  orderId: id.nullable().default(null),
  reason: z.literal('byHand').default('byHand'),
  severity: caseSeverity.default('normal'),
  /** What it is about: a note, which the shopper never sees. */
  text: longWords(LIMITS.caseTextMax),
});
export type CaseInput = z.infer<typeof caseInput>;

/** `POST /v1/cases/{id}/entries`: what somebody of the shop does about it. */
export const caseEntryInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reply'), text: longWords(LIMITS.caseTextMax) }),
  z.strictObject({ kind: z.literal('note'), text: longWords(LIMITS.caseTextMax) }),
  z.strictObject({
    kind: z.literal('state'),
    state: caseState,
    /** What became of it, with `resolved`: `replaced`, `refunded`. */
    outcome: line.nullable().default(null),
  }),
  z.strictObject({ kind: z.literal('owner'), ownerId: id }),
  z.strictObject({ kind: z.literal('points'), points: z.int().min(1).max(LIMITS.pointsMax) }),
]);
export type CaseEntryInput = z.infer<typeof caseEntryInput>;

/** What a case is looked for by. */
export const casesQuery = z.strictObject({
  /** One, or several with commas between them. */
  state: z
    .string()
    .regex(new RegExp(`^(${caseState.options.join('|')})(,(${caseState.options.join('|')}))*$`))
    .optional(),
  /** `me`, or somebody's id. */
  owner: id.optional(),
  overdue: z.enum(['true', 'false']).optional(),
  shopperId: id.optional(),
  cursor: z.string().optional(),
});
export type CasesQuery = z.infer<typeof casesQuery>;

/** `POST /me/cases`: a request for help. */
export const helpInput = z.strictObject({
  orderId: id.nullable().default(null),
  text: longWords(LIMITS.caseTextMax),
});
export type HelpInput = z.infer<typeof helpInput>;

/** `POST /me/cases/{id}/messages` */
export const caseMessageInput = z.strictObject({ text: longWords(LIMITS.caseTextMax) });

/** `PUT /me/cases/{id}/outcome`: did the shop put it right? */
export const caseOutcomeInput = z.strictObject({ solved: z.boolean() });

/** A time of a day, on the clock on the wall; `24:00` is the end of it. */
const wallTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time of the day such as "09:00"');

const openFor = z
  .strictObject({ from: wallTime, to: wallTime })
  .refine(
    ({ from, to }) => from < to,
    faulty('endsBeforeStart', 'must not end before it begins', { path: ['to'] }),
  );

const openOnDay = z
  .array(openFor)
  .max(LIMITS.openingTimesMax)
  .refine(
    (all) => all.every(({ from }, i) => i === 0 || from >= (all[i - 1]?.to ?? '')),
    faulty('endsBeforeStart', 'must stand in their order and not overlap'),
  )
  .default([]);

const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
/** The days of a week, Monday first. */
export const WEEKDAYS = weekday.options;

/** Words that say that somebody was harmed, where a shop has not written its own. */
const HARM_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['allerg', 'injur', 'fraud', 'rash', 'burned', 'burnt', 'poison', 'hospital', 'bleeding'],
  ja: ['アレルギー', 'けが', '怪我', 'ケガ', 'かぶれ', 'やけど', '火傷', '発疹', '詐欺', '病院'],
  de: ['allerg', 'verletz', 'betrug', 'ausschlag', 'verbrannt', 'krankenhaus'],
  es: ['alerg', 'alérg', 'lesión', 'fraude', 'sarpullido', 'quemad', 'hospital'],
  fr: ['allerg', 'bless', 'fraude', 'éruption', 'brûl', 'hôpital'],
  it: ['allerg', 'ferit', 'frode', 'sfogo', 'ustion', 'ospedale'],
  pt: ['alerg', 'alérg', 'ferid', 'fraude', 'queimad', 'hospital'],
  ko: ['알레르기', '다쳤', '부상', '사기', '발진', '화상', '병원'],
  'zh-Hans': ['过敏', '受伤', '诈骗', '皮疹', '烧伤', '烫伤', '医院'],
  'zh-Hant': ['過敏', '受傷', '詐騙', '皮疹', '燒傷', '燙傷', '醫院'],
};

/** How a shop looks after cases: `PUT /v1/cases/settings`. */
export const caseSettings = z.strictObject({
  /** When somebody is there, by the programme's time zone; no times at all, and every hour counts. */
  openingHours: z
    .strictObject({
      mon: openOnDay,
      tue: openOnDay,
      wed: openOnDay,
      thu: openOnDay,
      fri: openOnDay,
      sat: openOnDay,
      sun: openOnDay,
    })
    .default({ mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }),
  /** Days on which nobody is there. */
  holidays: z.array(z.iso.date()).max(LIMITS.holidaysMax).default([]),
  /** Whose a case becomes, by its reason; whoever has fewest open ones where nobody is named. */
  ownerByReason: z.partialRecord(caseReason, id).default({}),
  /** Low scores of these open a case; a request for help always does. */
  opensFor: z
    .array(z.enum(['npsLow', 'csatLow', 'cesLow', 'reviewLow']))
    .max(4)
    .default(['npsLow', 'csatLow', 'cesLow', 'reviewLow']),
  /** Beginnings of words that make a case `high`, by their language; all are looked for in every text. */
  harmWords: z
    .record(locale, z.array(shortWords(LIMITS.harmWordMax)).max(LIMITS.harmWordsMax))
    .default(() => structuredClone(HARM_WORDS) as Record<string, string[]>),
  /** Points that one case may be given, in sum. */
  recoveryPointsMax: z.int().min(0).max(LIMITS.pointsMax).default(1000),
});
export type CaseSettings = z.infer<typeof caseSettings>;

/** A case as the shop reads it. */
export interface Case {
  readonly id: string;
  readonly state: CaseState;
  readonly severity: CaseSeverity;
  readonly reason: CaseReason;
  /** The merchant's own id; null for guests, and once the shopper was erased. */
  readonly shopperId: string | null;
  readonly shopperName: string | null;
  readonly orderId: string | null;
  /** The first words of it; null where nothing was written, or is not any more. */
  readonly title: string | null;
  /** Who looks after it; null while the shop has nobody. */
  readonly ownerId: string | null;
  readonly dueAt: string;
  readonly overdue: boolean;
  readonly openedAt: string;
  readonly firstReplyAt: string | null;
  readonly resolvedAt: string | null;
  readonly closedAt: string | null;
  /** When the shopper is asked whether it was put right. */
  readonly followUpAt: string | null;
  readonly outcome: string | null;
  /** What the shopper said to that; null while they have not. */
  readonly solved: boolean | null;
  /** How often it was opened again. */
  readonly reopened: number;
  readonly pointsGiven: number;
}

export type CaseEntryKind =
  | 'signal'
  | 'note'
  | 'reply'
  | 'message'
  | 'state'
  | 'owner'
  | 'points'
  | 'link';

/** One thing that happened to a case. */
export interface CaseEntry {
  readonly id: string;
  readonly at: string;
  readonly by: {
    readonly kind: 'person' | 'key' | 'shopper' | 'rule';
    readonly name: string | null;
  };
  readonly kind: CaseEntryKind;
  readonly note: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Whom a case is about, as far as it helps to judge it. */
interface CaseShopper {
  /** For whom has no id of the merchant's: where they are found, `/v1/guests/{guestId}`. */
  readonly guestId: string | null;
  readonly available: number;
  /** Spent in the shop's currency, in minor units, and orders that count. */
  readonly spendMinor: number;
  readonly orderCount: number;
}

/** `GET /v1/cases/{id}` */
export interface CaseDetail extends Case {
  /** Null once they were erased. */
  readonly shopper: CaseShopper | null;
  readonly entries: readonly CaseEntry[];
}

/** A case as its shopper sees it: what was said, and neither notes nor who looks after it. */
export interface OwnCase {
  readonly id: string;
  readonly state: CaseState;
  readonly orderId: string | null;
  readonly openedAt: string;
  /** Whether the shop asks now whether it was put right. */
  readonly asks: boolean;
  readonly messages: readonly {
    readonly at: string;
    readonly from: 'you' | 'shop';
    readonly text: string;
  }[];
}

/** How the shop did with the cases that were opened in one month. */
export interface CaseMonth {
  /** `2026-11` */
  readonly month: string;
  readonly opened: number;
  /** Cases that were answered, and how long half of them took at most, in working hours. */
  readonly replied: number;
  readonly medianFirstReplyHours: number | null;
  readonly resolved: number;
  readonly medianResolutionHours: number | null;
  /** Of those who said whether it was put right, the share that said yes, with Wilson's interval. */
  readonly recovered: {
    readonly n: number;
    readonly share: number | null;
    readonly low: number | null;
    readonly high: number | null;
  };
}

/** The same of one person who looks after cases. */
export interface CaseOwnerFigures extends Pick<
  CaseMonth,
  'opened' | 'replied' | 'medianFirstReplyHours' | 'resolved' | 'medianResolutionHours'
> {
  readonly ownerId: string;
}

/** `GET /v1/cases/figures`: the last twelve months, and who did how well in them. */
export interface CaseFigures {
  readonly months: readonly (CaseMonth & { readonly owners: readonly CaseOwnerFigures[] })[];
}

/** `GET /v1/cases/desk`: who may look after cases, and how many there are. */
export interface CaseDesk {
  readonly people: readonly { readonly userId: string; readonly name: string }[];
  /** Who asks; null for a key. */
  readonly me: string | null;
  readonly counts: {
    /** Open and waiting ones: one's own, all, and those that are late. */
    readonly mine: number;
    readonly open: number;
    readonly overdue: number;
  };
}
