import { releasePorts } from '../adapters/releasing-ports.ts';
import { defineHandler } from '../http/define-handler.ts';
import { listReleases } from '../use-cases/list-releases.ts';

export const handler = defineHandler('list-releases', ({ caller }) => listReleases(releasePorts(), { caller }));
