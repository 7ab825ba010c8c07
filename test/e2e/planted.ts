import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeExecutionCommand, ListStateMachinesCommand, paginateGetExecutionHistory, paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import { incomingReport, investigation, replyText } from './incoming-story.ts';
import { fullAnswer, missingMedicationList, outgoingText } from './story.ts';

/*
 * What must be in no mail, no log line and no execution, whatever a test did: the words that the stories write, and the
 * names of people. Every installation is searched for them when it stops.
 */

const users: readonly { readonly name: string }[] = JSON.parse(readFileSync(new URL('../../workflows/demo/ekdala.json', import.meta.url), 'utf8')).users;
const neverInTheOpen: readonly string[] = [
  missingMedicationList.whatHappened, missingMedicationList.immediateAction, missingMedicationList.medication, outgoingText, ...Object.values(fullAnswer.parts),
  incomingReport.whatHappened, investigation.courseOfEvents, investigation.rootCause, ...investigation.causes.map(({ text }) => text), replyText,
  '19121212-1212', '191212121212', ...users.map(({ name }) => name),
];

/** What a word looks like in Base64 wherever it begins: a text's first bytes decide where in a group of three it stands. */
const inBase64 = (word: string): readonly string[] => [0, 1, 2].map((before) => {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(word)]);
  // Only groups that are the word's alone are the same whatever stands around it.
  return bytes.subarray(before === 0 ? 0 : 3, bytes.length - (bytes.length % 3)).toString('base64');
});
const base64Url = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_');

/** Whether one of the words is in a text, as it is, as a part of a URL, or in Base64, which hides nothing from whoever reads it. */
export const foundIn = (text: string, words: readonly string[] = neverInTheOpen): readonly string[] => words.filter((word) => {
  const once = JSON.stringify(word).slice(1, -1);
  // Also as a form has it, and as JSON and JSON within JSON, as logs and histories do.
  const forms = [word, encodeURIComponent(word), new URLSearchParams([['', word]]).toString().slice(1), once, JSON.stringify(once).slice(1, -1)];
  if (forms.some((form) => text.includes(form))) return true;
  // Of a short word too little would be left to look for.
  return word.length >= 12 && inBase64(word).some((form) => text.includes(form) || text.includes(base64Url(form)));
});

/** All that the installation's functions and runtime have logged. */
export const logsOf = (folder: string): string => {
  const read = (path: string): string[] => readdirSync(path).flatMap((name) => {
    const file = join(path, name);
    return statSync(file).isDirectory() ? read(file) : [readFileSync(file, 'utf8')];
  });
  return read(join(folder, 'logs')).join('\n');
};

/** Name, input, output and history of every execution, each as a text. */
export const executionsOf = async (awsEndpoint: string): Promise<readonly string[]> => {
  const client = new SFNClient({ endpoint: awsEndpoint, region: 'eu-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
  const texts: string[] = [];
  for (const { stateMachineArn } of (await client.send(new ListStateMachinesCommand({}))).stateMachines ?? []) {
    for await (const { executions } of paginateListExecutions({ client }, { stateMachineArn })) {
      for (const { executionArn, name } of executions ?? []) {
        const { input, output, error, cause } = await client.send(new DescribeExecutionCommand({ executionArn }));
        texts.push(JSON.stringify([name, input, output, error, cause]));
        for await (const { events } of paginateGetExecutionHistory({ client }, { executionArn, includeExecutionData: true, maxResults: 1000 })) texts.push(JSON.stringify([name, events]));
      }
    }
  }
  client.destroy();
  return texts;
};
