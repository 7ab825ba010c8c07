import { sitePorts } from '../adapters/site-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { readPaperForm } from '../use-cases/read-paper-form.ts';

export const handler = defineHandler('read-paper-form', ({ caller, query }) => readPaperForm(sitePorts(), { caller, query }));
