import { expect, test } from 'vitest';
import { describeError } from '../../src/observation/logger.ts';

test('an error is logged with its place, without the values in it', () => {
  const cause = Object.assign(new TypeError('at postgres://reader:hunter2@host/db'), { code: 'ECONNRESET' });
  const error = Object.assign(new Error('Unexpected token: "a "private" question" is not JSON', { cause }), {
    detail: 'Key (question)=(a private question)',
    request: { headers: { authorization: 'Bearer private' } },
  });
  const described = describeError(error);
  expect(described).toEqual({
    type: 'Error',
    code: undefined,
    message: 'Unexpected token: "…" is not JSON',
    stack: expect.stringContaining('logger.test.ts'),
    cause: {
      type: 'TypeError',
      code: 'ECONNRESET',
      message: 'at postgres://[redacted]@host/db',
      stack: expect.any(String),
    },
  });
  expect(JSON.stringify(described)).not.toMatch(/private|hunter2/);
  expect(describeError('a private question')).toEqual({ type: 'string' });
});
