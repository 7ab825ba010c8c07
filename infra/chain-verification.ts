import { createHash } from 'node:crypto';
import { addDays, chainBreaks, erasingRun, retentionItemKey, retentionRunKey, signedRunRow, chainedCaseRow, chainedEventRow, headsDocument, localDate, type AnchoredHead, type ChainBreak, type ChainedEvent, type ChainHead, type HeadsDocument } from '../functions/contracts/chain-heads.ts';
import type { Installation } from './chain-source.ts';

export interface Verification {
  /** A sentence each, with case number and event. */
  readonly breaks: readonly string[];
  readonly cases: number;
  readonly events: number;
  /** Events of before there were chains. */
  readonly older: number;
  /** Events whose content was erased, and the cases they belong to. */
  readonly erased: number;
  readonly erasedCases: number;
  readonly documents: number;
}

/** Days between the end of a day and its document: a run that failed is tried again for hours, not for days. */
const patienceDays = 2;
/** Cases that are read at the same time. */
const atOnce = 16;
/** Of daily documents that may be missing one after the other: the relay was down for as long. */
const longestSilence = 60;
/** An event may be written a good while after the instant it bears. */
const patienceMilliseconds = 48 * 3_600_000;
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64url');

/** Holds every case against its own digests and against the daily documents; all breaks are found, not the first alone. */
export async function verifyChains(installation: Installation, now: string): Promise<Verification> {
  const breaks: string[] = [];
  const { documents, faults } = await readDocuments(installation, await newestDay(installation, now));
  breaks.push(...faults);
  const newest = documents.at(-1)?.date;
  if (newest !== undefined && addDays(newest, patienceDays) < addDays(localDate(now), -1)) breaks.push(`Daily document ${newest}: is the last; none has been written since`);
  const anchors = new Map<string, AnchoredHead[]>();
  const numbers = new Map<string, string>();
  for (const { date, heads } of documents) {
    for (const { caseId, number, sequence, digest } of heads) {
      numbers.set(caseId, number);
      anchors.set(caseId, [...(anchors.get(caseId) ?? []), { date, sequence, digest }]);
    }
  }
  const counts = { cases: 0, events: 0, older: 0, erased: 0, erasedCases: 0 };
  const seen = new Set<string>();
  const check = async (partition: string): Promise<void> => {
    const ofCase = (found: ReadCase) => chainBreaks(found.events, found.head, anchors.get(found.id) ?? [], sha256);
    let found = await readCase(installation, partition);
    let wrong = ofCase(found);
    // A command may have been written between two pages.
    if (wrong.length > 0) wrong = ofCase(found = await readCase(installation, partition));
    seen.add(found.id);
    counts.cases += 1;
    counts.events += found.events.length;
    counts.older += found.events.filter(({ chain }) => chain === undefined).length;
    counts.erased += found.events.filter(({ erasedAt }) => erasedAt !== undefined).length;
    breaks.push(...wrong.map((one) => sentence(found.number, one)));
    if (found.erased) {
      counts.erasedCases += 1;
      breaks.push(...await ofErasure(installation, found));
    }
    const last = found.events.find(({ chain }) => chain !== undefined && chain.sequence === found.head?.sequence);
    const held = Math.max(0, ...(anchors.get(found.id) ?? []).map(({ sequence }) => sequence));
    const newest = documents.at(-1);
    if (last?.chain && newest && last.chain.sequence > held && Date.parse(last.event.at) + patienceMilliseconds < Date.parse(newest.madeAt)) {
      breaks.push(`Case ${found.number}, event ${last.chain.sequence} (${last.event.id}): is in no daily document, though later ones have been written`);
    }
  };
  const running = new Set<Promise<void>>();
  for await (const partition of installation.cases()) {
    const task: Promise<void> = check(partition).finally(() => running.delete(task));
    running.add(task);
    if (running.size >= atOnce) await Promise.race(running);
  }
  await Promise.all(running);
  for (const [caseId, number] of numbers) if (!seen.has(caseId)) breaks.push(sentence(number, { fault: 'case-missing', eventId: null, sequence: null, date: anchors.get(caseId)?.at(-1)?.date }));
  return { ...counts, breaks: breaks.toSorted(), documents: documents.length };
}

/** An installation whose clock is ahead says so by its last document. */
async function newestDay(installation: Installation, now: string): Promise<string> {
  const yesterday = addDays(localDate(now), -1);
  const last = await installation.lastDate();
  return last !== undefined && last > yesterday ? last : yesterday;
}

interface ReadCase {
  readonly id: string;
  readonly number: string;
  readonly head: ChainHead | null;
  readonly erased: { readonly run: string } | null;
  readonly events: readonly ChainedEvent[];
}
async function readCase(installation: Installation, partition: string): Promise<ReadCase> {
  const rows = await installation.rowsOf(partition);
  const { case: { id, number }, chain, erased } = chainedCaseRow.parse(rows.find(({ sk }) => sk === 'CASE'));
  return { id, number, head: chain ?? null, erased: erased ?? null, events: rows.filter(({ sk }) => typeof sk === 'string' && sk.startsWith('EVENT#')).map((row) => chainedEventRow.parse(row)) };
}

/** From the newest day back to the first document, each held against what the one after says of it. */
async function readDocuments(installation: Installation, newest: string): Promise<{ readonly documents: readonly HeadsDocument[]; readonly faults: readonly string[] }> {
  const documents: HeadsDocument[] = [];
  const faults: string[] = [];
  let expected: HeadsDocument['previous'] = null;
  let silence = 0;
  for (let date = newest; silence < longestSilence; date = addDays(date, -1)) {
    const found = await installation.document(date);
    if (!found) {
      if (expected?.date === date) {
        faults.push(`Daily document ${date}: is not there`);
        expected = null;
      }
      silence += 1;
      continue;
    }
    silence = 0;
    if (found.versions > 1) faults.push(`Daily document ${date}: was written over or deleted (${found.versions} versions); the first is used`);
    if (expected !== null && expected.date !== date) faults.push(`Daily document ${date}: the one after does not know it`);
    else if (expected !== null && expected.digest !== sha256(found.text)) faults.push(`Daily document ${date}: is not what the one after says it was`);
    const document = readDocument(found.text);
    if (document?.date !== date) {
      faults.push(`Daily document ${date}: cannot be read`);
      expected = null;
      continue;
    }
    const made = localDate(document.madeAt);
    if (made > addDays(date, patienceDays) || made <= date) faults.push(`Daily document ${date}: was made on ${made}, ${made <= date ? 'before its day had ended' : 'days after its day'}`);
    documents.unshift(document);
    expected = document.previous;
    if (expected === null) break;
  }
  return { documents, faults };
}
function readDocument(text: string): HeadsDocument | undefined {
  try {
    return headsDocument.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A case is gone under a run that a person has signed, that named it, and that its own chain names. */
async function ofErasure(installation: Installation, { id, number, erased, events }: ReadCase): Promise<readonly string[]> {
  const run = erasingRun(events, sha256);
  if (erased === null || run === undefined || run !== erased.run) return [`Case ${number}: was erased, and its chain does not say under which run`];
  const signed = signedRunRow.safeParse(await installation.rowAt(retentionRunKey(run))).success;
  if (!signed) return [`Case ${number}: was erased under run ${run}, which nobody has signed off`];
  const named = await Promise.all(['outgoingCase', 'incomingCase'].map((type) => installation.rowAt(retentionItemKey(run, type, id))));
  return named.some((row) => row !== undefined) ? [] : [`Case ${number}: was erased under run ${run}, whose report does not name it`];
}

const says: Readonly<Record<ChainBreak['fault'], string>> = {
  'erasure-unvouched': 'its content is gone, and no erasure that was signed off says so',
  'content-changed': 'its content is not what was written',
  'salt-missing': 'its salt is gone though nothing was erased',
  'link-changed': 'its digest does not follow from it and the event before',
  'event-missing': 'is missing',
  'event-twice': 'stands in the chain twice',
  'outside-chain': 'is outside the chain, put in afterwards or moved',
  'head-differs': 'is not the last event by the case',
  'anchor-differs': 'is not the one in the daily document',
  'end-missing': 'is missing, the end of the chain',
  'case-missing': 'the whole case is missing',
};
function sentence(number: string, { fault, eventId, sequence, date }: ChainBreak): string {
  const what = sequence === null && eventId === null ? '' : `, event${sequence === null ? '' : ` ${sequence}`}${eventId === null ? '' : ` (${eventId})`}`;
  return `Case ${number}${what}: ${says[fault]}${date === undefined ? '' : ` (daily document ${date})`}`;
}
