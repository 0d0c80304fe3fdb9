import { z } from 'zod';
import { studySchema } from './schema.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The published JSON Schema of study.yaml (draft 2020-12), for editors to complete and check with. */
export const studyJsonSchema = (): JsonSchema => ({
  ...z.toJSONSchema(studySchema, { target: 'draft-2020-12', io: 'input' }),
  title: 'Trialwright study definition',
});

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

const below = (schema: JsonSchema, key: PropertyKey): readonly JsonSchema[] => {
  const branches = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter(isSchema);
  const own = typeof key === 'number' ? schema.items : schema.properties?.[String(key)];
  return [...(isSchema(own) && !Array.isArray(own) ? [own] : []), ...branches.flatMap((branch) => below(branch, key))];
};

const keysIn = (schema: JsonSchema): readonly string[] => [
  ...Object.keys(schema.properties ?? {}),
  ...[...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter(isSchema).flatMap(keysIn),
];

let published: JsonSchema | undefined;

const schemasAt = (path: readonly PropertyKey[]): readonly JsonSchema[] => {
  published ??= studyJsonSchema();
  return path.reduce<readonly JsonSchema[]>(
    (reached, key) => reached.flatMap((schema) => below(schema, key)),
    [published],
  );
};

/** The keys that may stand at a path of study.yaml. */
export const knownKeys = (path: readonly PropertyKey[]): readonly string[] => [
  ...new Set(schemasAt(path).flatMap(keysIn)),
];

const branchesOf = (schema: JsonSchema): readonly JsonSchema[] => {
  const branches = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter(isSchema);
  return branches.length === 0 ? [schema] : branches.flatMap(branchesOf);
};

const valuesOf = (schema: JsonSchema, isAlone: boolean): readonly string[] => {
  if (schema.const !== undefined) return [String(schema.const)];
  if (schema.enum !== undefined) return schema.enum.map(String);
  // Beside other kinds of value, a number is one that may be meant.
  if (isAlone || (schema.type !== 'integer' && schema.type !== 'number')) return [];
  return [schema.type === 'number' ? 'a number' : `a whole number from ${schema.minimum} to ${schema.maximum}`];
};

/** The values that may stand at a path of study.yaml: empty where they are not of a list. */
export const knownValues = (path: readonly PropertyKey[]): readonly string[] => {
  const branches = schemasAt(path).flatMap(branchesOf);
  return branches.flatMap((schema) => valuesOf(schema, branches.length === 1));
};
