import { useSignal } from '../ui/signals.ts';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { MyReferral } from '@okaeri/shared/referrals';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { CopyRow } from '../ui/CopyRow.tsx';
import { Notice } from '../ui/Notice.tsx';
import { linkWith } from './share-link.ts';

const Share = ({ model, url }: { model: AppModel; url: string }): JSX.Element | null => {
  const { say, localize } = model.words;
  const { program } = model.state.value;
  if (program === null || !('share' in navigator)) return null;
  const title = say('shareTitle', { programme: localize(program.name) });
  return (
    <Button
      onClick={() => {
        // Who thinks better of it closes the sheet, which is no fault.
        navigator.share({ title, url }).catch(() => undefined);
      }}
    >
      {say('share')}
    </Button>
  );
};

/** A link for friends, and what came of it. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element | null => {
  const { say, points } = model.words;
  const mine = useSignal<MyReferral | 'failed' | null>(null);
  const load = async (): Promise<void> => {
    mine.value = null;
    try {
      mine.value = await (await model.client()).referral();
    } catch {
      mine.value = 'failed';
    }
  };
  useEffect(() => void load(), []);
  const rule = model.state.value.program?.earning.find(({ on }) => on === 'referral');
  if (mine.value === null) return <Notice busy text={say('loading')} />;
  if (mine.value === 'failed')
    return <Notice text={say('offline')} action={say('retry')} onAction={() => void load()} />;
  if (rule?.on !== 'referral') return null;
  const { code, approved, waiting } = mine.value;
  const url = linkWith(code, model.snippet.shareUrl);
  const own = points(rule.points.fixed);
  return (
    <div class="stack">
      <p>
        {rule.friendPoints === null
          ? say('friendsText', { points: own })
          : say('friendsBoth', { points: own, theirs: points(rule.friendPoints) })}
      </p>
      <div class="card code" part="referral">
        <h4 class="quiet-text">{say('friendsLink')}</h4>
        <CopyRow
          text={url}
          copy={say('copy')}
          copied={say('copied')}
          onCopied={() => {
            model.announcement.value = say('copied');
          }}
        />
        <Share model={model} url={url} />
      </div>
      {approved > 0 && <p class="quiet-text">{say('friendsCount', { count: approved })}</p>}
      {waiting > 0 && <p class="quiet-text">{say('friendsWaiting', { count: waiting })}</p>}
    </div>
  );
};
