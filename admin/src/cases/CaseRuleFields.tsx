import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { CaseSettings } from '@okaeri/shared/case-settings';
import type { CaseReason } from '@okaeri/shared/cases';
import { keysOf } from '@okaeri/shared/records';
import { shopLanguages } from '../app/shop-languages.ts';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { languageName } from '../lib/widget-languages.ts';
import { AreaField, CheckField, SelectField, TextField } from '../ui/Field.tsx';

const LOW = ['npsLow', 'csatLow', 'cesLow', 'reviewLow'] as const;

/** The texts of a form, by the names of its fields. */
export interface Fields {
  at: (name: string) => string;
  set: (name: string) => (value: string) => void;
}

/** What opens a case, and what it may cost. */
export const Opens = (
  props: Fields & {
    opensFor: CaseSettings['opensFor'];
    onOpens: (all: CaseSettings['opensFor']) => void;
  },
): JSX.Element => {
  const { at, set, opensFor, onOpens } = props;
  const { cases, caseRules: w } = messages();
  return (
    <section class="stack">
      <h2>{w.opens}</h2>
      <p class="quiet">{w.opensText}</p>
      {LOW.map((reason) => (
        <CheckField
          key={reason}
          label={cases.reasons[reason]}
          checked={opensFor.includes(reason)}
          onValue={(isOn) =>
            onOpens(LOW.filter((one) => (one === reason ? isOn : opensFor.includes(one))))
          }
        />
      ))}
      <TextField
        label={w.points}
        inputMode="numeric"
        value={at('points')}
        onValue={set('points')}
      />
    </section>
  );
};

/** Whose a case becomes, by why it is opened; else whoever has fewest. */
export const Owners = (props: {
  settings: CaseSettings;
  chosen: CaseSettings['ownerByReason'];
  onChoose: (all: CaseSettings['ownerByReason']) => void;
}): JSX.Element => {
  const { chosen, onChoose } = props;
  const { cases, caseRules: w } = messages();
  const desk = useMemo(() => createResource(() => request(api().cases.desk.$get())), []);
  useEffect(() => void desk.load(), [desk]);
  const people = desk.value.value?.people ?? [];
  const named = Object.fromEntries(people.map(({ userId, name }) => [userId, name]));
  const choose = (reason: CaseReason, userId: string): void => {
    const { [reason]: _, ...others } = chosen;
    onChoose(userId === '' ? others : { ...others, [reason]: userId });
  };
  return (
    <section class="stack">
      <h2>{w.owners}</h2>
      <p class="quiet">{w.ownersText}</p>
      <div class="grid wide">
        {keysOf(cases.reasons).map((reason) => {
          const owner = chosen[reason] ?? '';
          const isGone = owner !== '' && desk.value.value !== undefined && !(owner in named);
          return (
            <SelectField<string>
              key={reason}
              label={cases.reasons[reason]}
              value={owner}
              options={{
                '': w.fewest,
                ...named,
                ...(owner !== '' && !(owner in named) && { [owner]: isGone ? cases.nobody : '…' }),
              }}
              onValue={(userId) => choose(reason, userId)}
            />
          );
        })}
      </div>
    </section>
  );
};

/** Words that say that somebody was harmed: in the shop's languages, and the others on request. */
export const HarmWords = (props: Fields & { settings: CaseSettings }): JSX.Element => {
  const { at, set, settings } = props;
  const w = messages().caseRules;
  const own = shopLanguages();
  const others = Object.keys(settings.harmWords).filter((tag) => !(tag in own));
  const field = (tag: string): JSX.Element => (
    <AreaField
      key={tag}
      rows={2}
      label={w.harmIn(languageName(tag))}
      value={at(`harm-${tag}`)}
      onValue={set(`harm-${tag}`)}
    />
  );
  return (
    <section class="stack">
      <h2>{w.harm}</h2>
      <p class="quiet">{w.harmText}</p>
      {Object.keys(own).map(field)}
      {others.length > 0 && (
        <details class="stack">
          <summary>{w.harmOthers(others.length)}</summary>
          <div class="stack">{others.map(field)}</div>
        </details>
      )}
    </section>
  );
};
