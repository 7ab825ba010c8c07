import { similarPorts } from '../adapters/statistics-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listSimilarCases } from '../use-cases/list-similar-cases.ts';

export const handler = defineHandler('list-similar-cases', ({ caller, parameters }) => listSimilarCases(similarPorts(), { caller, caseId: parameters.caseId }));
