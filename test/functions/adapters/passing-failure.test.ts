import { describe, expect, it } from 'vitest';
import { asking } from '../../../functions/adapters/store-errors.ts';

const failing = (details: object, name = 'Error') => Promise.reject(Object.assign(new Error('x'), { name }, details));

describe('what the store answers', () => {
  it.each([
    ['nobody listens', { code: 'ECONNREFUSED' }],
    ['no name', { code: 'ENOTFOUND' }],
    ['its own fault', { $metadata: { httpStatusCode: 500 } }],
    ['too busy', { $metadata: { httpStatusCode: 503 } }],
  ])('is worth another try: %s', async (_, details) => {
    await expect(asking(failing(details))).rejects.toMatchObject({ name: 'Throttled' });
  });

  it.each([
    ['our fault', { $metadata: { httpStatusCode: 400 } }],
    ['an unknown code', { code: 'ERR_INVALID_ARG_TYPE' }],
    ['anything else', {}],
  ])('goes on as it is: %s', async (_, details) => {
    await expect(asking(failing(details, 'ValidationException'))).rejects.toMatchObject({ name: 'ValidationException' });
  });
});
