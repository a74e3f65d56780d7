import type { ConsentInput, Wording, Wordings } from '@okaeri/shared/consents';
import type { Refusal } from '@okaeri/shared/errors';
import { offersSomething } from '@okaeri/shared/service-texts';
import { lockShopRow, type Tagged } from '../../access/shop-document.ts';
import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { selectWordings, selectWordingUse, upsertWordings } from './queries.ts';

const NONE: Wordings = { wordings: [] };

const tagOf = (version: number): string => `"w${version}"`;

/** The sentences shoppers of a shop agree to. */
export const readWordings = async (tx: Tx, shopId: string): Promise<Tagged<Wordings>> => {
  const known = await first(tx, selectWordings, { shopId });
  return { document: known?.document ?? NONE, etag: tagOf(known?.version ?? 0) };
};

/** Saves them, if those that were read are still the shop's. One that somebody has agreed to neither changes nor goes. */
export const saveWordings = (
  deps: Deps,
  input: { shopId: string; document: Wordings; ifMatch: string },
): Promise<Outcome<Tagged<Wordings>>> =>
  deps.store.write(async (tx): Promise<Outcome<Tagged<Wordings>>> => {
    const { shopId, document, ifMatch } = input;
    await lockShopRow(tx, shopId);
    const known = await first(tx, selectWordings, { shopId });
    const version = known?.version ?? 0;
    if (ifMatch !== tagOf(version)) {
      const detail = `The wordings are now ${tagOf(version)}; read them and try again.`;
      return { refused: { code: 'preconditionFailed', detail } };
    }
    const before = known?.document ?? NONE;
    const offering = offeringIn(document, before);
    if (offering !== undefined) return { refused: offering };
    const used = await changedThoughUsed(tx, shopId, { before, document });
    if (used !== undefined) {
      const detail = `Shoppers have agreed to "${used.id}"; add another instead of changing it.`;
      return { refused: { code: 'wordingInUse', detail } };
    }
    await tx.run(upsertWordings, { shopId, document, version: version + 1 });
    return { ok: { document, etag: tagOf(version + 1) } };
  });

/** The wording shown to whoever chooses: the last of its purpose. */
export const currentWording = (
  { wordings }: Wordings,
  purpose: Wording['purpose'],
): Wording | undefined => wordings.findLast((one) => one.purpose === purpose);

/** Why a statement cannot name the wording it names. */
export const wordingRefusal = async (
  tx: Tx,
  shopId: string,
  { wordingId, purpose }: Pick<ConsentInput, 'wordingId' | 'purpose'>,
): Promise<Refusal | undefined> => {
  if (wordingId === null) return undefined;
  const { document } = await readWordings(tx, shopId);
  if (document.wordings.some((one) => one.id === wordingId && one.purpose === purpose))
    return undefined;
  return {
    code: 'unknownWording',
    detail: `The shop has no wording "${wordingId}" for ${purpose}.`,
  };
};

/**
 * Why wordings cannot be saved: the e-mail that asks to confirm marketing says its words, and goes without a consent, so
 * that they offer nothing (E22). Those that stand from before are as they are.
 */
function offeringIn({ wordings }: Wordings, before: Wordings): Refusal | undefined {
  const errors = wordings.flatMap(({ id, purpose, texts }, at) => {
    if (purpose !== 'marketing') return [];
    const known = before.wordings.find((one) => one.id === id && one.purpose === purpose);
    return Object.entries(texts)
      .filter(([language, text]) => text !== known?.texts[language])
      .filter(([, text]) => offersSomething(text))
      .map(([language]) => ({
        path: `wordings[${at}].texts.${language}`,
        code: 'notValid',
        message: 'must offer nothing: no link, percentage, amount of money, reward or product',
      }));
  });
  if (errors.length === 0) return undefined;
  const detail = 'The e-mail that asks to confirm says these words, before anybody has agreed.';
  return { code: 'offerInServiceMail', detail, extra: { errors } };
}

async function changedThoughUsed(
  tx: Tx,
  shopId: string,
  { before, document }: { before: Wordings; document: Wordings },
): Promise<Wording | undefined> {
  for (const old of before.wordings) {
    const now = document.wordings.find(({ id }) => id === old.id);
    if (now !== undefined && JSON.stringify(now) === JSON.stringify(old)) continue;
    const use = await first(tx, selectWordingUse, { shopId, wordingId: old.id });
    if (use !== undefined) return old;
  }
  return undefined;
}
