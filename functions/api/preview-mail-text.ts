import { siteOrigin } from '../adapters/environment.ts';
import { staffPorts } from '../adapters/staff-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { previewMailText } from '../use-cases/preview-mail-text.ts';

export const handler = defineHandler('preview-mail-text', ({ caller, body }) => previewMailText({ registers: staffPorts().registers, siteOrigin }, { caller, body }));
