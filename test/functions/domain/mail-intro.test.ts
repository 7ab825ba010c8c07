import { describe, expect, it } from 'vitest';
import { filledIntro, introFaults, introOf } from '../../../functions/domain/mail-intro.ts';
import { mailKinds } from '../../../functions/domain/vocabulary.ts';
import { mailAudiences } from '../../../functions/mail/mail-text.ts';
import { isWrittenFor, renderMail } from '../../../functions/mail/render-mail.ts';
import { previewOf } from '../../../functions/use-cases/mail-preview.ts';

describe('the beginning of a mail in own words', () => {
  it.each([
    'Tack för ett gott samarbete.', 'Ärende {caseNumber} gäller er enhet.\nVi svarar på frågor vardagar 8–16.', 'Vi följer överenskommelsen § 4.2, punkt 3.', 'We thank you, e.g. for answering in time.', 'Svara inom 30 dagar. Se bilaga 2.', 'Enligt lex Maria utreder vi allvarliga skador. Per telefon når ni Region Sjöland.', '',
  ])('may be %j', (intro) => expect(introFaults('request', intro)).toEqual([]));

  it.each([
    ['link', 'Läs på https://example.org'], ['link', 'Läs på www.ekdala.se'], ['link', 'Läs på ekdala.se/avvikelser'], ['link', 'Gå till ｈｔｔｐ：//x.y'], ['link', 'javascript:alert(1)'], ['link', 'Ring tel:0701234567'], ['link', '//evil.example/x'],
    ['link', 'EKDALA.SE'], ['address', 'Skriv till mas@ekdala.example'], ['address', 'mas＠ekdala'], ['personal-number', 'Gäller 19121212-1212'], ['personal-number', 'Gäller 121212 1212 igen'],
    ['person-name', 'Hej Anna Andersson, patienten är hemma'], ['person-name', 'Det gäller patienten Bo på avdelningen'], ['person-name', 'Hej Anna!'], ['phone-number', 'Ring 010-000 10 34'], ['phone-number', 'Ring +46 10 000 10 34'], ['placeholder-unknown', 'Hej {name}'], ['placeholder-unknown', 'Hej {{caseNumber}}'], ['placeholder-unknown', 'Hej {caseNumber'], ['placeholder-unknown', '}'],
    ['markup', '<b>Hej</b>'], ['markup', 'a > b'], ['invisible-character', 'Hej\u202edlog'], ['invisible-character', 'Hej\u200b'], ['invisible-character', 'Hej\r\nBcc: x'], ['invisible-character', 'Hej\u0000'], ['invisible-character', 'Hej\u2028'],
    ['too-long', 'a'.repeat(401)],
  ])('may not have a %s: %j', (code, intro) => expect(introFaults('request', intro)).toContain(code));

  it('names no case before there is one', () => {
    expect(introFaults('intakeCode', 'Ärende {caseNumber}')).toEqual(['placeholder-without-number']);
    expect(introFaults('test', 'Ärende {caseNumber}')).toEqual(['placeholder-without-number']);
  });

  it('stands after the greeting in text and HTML, with the number in it, and changes no subject', () => {
    const facts = { number: 'EK7-4F2K', sender: 'Ekdala kommun', replyBy: '2026-03-12', code: '482913', managerMailboxMissing: false, wrongRecipient: false, incoming: false, lead: null, due: null };
    for (const kind of mailKinds) {
      for (const audience of mailAudiences.filter((one) => isWrittenFor(kind, one))) {
        const plain = renderMail(kind, audience, 'sv', facts, 'https://brygga.example/x');
        const own = renderMail(kind, audience, 'sv', facts, 'https://brygga.example/x', filledIntro('Vi & ni: {caseNumber}\n\nTack!', facts.number));
        expect(own.subject).toBe(plain.subject);
        expect(own.text.startsWith('Hej!\n\nVi & ni: EK7-4F2K\n\nTack!\n\n')).toBe(true);
        expect(own.html).toContain('<p>Vi &amp; ni: EK7-4F2K</p>\n<p>Tack!</p>');
        expect(own.text.replace('Vi & ni: EK7-4F2K\n\nTack!\n\n', '')).toBe(plain.text);
      }
    }
  });

  it('is the one in force, in the language of the mail', () => {
    const mailTexts = [{ kind: 'request', language: 'sv', intro: 'Hej' }, { kind: 'request', language: 'en', intro: 'Hello', active: false }] as const;
    expect([introOf({ mailTexts }, 'request', 'sv'), introOf({ mailTexts }, 'request', 'en'), introOf({ mailTexts }, 'reminder', 'sv')]).toEqual(['Hej', null, null]);
  });

  it('is previewed in both languages as it will be sent, faults and all', () => {
    const preview = previewOf('request', { sv: 'Om {caseNumber}.', en: 'See www.example.org' }, { sender: 'Ekdala kommun', siteOrigin: 'https://brygga.example', replyBy: '2026-04-01' });
    expect(preview.faults).toEqual([{ language: 'en', code: 'link' }]);
    expect(preview.mails.map(({ language, audience }) => [language, audience])).toEqual([['sv', 'unit'], ['en', 'unit']]);
    expect(preview.mails[0]).toMatchObject({ subject: 'Begäran om svar, ärende EK7-4F2K', text: expect.stringContaining('Om EK7-4F2K.\n\nEkdala kommun ber er enhet') });
  });
});
