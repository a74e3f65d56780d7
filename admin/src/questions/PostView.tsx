import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { MessageCircleQuestionMark, Pencil } from 'lucide';
import type { ModeratedPost, PostPage } from '@okaeri/shared/questions';
import { denied } from '../app/denied.ts';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { PostCard } from './PostCard.tsx';
import { createPostPage, type OnePost } from './posts-model.ts';
import { WithholdPost } from './WithholdPost.tsx';

/** One question with its answers, of which the shop's own can be changed; or an answer with its question. */
export const PostView = ({ postId }: { postId: string }): JSX.Element => {
  const acts = useMemo(() => createPostPage(postId), [postId]);
  useEffect(() => void acts.page.load(), [acts]);
  const w = messages();
  const { value: of } = acts.page.value;
  const { value: fault } = acts.page.fault;
  const crumbs = [{ href: shopPath('/questions/all'), text: w.questions.tabs.all }];
  return (
    <Page title={w.questions[of?.post.kind ?? 'question']} crumbs={crumbs}>
      {of !== undefined ? (
        <Found acts={acts} of={of} />
      ) : fault?.code === 'unknownPost' ? (
        <Empty icon={MessageCircleQuestionMark} title={w.questionList.unknown}>
          <p>{w.questionList.unknownText}</p>
        </Empty>
      ) : fault ? (
        <Fault fault={fault} onRetry={() => void acts.page.load()} />
      ) : (
        <Skeleton lines={6} />
      )}
      <WithholdPost acts={acts} />
    </Page>
  );
};

function Found({ acts, of }: { acts: OnePost; of: PostPage }): JSX.Element {
  const { post, question, answers } = of;
  // An answer that is not shown stands among the others too.
  const below = answers.some(({ id }) => id === post.id) || question === null ? [] : [post];
  return (
    <ul class="cards">
      <PostCard acts={acts} post={question ?? post} />
      {[...answers, ...below].map((answer) => (
        <PostCard key={answer.id} acts={acts} post={answer}>
          {answer.from === 'shop' && <Change acts={acts} answer={answer} />}
        </PostCard>
      ))}
    </ul>
  );
}

function Change({ acts, answer }: { acts: OnePost; answer: ModeratedPost }): JSX.Element {
  return (
    <Button icon={Pencil} blocked={denied('moderate')} onClick={() => acts.change(answer)}>
      {messages().reviews.editReply}
    </Button>
  );
}
