import type { JSX } from 'preact';
import { showField } from '../document/show-field.ts';
import { messages } from '../i18n/messages.ts';
import { AddMenu } from './AddMenu.tsx';
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
  const w = messages();
  const add = (kind: RuleName): void => {
    const rule = RULE_KINDS[kind].make(document);
    editor.set(['earning', rule.id], rule);
    showField(['earning', rule.id]);
  };
  return (
    <section>
      <div class="row between">
        <h2>{w.program.earning}</h2>
        <AddMenu
          label={w.programFields.addRule}
          kinds={kinds.map((kind) => [kind, ruleName(kind)])}
          onAdd={add}
        />
      </div>
      <ul class="entities">
        {document.earning.map((rule) => (
          <RuleForm key={rule.id} editor={editor} document={document} rule={rule} />
        ))}
      </ul>
    </section>
  );
};
