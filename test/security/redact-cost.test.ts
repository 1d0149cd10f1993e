import { expect, it } from 'vitest';
import { KEY_FORMATS } from '../../src/security/key-formats.ts';
import { redactText } from '../../src/security/redact.ts';

const MEGABYTE = 1_000_000;

/** Seconds of CPU of this process, whatever else the machine does. */
function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

it.each([
  ...[
    'a',
    '0123456789abcdef',
    'eyJaaaaaaaa-',
    'eyJ',
    'word ',
    ' ',
    '\n',
    'x@',
    'u:p@',
    'Password',
    'key ',
    'sk-',
  ],
  ...['://', 'a://', 'a:b://', 'http://a/@', 'postgres://u:p ', 'postgres://u:p@', 'postgres://u', 'a:'],
  ...[
    'password=',
    'password="',
    'password=\\"',
    "password='\\",
    'token=1 ',
    'token=1;',
    '"token":1,',
    'password=  ',
  ],
  ...[
    'Authorization: ',
    'authorization:"',
    'cookie:',
    '--password ',
    '<password>',
    'x.password.',
    'auth=[',
    'auth={"',
  ],
  ...[
    '{',
    '[',
    '"',
    '\\"',
    '{"a":',
    '[1,',
    '-----BEGIN ',
    '-----BEGIN PRIVATE KEY-----',
    'SG.aaaaaaaaaaaaaaaaaaaa.',
  ],
  ...[
    'password:\n',
    'password:\n  ',
    'password: |\n  ',
    'password: |\n',
    'password=(',
    "password=('",
    'password=f(x',
  ],
  ...['password="""', '""password"":""', "password=b'", "auth={('", '(', "('", '\\n', 'password:\\n'],
  ...['bearer ', 'basic aaaaaaaaa ', 'AKIA', 'A', 'aB', '_', '-', '.', '=', '=:', "'''"],
])('1 MB of %j takes less than a second of CPU', (part) => {
  const text = part.repeat(MEGABYTE / part.length);
  expect(cpuOf(() => redactText(text))).toBeLessThan(1);
  expect(cpuOf(() => redactText(`password=${text}`))).toBeLessThan(1);
});

it.each(Object.entries(KEY_FORMATS))(
  'the pattern of %s repeats without bound at its end only, so it never goes back',
  (_, { source }) => {
    const plain = source
      .replace(/\[[^\]]*\]/g, 'C')
      .replace(/\\[sw]/g, 'C')
      .replace(/\\./g, '.');
    // Groups at the end that may be absent cannot fail, so nothing is tried again for their sake.
    const needed = plain.replace(/(?:\((?:[^()]|\([^()]*\))*\)[*?])+$/, '');
    expect(needed).not.toMatch(/(?:[*+]|\{\d+,\})./);
  },
);
