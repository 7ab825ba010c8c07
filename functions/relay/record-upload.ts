import { scanPorts } from '../adapters/scan-ports.ts';
import { objectCreated } from '../contracts/trigger.ts';
import { recordUpload } from '../use-cases/record-upload.ts';

export const handler = (event: unknown) => {
  const { object } = objectCreated.parse(event).detail;
  return recordUpload(scanPorts(), { key: object.key, versionId: object['version-id'] });
};
