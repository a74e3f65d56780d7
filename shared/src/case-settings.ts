import { z } from 'zod';
import { caseReason } from './cases.ts';
import { faulty } from './field-faults.ts';
import { LIMITS } from './limits.ts';
import { id, locale } from './values.ts';
import { shortWords } from './words.ts';

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
