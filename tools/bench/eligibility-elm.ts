/** The same predicate as ELM, written by hand, and cql-execution to run it. */
import cql from 'cql-execution';
import type { Truth } from '#core/quantities/truth.ts';
import type { Field, People } from './eligibility-people.ts';

const literal = (value: number) => ({
  type: 'Literal',
  valueType: `{urn:hl7-org:elm-types:r1}${Number.isInteger(value) ? 'Integer' : 'Decimal'}`,
  value: String(value),
});

const field = (path: Field) => ({ type: 'Property', path, source: { type: 'ExpressionRef', name: 'Patient' } });

const binary = (type: string, left: object, right: object) => ({ type, operand: [left, right] });
const both = (left: object, right: object) => binary('And', left, right);
const either = (left: object, right: object) => binary('Or', left, right);
const inverse = (operand: object) => ({ type: 'Not', operand });

const terms = [
  both(binary('GreaterOrEqual', field('age'), literal(19)), binary('LessOrEqual', field('age'), literal(65))),
  binary('GreaterOrEqual', field('sledai'), literal(6)),
  either(binary('Greater', field('upcr'), literal(1)), binary('Greater', field('protein'), literal(1))),
  binary('LessOrEqual', field('creatinine'), binary('Multiply', literal(1.25), field('creatinineBefore'))),
  binary('GreaterOrEqual', field('platelets'), literal(100)),
  inverse(field('pregnant')),
  either(inverse(field('fertile')), field('agrees')),
];

/** Expression Logical Model r1, as a CQL translator would emit it. */
const elm = {
  library: {
    identifier: { id: 'Eligibility', version: '1' },
    schemaIdentifier: { id: 'urn:hl7-org:elm', version: 'r1' },
    usings: { def: [{ localIdentifier: 'System', uri: 'urn:hl7-org:elm-types:r1' }] },
    statements: {
      def: [
        {
          name: 'Patient',
          context: 'Patient',
          expression: {
            type: 'SingletonFrom',
            operand: { type: 'Retrieve', dataType: '{https://github.com/cqframework/cql-execution/simple}Patient' },
          },
        },
        { name: 'Eligible', context: 'Patient', accessLevel: 'Public', expression: terms.reduce(both) },
      ],
    },
  },
};

/** cql-execution computes with binary numbers, so it is given numbers. */
const patientOf = ({ columns }: People, index: number): object => {
  const number = (name: Field): number | null => {
    const value = columns[name][index] ?? -1;
    return value < 0 ? null : value / 100;
  };
  const answer = (name: Field): boolean | null => {
    const value = columns[name][index] ?? -1;
    return value < 0 ? null : value === 1;
  };
  return {
    id: String(index),
    recordType: 'Patient',
    age: number('age'),
    sledai: number('sledai'),
    upcr: number('upcr'),
    protein: number('protein'),
    creatinineBefore: number('creatinineBefore'),
    creatinine: number('creatinine'),
    platelets: number('platelets'),
    pregnant: answer('pregnant'),
    fertile: answer('fertile'),
    agrees: answer('agrees'),
  };
};

const truthOf = (found: unknown): Truth => (found === true ? 'true' : found === false ? 'false' : 'unknown');

export const cqlExecution = 'cql-execution 3.3.2';

/** Runs the ELM on the people from one index to before another. */
export const runElm = async (people: People, from: number, to: number): Promise<readonly Truth[]> => {
  const indices = Array.from({ length: to - from }, (_, index) => from + index);
  const source = new cql.PatientSource(indices.map((index) => patientOf(people, index)));
  const { patientResults } = await new cql.Executor(new cql.Library(elm)).exec(source);
  return indices.map((index) => truthOf(patientResults[String(index)]?.Eligible));
};
