import { ReleaseNotDecided } from '../domain/errors.ts';
import { nameById, writtenInstant } from '../domain/releasing/case-text.ts';
import { asPage, asText } from '../domain/releasing/page.ts';
import type { ReleasePorts } from './ports-releasing.ts';
import type { Caller } from './ports.ts';
import { openRelease, releaseEntries } from './read-release.ts';

const outcomes = { released: 'Lämnas ut i sin helhet', partly: 'Lämnas ut med maskerade uppgifter', refused: 'Lämnas inte ut' } as const;

/** What leaves: as a page that stands by itself, and as text. What was masked is in neither. @throws UnknownUser, NotAllowed, NotFound, ReleaseNotDecided */
export async function readReleaseDocument(ports: ReleasePorts, { caller, releaseId }: { readonly caller: Caller; readonly releaseId: string }): Promise<{ fileName: string; html: string; text: string }> {
  const { signedIn, release, routine } = await openRelease(ports, caller, releaseId);
  const { decision } = release;
  if (decision === null) throw new ReleaseNotDecided();
  await ports.accessLog.recordAll(releaseEntries(caller, signedIn, 'read-release-document', 'read', release.cases));
  const copies = await ports.releases.copies(release);
  const used = routine.law.filter(({ code }) => decision.ground === code || copies.some(({ blocks }) => blocks.some(({ text }) => text.includes(`[maskerat: ${code}]`))));
  const parts = {
    title: `Allmän handling: ${release.cases.map(({ number }) => number).join(', ')}`,
    lines: [
      `${outcomes[decision.outcome]}. Beslutat ${writtenInstant(decision.at)} av ${nameById(signedIn.register).get(decision.by) ?? decision.by}.`,
      ...(release.reference === '' ? [] : [`Begäran: ${release.reference}`]), ...(decision.note === '' ? [] : [decision.note]),
      ...used.map(({ code, text }) => `${code}: ${text.sv}`),
    ],
    chapters: copies.map(({ caseId, blocks }) => ({ heading: release.cases.find((each) => each.caseId === caseId)?.number ?? '', blocks })).filter(({ blocks }) => blocks.length > 0),
  };
  return { fileName: `handling-${release.at.slice(0, 10)}-${releaseId.slice(0, 8)}`, html: asPage(parts), text: asText(parts) };
}
