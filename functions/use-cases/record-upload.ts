import { storedObjectOf } from '../domain/attachment.ts';
import type { ScanPorts } from './ports-attachment.ts';

/** The file of an attachment lies in the store; what else lies there is nobody's. */
export const recordUpload = async (ports: ScanPorts, { key, versionId }: { readonly key: string; readonly versionId: string }): Promise<'recorded' | 'ignored'> => {
  const object = storedObjectOf(key);
  if (object && await ports.attachments.uploaded(object.caseId, object.attachmentId, versionId)) return 'recorded';
  ports.log.info('record-ignored', object && { caseId: object.caseId });
  return 'ignored';
};
