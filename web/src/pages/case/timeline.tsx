import type { TimelineEvent } from '../../../../functions/contracts/case.ts';
import type { RegistersView } from '../../../../functions/contracts/register.ts';
import { askKinds, clockSteps, consentStatuses, dispatches, harmDecisions, investigationParts, textForms } from '../../../../functions/contracts/words.ts';
import { Icon, type IconName } from '../../components/icon/icon.tsx';
import { dateAndTime, longDate } from '../../language/dates.ts';
import { incomingVocabulary } from '../../language/incoming-vocabulary.ts';
import { vocabulary } from '../../language/vocabulary.ts';
import { mailFates, timelineTexts } from './timeline-texts.ts';

const icons: Record<TimelineEvent['actor']['kind'], IconName> = { person: 'person', external: 'arrow', clock: 'clock' };

/** The case as a story, oldest first: who, what, and what was said. */
export function Timeline({ events, registers }: { readonly events: readonly TimelineEvent[]; readonly registers: RegistersView | null }) {
  const text = timelineTexts();
  const words = vocabulary();
  return (
    <section aria-labelledby="timeline-title" class="stack">
      <h2 id="timeline-title">{text.title}</h2>
      <ol class="timeline">
        {inOrder(events).map((event) => {
          const { lines, said } = linesOf(event, registers);
          return (
            <li key={event.id}>
              <span class={`dot dot-${event.actor.kind}`}><Icon name={event.type.startsWith('mail') ? 'mail' : icons[event.actor.kind]} /></span>
              <p><strong>{titleOf(event)}</strong></p>
              <p class="small">
                {event.actor.kind === 'clock' ? text.clock : event.actor.name}{event.principal && `, ${text.inRole(words.role[event.principal])}`}
                {' · '}<time dateTime={event.at} class="inline-time">{dateAndTime(event.at)}</time>
              </p>
              {lines.map((line) => <p key={line}>{line}</p>)}
              {said && <p class="said">{said}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** A mail that went out in the same moment as what caused it comes after it. */
const inOrder = (events: readonly TimelineEvent[]) =>
  events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || Number(a.type === 'mailSent') - Number(b.type === 'mailSent'));

function titleOf({ type, detail }: TimelineEvent): string {
  const text = timelineTexts();
  if (type === 'escalated' && detail['managerMailboxMissing'] === true) return text.escalatedOwn;
  const undelivered = type === 'mailSent' && detail['outcome'] !== undefined && detail['outcome'] !== 'sent';
  return undelivered ? text.notSent : text.event[type];
}

/** What the event's details say, in words; identifiers become the register's names. */
function linesOf({ type, detail }: TimelineEvent, registers: RegistersView | null): { readonly lines: readonly string[]; readonly said: string | null } {
  const text = timelineTexts();
  const words = vocabulary();
  const string = (name: string) => (typeof detail[name] === 'string' && detail[name] !== '' ? detail[name] : null);
  const person = (id: string) => registers?.staff.find((one) => one.id === id)?.name ?? id;
  const unit = (id: string) => registers?.units.find((one) => one.id === id)?.name ?? id;
  const names = (ids: string | null, name: (id: string) => string) => (ids === null ? null : ids.split(' ').map(name).join(', '));
  const labelled = (label: string, value: string | null) => (value === null ? [] : [`${label}: ${value}`]);
  const known = <T extends string>(all: readonly T[], value: string | null) => all.find((one) => one === value) ?? null;
  const ask = known(askKinds, string('kind'));
  const step = known(clockSteps, string('step'));
  const how = known(['phone', 'secureVideo', 'inPerson', 'recordSystem'] as const, string('how'));
  const mail = Object.entries(text.mail).find(([kind]) => kind === string('mail'))?.[1] ?? null;
  const fate = known(mailFates, string('reason'));
  const skipped = clockSteps.filter((one) => string('skipped')?.split(' ').includes(one)).map((one) => text.step[one]);
  const recipientUnit = string('unitId') === null ? null : unit(string('unitId') ?? '');
  const recipient = string('to') === 'filer' ? text.filer : recipientUnit === null ? names(string('userId'), person) : string('mailbox') === 'manager' ? text.managerOf(recipientUnit) : recipientUnit;
  const incoming = incomingVocabulary();
  const dispatch = known(dispatches, string('dispatch'));
  const decision = known(harmDecisions, string('decision'));
  const parts = investigationParts.filter((part) => string('parts')?.split(' ').includes(part)).map((part) => incoming.part[part]).join(', ');
  const consent = known(consentStatuses, string('consentStatus'));
  const form = known(textForms, string('form'));
  const days = detail['days'];
  const approved = detail['approved'];
  return {
    lines: [
      ...(ask ? [words.ask[ask]] : []),
      ...(step ? [text.step[step]] : []),
      ...(mail ? [mail[0]?.toUpperCase() + mail.slice(1)] : []),
      ...(type === 'mailSent' ? [...labelled(text.toWhom, recipient), ...(fate ? [text.fate[fate]] : [])] : []),
      ...(approved === true ? [text.approved] : approved === false ? [text.refused] : []),
      ...(typeof days === 'number' ? [text.days(days)] : []),
      ...(consent ? [text.consent[consent]] : []), ...(form ? [text.form[form]] : []), ...(detail['protectedIdentity'] === true ? [text.protectedIdentity] : []),
      ...labelled(text.toWhom, string('recipientId') === null ? null : registers?.organisations.find(({ id }) => id === string('recipientId'))?.name ?? string('recipientId')),
      ...labelled(text.lead, names(string('leadInvestigatorId'), person)),
      ...labelled(text.co, names(string('coInvestigators'), person)),
      ...labelled(text.unit, names(string('externalUnitId') ?? string('partyUnitId') ?? (type === 'concernedUnitsSet' ? string('unitIds') : null), unit)),
      ...labelled(text.responsible, names(string('responsibleUserId') ?? (type.startsWith('dispute') ? string('userId') : null), person)),
      ...labelled(text.owner, names(string('owningUnitId'), unit)),
      ...labelled(text.reference, string('reference')),
      ...[string('due') ?? (type.startsWith('dispute') ? string('dueAt') : null)].flatMap((due) => (due === null ? [] : [`${text.due} ${longDate(due)}`])),
      ...(detail['wantedResult'] === true ? [text.wanted] : detail['wantedResult'] === false ? [text.notWanted] : []),
      ...labelled(text.toWhom, names(string('toUnitId'), unit)),
      ...labelled(text.toWhom, [names(string('userIds'), person), type === 'shared' && names(string('unitIds'), unit)].filter(Boolean).join(', ') || null),
      ...(string('replyBy') ? [`${text.replyBy} ${longDate(string('replyBy') ?? '')}`] : []),
      ...(parts ? [parts] : []), ...(dispatch ? [incoming.dispatch[dispatch]] : []), ...(decision ? [incoming.harmDecision[decision]] : []),
      ...labelled(text.effect, string('effect')),
      ...(how ? [`${text.how[how]}${string('receiverTitle') ? `, ${string('receiverTitle')}` : ''}`] : []),
      ...labelled(text.skipped, skipped.join(', ') || null),
    ],
    said: type === 'mailSent' ? null : string('text') ?? string('question') ?? string('answer') ?? string('reason') ?? string('message') ?? string('note'),
  };
}
