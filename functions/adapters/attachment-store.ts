import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { attachmentParts, attachmentRefusals, attachmentStates, type Attachment } from '../domain/attachment.ts';
import { roles } from '../domain/vocabulary.ts';
import type { AttachmentStore } from '../use-cases/ports-attachment.ts';
import { casePk } from './case-row.ts';
import { documentClient } from './clients.ts';
import { casesTable } from './environment.ts';
import { changeRow, getRow } from './row-access.ts';
import { asking } from './store-errors.ts';

const row = z.object({
  id: z.string(), caseId: z.string(), part: z.enum(attachmentParts), fileName: z.string(), mediaType: z.string(), bytes: z.number(),
  addedBy: z.string(), principal: z.nullable(z.enum(roles)), addedAt: z.string(), state: z.enum(attachmentStates),
  versionId: z.optional(z.string()), scanned: z.optional(z.boolean()), refusal: z.optional(z.enum(attachmentRefusals)),
});
const keyOf = (caseId: string, id: string) => ({ pk: casePk(caseId), sk: `ATTACHMENT#${id}` });
const names = { '#state': 'state' };

/** `CASE#id / ATTACHMENT#id`. */
export const attachmentStore: AttachmentStore = {
  async list(caseId) {
    const attachments: Attachment[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await asking(documentClient().send(new QueryCommand({
        TableName: casesTable(), ConsistentRead: true, KeyConditionExpression: 'pk = :pk AND begins_with(sk, :attachment)',
        ExpressionAttributeValues: { ':pk': casePk(caseId), ':attachment': 'ATTACHMENT#' },
        ...(start && { ExclusiveStartKey: start }),
      })));
      for (const item of answer.Items ?? []) attachments.push(row.parse(item));
      start = answer.LastEvaluatedKey;
    } while (start !== undefined);
    return attachments.toSorted((one, other) => one.addedAt.localeCompare(other.addedAt) || one.id.localeCompare(other.id));
  },
  async find(caseId, id) {
    const found = await getRow(keyOf(caseId, id));
    return found && row.parse(found);
  },
  newRow: (attachment) => ({ kind: 'put', row: { ...keyOf(attachment.caseId, attachment.id), ...withoutAbsent(attachment) }, onlyIfAbsent: true }),
  async uploaded(caseId, id, versionId) {
    const changed = await changeRow(keyOf(caseId, id), {
      set: 'SET #state = :scanning, versionId = :version', condition: '#state = :uploading', names,
      values: { ':scanning': 'scanning', ':uploading': 'uploading', ':version': versionId },
    });
    return changed !== undefined;
  },
  async decided(caseId, id, verdict) {
    const [detail, value] = verdict.state === 'clean' ? ['scanned', verdict.scanned] : ['refusal', verdict.refusal];
    const changed = await changeRow(keyOf(caseId, id), {
      set: `SET #state = :next, versionId = :version, ${detail} = :detail`,
      // A scan may be told of before the upload is.
      condition: '#state = :uploading OR (#state = :scanning AND versionId = :version)', names,
      values: { ':next': verdict.state, ':version': verdict.versionId, ':detail': value, ':uploading': 'uploading', ':scanning': 'scanning' },
    });
    return changed !== undefined;
  },
};

const withoutAbsent = ({ id, caseId, part, fileName, mediaType, bytes, addedBy, principal, addedAt, state }: Attachment) =>
  ({ id, caseId, part, fileName, mediaType, bytes, addedBy, principal, addedAt, state });
