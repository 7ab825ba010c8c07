import { addDays, localDate, morning } from '../calendar.ts';
import type { Instant } from '../case.ts';
import { isBefore } from '../instant.ts';
import type { DescriptionRoutine } from '../routine.ts';
import { stateOf, type EventDescription } from './description.ts';

/** When the other party is reminded next, or whoever asked is told; null: never, or not while it has answered. */
export const nextReminderAt = (description: EventDescription, { remindAfterDays, reminders }: DescriptionRoutine): Instant | null => {
  const { asked } = description;
  if (asked === null || asked.told || stateOf(description) !== 'asked' || description.theirs !== null || asked.reminders > reminders) return null;
  return morning(addDays(localDate(asked.lastReminderAt ?? asked.at), remindAfterDays));
};

/** What a day brings: a reminder, or after the last one word to whoever asked; null: nothing. Never the version that people edit. */
export const remindedDescription = (description: EventDescription, rules: DescriptionRoutine, now: Instant): { readonly after: EventDescription; readonly mail: 'approvalReminder' | 'approvalMissing' } | null => {
  const at = nextReminderAt(description, rules);
  const { asked } = description;
  if (at === null || asked === null || isBefore(now, at)) return null;
  const dead = isBefore(asked.expiresAt, now);
  const last = asked.reminders >= rules.reminders || dead;
  const event = { at: now, type: last ? 'noAnswer' : 'reminded', actor: 'clock', revision: description.revision, text: '' } as const;
  const after: EventDescription = { ...description, asked: { ...asked, reminders: asked.reminders + (last ? 0 : 1), lastReminderAt: now, told: last }, events: [...description.events, event] };
  return { after, mail: last ? 'approvalMissing' : 'approvalReminder' };
};
