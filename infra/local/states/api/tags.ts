import { AwsError } from '../aws-error.ts';
import { isObject } from '../json.ts';
import { objectOf } from '../machine/situation.ts';
import { type DeployedMachine, machineByArn, saveMachine } from '../store/machine.ts';
import { type Input, invalid, requiredText } from './input.ts';
import type { Action, Surroundings } from './surroundings.ts';

const MOST_TAGS = 50;

const tagResource: Action = (input, around) => {
  const machine = tagged(input, around);
  const tags = { ...objectOf(machine.tags), ...tagsIn(input) };
  if (Object.keys(tags).length > MOST_TAGS) {
    throw new AwsError('TooManyTags', `Too Many Tags: '${machine.arn}'`);
  }
  saveMachine(around.queries, { ...machine, tags: JSON.stringify(tags) });
  return {};
};

const untagResource: Action = (input, around) => {
  const machine = tagged(input, around);
  const keys = Array.isArray(input['tagKeys']) ? input['tagKeys'] : [];
  const tags = Object.entries(objectOf(machine.tags)).filter(([key]) => !keys.includes(key));
  saveMachine(around.queries, { ...machine, tags: JSON.stringify(Object.fromEntries(tags)) });
  return {};
};

const listTags: Action = (input, around) => ({
  tags: Object.entries(objectOf(tagged(input, around).tags)).map(([key, value]) => ({ key, value })),
});

export const TAG_ACTIONS: Readonly<Record<string, Action>> = { TagResource: tagResource, UntagResource: untagResource, ListTagsForResource: listTags };

export function tagsIn(input: Input): Record<string, string> {
  const list = input['tags'];
  const tags: Record<string, string> = {};
  for (const tag of Array.isArray(list) ? list : []) {
    if (!isObject(tag) || typeof tag['key'] !== 'string' || tag['key'] === '' || tag['key'].length > 128) {
      throw invalid("Value at 'tags' failed to satisfy constraint: Member must have a key of 1 to 128 characters");
    }
    tags[tag['key']] = typeof tag['value'] === 'string' ? tag['value'] : '';
  }
  return tags;
}

function tagged(input: Input, around: Surroundings): DeployedMachine {
  const arn = requiredText(input, 'resourceArn', 256);
  const machine = machineByArn(around.queries, arn);
  if (machine === undefined) {
    throw new AwsError('ResourceNotFound', `Resource not found: '${arn}'`);
  }
  return machine;
}
