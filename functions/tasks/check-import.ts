import { importTaskPorts } from '../adapters/import-ports.ts';
import { importTask } from '../contracts/import.ts';
import { checkImport } from '../use-cases/check-import.ts';

export const handler = (task: unknown) => checkImport(importTaskPorts(), importTask.parse(task));
