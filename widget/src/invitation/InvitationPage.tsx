import type { JSX } from 'preact';
import { Panel as ReviewPanel } from '../reviews/ReviewPanel.tsx';
import { Notice } from '../ui/Notice.tsx';
import { CodeStep, type CodeProps } from './CodeStep.tsx';

/** The page to which an e-mail leads: what may be reviewed, the form, and the code. */
export const InvitationPage = (props: CodeProps & { isOver: boolean }): JSX.Element => {
  const { model, confirm, texts, isOver } = props;
  const isAsked = confirm.sentTo.value !== null;
  return (
    <div class="in-page invitation">
      <h1>{texts.invitationTitle}</h1>
      {isOver ? (
        <Notice text={texts.linkOver} />
      ) : (
        // The form stays as it is below, with everything in it.
        <div hidden={isAsked}>
          <ReviewPanel model={model} />
        </div>
      )}
      {isAsked && <CodeStep {...props} />}
      <p class="aloud" role="status">
        {model.announcement.value}
      </p>
    </div>
  );
};
