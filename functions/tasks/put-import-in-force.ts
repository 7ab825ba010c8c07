import { importTaskPorts } from '../adapters/import-ports.ts';
import { importTask } from '../contracts/import.ts';
import { putImportInForce } from '../use-cases/put-import-in-force.ts';

export const handler = (task: unknown) => putImportInForce(importTaskPorts(), importTask.parse(task));
