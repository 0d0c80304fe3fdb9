import { laboratoryRatios, laboratoryValues, people } from './assumed-numbers.ts';
import type { Draws, DrawsOf } from './draws.ts';

/** A result as the laboratory reports it. `value` is the number that is written, or that below the limit of the assay. */
export interface ReportedResult {
  readonly value: number;
  /** The same before it was rounded: what a later result is a multiple of. */
  readonly exact: number;
  readonly written: string;
  readonly unit: string;
}

/** What results hang on beside their own chance. */
export interface Body {
  readonly draws: DrawsOf;
  readonly sex: 'female' | 'male';
  readonly classes: string;
  /** By how much a result has changed since the person came: a factor. */
  readonly changed?: (id: string) => number;
}

type AssumedValue = (typeof laboratoryValues)[number];
type Ratio = (typeof laboratoryRatios)[number];

const values: ReadonlyMap<string, AssumedValue> = new Map(laboratoryValues.map((row) => [row[0], row]));
const ratios: ReadonlyMap<string, Ratio> = new Map(laboratoryRatios.map((row) => [row[0], row]));

/** How active the disease is, as a standard normal number: what the results have in common. */
const activityOf = (draws: DrawsOf): number => draws('activity').normal();

const creatinineFactor = ({ classes, sex }: Body): number => {
  const { IV, VI } = people.creatinineOfClass.value;
  const named = classes.split(', ');
  const ofSex = sex === 'male' ? people.creatinineOfMen.value : 1;
  return ofSex * (named.includes('IV') ? IV : 1) * (named.includes('VI') ? VI : 1);
};

const factorOf = (id: string, body: Body): number => {
  if (id === 'creatinine') return creatinineFactor(body);
  return id === 'haemoglobin' && body.sex === 'male' ? people.haemoglobinOfMen.value : 1;
};

const drawsFor = (id: string, { draws }: Body): Draws => draws(`result ${id}`);

const drawnValue = (id: string, [, , , median, spread, withActivity]: AssumedValue, body: Body): number => {
  const ownShare = Math.sqrt(1 - withActivity ** 2);
  const z = (withActivity === 0 ? 0 : withActivity * activityOf(body.draws)) + ownShare * drawsFor(id, body).normal();
  return median * factorOf(id, body) * Math.exp(spread * z);
};

const bodyValue = (id: 'weight' | 'height', body: Body): number => {
  const z = drawsFor(id, body).normal();
  const { weight, height } = people;
  if (id === 'weight') return weight.value[body.sex] * Math.exp(weight.value.spread * z);
  return height.value[body.sex] + height.value.sd * z;
};

/** The number before it is rounded; undefined for a name that no table has. */
const numberOf = (id: string, body: Body): number | undefined => {
  const number = firstNumberOf(id, body);
  return number === undefined ? undefined : number * (body.changed?.(id) ?? 1);
};

/** A ratio goes with the number that it is taken of as that one stands now. */
const firstNumberOf = (id: string, body: Body): number | undefined => {
  if (id === 'weight' || id === 'height') return bodyValue(id, body);
  const row = values.get(id);
  if (row !== undefined) return drawnValue(id, row, body);
  const [, , , of = '', times = 1, spread = 0] = ratios.get(id) ?? [];
  const base = of === '' ? undefined : numberOf(of, body);
  if (base === undefined) return undefined;
  return times * base * (spread === 0 ? 1 : Math.exp(spread * drawsFor(id, body).normal()));
};

const formOf = (id: string): readonly [unit: string, places: number] | undefined => {
  if (id === 'weight') return ['kg', 1];
  if (id === 'height') return ['cm', 0];
  const [, unit, places] = values.get(id) ?? ratios.get(id) ?? [];
  return unit === undefined || places === undefined ? undefined : [unit, places];
};

const report = (id: string, body: Body): ReportedResult | undefined => {
  const [number, form] = [numberOf(id, body), formOf(id)];
  if (number === undefined || form === undefined) return undefined;
  const [unit, places] = form;
  const rounded = (unit === '%' ? Math.min(100, number) : number).toFixed(places);
  const limit = people.dnaCutOff.value;
  const written = id === 'anti-dsDNA' && Number(rounded) < limit ? `<${limit}` : rounded;
  return { value: Number(rounded), exact: number, written, unit };
};

/** How a result is reported: its unit and the places to which it is rounded; undefined for what no table says. */
export const reportedForm = (id: string): { readonly unit: string; readonly places: number } | undefined => {
  const [unit, places] = formOf(id) ?? [];
  return unit === undefined || places === undefined ? undefined : { unit, places };
};

/** The unit in which a result is reported; undefined for what no table says. */
export const reportedUnit = (id: string): string | undefined => formOf(id)?.[0];

/** Results of one person, each drawn when it is first asked for; none hangs on which others were asked. */
export const openResults = (body: Body): ((measure: string) => ReportedResult | undefined) => {
  const known = new Map<string, ReportedResult | undefined>();
  return (id) => {
    if (!known.has(id)) known.set(id, report(id, body));
    return known.get(id);
  };
};
