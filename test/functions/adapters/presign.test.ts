import { describe, expect, it } from 'vitest';
import { presign } from '../../../functions/adapters/presign.ts';

describe('presign', () => {
  it('signs the example of the S3 API reference as AWS does', () => {
    expect(presign({
      method: 'GET', url: 'https://examplebucket.s3.amazonaws.com/test.txt', query: {}, headers: {}, expiresSeconds: 86_400, at: '2013-05-24T00:00:00.000Z', region: 'us-east-1',
      credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
    })).toBe('https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404');
  });
});
