import type { JSX } from 'preact';
import type { EarningRule } from '@okaeri/shared/earning';
import type { IconName } from '@okaeri/shared/icon-paths';
import type { MessageKey } from '../i18n/messages.ts';
import { NextIcon } from '../ui/icons.tsx';
import { ChevronIcon } from '../ui/panel-icons.tsx';
import { useSignal } from '../ui/signals.ts';
import { EarnLine, StillRow, type Line } from './EarnLine.tsx';
import type { BirthdayForm } from './BirthdayForm.tsx';
import { Failed, saveProfile, type ActProps } from './save-profile.tsx';

type OpenProps = ActProps & { readonly line: Line };
type ActName = Exclude<EarningRule['on'], 'order'>;

type Look = readonly [icon: IconName, hint?: MessageKey];

/** The icon of an act that is not any act, and why one would, where that is not plain. */
const LOOKS: Readonly<Partial<Record<ActName, Look>>> = {
  signup: ['door'],
  birthday: ['cake'],
  profile: ['user'],
  anniversary: ['calendar'],
  newsletter: ['mail', 'hintNewsletter'],
  visit: ['sun'],
  share: ['share'],
  follow: ['heart'],
  review: ['pen', 'hintReview'],
  photo: ['camera'],
  survey: ['list'],
  referral: ['friends', 'hintReferral'],
};

/** The text that says what an act is called: each kind of rule has one, or this does not compile. */
const actKey = (on: ActName): `act${Capitalize<ActName>}` =>
  // What the type says letter by letter.
  `act${on[0]?.toUpperCase()}${on.slice(1)}` as `act${Capitalize<ActName>}`;

/** What a way to earn is called: its own name, else what is to be done. */
const titleOf = ({ model, row }: ActProps): string => {
  const { say, localize } = model.words;
  const { on, name } = row.rule;
  if (row.act === 'birthday') return say('actBirthday');
  if (name !== undefined) return localize(name);
  if (on === 'order') return '';
  return say(on === 'birthday' ? 'birthdayPoints' : actKey(on));
};

const lineOf = (props: ActProps): Line => {
  const { say, points, day } = props.model.words;
  const { rule, act, again, group } = props.row;
  const look: Look | undefined = rule.on === 'order' ? ['bag'] : LOOKS[rule.on];
  const [icon, hint] = look ?? ['flag'];
  const isDone = group === 'done';
  const { fixed } = rule.points;
  const why = rule.on === 'birthday' && act !== null ? 'hintBirthday' : hint;
  const gain = fixed === undefined ? '' : say('plusPoints', { points: points(fixed) });
  return {
    icon: act === 'birthday' ? 'cake' : icon,
    title: titleOf(props),
    hints: [isDone ? again && say('limitUntil', { day: day(again) }) : why ? say(why) : null],
    // The word for points is in the heading, and stands in no row.
    gain: fixed === undefined ? null : { text: `+${props.model.words.count(fixed)}`, aloud: gain },
    isDone,
  };
};

/** A row that opens a form, which is fetched when it is first wanted. */
const BirthdayRow = (props: OpenProps): JSX.Element => {
  const open = useSignal(false);
  const form = useSignal<typeof BirthdayForm | null>(null);
  const failed = useSignal<MessageKey | null>(null);
  const Form = form.value;
  const toggle = async (): Promise<void> => {
    open.value = !open.value;
    failed.value = null;
    try {
      form.value ??= (await import('./BirthdayForm.tsx')).BirthdayForm;
    } catch {
      failed.value = 'offline';
    }
  };
  return (
    <li part="rule">
      <button class="link-row" aria-expanded={open.value} onClick={() => void toggle()}>
        <EarnLine {...props.line} />
        <ChevronIcon />
      </button>
      {open.value && Form && <Form {...props} />}
      <Failed model={props.model} failed={failed.value} />
    </li>
  );
};

/** A switch in the row itself. */
const NewsletterRow = (props: OpenProps): JSX.Element => {
  const { model } = props;
  const failed = useSignal<MessageKey | null>(null);
  const on = model.state.value.me?.shopper.newsletter === true;
  const save = async (box: HTMLInputElement): Promise<void> => {
    failed.value = await saveProfile(model, { newsletter: box.checked }, box);
    if (failed.value !== null) box.checked = on;
  };
  return (
    <li part="rule">
      <label class="link-row">
        <EarnLine {...props.line} />
        <input
          type="checkbox"
          role="switch"
          checked={on}
          onChange={({ currentTarget }) => void save(currentTarget)}
        />
      </label>
      <Failed model={model} failed={failed.value} />
    </li>
  );
};

/** A row that leads to a page, or to an address of the shop's; coming there is what is claimed. */
const GoRow = (props: OpenProps): JSX.Element => {
  const { model, row, line } = props;
  const { rule, act } = row;
  const failed = useSignal<MessageKey | null>(null);
  const busy = useSignal(false);
  const claim = async (): Promise<void> => {
    if (busy.value) return;
    // Opened first: a browser allows it only while the tap is being answered.
    if ('url' in rule) window.open(rule.url, '_blank', 'noopener');
    busy.value = true;
    failed.value = null;
    try {
      await (await model.client()).claim(rule.id);
      await model.session.refresh();
    } catch {
      failed.value = 'failed';
    }
    busy.value = false;
  };
  return (
    <li part="rule">
      <button
        class="link-row"
        aria-busy={busy.value}
        onClick={() => {
          if (act === 'claim') void claim();
          else if (act !== 'birthday' && act !== 'newsletter' && act !== null)
            model.page.value = act;
        }}
      >
        <EarnLine {...line} />
        <NextIcon />
      </button>
      <Failed model={model} failed={failed.value} />
    </li>
  );
};

/** A way to earn beside orders: the row does what it says. */
export const ActRow = (props: ActProps): JSX.Element => {
  const line = lineOf(props);
  const { act } = props.row;
  if (act === null) return <StillRow {...line} part="rule" />;
  if (act === 'birthday') return <BirthdayRow {...props} line={line} />;
  if (act === 'newsletter') return <NewsletterRow {...props} line={line} />;
  return <GoRow {...props} line={line} />;
};
