import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BlockList } from 'node:net';
import { z } from 'zod';
import { readProxies } from './platform/lib/client-address.ts';
import type { S3Options } from './platform/media/s3-media.ts';

// 256 bits, for AES-256-GCM.
const SECRET_KEY_BYTES = 32;

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4100),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must be file:… or postgres://…')
    .default('file:./data/okaeri.db'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text, issues) => proxiesOf(text, issues) ?? z.NEVER),
  ALLOWED_ADDRESSES: z
    .string()
    .default('')
    .transform((text, issues) => {
      // Read as networks are, so that one that is none is said at the start.
      if (proxiesOf(text, issues) === undefined) return z.NEVER;
      return text.split(',').flatMap((one) => one.trim() || []);
    }),
  DNS_SERVERS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((one) => one.trim() || [])),
  RATE_LIMIT_SCALE: z.coerce.number().min(0.01).max(1_000_000).default(1),
  MEDIA_FOLDER: z.string().min(1).optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_BUCKET: z.string().min(1).optional(),
  S3_REGION: z.string().min(1).default('auto'),
  S3_ACCESS_KEY_ID: z.string().min(1).optional(),
  S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  SECRET_KEY: z
    .string()
    .refine(
      (text) => Buffer.from(text, 'base64').length === SECRET_KEY_BYTES,
      `must be ${SECRET_KEY_BYTES} bytes in base64, as "openssl rand -base64 32" prints them`,
    )
    .optional(),
  NODE_ENV: z.string().default('development'),
  DEMO: z.enum(['on', 'off']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** How this server is set up. */
export interface Config {
  readonly port: number;
  readonly databaseUrl: string;
  readonly publicUrl: string;
  /** Where photos of reviews are kept: in a folder, or in a bucket where one is named. */
  readonly mediaFolder: string;
  readonly s3: S3Options | null;
  /** Where e-mail leaves, and the address it comes from; null where none leaves. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  readonly secretKey: Buffer;
  readonly demo: boolean;
  /** Proxies whose `X-Forwarded-For` is believed; none by default. */
  readonly trustedProxies: BlockList;
  /** Addresses and networks inside that platforms and webhooks may be at all the same. */
  readonly allowedAddresses: readonly string[];
  /** Name servers that are asked about the domains of shops; those of the machine where none is named. */
  readonly dnsServers: readonly string[];
  /** What the limits of requests are multiplied by. */
  readonly rateLimitScale: number;
  readonly logLevel: string;
}

/** The environment is not as it must be; the message lists every fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the environment.
 *
 * @throws ConfigError with all faults at once
 */
export const readConfig = (variables: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = environment.safeParse(variables);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new ConfigError(`The environment is not as it must be:\n  ${faults.join('\n  ')}`);
  }
  const env = parsed.data;
  const production = env.NODE_ENV === 'production';
  if (production && env.SECRET_KEY === undefined)
    throw new ConfigError(
      'SECRET_KEY must be set in production; make one: openssl rand -base64 32',
    );
  return Object.freeze({
    port: env.PORT,
    databaseUrl: env.DATABASE_URL,
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, '') ?? `http://localhost:${env.PORT}`,
    mediaFolder: env.MEDIA_FOLDER ?? join(dataFolder(env.DATABASE_URL), 'media'),
    s3: s3Of(env),
    mail: mailOf(env.SMTP_URL, env.MAIL_FROM),
    secretKey: env.SECRET_KEY
      ? Buffer.from(env.SECRET_KEY, 'base64')
      : keptSecretKey(env.DATABASE_URL),
    demo: env.DEMO === undefined ? !production : env.DEMO === 'on',
    trustedProxies: env.TRUSTED_PROXIES,
    allowedAddresses: env.ALLOWED_ADDRESSES,
    dnsServers: env.DNS_SERVERS,
    rateLimitScale: env.RATE_LIMIT_SCALE,
    logLevel: env.LOG_LEVEL,
  });
};

/** The proxies of a variable; undefined with the fault among its issues. */
function proxiesOf(text: string, issues: z.RefinementCtx): BlockList | undefined {
  try {
    return readProxies(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    issues.addIssue({ code: 'custom', message });
    return undefined;
  }
}

/** What the server keeps beside its database, for anyone who has not said where. */
function dataFolder(databaseUrl: string): string {
  return databaseUrl.startsWith('file:') ? dirname(databaseUrl.slice(5)) : './data';
}

function s3Of(env: z.output<typeof environment>): Config['s3'] {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = env;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (endpoint === undefined) return null;
  if (bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined)
    throw new ConfigError(
      'S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set where S3_ENDPOINT is.',
    );
  return { endpoint: endpoint.replace(/\/$/, ''), bucket, region, accessKeyId, secretAccessKey };
}

function mailOf(url: string | undefined, from: string | undefined): Config['mail'] {
  if (url === undefined) return null;
  if (from === undefined)
    throw new ConfigError(
      'MAIL_FROM must be set where SMTP_URL is: the address e-mail comes from.',
    );
  return { url, from };
}

/** A key made at the first start and kept beside the database, for anyone who has not set one. */
function keptSecretKey(databaseUrl: string): Buffer {
  const path = join(dataFolder(databaseUrl), 'secret.key');
  try {
    if (!existsSync(path)) makeSecretKey(path);
    const key = Buffer.from(readFileSync(path, 'utf8'), 'base64');
    if (key.length === SECRET_KEY_BYTES) return key;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new ConfigError(
      `No key can be kept at ${path}${code}. Make its folder writable, with room on the disk, or set SECRET_KEY.`,
    );
  }
  throw new ConfigError(
    `${path} is not ${SECRET_KEY_BYTES} bytes in base64. Put the key back, or set SECRET_KEY.`,
  );
}

function makeSecretKey(path: string): void {
  const key = randomBytes(SECRET_KEY_BYTES).toString('base64');
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, key, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    // Another process was as fast: its key is as good.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return;
    // A full disk leaves a file with half of a key, or none of it.
    rmSync(path, { force: true });
    throw error;
  }
}
