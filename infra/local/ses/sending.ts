import { headerValue, parseMimeMessage, type MimeHeader } from './mime-message.ts';
import { SesError, type QueryParameters } from './query-protocol.ts';

/** SES v1 takes raw messages of at most 10 MB, in bytes after base64. */
const largestRaw = 10 * 1024 * 1024;

/** A message as it was asked for, before it is judged and kept. */
export interface Draft {
  readonly source: string;
  readonly recipients: readonly string[];
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: readonly MimeHeader[];
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

/** `SendEmail`: SES makes the message from its parts. */
export function draftFromParts(parameters: QueryParameters): Draft {
  const source = parameters.required('Source');
  const to = parameters.list('Destination.ToAddresses');
  const cc = parameters.list('Destination.CcAddresses');
  const bcc = parameters.list('Destination.BccAddresses');
  const subject = parameters.required('Message.Subject.Data');
  const replyTo = parameters.list('ReplyToAddresses');
  const named: readonly (readonly [string, string])[] = [
    ['From', source],
    ['To', to.join(', ')],
    ['Cc', cc.join(', ')],
    ['Reply-To', replyTo.join(', ')],
    ['Subject', subject],
  ];
  return {
    source,
    recipients: [...to, ...cc, ...bcc],
    to,
    subject,
    text: parameters.text('Message.Body.Text.Data') ?? '',
    html: parameters.text('Message.Body.Html.Data') ?? '',
    headers: named.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value })),
    configurationSet: parameters.text('ConfigurationSetName'),
    tags: tagsOf(parameters),
  };
}

/** `SendRawEmail`: the message is the caller's; the parameters, where given, decide who gets it. */
export function draftFromRaw(parameters: QueryParameters): Draft {
  const raw = Buffer.from(parameters.required('RawMessage.Data'), 'base64');
  if (raw.length === 0) throw new SesError('InvalidParameterValue', 'Message is empty.');
  if (raw.length > largestRaw) throw new SesError('InvalidParameterValue', `Message length is more than ${largestRaw} bytes long: '${raw.length}'.`);
  const message = parseMimeMessage(raw);
  const source = parameters.text('Source') ?? message.from;
  if (source === undefined) throw new SesError('InvalidParameterValue', "Missing required header 'From'.");
  const destinations = parameters.list('Destinations');
  return {
    source,
    recipients: destinations.length > 0 ? destinations : [...message.to, ...message.cc, ...message.bcc],
    to: message.to.length > 0 ? message.to : destinations,
    subject: message.subject,
    text: message.text ?? '',
    html: message.html ?? '',
    // SES takes its own instructions and the blind copies out of what it sends on.
    headers: message.headers.filter(({ name }) => !/^(bcc|x-ses-.*)$/i.test(name)),
    configurationSet: parameters.text('ConfigurationSetName') ?? headerValue(message.headers, 'x-ses-configuration-set'),
    tags: tagsOf(parameters),
  };
}

function tagsOf(parameters: QueryParameters): Record<string, string[]> {
  const tags: Record<string, string[]> = {};
  for (let index = 1; ; index += 1) {
    const name = parameters.text(`Tags.member.${index}.Name`);
    if (name === undefined) return tags;
    const value = parameters.text(`Tags.member.${index}.Value`) ?? '';
    checkTag('name', name);
    checkTag('value', value);
    (tags[name] ??= []).push(value);
  }
}

/** SES v1, MessageTag: ASCII letters, digits, underscore and dash, at most 256 of them. */
function checkTag(part: 'name' | 'value', text: string): void {
  if (/^[A-Za-z0-9_-]{1,256}$/.test(text)) return;
  throw new SesError('InvalidParameterValue', `Invalid tag ${part} <${text}>: only alphanumeric ASCII characters, '_', and '-' are allowed, at most 256.`);
}

/** One value per name, for display and for JSON. */
export function headerRecord(headers: readonly MimeHeader[]): Record<string, string> {
  const record: Record<string, string> = {};
  for (const { name, value } of headers) {
    const known = record[name];
    record[name] = known === undefined ? value : `${known}, ${value}`;
  }
  return record;
}
