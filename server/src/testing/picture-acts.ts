import type { Page } from '@okaeri/shared/ledger';
import type { Picture } from '@okaeri/shared/pictures';
import type { ProgramDocument } from '@okaeri/shared/program';
import { greyJpeg } from './photo-files.ts';
import { tierWith } from './programs.ts';
import { testProgram, type World } from './world.ts';

/** Which picture a reward, a tier and a badge have. */
type Shown = {
  readonly [List in 'rewards' | 'tiers' | 'badges']?: string | undefined;
};

/** What a shop does with its pictures. */
export interface PictureActs {
  upload(bytes: Uint8Array, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Uploads a picture that is fine. */
  added(bytes?: Uint8Array): Promise<Picture>;
  list(query?: string): Promise<Page<Picture>>;
  /** Status and body of the answer. */
  remove(id: string): Promise<readonly [status: number, body: unknown]>;
  /** A programme with a reward, a tier and a badge that have these pictures. */
  program(shown: Shown): ProgramDocument;
  /** Saves it as the draft, and gives the tag. */
  save(shown: Shown): Promise<string>;
  /** Publishes it. */
  show(shown: Shown): Promise<void>;
}

/** The pictures of a world. */
export const pictureActsOf = (world: World): PictureActs => {
  const upload: PictureActs['upload'] = (bytes, headers = {}) =>
    world.request('/v1/pictures', {
      method: 'POST',
      headers: { authorization: `Bearer ${world.keys.secretKey}`, ...headers },
      body: Uint8Array.from(bytes),
    });
  const save = async (shown: Shown): Promise<string> => {
    const tag = (await world.merchant('GET', '/v1/program/draft')).headers.get('etag') ?? '';
    const saved = await world.merchant('PUT', '/v1/program/draft', programWith(shown), {
      'if-match': tag,
    });
    if (!saved.ok) throw new Error(await saved.text());
    return saved.headers.get('etag') ?? '';
  };
  return {
    upload,
    async added(bytes = greyJpeg({ width: 16, height: 16 })) {
      const answer = await upload(bytes);
      if (answer.status !== 201) throw new Error(await answer.text());
      return (await answer.json()) as Picture;
    },
    list: async (query = '') =>
      (await (await world.merchant('GET', `/v1/pictures${query}`)).json()) as Page<Picture>,
    async remove(id) {
      const answer = await world.merchant('DELETE', `/v1/pictures/${id}`);
      return [answer.status, answer.status === 204 ? null : await answer.json()];
    },
    program: programWith,
    save,
    async show(shown) {
      const tag = await save(shown);
      const published = await world.merchant('POST', '/v1/program/publish', undefined, {
        'if-match': tag,
      });
      if (!published.ok) throw new Error(await published.text());
    },
  };
};

function programWith({ rewards, tiers, badges }: Shown): ProgramDocument {
  const plain = testProgram();
  return {
    ...plain,
    rewards: plain.rewards.map((one) => ({ ...one, ...pictured(rewards) })),
    tiers: [{ ...tierWith('plain', 0), ...pictured(tiers) }],
    tierPolicy: {
      metric: 'spend',
      window: { kind: 'lifetime' },
      downgrade: 'oneStep',
      graceDays: 0,
    },
    badges: [{ id: 'b', name: { en: 'Badge' }, ...pictured(badges) }],
  };
}

function pictured(picture: string | undefined): { picture?: string } {
  return picture === undefined ? {} : { picture };
}
