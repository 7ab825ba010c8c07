import { defineHandler } from '../http/define-handler.ts';
import { openApi } from '../http/openapi.ts';

export const handler = defineHandler('read-openapi', async () => openApi());
