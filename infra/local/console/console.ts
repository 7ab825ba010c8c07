import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ClockAnswer, Timer } from '../clock-steps.ts';
import { textOf } from '../http/values.ts';
import type { IssuedToken } from '../oidc/access-token.ts';
import type { DemoUser } from '../oidc/demo-user.ts';
import type { Ses } from '../ses/ses.ts';
import { languageNamed, preferredLanguage, type Language } from './language.ts';
import { mailboxPage, mailHtmlPart, mailPage } from './mailbox-pages.ts';
import { overviewPage } from './overview-page.ts';
import { readInput } from './request-body.ts';
import { guardRequest } from './request-guard.ts';
import { ConsoleProblem, sendBack, sendJson, sendPage, sendProblem } from './respond.ts';
import { wordsIn } from './words.ts';

export interface ConsoleDependencies {
  readonly clock: {
    /** Simulated instant, ms epoch. */
    now(): number;
    /** What waits for the clock, soonest first. */
    nextTimers(): readonly Timer[];
    /** `{"advance": DURATION}` or `{"to": INSTANT}`. */
    advance(request: unknown): Promise<ClockAnswer>;
  };
  readonly ses: Ses;
  readonly users: readonly DemoUser[];
  /** `{ status: 'ok', … }`; anything else than `ok` is answered with 503. */
  readonly health: () => Promise<object>;
  readonly issueToken: (userId: string) => Promise<IssuedToken>;
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly url: URL; readonly language: Language; readonly id: string };
type Handler = (exchange: Exchange) => Promise<void> | void;

/** Everything under `/_local`: pages for people (`/_local`, `/_local/mailbox`) and JSON for programs. */
export function createConsole(dependencies: ConsoleDependencies): { handle(request: IncomingMessage, response: ServerResponse): Promise<void> } {
  const routes = routesOf(dependencies);
  return {
    handle: async (request, response) => {
      try {
        guardRequest(request);
        const url = new URL(request.url ?? '/', 'http://localhost');
        const language = languageNamed(url.searchParams.get('lang')) ?? preferredLanguage(request.headers['accept-language']);
        const path = url.pathname.replace(/\/$/, '');
        const found = routes.find(({ pattern }) => pattern.test(path));
        if (!found) throw new ConsoleProblem(404, 'not-found', 'There is nothing here.');
        const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
        const handler = found.methods[method];
        if (!handler) {
          response.setHeader('allow', Object.keys(found.methods).join(', '));
          throw new ConsoleProblem(405, 'method-not-allowed', 'That method does nothing here.');
        }
        await handler({ request, response, url, language, id: found.pattern.exec(path)?.[1] ?? '' });
      } catch (cause) {
        if (!(cause instanceof ConsoleProblem)) throw cause;
        sendProblem(response, cause);
      }
    },
  };
}

function routesOf(dependencies: ConsoleDependencies): readonly { readonly pattern: RegExp; readonly methods: Readonly<Record<string, Handler>> }[] {
  const { clock, ses, users } = dependencies;
  const overview = (exchange: Exchange, status: number, more: { stepped?: number; problem?: string } = {}): void =>
    sendPage(exchange.response, status, overviewPage({ language: exchange.language, now: clock.now(), timers: clock.nextTimers(), users, ...more }));
  return [
    { pattern: /^\/_local$/, methods: { GET: (exchange) => overview(exchange, 200, steppedIn(exchange.url)) } },
    {
      pattern: /^\/_local\/health$/,
      methods: {
        GET: async ({ response }) => {
          const health = await dependencies.health();
          sendJson(response, 'status' in health && health.status === 'ok' ? 200 : 503, health);
        },
      },
    },
    { pattern: /^\/_local\/mail$/, methods: { GET: ({ response }) => sendJson(response, 200, ses.list()) } },
    {
      pattern: /^\/_local\/clock$/,
      methods: {
        GET: ({ response }) =>
          sendJson(response, 200, {
            now: new Date(clock.now()).toISOString(),
            timers: clock.nextTimers().map(({ what, due }) => ({ what, due: new Date(due).toISOString() })),
          }),
        POST: async (exchange) => {
          const { fields, form } = await readInput(exchange.request);
          if (!form) return sendClockAnswer(exchange.response, await clock.advance(fields));
          const answer = await clock.advance(stepOf(fields, clock));
          const language = languageNamed(textOf(fields['lang'])) ?? exchange.language;
          if (answer.status === 200) return sendBack(exchange.response, `/_local?lang=${language}&stepped=${answer.visited}`);
          return overview({ ...exchange, language }, answer.status, { problem: answer.detail });
        },
      },
    },
    { pattern: /^\/_local\/token$/, methods: { POST: (exchange) => sendToken(dependencies, exchange) } },
    {
      pattern: /^\/_local\/mailbox$/,
      methods: {
        GET: ({ response, url, language }) =>
          sendPage(response, 200, mailboxPage({ language, mails: ses.list(), faults: ses.faults(), recipient: url.searchParams.get('to') ?? undefined })),
      },
    },
    { pattern: /^\/_local\/mailbox\/faults$/, methods: { POST: (exchange) => setFault(ses, exchange) } },
    { pattern: /^\/_local\/mailbox\/([\w-]+)$/, methods: { GET: ({ response, language, id }) => sendPage(response, 200, mailPage(language, mailOf(ses, id, language))) } },
    { pattern: /^\/_local\/mailbox\/([\w-]+)\/html$/, methods: { GET: ({ response, language, id }) => sendPage(response, 200, mailHtmlPart(mailOf(ses, id, language))) } },
  ];
}

function steppedIn(url: URL): { stepped?: number } {
  const stepped = url.searchParams.get('stepped') ?? '';
  return /^\d{1,9}$/.test(stepped) ? { stepped: Number(stepped) } : {};
}

/** A form's step; "to the next timer" is decided when it is asked for, not when the page was made. */
function stepOf(fields: Readonly<Record<string, unknown>>, clock: ConsoleDependencies['clock']): unknown {
  const { next, advance, to } = fields;
  const [timer] = clock.nextTimers();
  if (next !== undefined) return timer && timer.due > clock.now() ? { to: new Date(timer.due).toISOString() } : { advance: 'PT0S' };
  return { ...(advance !== undefined && { advance }), ...(to !== undefined && { to }) };
}

function sendClockAnswer(response: ServerResponse, answer: ClockAnswer): void {
  if (answer.status !== 200) throw new ConsoleProblem(answer.status, answer.code, answer.detail);
  sendJson(response, 200, { now: answer.now, visited: answer.visited });
}

async function sendToken({ users, issueToken }: ConsoleDependencies, { request, response }: Exchange): Promise<void> {
  const user = textOf((await readInput(request)).fields['user']);
  if (user === undefined) throw new ConsoleProblem(400, 'bad-token-request', 'Say whose token: {"user":"<id>"}.');
  if (!users.some(({ id }) => id === user)) throw new ConsoleProblem(404, 'unknown-user', 'There is no demo user of that id.');
  sendJson(response, 200, await issueToken(user));
}

async function setFault(ses: Ses, exchange: Exchange): Promise<void> {
  const { fields, form } = await readInput(exchange.request);
  const { address, fault } = fields;
  if (typeof address !== 'string' || !address.includes('@') || (fault !== 'bounce' && fault !== 'complaint' && fault !== 'none')) {
    throw new ConsoleProblem(400, 'bad-fault', 'Give "address" and "fault": "bounce", "complaint" or "none".');
  }
  ses.setFault(address, fault === 'none' ? undefined : fault);
  if (form) return sendBack(exchange.response, `/_local/mailbox?lang=${languageNamed(textOf(fields['lang'])) ?? exchange.language}#faults`);
  return sendJson(exchange.response, 200, { address, fault });
}

function mailOf(ses: Ses, id: string, language: Language): ReturnType<Ses['list']>[number] {
  const mail = ses.read(id);
  if (!mail) throw new ConsoleProblem(404, 'unknown-mail', wordsIn(language).unknownMail);
  return mail;
}
