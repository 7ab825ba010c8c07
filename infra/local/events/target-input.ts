import { asRecord, asText, isRecord } from '../template/json.ts';

/**
 * What a rule's target gets of an event: all of it, a fixed `Input`, the part at `InputPath`,
 * or what `InputTransformer` makes of it.
 */
export function targetInput(target: Record<string, unknown>, event: unknown): unknown {
  const input = asText(target['Input']);
  if (input !== undefined) return JSON.parse(input);
  const path = asText(target['InputPath']);
  if (path !== undefined) return valueAt(event, path);
  const transformer = asRecord(target['InputTransformer']);
  const template = asText(transformer['InputTemplate']);
  return template === undefined ? event : transform(template, asRecord(transformer['InputPathsMap']), event);
}

function transform(template: string, paths: Record<string, unknown>, event: unknown): unknown {
  let quoted = false;
  const text = template.replaceAll(/\\.|"|<([^<>\s]+)>/g, (whole, name?: string) => {
    if (whole === '"') quoted = !quoted;
    if (name === undefined) return whole;
    const value = name === 'aws.events.event' || name === 'aws.events.event.json' ? event : name === 'aws.events.event.ingestion-time' ? asRecord(event)['time'] : valueAt(event, String(paths[name] ?? ''));
    const json = JSON.stringify(value ?? null);
    // Inside a text the value's own quotes would end it.
    return quoted ? (typeof value === 'string' ? json.slice(1, -1) : json.replaceAll('"', '\\"')) : json;
  });
  return JSON.parse(text);
}

/** `$.detail.status`, `$.resources[0]`, `$['detail-type']`. */
function valueAt(event: unknown, path: string): unknown {
  let value = event;
  for (const [, dotted, index, bracketed] of path.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\['([^']+)'\]/g)) {
    const key = dotted ?? bracketed;
    if (key !== undefined) value = isRecord(value) ? value[key] : undefined;
    else value = Array.isArray(value) ? value[Number(index)] : undefined;
  }
  return value;
}
