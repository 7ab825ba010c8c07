import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GetExecutionHistoryCommand, ListExecutionsCommand, ListStateMachinesCommand, SFNClient } from '@aws-sdk/client-sfn';
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

/** Whether one of the words is in a text, as it is, as a part of a URL, or in Base64, which hides nothing from whoever reads it. */
export const foundIn = (text: string, words: readonly string[] = neverInTheOpen): readonly string[] => words.filter((word) => {
  if (text.includes(word) || text.includes(encodeURIComponent(word))) return true;
  // Of a short word too little would be left to look for.
  return word.length >= 12 && text.includes(Buffer.from(word).toString('base64').slice(2, -4));
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
    for (const { executionArn, name } of (await client.send(new ListExecutionsCommand({ stateMachineArn }))).executions ?? []) {
      texts.push(JSON.stringify([name, await client.send(new GetExecutionHistoryCommand({ executionArn, includeExecutionData: true, maxResults: 1000 }))]));
    }
  }
  client.destroy();
  return texts;
};
