import { expect, it } from 'vitest';
import { clientAddress, type HttpEvent } from '../../../functions/http/event.ts';

const of = (viewer: string | undefined) => clientAddress({ headers: { 'cloudfront-viewer-address': viewer }, requestContext: { requestId: '', timeEpoch: 0, http: { sourceIp: '203.0.113.9' } } } satisfies HttpEvent);

it.each([
  ['198.51.100.10:46532', '198.51.100.10'],
  ['2001:db8:a:b:c:d:e:f:46532', '2001:db8:a:b'],
  ['[2001:DB8::1]:443', '2001:db8:0:0'],
  ['2001:0db8::0001:443', '2001:db8:0:0'],
  [undefined, '203.0.113.9'],
])('%s is the client %s', (viewer, client) => {
  expect(of(viewer)).toBe(client);
});
