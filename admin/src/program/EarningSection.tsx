import { recordOf } from '@okaeri/shared/records';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Plus } from 'lucide';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { OFFERED_RULES, RULE_KINDS, ruleName } from './rule-kinds.tsx';
import type { RuleName } from './rule-parts.ts';
import { RuleForm } from './RuleForm.tsx';
import type { SectionProps } from './section-parts.tsx';

/** What earns, and how much; and what else could. */
export const EarningSection = ({ editor, document }: SectionProps): JSX.Element => {
  const has = new Set(document.earning.map(({ on }) => on));
  const kinds = OFFERED_RULES.filter(
    (kind) => !(RULE_KINDS[kind].isOnce === true && has.has(kind)),
  );
  const kind = useSignal<RuleName>('order');
  const w = messages();
  const chosen = kinds.includes(kind.value) ? kind.value : 'order';
  const add = (): void => {
    const rule = RULE_KINDS[chosen].make(document);
    editor.set(['earning', rule.id], rule);
  };
  return (
    <section>
      <h2>{w.program.earning}</h2>
      <ul class="entities">
        {document.earning.map((rule) => (
          <RuleForm key={rule.id} editor={editor} document={document} rule={rule} />
        ))}
      </ul>
      <div class="row low">
        <SelectField<RuleName>
          label={w.programFields.another}
          value={chosen}
          options={recordOf(kinds, ruleName)}
          onValue={(next) => {
            kind.value = next;
          }}
        />
        <Button icon={Plus} onClick={add}>
          {w.programFields.add}
        </Button>
      </div>
    </section>
  );
};
