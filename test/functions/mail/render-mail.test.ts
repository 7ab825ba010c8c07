import { describe, expect, it } from 'vitest';
import { mailNamesCase } from '../../../functions/domain/mail-intro.ts';
import { languages, mailKinds } from '../../../functions/domain/vocabulary.ts';
import { mailAudiences as audiences } from '../../../functions/mail/mail-text.ts';
import { isWrittenFor, renderMail } from '../../../functions/mail/render-mail.ts';

const facts = { number: 'EK7-4F2K', sender: 'Ekdala kommun', replyBy: '2026-03-12', code: '482913', managerMailboxMissing: false, wrongRecipient: false, incoming: false, lead: null, due: null };
const link = `https://brygga.example/reply#${'s'.repeat(43)}`;
const all = mailKinds.flatMap((kind) => audiences.filter((audience) => isWrittenFor(kind, audience)).flatMap((audience) => languages.map((language) => ({ kind, audience, language }))));

describe('mails', () => {
  it('say the words of the pages: a case has an execution, and what has come in is not yet acknowledged', () => {
    for (const { kind, audience, language } of all) expect(renderMail(kind, audience, language, facts, link).text, kind).not.toMatch(/flödet|workflow|lifecycle/i);
    for (const [kind, audience] of [['receipt', 'staff'], ['filed', 'filer']] as const) expect(renderMail(kind, audience, 'sv', facts, link).subject).toBe('Ärende EK7-4F2K har kommit in');
  });

  it('exist for every kind, in every language, for the same audiences', () => {
    for (const kind of mailKinds) expect([kind, audiences.some((audience) => isWrittenFor(kind, audience))]).toEqual([kind, true]);
    expect(all.filter((mail) => mail.language === 'en')).toHaveLength(all.filter((mail) => mail.language === 'sv').length);
  });

  it.each(all)('$kind to $audience in $language has a neutral subject, the number and plain text first', ({ kind, audience, language }) => {
    // Before there is a case, there is no number to say.
    const known = mailNamesCase(kind) ? facts : { ...facts, number: '' };
    for (const variant of [known, { ...known, incoming: true, lead: true, due: '2026-04-02', wrongRecipient: true, managerMailboxMissing: true }, { ...known, incoming: true, lead: false, replyBy: null }]) {
      const mail = renderMail(kind, audience, language, variant, link);
      expect(mail.subject).toContain(variant.number);
      expect(mail.subject.length).toBeLessThan(100);
      expect(mail.text).toContain(variant.number);
      expect(mail.html).toMatch(new RegExp(`<html lang="${language}">`));
      expect(mail.html.match(/<h1>/g)).toHaveLength(1);
      // Only these words may hold digits: number, dates, code, link.
      const rest = [facts.number, facts.replyBy, '2026-04-02', facts.code, link].reduce((text, word) => text.replaceAll(word, ''), mail.text);
      expect(rest).not.toMatch(/\d/);
      expect(mail.text.includes(facts.code)).toBe(kind === 'code' || kind === 'approvalCode' || kind === 'intakeCode');
      expect(/undefined|null|\n{3}/.test(mail.text)).toBe(false);
    }
  });

  it('tells a lead from a co-investigator, and says by when an action is due', () => {
    expect(renderMail('assigned', 'staff', 'sv', { ...facts, incoming: true, lead: true }, link).text).toContain('Du är huvudutredare');
    expect(renderMail('assigned', 'staff', 'sv', { ...facts, incoming: true, lead: false }, link).text).toContain('Du är medutredare');
    expect(renderMail('assigned', 'staff', 'sv', facts, link).text).toContain('Du har fått en uppgift');
    expect(renderMail('actionAssigned', 'staff', 'sv', { ...facts, due: '2026-04-02' }, link).text).toContain('senast 2026-04-02');
  });

  it('says to whoever filed that the link is theirs, and names no page of the staff', () => {
    const mail = renderMail('filed', 'filer', 'sv', facts, link);
    expect(mail.text).toContain('Länken är bara till för er som har anmält');
    expect(mail.text).not.toContain('logga in');
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
    expect(renderMail('escalation', 'staff', 'sv', { ...facts, managerMailboxMissing: true }, link).text).toContain('Uppgift till den som handlägger');
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
