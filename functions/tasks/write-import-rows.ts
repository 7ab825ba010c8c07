import { importTaskPorts } from '../adapters/import-ports.ts';
import { importTask } from '../contracts/import.ts';
import { writeImportRows } from '../use-cases/write-import-rows.ts';

export const handler = (task: unknown) => writeImportRows(importTaskPorts(), importTask.parse(task));
