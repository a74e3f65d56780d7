import type { ComponentChildren, JSX } from 'preact';
import { LanguagesForm } from '../document/LanguagesForm.tsx';
import { messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ColourStep } from './ColourStep.tsx';
import { ProgramStep } from './ProgramStep.tsx';
import { SnippetStep } from './SnippetStep.tsx';

/** From an empty shop to the widget on its pages. */
export const SetupPage = (): JSX.Element => {
  const { setup: w, languages } = messages();
  return (
    <Page title={w.title} text={w.text}>
      <Step number={1} title={languages.which} text={languages.text}>
        <LanguagesForm />
      </Step>
      <Step number={2} title={w.program} text={w.programText}>
        <ProgramStep />
      </Step>
      <Step number={3} title={w.colour} text={w.colourText}>
        <ColourStep />
      </Step>
      <Step number={4} title={w.snippet} text={w.snippetText}>
        <SnippetStep />
      </Step>
      <Step number={5} title={w.check} text={w.checkText}>
        <CheckStep />
      </Step>
    </Page>
  );
};

function Step(props: {
  number: number;
  title: string;
  text: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="step">
      <h2>
        <span class="step-number" aria-hidden="true">
          {props.number}
        </span>
        {props.title}
      </h2>
      <p class="quiet">{props.text}</p>
      {props.children}
    </section>
  );
}
