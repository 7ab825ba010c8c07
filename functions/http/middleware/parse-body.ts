import httpJsonBodyParser from '@middy/http-json-body-parser';
import type { MiddlewareObj } from '@middy/core';
import { maximumBodyBytes } from '../../contracts/primitives.ts';
import type { HttpEvent } from '../event.ts';
import { RequestRefused } from '../refusal.ts';

const parser = httpJsonBodyParser();

/** Size first, then JSON of the right content type, without keys that would reach a prototype. */
export function parseBody(most = maximumBodyBytes): MiddlewareObj<HttpEvent> {
  return {
    name: 'parse-body',
    before: async (request) => {
      const { body, isBase64Encoded } = request.event;
      if (typeof body === 'string' && Buffer.byteLength(body, isBase64Encoded === true ? 'base64' : 'utf8') > most) {
        throw new RequestRefused('body-too-large');
      }
      try {
        await parser.before?.(request as never);
      } catch {
        throw new RequestRefused('not-json');
      }
    },
  };
}
