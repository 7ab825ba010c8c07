import { describe, expect, it } from 'vitest';
import { languages, mailKinds } from '../../../functions/domain/vocabulary.ts';
import { mailAudiences as audiences } from '../../../functions/mail/mail-text.ts';
import { isWrittenFor, renderMail } from '../../../functions/mail/render-mail.ts';

const facts = { number: 'EK7-4F2K', sender: 'Ekdala kommun', replyBy: '2026-03-12', code: '482913', managerMailboxMissing: false, wrongRecipient: false, incoming: false, lead: null, due: null };
const link = `https://brygga.example/reply#${'s'.repeat(43)}`;
const all = mailKinds.flatMap((kind) => audiences.filter((audience) => isWrittenFor(kind, audience)).flatMap((audience) => languages.map((language) => ({ kind, audience, language }))));

describe('mails', () => {
  it('exist for every kind, in every language, for the same audiences', () => {
    for (const kind of mailKinds) expect([kind, audiences.some((audience) => isWrittenFor(kind, audience))]).toEqual([kind, true]);
    expect(all.filter((mail) => mail.language === 'en')).toHaveLength(all.filter((mail) => mail.language === 'sv').length);
  });

  it.each(all)('$kind to $audience in $language has a neutral subject, the number and plain text first', ({ kind, audience, language }) => {
    const mail = renderMail(kind, audience, language, facts, link);
    expect(mail.subject).toContain(facts.number);
    expect(mail.subject.length).toBeLessThan(100);
    expect(mail.text).toContain(facts.number);
    expect(mail.html).toMatch(new RegExp(`<html lang="${language}">`));
    expect(mail.html.match(/<h1>/g)).toHaveLength(1);
    // Only these words may hold digits: number, date, code, link.
    const rest = [facts.number, facts.replyBy, facts.code, link].reduce((text, known) => text.replaceAll(known, ''), mail.text);
    expect(rest).not.toMatch(/\d/);
    expect(mail.text.includes(facts.code)).toBe(kind === 'code');
    expect(mail.text.includes('undefined') || mail.text.includes('null')).toBe(false);
  });

  it('writes the link in full in text and HTML, and none to a manager or in a code mail', () => {
    const request = renderMail('request', 'unit', 'sv', facts, link);
    expect(request.text).toContain(`\n${link}\n`);
    expect(request.html).toContain(`<a href="${link}">${link}</a>`);
    expect(renderMail('escalation', 'manager', 'sv', facts, link).text).not.toContain('https://');
    expect(renderMail('code', 'unit', 'sv', facts, link).text).not.toContain('https://');
  });

  it('escapes what a register holds', () => {
    expect(renderMail('request', 'unit', 'sv', { ...facts, sender: '<b>&"' }, link).html).toContain('&lt;b&gt;&amp;&quot;');
  });

  it('makes reaching the manager a task where the register has no mailbox', () => {
    expect(renderMail('escalation', 'staff', 'sv', { ...facts, managerMailboxMissing: true }, link).text).toContain('Uppgift till dig');
    expect(renderMail('escalation', 'staff', 'sv', facts, link).text).not.toContain('Uppgift till dig');
  });

  it('asks for no decision on what took effect at once', () => {
    expect(renderMail('asked', 'staff', 'en', { ...facts, wrongRecipient: true }, link)).toMatchObject({ subject: 'Wrong recipient in case EK7-4F2K', text: expect.not.stringContaining('decision') });
    expect(renderMail('asked', 'staff', 'en', facts, link).text).toContain('awaits a decision');
  });

  it('refuses an audience that the kind is not written for', () => {
    expect(() => renderMail('code', 'staff', 'sv', facts, null)).toThrow('no code mail');
  });
});
