import { toJSONSchema, type ZodMiniType } from 'zod/mini';
import { operations, type Operation } from '../contracts/operations.ts';
import { identifier } from '../contracts/primitives.ts';
import { problem, problemCodes } from '../contracts/problem.ts';
import { problemStatus } from './problem.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const schemaOf = (type: ZodMiniType, io: 'input' | 'output'): JsonObject => {
  const { $schema: _dialect, ...schema } = toJSONSchema(type, { target: 'draft-2020-12', io });
  return schema;
};
const json = (schema: JsonObject) => ({ 'application/json': { schema } });

/** OpenAPI 3.1 of every operation, from the contracts alone. */
export function openApi(): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const [id, operation] of Object.entries<Operation>(operations)) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = describe(id, operation);
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Brygga', version: '1', description: 'Deviations between care organisations.', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: {
        staff: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Access token of the OIDC issuer named by read-configuration. Roles come from the store, not from the token.' },
        link: { type: 'apiKey', in: 'cookie', name: '__Host-brygga-reply', description: 'Session of one request, given for a code by verify-code.' },
      },
      responses: Object.fromEntries(problemStatuses().map((status) => [`Problem${status}`, {
        description: problemCodes.filter((code) => problemStatus(code) === status).join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }])),
    },
  };
}

const problemStatuses = () => [...new Set(problemCodes.map(problemStatus))].toSorted((a, b) => a - b);

function describe(id: string, operation: Operation): JsonObject {
  const pathNames = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const query = operation.query ? schemaOf(operation.query, 'input') : {};
  const properties = typeof query['properties'] === 'object' && query['properties'] !== null ? query['properties'] : {};
  const parameters = [
    ...pathNames.map((name) => ({ name, in: 'path', required: true, schema: schemaOf(identifier, 'input') })),
    ...Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: Array.isArray(query['required']) && query['required'].includes(name), schema })),
    ...(operation.command ? [{ name: 'Idempotency-Key', in: 'header', required: true, description: 'A UUID for each command; the same key and body answer the same again.', schema: { type: 'string', format: 'uuid' } }] : []),
  ];
  return {
    operationId: id,
    summary: operation.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(operation.body && { requestBody: { required: true, content: json(schemaOf(operation.body, 'input')) } }),
    responses: {
      [operation.status]: operation.status === 204 ? { description: 'Done' } : { description: operation.summary, content: json(schemaOf(operation.response, 'output')) },
      ...Object.fromEntries(statusesFor(operation).map((status) => [status, { $ref: `#/components/responses/Problem${status}` }])),
    },
    security: operation.auth === 'none' ? [] : [{ [operation.auth]: [] }],
  };
}

/** Which problems an operation may answer, from what it is: every one can be refused at the door, be throttled or fail. */
function statusesFor(operation: Operation): readonly number[] {
  return problemStatuses().filter((status) => {
    if (status === 401) return operation.auth !== 'none';
    if (status === 404) return operation.path.includes('{') || operation.path.startsWith('/api/reply');
    if (status === 413) return operation.body !== undefined;
    if (status === 400) return operation.body !== undefined || operation.query !== undefined || operation.command;
    if (status === 409 || status === 422) return operation.method !== 'GET';
    return true;
  });
}
