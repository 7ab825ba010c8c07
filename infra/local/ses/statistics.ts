import type { Mailbox } from './mailbox.ts';

/** What an account out of the sandbox starts with. */
const quota = { max24HourSend: 50_000, maxSendRate: 14 };
const day = 24 * 60 * 60 * 1000;
const quarter = 15 * 60 * 1000;

/** `GetSendQuota`, counted on the simulated clock. */
export function sendQuota(mailbox: Mailbox, now: number): Record<string, number> {
  return { Max24HourSend: quota.max24HourSend, MaxSendRate: quota.maxSendRate, SentLast24Hours: mailbox.since(now - day).length };
}

/** `GetSendStatistics`: a point per quarter of an hour with mail, over the last two weeks. */
export function sendStatistics(mailbox: Mailbox, now: number): readonly Record<string, string | number>[] {
  const points = new Map<number, { attempts: number; bounces: number; complaints: number }>();
  for (const { at, outcome } of mailbox.since(now - 14 * day)) {
    const start = Math.floor(at / quarter) * quarter;
    const point = points.get(start) ?? { attempts: 0, bounces: 0, complaints: 0 };
    point.attempts += 1;
    if (outcome === 'bounced') point.bounces += 1;
    if (outcome === 'complained') point.complaints += 1;
    points.set(start, point);
  }
  return [...points].map(([start, { attempts, bounces, complaints }]) => ({
    Timestamp: new Date(start).toISOString(),
    DeliveryAttempts: attempts,
    Bounces: bounces,
    Complaints: complaints,
    Rejects: 0,
  }));
}
