import { scanPorts } from '../adapters/scan-ports.ts';
import { objectScanned } from '../contracts/trigger.ts';
import { recordScan } from '../use-cases/record-scan.ts';

export const handler = (event: unknown) => {
  const { time, detail } = objectScanned.parse(event);
  const { objectKey: key, versionId } = detail.s3ObjectDetails;
  return recordScan(scanPorts(), { key, versionId, at: time, status: detail.scanStatus, result: detail.scanResultDetails.scanResultStatus });
};
