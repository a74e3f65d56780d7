import type { JSX } from 'preact';
import { RatesSection } from './RatesSection.tsx';
import type { SectionProps } from './section-parts.tsx';
import { BasicsSection, PoliciesSection } from './sections.tsx';

/** What the programme is called, when points end, and what they are worth in other currencies. */
export const BasicsTab = (of: SectionProps): JSX.Element => (
  <>
    <BasicsSection {...of} />
    <PoliciesSection {...of} />
    <RatesSection {...of} />
  </>
);
