import type { GuestPorts } from '../use-cases/ports-groups.ts';
import { administrationPorts } from './administration-ports.ts';
import { documentClient } from './clients.ts';
import { casesTable } from './environment.ts';
import { DynamoMeetingStore } from './meeting-store.ts';

export const guestPorts = (): GuestPorts => ({ ...administrationPorts(), meetings: new DynamoMeetingStore(documentClient(), casesTable) });
