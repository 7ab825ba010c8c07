import type { BusEvent } from '../events/default-bus.ts';
import type { ScanTag, StoredObject } from './object-store.ts';

/** The harmless file that every scanner knows (EICAR); in two pieces, so that no scanner takes this source for it. */
const testVirus = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''), 'latin1');

/** There is no scanner here: the test file alone is known, all else passes unscanned. */
export function scan(body: Buffer): ScanTag {
  return body.includes(testVirus) ? 'THREATS_FOUND' : 'NO_THREATS_FOUND';
}

/** S3's own event. */
export function objectCreated(object: StoredObject): BusEvent {
  return {
    source: 'aws.s3',
    detailType: 'Object Created',
    resources: [`arn:aws:s3:::${object.bucket}`],
    detail: {
      version: '0',
      bucket: { name: object.bucket },
      object: { key: object.key, size: object.size, etag: object.etag.replaceAll('"', ''), 'version-id': object.versionId },
      reason: 'PutObject',
    },
  };
}

/** GuardDuty's event. `SKIPPED` beside `NO_THREATS_FOUND`, which AWS never says, is how this place says that nobody looked. */
export function objectScanned(object: StoredObject, tag: ScanTag, planArn: string): BusEvent {
  return {
    source: 'aws.guardduty',
    detailType: 'GuardDuty Malware Protection Object Scan Result',
    resources: [planArn],
    detail: {
      schemaVersion: '1.0',
      scanStatus: tag === 'THREATS_FOUND' ? 'COMPLETED' : 'SKIPPED',
      resourceType: 'S3_OBJECT',
      s3ObjectDetails: { bucketName: object.bucket, objectKey: object.key, eTag: object.etag.replaceAll('"', ''), versionId: object.versionId, s3Throttled: false },
      scanResultDetails: { scanResultStatus: tag, threats: tag === 'THREATS_FOUND' ? [{ name: 'EICAR-Test-File' }] : null },
    },
  };
}
