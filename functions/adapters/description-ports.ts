import type { DescriptionPorts, DescriptionReminderPorts, PublishedPorts } from '../use-cases/ports-description.ts';
import { registerStore } from './case-stores.ts';
import { documentClient } from './clients.ts';
import { DynamoDescriptionStore } from './description-store.ts';
import { casesTable } from './environment.ts';
import { createLog } from './log.ts';
import { staffPorts } from './staff-ports.ts';

export const descriptionStore = () => new DynamoDescriptionStore(documentClient(), casesTable);
export const descriptionPorts = (): DescriptionPorts => ({ ...staffPorts(), descriptions: descriptionStore() });
export const publishedPorts = (): PublishedPorts => ({ published: descriptionStore() });
export const descriptionReminderPorts = (): DescriptionReminderPorts => ({ descriptions: descriptionStore(), registers: registerStore(), log: createLog() });
