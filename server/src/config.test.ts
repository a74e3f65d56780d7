import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const inFolder = (): { DATABASE_URL: string } => ({
  DATABASE_URL: `file:${join(mkdtempSync(join(tmpdir(), 'okaeri-config-')), 'a.db')}`,
});

describe('the configuration', () => {
  it('needs nothing to be set for a first try, and keeps the key it has made', () => {
    const variables = inFolder();
    const config = readConfig(variables);
    expect(config).toMatchObject({ port: 4100, demo: true, publicUrl: 'http://localhost:4100' });
    expect(readConfig(variables).secretKey).toEqual(config.secretKey);
  });

  it('says in a sentence that no key can be kept, or that the kept one is none', () => {
    const { DATABASE_URL } = inFolder();
    const folder = dirname(DATABASE_URL.slice('file:'.length));
    writeFileSync(join(folder, 'file'), '');
    const blocked = { DATABASE_URL: `file:${join(folder, 'file', 'a.db')}` };
    expect(() => readConfig(blocked)).toThrow(ConfigError);
    expect(() => readConfig(blocked)).toThrow(/\(E[A-Z]+\).*SECRET_KEY/);
    writeFileSync(join(folder, 'secret.key'), '');
    expect(() => readConfig({ DATABASE_URL })).toThrow(ConfigError);
    expect(() => readConfig({ DATABASE_URL })).toThrow(/secret\.key is not 32 bytes/);
  });

  it('reports every fault at once', () => {
    const wrong = {
      PORT: 'many',
      DATABASE_URL: 'mysql://x',
      SECRET_KEY: 'short',
      TRUSTED_PROXIES: '10.0.0.0/99',
    };
    const attempt = (): unknown => readConfig(wrong);
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(/PORT[\s\S]*DATABASE_URL[\s\S]*TRUSTED_PROXIES[\s\S]*SECRET_KEY/);
  });

  it('asks for a secret key in production, and leaves the demo out', () => {
    const variables = { ...inFolder(), NODE_ENV: 'production' };
    expect(() => readConfig(variables)).toThrow(/SECRET_KEY/);
    const SECRET_KEY = Buffer.alloc(32).toString('base64');
    expect(readConfig({ ...variables, SECRET_KEY }).demo).toBe(false);
    expect(readConfig({ ...variables, SECRET_KEY, DEMO: 'on' }).demo).toBe(true);
  });
});
