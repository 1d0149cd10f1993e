import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactText } from '../../src/security/redact.ts';

describe('a value is hidden to its end, however it is written', () => {
  it.each([
    ["password=b'X'", "password=b'[redacted]'"],
    ['password: rb"X Y", n=1', 'password: rb"[redacted]", n=1'],
    ["PASSWORD=$'X Y' run", "PASSWORD=$'[redacted]' run"],
    ["password=SecretStr('X Y') user='u'", "password=[redacted] user='u'"],
    ['{"password": SecretStr(value="X)"), "n": 1', '{"password": [redacted], "n": 1'],
    ["auth=('u', 'X'), n=1", 'auth=[redacted], n=1'],
    ["auth=HTTPBasicAuth(str('u'), 'X') n", 'auth=[redacted] n'],
    ['auth=(user, "X") n', 'auth=[redacted] n'],
    ["cut off: auth=('u', 'X Y", 'cut off: auth=[redacted]'],
    ['password="""X\nY""" n', 'password="""[redacted]""" n'],
    ["password='' user='u'", "password='' user='u'"],
    ["'password=b', n", "'password=[redacted]', n"],
    ["credentials = {'a': '}X', 'n': 1} n", 'credentials = [redacted] n'],
  ])('quoted, in brackets, by a call: %s', (given, expected) => {
    expect(redactText(given)).toBe(expected);
  });

  it.each([
    ['password: |\n  X\nuser: u', 'password: |\n  [redacted]\nuser: u'],
    ['a:\n  password: >-\n    X\n\n    Y Z\n  user: u', 'a:\n  password: >-\n    [redacted]\n  user: u'],
    [
      'key:\n- private_key: |2-\r\n    X\r\n   Y\r\n- n: 1',
      'key:\n- private_key: |2-\r\n    [redacted]\r\n- n: 1',
    ],
    ['"cfg": "password: |\\n  X\\n  Y\\nuser: u", n', '"cfg": "password: |\\n  [redacted]\\nuser: u", n'],
    ['password:\n  X\nuser: u', 'password:\n  [redacted]\nuser: u'],
    ['password:\n  "X Y"\nuser: u', 'password:\n  "[redacted]"\nuser: u'],
  ])('blocks of YAML: %j', (given, expected) => {
    expect(redactText(given)).toBe(expected);
  });

  it.each([
    ['{\n "password":\n  "X"', '{\n "password":\n  "[redacted]"'],
    ['{"password"\n : "X", "n"', '{"password"\n : "[redacted]", "n"'],
    ['{"password":\r\n 12, "n"', '{"password":\r\n [redacted] "n"'],
    ['"{\\n \\"password\\":\\n  \\"X\\", \\"n\\"', '"{\\n \\"password\\":\\n  \\"[redacted]\\", \\"n\\"'],
    ['{"auth":\n  {"a": "X"}, "n"', '{"auth":\n  [redacted], "n"'],
    ["password = \\\n  'X'", "password = \\\n  '[redacted]'"],
  ])('below its name: %j', (given, expected) => {
    expect(redactText(given)).toBe(expected);
  });

  it.each([
    'The password:\nis asked for.',
    'password:\n  host: h',
    'Passwords:\n  at least ten letters',
    'password\n: see below',
    'the key: value',
    'token usage: 5',
    'token: |\n  5',
  ])('and nothing else: %j', (text) => {
    expect(redactText(text)).toBe(text);
  });
});

const PARTS = [
  ...['password', '"password"', "'api_key'", '""token""', 'Authorization', 'Cookie', '--password', 'API key'],
  ...['"name": "password"', "name='x-api-key'", '"value": ', 'value=', 'postgres://u:p@h', 'https%3A%2F%2Fu'],
  ...[':', '=', '%3D', '=>', ' ', '\n', '\n  ', '\\n', '|', '>-', 'X', '5', "b'", 'f(', 'SecretStr(', '%40'],
  ...[
    '"',
    "'",
    '""',
    '"""',
    '\\"',
    '`',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    ';',
    '&',
    '@',
    '/',
    '\\',
    '[redacted]',
  ],
];

it('what was redacted stays as it is when it is redacted again', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 14 }), (parts) => {
      const once = redactText(parts.join(''));
      expect(redactText(once)).toBe(once);
    }),
    { numRuns: 5000 },
  );
});
