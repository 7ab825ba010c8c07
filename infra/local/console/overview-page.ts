import type { Timer } from '../clock-steps.ts';
import type { DemoUser } from '../oidc/demo-user.ts';
import { consolePage } from './console-page.ts';
import type { Language } from './language.ts';
import { html, type Markup } from './markup.ts';
import type { WrittenPage } from './page.ts';
import { instantText, wordsIn } from './words.ts';

export interface Overview {
  readonly language: Language;
  readonly now: number;
  readonly timers: readonly Timer[];
  readonly users: readonly DemoUser[];
  /** Due instants passed by the step that led here. */
  readonly stepped?: number;
  readonly problem?: string;
}

/** Clock and demo users. */
export function overviewPage({ language, now, timers, users, stepped, problem }: Overview): WrittenPage {
  const text = wordsIn(language);
  const step = (label: string, advance: string): Markup => html`<button name="advance" value="${advance}">${label}</button>`;
  return consolePage({
    language,
    section: 'console',
    title: text.console,
    here: '/_local',
    body: html`${problem !== undefined && html`<div role="alert"><p><strong>${text.problem}.</strong> ${problem}</p></div>`}
${stepped !== undefined && html`<p role="status">${text.stepped(stepped)}</p>`}
<h2 id="clock">${text.clock}</h2>
<div class="card">
<p>${text.now} <time class="big" datetime="${new Date(now).toISOString()}">${instantText(now, language)}</time></p>
<p class="muted">${text.forwards}</p>
<form method="post" action="/_local/clock" class="row">
<input type="hidden" name="lang" value="${language}">
${step(text.stepHour, 'PT1H')}${step(text.stepDay, 'P1D')}${step(text.stepWeek, 'P7D')}
${timers.length > 0 && html`<button name="next" value="1">${text.stepNext}</button>`}
</form>
<form method="post" action="/_local/clock" class="row">
<input type="hidden" name="lang" value="${language}">
<div><label for="to">${text.stepTo}</label><input id="to" name="to" type="text" required autocomplete="off" size="30" aria-describedby="to-hint"></div>
<button class="plain">${text.go}</button>
<span id="to-hint" class="muted">${text.stepToHint}</span>
</form>
</div>
<h2 id="timers">${text.timers}</h2>
${timers.length === 0 ? html`<p>${text.noTimers}</p>` : timerTable(timers, language)}
<h2 id="users">${text.users}</h2>
<p>${text.usersHint}</p>
<table><thead><tr><th scope="col">${text.name}</th><th scope="col">${text.title}</th><th scope="col">${text.id}</th></tr></thead><tbody>
${users.map((user) => html`<tr><td>${user.name}</td><td>${user.title}</td><td><code>${user.id}</code></td></tr>`)}
</tbody></table>`,
  });
}

function timerTable(timers: readonly Timer[], language: Language): Markup {
  const text = wordsIn(language);
  return html`<table><thead><tr><th scope="col">${text.what}</th><th scope="col">${text.when}</th></tr></thead><tbody>
${timers.map((timer) => html`<tr><td>${timer.what}</td><td><time datetime="${new Date(timer.due).toISOString()}">${instantText(timer.due, language)}</time></td></tr>`)}
</tbody></table>`;
}
