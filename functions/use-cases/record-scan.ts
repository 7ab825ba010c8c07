import type { ObjectScanned } from '../contracts/trigger.ts';
import type { Attachment } from '../domain/attachment.ts';
import { storedObjectOf } from '../domain/attachment.ts';
import type { Instant } from '../domain/case.ts';
import type { AttachmentVerdict, ScanPorts } from './ports-attachment.ts';

export interface ScanResult {
  readonly key: string;
  readonly versionId: string;
  readonly at: Instant;
  readonly status: ObjectScanned['detail']['scanStatus'];
  readonly result: ObjectScanned['detail']['scanResultDetails']['scanResultStatus'];
}

/**
 * Releases the very version that was scanned, or refuses it for good; the first verdict stands. Only a clean result
 * releases: what could not be read is refused, since nobody knows what it holds.
 */
export const recordScan = async (ports: ScanPorts, scan: ScanResult): Promise<'recorded' | 'ignored'> => {
  const object = storedObjectOf(scan.key);
  const attachment = object && await ports.attachments.find(object.caseId, object.attachmentId);
  if (!attachment || isOtherVersion(attachment, scan.versionId) || attachment.state === 'clean' || attachment.state === 'refused') {
    ports.log.info('record-ignored', object && { caseId: object.caseId });
    return 'ignored';
  }
  const { id, caseId } = attachment;
  const verdict = verdictOf(scan);
  // The story first: a second delivery finds the same event in its place, and then decides.
  if (verdict.state === 'refused') {
    await ports.cases.record({
      caseId, at: scan.at, expected: {}, outbox: [],
      events: [{ id: `attachment-${id}-refused`, caseId, at: scan.at, type: 'attachmentRefused', actor: 'system', detail: { fileName: attachment.fileName, part: attachment.part, reason: verdict.refusal } }],
    });
  }
  if (!await ports.attachments.decided(caseId, id, verdict)) return 'ignored';
  ports.log.info('attachment-scanned', { caseId, status: verdict.state });
  return 'recorded';
};

const isOtherVersion = (attachment: Attachment, versionId: string): boolean => attachment.versionId !== undefined && attachment.versionId !== versionId;

const verdictOf = ({ versionId, status, result }: ScanResult): AttachmentVerdict => {
  switch (result) {
    case 'NO_THREATS_FOUND':
      return { versionId, state: 'clean', scanned: status === 'COMPLETED' };
    case 'THREATS_FOUND':
      return { versionId, state: 'refused', refusal: 'threat' };
    case 'UNSUPPORTED':
    case 'ACCESS_DENIED':
    case 'FAILED':
      return { versionId, state: 'refused', refusal: 'unreadable' };
  }
};
