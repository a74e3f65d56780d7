import type { JSX } from 'preact';
import { Merge } from 'lucide';
import type { MerchantShopper } from '@okaeri/shared/shoppers';
import { shopperPage } from '../app/session.ts';
import { language, messages } from '../i18n/messages.ts';
import { formatCount, formatDay } from '../lib/format.ts';
import { Empty } from '../ui/states.tsx';

/** What a shopper is called. */
export const nameOf = (of: MerchantShopper): string =>
  of.name ?? of.email ?? of.id ?? messages().shoppers.nameless;

/** What they have. */
export const Figures = ({ of }: { of: MerchantShopper }): JSX.Element => {
  const w = messages().shopper;
  const { available, pending, held, lifetime, debt } = of.balance;
  const figures: (readonly [string, number])[] = [
    [w.available, available],
    [w.pending, pending],
    [w.held, held],
    [w.lifetime, lifetime],
    ...(debt > 0 ? [[w.debt, debt] as const] : []),
  ];
  return (
    <dl class="figures">
      {figures.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{formatCount(count)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What is known of them. */
export const Facts = ({ of }: { of: MerchantShopper }): JSX.Element => {
  const w = messages();
  const tier = of.tier && (of.tier.name[language.value] ?? of.tier.name['en'] ?? of.tier.id);
  const rows: readonly (readonly [string, string | null])[] = [
    ['ID', of.id],
    [w.signIn.email, of.email],
    [w.shopper.stage, w.stages[of.stage]],
    [w.shopper.tier, tier],
    [w.shopper.birthday, of.birthday],
    [w.shopper.language, of.locale],
    [w.shopper.tags, of.tags.length === 0 ? null : of.tags.join(', ')],
    [w.shopper.since, formatDay(of.knownSince)],
    [w.shopper.member, of.enrolledAt && formatDay(of.enrolledAt)],
  ];
  return (
    <dl class="facts-list">
      {rows.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value ?? <span class="quiet">{w.shopper.none}</span>}</dd>
        </>
      ))}
    </dl>
  );
};

/** The answer is about somebody else than the address: nobody is acted on from here. */
export const Elsewhere = ({ of }: { of: MerchantShopper }): JSX.Element => {
  const w = messages().shopper;
  return (
    <Empty icon={Merge} title={w.elsewhere}>
      <p>{w.elsewhereText(of.id ?? of.email ?? '')}</p>
      <a class="button" href={shopperPage(of)}>
        {w.elsewhereOpen}
      </a>
    </Empty>
  );
};
