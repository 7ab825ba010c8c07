import { randomBytes } from 'node:crypto';
import type { Language } from './language.ts';
import { html, Markup } from './markup.ts';

export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly body: Markup;
  /** Links at the top, such as the console's sections and the other language. */
  readonly navigation?: Markup;
  /** A script that the page runs once. */
  readonly script?: string;
  /** What may be framed; nothing by default. */
  readonly frames?: 'self';
}

export interface WrittenPage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const style = `
:root{--ink:#123340;--muted:#48626c;--ground:#f4f7f8;--paper:#fff;--line:#b7c7cd;--sea:#19556b;--sea-dark:#123f50;--sun:#ffd166;--bad:#9b1c31;color-scheme:light}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
header{background:var(--sea-dark);color:#fff}header>div,main,footer{max-width:60rem;margin:0 auto;padding:1rem 1.25rem}
header>div{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center}header strong{font-size:1.15rem}header a{color:#fff}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0;padding:0;list-style:none}nav a[aria-current]{font-weight:700;text-decoration-thickness:3px}
.skip{position:absolute;left:-999rem}.skip:focus{left:.5rem;top:.5rem;background:#fff;color:var(--ink);padding:.5rem 1rem}
.local{margin:0;background:var(--sun);color:var(--ink);padding:.35rem 1.25rem;text-align:center;font-weight:600}
h1{font-size:1.7rem;line-height:1.2;margin:1rem 0}h2{font-size:1.25rem;margin:2rem 0 .5rem}a{color:var(--sea)}
:focus-visible{outline:3px solid var(--sun);outline-offset:2px;box-shadow:0 0 0 6px var(--sea-dark)}
button,.button{font:inherit;font-weight:600;padding:.6rem 1rem;border:2px solid var(--sea);border-radius:.4rem;background:var(--sea);color:#fff;cursor:pointer;text-decoration:none;min-height:2.75rem}
button:hover{background:var(--sea-dark)}button.plain{background:var(--paper);color:var(--sea)}button.plain:hover{background:var(--ground)}
.people{list-style:none;padding:0;display:grid;gap:.6rem;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))}.people button{width:100%;height:100%;text-align:left;background:var(--paper);color:var(--ink)}
.people button:hover{background:#e3eef1}.people small{display:block;font-weight:400;color:var(--muted)}
input,select{font:inherit;padding:.5rem .6rem;border:2px solid var(--muted);border-radius:.4rem;min-height:2.75rem;max-width:100%;background:var(--paper);color:var(--ink)}label{display:block;font-weight:600;margin-bottom:.25rem}
.row{display:flex;flex-wrap:wrap;gap:.6rem;align-items:end;margin:.75rem 0}.row form{margin:0}
table{border-collapse:collapse;width:100%;background:var(--paper)}th,td{text-align:left;padding:.5rem .75rem;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
.card{background:var(--paper);border:1px solid var(--line);border-radius:.5rem;padding:1rem 1.25rem;margin:1rem 0}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:0}dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}iframe{width:100%;height:32rem;border:1px solid var(--line);border-radius:.5rem;background:#fff}
.big{font-size:1.4rem;font-weight:700}.muted{color:var(--muted)}.bad{color:var(--bad);font-weight:700}[role=alert]{border-left:.4rem solid var(--bad);padding-left:1rem}
@media (max-width:38rem){thead{position:absolute;left:-999rem}tr{display:block;padding:.5rem 0;border-bottom:2px solid var(--line)}td{display:block;border:0;padding:.15rem .75rem}dl{grid-template-columns:1fr}.row>*,.row input,.row select,.row button{width:100%}}
`;

const words = {
  sv: { skip: 'Till innehållet', local: 'Lokalt på den här datorn: påhittade personer, och en klocka som går att flytta' },
  en: { skip: 'Skip to content', local: 'Local on this machine: fictional people, and a clock that can be moved' },
} as const;

/** A whole page that exists only on this machine; nothing in it comes from elsewhere. */
export function writePage(page: Page): WrittenPage {
  const nonce = randomBytes(16).toString('base64');
  const text = words[page.language];
  const body = html`<!DOCTYPE html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} – Brygga</title>
<style nonce="${nonce}">${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#content">${text.skip}</a>
<header><div><strong>Brygga</strong>${page.navigation}</div><p class="local">${text.local}</p></header>
<main id="content" tabindex="-1">
<h1>${page.title}</h1>
${page.body}
</main>
${page.script !== undefined && html`<script nonce="${nonce}">${new Markup(page.script)}</script>`}
</body>
</html>
`;
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    ...(page.script === undefined ? [] : [`script-src 'nonce-${nonce}'`]),
    ...(page.frames === undefined ? [] : ["frame-src 'self'"]),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body: body.text,
  };
}
