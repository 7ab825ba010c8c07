import type { LocalDate } from '../domain/calendar.ts';
import { localDate } from '../domain/calendar.ts';
import type { Instant } from '../domain/case.ts';
import { noticeEntry } from '../domain/outbox.ts';
import type { Register } from '../domain/register.ts';
import type { Routine } from '../domain/routine.ts';
import type { CheckPeriod, SpotCheck } from '../domain/spot-check.ts';
import { drawnCheck, periodInstants, periodsToDraw, remindersDue, reviewersOf, Sample, spotCheckId } from '../domain/spot-check.ts';
import { errorFields } from './ports-log.ts';
import type { DrawPorts } from './ports-spot-check.ts';

const pageSize = 500;

/**
 * L5: draws what is to be checked of the periods that have ended since the last time, and reminds of what nobody has signed
 * off. A check is its unit's and its period's, so that a repetition draws nothing twice; what was missed while nothing ran
 * is made up for. A unit that opened no case has nothing to check.
 */
export async function drawSpotChecks(ports: DrawPorts, now: Instant): Promise<{ readonly drawn: number; readonly reminded: number }> {
  const register = await ports.registers.read();
  const routine = await ports.registers.activeRoutine(register, now);
  const own = new Set(register.organisations.filter((organisation) => organisation.own).map(({ id }) => id));
  const units = register.units.filter(({ organisationId }) => own.has(organisationId));
  let drawn = 0;
  for (const period of periodsToDraw(routine.access.spotCheckMonths, await ports.spotChecks.drawnTo(), now)) {
    for (const { id } of units) if (await drawOne(ports, register, routine, id, period, now)) drawn += 1;
    // After all of them: a death in between draws the rest the next time.
    await ports.spotChecks.setDrawnTo(period.to);
  }
  const reminded = await remind(ports, register, now);
  ports.log.info('spot-checks-drawn', { count: drawn });
  return { drawn, reminded };
}

async function drawOne(ports: DrawPorts, register: Register, { access }: Routine, unitId: string, period: CheckPeriod, now: Instant): Promise<boolean> {
  if (await ports.spotChecks.find(spotCheckId(unitId, period))) return false;
  const sample = new Sample(spotCheckId(unitId, period), access.spotCheckSample);
  let cursor: string | undefined;
  do {
    const page = await ports.accessReader.list({ by: 'unit', unitIds: [unitId] }, { ...periodInstants(period), limit: pageSize, cursor });
    sample.add(page.rows);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  if (sample.accesses.length === 0) return false;
  const check = drawnCheck(unitId, period, sample, access.spotCheckRemindDays, now);
  return (await ports.spotChecks.draw(check, mailsOf(check, register, 'spotCheckDrawn', 'drawn', localDate(now)))) === 'drawn';
}

/** To whom it waits for, as it stands. */
const mailsOf = (check: SpotCheck, register: Register, mail: 'spotCheckDrawn' | 'spotCheckReminder', occasion: string, date: LocalDate) =>
  reviewersOf(register, check, date).map((userId) => noticeEntry({ caseId: check.id, mail, userId, occasion, path: `/access-log/spot-checks/${check.id}` }));

/** After an outage only the newest reminder goes out. */
async function remind(ports: DrawPorts, register: Register, now: Instant): Promise<number> {
  let reminded = 0;
  let cursor: string | undefined;
  do {
    const page = await ports.spotChecks.list('open', { limit: 50, cursor });
    for (const check of page.rows) {
      const due = remindersDue(check, now);
      if (due <= check.remindersSent) continue;
      try {
        await ports.spotChecks.change({ ...check, version: check.version + 1, remindersSent: due }, { at: now, outbox: mailsOf(check, register, 'spotCheckReminder', `r${due}`, localDate(now)) });
        reminded += 1;
      } catch (error) {
        // Somebody was at work with it just now: the next run reminds, if it still is needed.
        ports.log.warn('spot-check-passed-over', errorFields(error));
      }
    }
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return reminded;
}
