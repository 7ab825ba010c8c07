import { bareAddress } from '../ses/mime-message.ts';
import type { MailboxFault, StoredMail } from '../ses/mailbox.ts';
import { consolePage } from './console-page.ts';
import type { Language } from './language.ts';
import { html, type Markup } from './markup.ts';
import type { WrittenPage } from './page.ts';
import { instantText, wordsIn } from './words.ts';

/** A page of more rows than this helps nobody; `GET /_local/mail` has them all. */
const mostShown = 200;

/** The newest mail, of all or of one recipient. */
export function mailboxPage(input: {
  readonly language: Language;
  readonly mails: readonly StoredMail[];
  readonly faults: ReadonlyMap<string, MailboxFault>;
  /** Only mail to this address. */
  readonly recipient: string | undefined;
}): WrittenPage {
  const { language, recipient, faults } = input;
  const text = wordsIn(language);
  const mails = recipient === undefined ? input.mails : input.mails.filter((mail) => mail.to.some((address) => bareAddress(address).toLowerCase() === recipient.toLowerCase()));
  return consolePage({
    language,
    section: 'mailbox',
    title: recipient === undefined ? text.mailbox : text.onlyTo(recipient),
    here: recipient === undefined ? '/_local/mailbox' : `/_local/mailbox?to=${encodeURIComponent(recipient)}`,
    body: html`${recipient !== undefined && html`<p><a href="/_local/mailbox?lang=${language}">${text.all}</a></p>`}
<p role="status">${mails.length === 0 ? text.noMails : text.mails(mails.length)}${mails.length > mostShown && ` ${text.newest(mostShown)}`}</p>
${mails.length > 0 && mailTable(mails.slice(0, mostShown), language)}
<h2 id="faults">${text.faults}</h2>
<p>${text.faultsHint}</p>
${faults.size > 0 && html`<ul>${[...faults].map(([address, fault]) => html`<li>${address}: ${text.faultNames[fault]}</li>`)}</ul>`}
<form method="post" action="/_local/mailbox/faults" class="row">
<input type="hidden" name="lang" value="${language}">
<div><label for="address">${text.address}</label><input id="address" name="address" type="email" required autocomplete="off" size="30"></div>
<div><label for="fault">${text.fault}</label><select id="fault" name="fault">${(['bounce', 'complaint', 'none'] as const).map((fault) => html`<option value="${fault}">${text.faultNames[fault]}</option>`)}</select></div>
<button class="plain">${text.set}</button>
</form>`,
  });
}

function mailTable(mails: readonly StoredMail[], language: Language): Markup {
  const text = wordsIn(language);
  return html`<table><thead><tr><th scope="col">${text.subject}</th><th scope="col">${text.to}</th><th scope="col">${text.sent}</th><th scope="col">${text.outcome}</th></tr></thead><tbody>
${mails.map(
  (mail) => html`<tr><td><a href="/_local/mailbox/${mail.id}?lang=${language}">${mail.subject}</a></td>
<td>${mail.to.map((address) => html`<a href="/_local/mailbox?to=${encodeURIComponent(bareAddress(address))}&amp;lang=${language}">${address}</a> `)}</td>
<td><time datetime="${mail.at}">${instantText(Date.parse(mail.at), language)}</time></td><td>${outcomeText(mail, language)}</td></tr>`,
)}
</tbody></table>`;
}

function outcomeText(mail: StoredMail, language: Language): Markup {
  const outcome = wordsIn(language).outcomes[mail.outcome];
  return mail.outcome === 'delivered' ? html`${outcome}` : html`<span class="bad">${outcome}</span>`;
}

/** One mail: its text with links to follow, then its HTML part in a frame of its own. */
export function mailPage(language: Language, mail: StoredMail): WrittenPage {
  const text = wordsIn(language);
  return consolePage({
    language,
    section: 'mailbox',
    title: mail.subject,
    here: `/_local/mailbox/${mail.id}`,
    frames: 'self',
    body: html`<dl class="card">
<dt>${text.from}</dt><dd>${mail.from}</dd><dt>${text.to}</dt><dd>${mail.to.join(', ')}</dd>
<dt>${text.sent}</dt><dd><time datetime="${mail.at}">${instantText(Date.parse(mail.at), language)}</time></dd>
<dt>${text.outcome}</dt><dd>${outcomeText(mail, language)}</dd>
</dl>
<h2>${text.textPart}</h2>
<div class="card">${mail.text === '' ? html`<p>${text.noPart}</p>` : html`<pre>${linked(mail.text)}</pre>`}</div>
<h2>${text.htmlPart}</h2>
${mail.html === '' ? html`<p>${text.noPart}</p>` : html`<iframe src="/_local/mailbox/${mail.id}/html" title="${text.htmlPart}: ${mail.subject}" sandbox="${mailSandbox}"></iframe>`}
<details><summary>${text.headers}</summary><dl>${Object.entries(mail.headers).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></details>`,
  });
}

/** A mail may be read and its links followed; nothing in it runs. */
const mailSandbox = 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

/** The HTML part by itself; its links open in the whole window. */
export function mailHtmlPart(mail: StoredMail): WrittenPage {
  const base = '<base target="_top">';
  const body = /<head[^>]*>/i.test(mail.html) ? mail.html.replace(/<head[^>]*>/i, (head) => head + base) : base + mail.html;
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `sandbox ${mailSandbox}; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body,
  };
}

function linked(text: string): readonly (string | Markup)[] {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/).map((piece, index) => (index % 2 === 1 ? html`<a href="${piece}">${piece}</a>` : piece));
}
