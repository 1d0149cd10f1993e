import { expect, it } from 'vitest';
import { misspeltHints } from '../../src/config/misspelt.ts';

it.each([
  ['PROT', 'PORT'],
  ['port', 'PORT'],
  ['HSOT', 'HOST'],
  ['DATABASEURL', 'DATABASE_URL'],
  ['DATABSE_URL', 'DATABASE_URL'],
  ['STATEMENT_TIMEOUT', 'STATEMENT_TIMEOUT_MS'],
  ['JWT_SECERT', 'JWT_SECRET'],
  ['LOG_LEVL', 'LOG_LEVEL'],
  ['CORS_ORIGIN', 'CORS_ORIGINS'],
])('%s: did you mean %s?', (given, meant) => {
  expect(misspeltHints({ [given]: 'x' })).toEqual([`${given} is not a setting; did you mean ${meant}?`]);
});

it('says nothing of what is a setting, nor of what other programs take', () => {
  const others = [
    'PATH',
    'HOME',
    'HOSTNAME',
    'PGPORT',
    'PGHOST',
    'PWD',
    'USER',
    'SHELL',
    'TERM',
    'LANG',
    'TZ',
    'NODE_ENV',
  ];
  expect(
    misspeltHints(Object.fromEntries([...others, 'PORT', 'HOST', 'WORKERS'].map((name) => [name, 'x']))),
  ).toEqual([]);
});
