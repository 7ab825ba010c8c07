import * as z from 'zod/mini';
import type { Machine } from '../domain/vocabulary.ts';

const name = z.string().check(z.minLength(1));
const arn = z.string().check(z.startsWith('arn:'));
const url = z.string().check(z.regex(/^https?:\/\/[^/]+.*$/));
/** All that a function may be told by its environment; each function gets, and needs, only a part of it. */
const environment = z.object({
  STAGE: name,
  CASES_TABLE: name,
  PATIENT_REFERENCES_TABLE: name,
  ACCESS_LOG_TABLE: name,
  REGISTERS_TABLE: name,
  STATE_MACHINE_ARN_OUTGOING_DEVIATION: arn,
  STATE_MACHINE_ARN_INCOMING_DEVIATION: arn,
  STATE_MACHINE_ARN_DOSE_PHARMACY: arn,
  STATE_MACHINE_ARN_EFFECT_REVIEW: arn,
  STATE_MACHINE_ARN_REGISTER_IMPORT: arn,
  STATE_MACHINE_ARN_HARM_DECISION: arn,
  STATE_MACHINE_ARN_DISPUTE: arn,
  STATE_MACHINE_ARN_ARCHIVE_EXPORT: arn,
  STATE_MACHINE_ARN_ESCALATION: arn,
  STATE_MACHINE_ARN_PERIODIC_REPORT: arn,
  SITE_ORIGIN: url,
  /** URLs, comma between. */
  DEAD_LETTER_QUEUES: name,
  MAIL_SENDER: name,
  MAIL_CONFIGURATION_SET: name,
  OIDC_ISSUER: url,
  OIDC_CLIENT_ID: name,
  /** Accepted values of the claim acr, blanks between; `any`: the issuer sees to the second factor itself. */
  OIDC_ACR: name,
  /** The current secret and, while it is rotated, the previous one; comma between. */
  ORIGIN_SECRETS: name,
  /** Where attachments lie, with the bucket in it; without a slash at the end. */
  ATTACHMENTS_URL: url,
  /** Where the daily documents of chain heads lie, likewise. */
  HEADS_URL: url,
  /** Where packages for archives lie, likewise. */
  PACKAGES_URL: url,
  /** What Lambda itself tells every function. */
  AWS_REGION: name,
  AWS_ACCESS_KEY_ID: name,
  AWS_SECRET_ACCESS_KEY: name,
  AWS_SESSION_TOKEN: name,
});
type Name = keyof typeof environment.shape;

/** Read when first needed. The message names the variable and never its value. @throws Error */
const read = (variable: Name): string => {
  const result = environment.shape[variable].safeParse(process.env[variable]);
  if (!result.success) throw new Error(`The environment variable ${variable} is missing or malformed`);
  return result.data;
};

export const stage = (): string => read('STAGE');
export const casesTable = (): string => read('CASES_TABLE');
export const patientReferencesTable = (): string => read('PATIENT_REFERENCES_TABLE');
export const accessLogTable = (): string => read('ACCESS_LOG_TABLE');
export const registersTable = (): string => read('REGISTERS_TABLE');
const machineVariables: Readonly<Record<Machine, Name>> = {
  'outgoing-deviation': 'STATE_MACHINE_ARN_OUTGOING_DEVIATION', 'incoming-deviation': 'STATE_MACHINE_ARN_INCOMING_DEVIATION',
  'dose-pharmacy': 'STATE_MACHINE_ARN_DOSE_PHARMACY', 'effect-review': 'STATE_MACHINE_ARN_EFFECT_REVIEW', 'register-import': 'STATE_MACHINE_ARN_REGISTER_IMPORT', 'harm-decision': 'STATE_MACHINE_ARN_HARM_DECISION',
  dispute: 'STATE_MACHINE_ARN_DISPUTE',
  'archive-export': 'STATE_MACHINE_ARN_ARCHIVE_EXPORT',
  escalation: 'STATE_MACHINE_ARN_ESCALATION',
  'periodic-report': 'STATE_MACHINE_ARN_PERIODIC_REPORT',
};
export const stateMachineArn = (machine: Machine): string => read(machineVariables[machine]);
export const deadLetterQueueUrls = (): readonly string[] => read('DEAD_LETTER_QUEUES').split(',');
/** Without a slash at the end. */
export const siteOrigin = (): string => read('SITE_ORIGIN').replace(/\/$/, '');
export const mailSender = (): string => read('MAIL_SENDER');
export const mailConfigurationSet = (): string => read('MAIL_CONFIGURATION_SET');
export const oidcIssuer = (): string => read('OIDC_ISSUER');
export const oidcClientId = (): string => read('OIDC_CLIENT_ID');
/** Null: any. */
export const acceptedAssurance = (): readonly string[] | null => (read('OIDC_ACR') === 'any' ? null : read('OIDC_ACR').split(' ').filter(Boolean));
export const originSecrets = (): readonly string[] => read('ORIGIN_SECRETS').split(',').map((secret) => secret.trim()).filter(Boolean);
export const attachmentsUrl = (): string => read('ATTACHMENTS_URL');
export const headsUrl = (): string => read('HEADS_URL');
export const packagesUrl = (): string => read('PACKAGES_URL');
export const awsRegion = (): string => read('AWS_REGION');
export const awsCredentials = () => ({ accessKeyId: read('AWS_ACCESS_KEY_ID'), secretAccessKey: read('AWS_SECRET_ACCESS_KEY'), sessionToken: read('AWS_SESSION_TOKEN') });
