import * as z from 'zod';
import { pathOf, type Operation } from './operation.ts';
import { VERBS } from './verbs.ts';

type Schema = Record<string, unknown>;

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Schema => {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Schema;
  return schema;
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

function operationOf(verb: Operation): Schema {
  const input = schemaOf(verb.input, 'input') as { properties?: Record<string, Schema>; required?: string[] };
  const error = {
    description: 'An error of the catalogue',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  };
  const common = {
    operationId: verb.name.replaceAll(' ', '-'),
    summary: verb.summary,
    responses: {
      200: { description: 'The result', content: { 'application/json': { schema: schemaOf(verb.output, 'output') } } },
      default: error,
    },
  };
  if (verb.right === 'reader')
    return {
      ...common,
      parameters: Object.entries(input.properties ?? {}).map(([name, { description, ...schema }]) => ({
        name: kebab(name),
        in: 'query',
        required: input.required?.includes(name) ?? false,
        ...(description ? { description } : {}),
        schema,
      })),
    };
  const body = verb.name === 'ingest' ? withReports(input) : input;
  return {
    ...common,
    security: [{ bearer: [] }],
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
  };
}

function withReports(input: { properties?: Record<string, Schema>; required?: string[] }): Schema {
  const { paths: _paths, ...properties } = input.properties ?? {};
  const reports = { type: 'array', items: { type: 'object' }, description: 'reports in the exchange contract' };
  return { ...input, properties: { reports, ...properties }, required: ['reports', 'by'] };
}

/** OpenAPI 3.1 of all verbs that have an HTTP door, made from the verb table. */
export function openapi(version: string): Schema {
  const doors = VERBS.filter((v) => !v.localOnly || v.name === 'ingest');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Daybook',
      version,
      description: 'Claims, incidents, counts and tallies, each traceable to the words it rests on.',
    },
    paths: Object.fromEntries(
      doors.map((v) => [pathOf(v), { [v.right === 'reader' ? 'get' : 'post']: operationOf(v) }]),
    ),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Error: {
          type: 'object',
          properties: {
            error: {
              type: 'object',
              properties: { code: { type: 'string' }, message: { type: 'string' }, remedy: { type: 'string' } },
              required: ['code', 'message', 'remedy'],
            },
          },
          required: ['error'],
        },
      },
    },
  };
}
