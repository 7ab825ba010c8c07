import type { ServerResponse } from 'node:http';
import type { WrittenPage } from './page.ts';

/** A request to the console that cannot be done; told as problem+json (RFC 9457). */
export class ConsoleProblem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.name = 'ConsoleProblem';
    this.status = status;
    this.code = code;
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
};

const quiet = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' };

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...quiet, 'content-type': 'application/json; charset=utf-8' }).end(`${JSON.stringify(body, undefined, 2)}\n`);
}

export function sendProblem(response: ServerResponse, problem: ConsoleProblem): void {
  const body = { type: 'about:blank', title: titles[problem.status] ?? 'Error', status: problem.status, code: problem.code, detail: problem.message };
  response.writeHead(problem.status, { ...quiet, 'content-type': 'application/problem+json; charset=utf-8' }).end(`${JSON.stringify(body, undefined, 2)}\n`);
}

export function sendPage(response: ServerResponse, status: number, page: WrittenPage): void {
  response.writeHead(status, page.headers).end(page.body);
}

/** After a form: the browser asks anew, so that a reload does not do it twice. */
export function sendBack(response: ServerResponse, location: string): void {
  response.writeHead(303, { ...quiet, location }).end();
}
