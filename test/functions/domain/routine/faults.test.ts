import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../../functions/use-cases/routine-document.ts';
import { ekdala, vaxjo } from '../../ekdala.ts';

const today = '2026-11-23';
const roles = (without: string) => ekdala.roles.filter(({ role }) => role !== without);

type Json = any;
/** The routine with something else at a pointer; undefined: without it. */
const changed = (pointer: string, value: unknown): Json => {
  const document: Json = structuredClone(vaxjo);
  const keys = pointer.split('/').slice(1);
  const last = keys.pop() ?? '';
  const parent = keys.reduce((part, key) => part[key], document);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return document;
};
interface Mistake {
  readonly what: string;
  readonly at: string;
  readonly value?: unknown;
  readonly pointer?: string;
  readonly code: string;
  readonly register?: typeof ekdala;
  readonly validFrom?: string;
}
const outgoing = '/outgoing/deadlines';
const incoming = '/incoming/deadlines';
const mas = { responsible: 'mas', owningUnit: 'responsible' };

const mistakes: readonly Mistake[] = [
  { what: 'an unknown role that is responsible', at: '/outgoing/responsibility/0/responsible', value: 'chiefNurse', code: 'role-unknown' },
  { what: 'an unknown role that closes', at: '/outgoing/mayClose', value: ['mas', 'boss'], pointer: '/outgoing/mayClose/1', code: 'role-unknown' },
  { what: 'an unknown role that registers', at: '/incoming/responsibility/0/registeredBy', value: ['nurse'], pointer: '/incoming/responsibility/0/registeredBy/0', code: 'role-unknown' },
  { what: 'an unknown role for lex Maria', at: '/harm/seriousHarm/lexMaria', value: 'doctor', code: 'role-unknown' },
  { what: 'an unknown role for the yearly review', at: '/review/role', value: 'council', code: 'role-unknown' },
  { what: 'an unknown category', at: '/outgoing/categories', value: ['food', 'other'], pointer: '/outgoing/categories/0', code: 'category-unknown' },
  { what: 'an unknown type of party', at: '/outgoing/responsibility/0/partyTypes', value: ['hotel'], pointer: '/outgoing/responsibility/0/partyTypes/0', code: 'party-type-unknown' },
  { what: 'an unknown owner', at: '/outgoing/responsibility/0/owningUnit', value: 'nobody', code: 'word-unknown' },
  { what: 'a reply time above the range', at: `${outgoing}/replyDays`, value: 91, code: 'too-high' },
  { what: 'a reply time below the range', at: `${outgoing}/replyDays`, value: 13, code: 'too-low' },
  { what: 'an incoming reply time above the range', at: `${incoming}/replyDays`, value: 120, code: 'too-high' },
  { what: 'an acknowledgement above the range', at: `${outgoing}/acknowledgeWorkingDays`, value: 21, code: 'too-high' },
  { what: 'no days at all for registration', at: `${incoming}/registerWorkingDays`, value: 0, code: 'too-low' },
  { what: 'half a day', at: `${outgoing}/replyDays`, value: 30.5, code: 'not-whole' },
  { what: 'a title of blanks', at: '/title/sv', value: '   ', code: 'translation-missing' },
  { what: 'a document id of blanks', at: '/documentId', value: '  ', code: 'required' },
  { what: 'days in words', at: `${outgoing}/replyDays`, value: 'thirty', code: 'wrong-kind' },
  { what: 'no reply time', at: `${outgoing}/replyDays`, value: undefined, code: 'required' },
  { what: 'a deadline nobody knows', at: `${outgoing}/coffeeDays`, value: 3, pointer: outgoing, code: 'key-unknown' },
  { what: 'a reminder before the request', at: `${outgoing}/remindBeforeDays`, value: 30, code: 'reminds-before-start' },
  { what: 'an incoming reminder before the report', at: `${incoming}/remindBeforeDays`, value: 30, code: 'reminds-before-start' },
  { what: 'a reminder after escalation', at: `${outgoing}/escalateAfterDays`, value: 6, code: 'escalates-before-reminder' },
  { what: 'an incoming reminder after escalation', at: `${incoming}/escalateAfterDays`, value: 6, code: 'escalates-before-reminder' },
  { what: 'a link that dies before the escalation', at: `${outgoing}/linkExpiresAfterDays`, value: 14, code: 'link-dies-before-escalation' },
  { what: 'an effect review that escalates before it reminds', at: `${incoming}/effectReviewEscalateAfterDays`, value: 5, code: 'review-escalates-before-reminder' },
  { what: 'an outgoing effect review that escalates before it reminds', at: `${outgoing}/effectReviewEscalateAfterDays`, value: 5, code: 'review-escalates-before-reminder' },
  { what: 'an acknowledgement after the reply', at: outgoing, value: { ...vaxjo.outgoing.deadlines, replyDays: 14, acknowledgeWorkingDays: 15 }, pointer: `${outgoing}/acknowledgeWorkingDays`, code: 'acknowledged-after-reply' },
  { what: 'a registration after the reply', at: incoming, value: { ...vaxjo.incoming.deadlines, replyDays: 14, registerWorkingDays: 12 }, pointer: `${incoming}/registerWorkingDays`, code: 'registered-after-reply' },
  { what: 'a pharmacy told after the reply', at: incoming, value: { ...vaxjo.incoming.deadlines, replyDays: 14, pharmacyWorkingDays: 12 }, pointer: `${incoming}/pharmacyWorkingDays`, code: 'pharmacy-after-reply' },
  { what: 'a decision on harm after the reply it holds up', at: '/harm/decideWorkingDays', value: 25, code: 'decided-after-reply' },
  { what: 'a spot check reminded of after the next', at: '/access', value: { ...vaxjo.access, spotCheckMonths: 1, spotCheckRemindDays: 40 }, pointer: '/access/spotCheckRemindDays', code: 'spot-check-reminder-too-late' },
  { what: 'a rule behind one that takes all its cases', at: '/outgoing/responsibility', value: [{ legalBases: ['sol', 'lss'], ...mas }, { legalBases: ['sol'], ...mas }, mas], pointer: '/outgoing/responsibility/1', code: 'rule-unreachable' },
  { what: 'a rule behind two that together take all its cases', at: '/outgoing/responsibility', value: [{ legalBases: ['sol'], ...mas }, { legalBases: ['lss'], ...mas }, { legalBases: ['sol', 'lss'], ...mas }, mas], pointer: '/outgoing/responsibility/2', code: 'rule-unreachable' },
  { what: 'a rule behind the one for all', at: '/incoming/responsibility', value: [mas, { categories: ['medication'], ...mas }], pointer: '/incoming/responsibility/1', code: 'rule-unreachable' },
  { what: 'reports that no rule is about', at: '/outgoing/responsibility', value: [{ legalBases: ['hsl'], ...mas }], pointer: '/outgoing/responsibility', code: 'report-without-rule' },
  { what: 'incoming reports of the public that no rule is about', at: '/incoming/responsibility', value: [{ partyTypes: ['region'], ...mas }], pointer: '/incoming/responsibility', code: 'report-without-rule' },
  { what: 'no rule at all', at: '/outgoing/responsibility', value: [], code: 'too-few' },
  { what: 'a rule for a category that is not reported', at: '/outgoing/categories', value: ['medication', 'other'], pointer: '/outgoing/responsibility/2/categories/0', code: 'category-not-in-list' },
  { what: 'a pharmacy without its category', at: '/incoming/categories', value: ['rehabilitation', 'assistiveDevices', 'other'], pointer: '/incoming/pharmacy/categories/0', code: 'category-not-in-list' },
  { what: 'no one who may close', at: '/outgoing/mayClose', value: ['mar'], code: 'responsible-may-not-close' },
  { what: 'no one who may send', at: '/outgoing/maySend', value: ['mas', 'mar', 'sas'], code: 'responsible-may-not-send' },
  { what: 'no one who may share', at: '/outgoing/mayShare', value: ['sas'], code: 'responsible-may-not-share' },
  { what: 'no one who may reopen', at: '/outgoing/mayReopen', value: ['sas'], code: 'responsible-may-not-reopen' },
  { what: 'no one who may decide', at: '/outgoing/mayDecide', value: ['sas'], code: 'responsible-may-not-decide' },
  { what: 'no one who may answer', at: '/incoming/maySend', value: ['sas'], code: 'responsible-may-not-send' },
  { what: 'no one who may assign', at: '/incoming/mayAssign', value: ['sas'], code: 'responsible-may-not-assign' },
  { what: 'no one who may reject', at: '/incoming/mayReject', value: ['sas'], code: 'responsible-may-not-reject' },
  { what: 'a registrar who does not register', at: '/incoming/mayRegister', value: ['mas', 'mar', 'sas'], pointer: '/incoming/responsibility/0/registeredBy/0', code: 'registrar-may-not-register' },
  { what: 'nobody to send', at: '/outgoing/maySend', value: [], code: 'too-few' },
  { what: 'a mail to nobody: the responsible role', at: '/title', value: vaxjo.title, register: { ...ekdala, roles: roles('mar') }, pointer: '/outgoing/responsibility/2/responsible', code: 'role-unheld' },
  { what: 'a mail to nobody: serious harm', at: '/title', value: vaxjo.title, register: { ...ekdala, roles: roles('sas') }, pointer: '/harm/seriousHarm/lexSarah', code: 'role-unheld' },
  { what: 'a mail to nobody: the yearly review', at: '/review/role', value: 'convener', code: 'role-unheld' },
  { what: 'a mail to nobody: the role ends before the version begins', at: '/title', value: vaxjo.title, validFrom: '2027-03-01', register: { ...ekdala, roles: ekdala.roles.map((each) => (each.role === 'mas' ? { ...each, to: '2027-02-28' } : each)) }, pointer: '/outgoing/responsibility/3/responsible', code: 'role-unheld' },
  { what: 'nobody who may report', at: '/outgoing/mayReport', value: ['convener'], code: 'list-unheld' },
  { what: 'nobody who enters the paper form', at: '/downtime/enteredBy', value: ['groupMember'], code: 'list-unheld' },
  { what: 'the same category twice', at: '/outgoing/categories', value: [...vaxjo.outgoing.categories, 'other'], code: 'twice' },
  { what: 'the same role twice', at: '/outgoing/mayClose', value: ['mas', 'mar', 'sas', 'investigator', 'mas'], code: 'twice' },
  { what: 'the same reason code twice', at: '/incoming/rejectionReasons', value: [vaxjo.incoming.rejectionReasons[0], vaxjo.incoming.rejectionReasons[0]], pointer: '/incoming/rejectionReasons/1/code', code: 'twice' },
  { what: 'the same law twice', at: '/law', value: [vaxjo.law[0], vaxjo.law[0]], pointer: '/law/1/code', code: 'twice' },
  { what: 'a reason code that is no code', at: '/incoming/rejectionReasons/0/code', value: 'Not our care!', code: 'code-malformed' },
  { what: 'a missing translation', at: '/title', value: { sv: 'Rutin' }, pointer: '/title/en', code: 'translation-missing' },
  { what: 'an empty translation', at: '/incoming/rejectionReasons/0/text/en', value: '', code: 'translation-missing' },
  { what: 'a text that never ends', at: '/title/sv', value: 'x'.repeat(201), code: 'too-long' },
  { what: 'a link that is not safe', at: '/incoming/pharmacy/link', value: 'http://apotek.example', code: 'link-not-https' },
  { what: 'a link that is no link', at: '/law/0/url', value: 'lagen.example', code: 'link-not-https' },
  { what: 'a reference that is named but absent', at: '/title/sv', value: 'Rutin enligt [PSL 99 kap.]', code: 'law-absent' },
  { what: 'a date that has passed', at: '/title', value: vaxjo.title, validFrom: '2026-11-22', pointer: '/validFrom', code: 'valid-from-past' },
  { what: 'a date that does not exist', at: '/validFrom', value: '2027-02-30', code: 'date-malformed' },
  { what: 'a review on the 31st', at: '/review/day', value: 31, code: 'too-high' },
  { what: 'a review that nobody asks for', at: '/outgoing', value: { ...vaxjo.outgoing, effectReview: 'with-actions', reply: { requiredParts: ['deviationReceived', 'investigation'] } }, pointer: '/outgoing/effectReview', code: 'effect-review-unreachable' },
  { what: 'an area that is not in the register', at: '/eligibility', value: [{ areas: ['atlantis'], partyTypes: ['region'] }], pointer: '/eligibility/0/areas/0', code: 'area-unknown' },
  { what: 'another routine', at: '/id', value: 'reko', code: 'id-fixed' },
  { what: 'no document number', at: '/documentId', value: '', code: 'required' },
];

const fromWorkflows = (path: string): Json => JSON.parse(readFileSync(new URL(`../../../../workflows/${path}`, import.meta.url), 'utf8'));

describe('faults of a routine', () => {
  const check = ({ at, value, register = ekdala, validFrom }: Pick<Mistake, 'at' | 'value' | 'register' | 'validFrom'>) => checkDocument(changed(at, value), 'vaxjo', { register, today, validFrom }).faults;

  it('has none in the routine as it ships', () => {
    expect(checkDocument(vaxjo, 'vaxjo', { register: ekdala, today, validFrom: today }).faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  });
  it('is asked for at least forty mistakes', () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(40);
  });
  it.each(mistakes)('refuses $what', (mistake) => {
    const found = check(mistake).filter(({ code, pointer }) => code === mistake.code && pointer === (mistake.pointer ?? mistake.at));
    expect(found, JSON.stringify(check(mistake))).not.toEqual([]);
    for (const { severity, reason } of found) {
      expect(severity).toBe('fault');
      expect(reason.sv).toMatch(/^\p{Lu}.{8,}\.$/u);
      expect(reason.en).toMatch(/^\p{Lu}.{8,}\.$/u);
      expect(reason.sv).not.toBe(reason.en);
      expect(`${reason.sv}${reason.en}`).not.toMatch(/[{}]/);
    }
  });
  it.each(['vaxjo', 'reko', 'haninge', 'goteborg', 'sodra-alvsborg'])('takes the preset %s as it ships, but for who is in the register', (name) => {
    const found = checkDocument(fromWorkflows(`routines/${name}.json`), name, { register: ekdala, today, validFrom: today }).faults.filter(({ severity }) => severity === 'fault');
    expect(found.filter(({ code }) => !['role-unheld', 'list-unheld', 'area-unknown'].includes(code))).toEqual([]);
  });
  it('names all of them at once', () => {
    const document = changed(`${outgoing}/escalateAfterDays`, 6);
    document.outgoing.mayClose = ['mar'];
    document.outgoing.maySend = ['mar'];
    const codes = checkDocument(document, 'vaxjo', { register: ekdala, today }).faults.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['escalates-before-reminder', 'responsible-may-not-close', 'responsible-may-not-send']));
  });
  it.each([null, 7, 'routine', [], {}, { outgoing: { responsibility: 'all' } }])('survives what is no routine: %j', (document) => {
    const { faults, routine } = checkDocument(document, 'vaxjo', { register: ekdala, today });
    expect(routine).toBeNull();
    expect(faults.length).toBeGreaterThan(0);
  });
});
