import * as z from 'zod';
import { Claim } from '../model/claim.ts';
import { Name } from '../model/names.ts';
import { Fault } from './faults.ts';
import { pathOf, type Operation } from './operation.ts';
import * as outputs from './outputs.ts';
import { VERBS } from './verbs.ts';

type Schema = Record<string, unknown>;

/** Shapes that stand in many answers get a name, under which the document defines them once. */
for (const [id, shape] of Object.entries({ ...outputs, Claim, Name, Fault }))
  if (shape instanceof z.ZodType) z.globalRegistry.add(shape, { ...z.globalRegistry.get(shape), id });

/** A type as JSON Schema; shared shapes are referred to, and put into `defined` the first time. */
function schemaOf(type: z.ZodType, io: 'input' | 'output', defined: Schema): Schema {
  const { $schema: _dialect, $defs, ...schema } = pointed(z.toJSONSchema(type, { io, unrepresentable: 'any' }));
  for (const [id, def] of Object.entries(($defs ?? {}) as Record<string, Schema>)) {
    const { id: _id, ...shape } = def;
    defined[id] ??= shape;
  }
  const { id, ...whole } = schema;
  if (typeof id !== 'string') return schema;
  defined[id] ??= whole;
  return { $ref: `#/components/schemas/${id}` };
}

/** Refers to the document's components instead of to the schema's own definitions. */
const pointed = (schema: unknown): Schema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/')) as Schema;

const kebab = (name: string): string => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** Media types that a verb's result may also leave as. */
const filesOf = (verb: Operation): Schema =>
  Object.fromEntries(
    (verb.file?.types ?? []).filter((t) => t !== 'application/json').map((t) => [t, { schema: { type: 'string' } }]),
  );

function operationOf(verb: Operation, defined: Schema): Schema {
  const input = schemaOf(verb.input, 'input', defined) as { properties?: Record<string, Schema>; required?: string[] };
  const error = {
    description: 'An error of the catalogue',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  };
  const common = {
    operationId: verb.name.replaceAll(' ', '-'),
    summary: verb.summary,
    responses: {
      200: {
        description: 'The result',
        content: { 'application/json': { schema: schemaOf(verb.output, 'output', defined) }, ...filesOf(verb) },
      },
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
  const schemas: Schema = { Error: ERROR };
  const paths = doors.map((v) => [pathOf(v), { [v.right === 'reader' ? 'get' : 'post']: operationOf(v, schemas) }]);
  const description = 'Claims, incidents, counts and tallies, each traceable to the words it rests on.';
  return {
    openapi: '3.1.0',
    info: { title: 'Daybook', version, description },
    paths: Object.fromEntries(paths) as Schema,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } }, schemas },
  };
}

const text = { type: 'string' };
const ERROR: Schema = {
  type: 'object',
  properties: {
    error: {
      type: 'object',
      properties: { code: text, message: text, remedy: text },
      required: ['code', 'message', 'remedy'],
    },
  },
  required: ['error'],
};
