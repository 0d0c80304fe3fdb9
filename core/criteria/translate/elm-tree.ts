/** An expression of the Expression Logical Model (HL7 CQL 1.5, release 1), as far as a condition needs it. */
export type ElmExpression =
  | { readonly type: 'And' | 'Or'; readonly operand: readonly [ElmExpression, ElmExpression] }
  | { readonly type: 'Not'; readonly operand: ElmExpression }
  | { readonly type: ElmComparator; readonly operand: readonly [ElmExpression, ElmExpression] }
  | { readonly type: 'Add' | 'Subtract' | 'Multiply'; readonly operand: readonly [ElmExpression, ElmExpression] }
  | { readonly type: 'Coalesce'; readonly operand: readonly ElmExpression[] }
  | {
      readonly type: 'If';
      readonly condition: ElmExpression;
      readonly then: ElmExpression;
      readonly else: ElmExpression;
    }
  | ElmLiteral
  | { readonly type: 'As'; readonly operand: { readonly type: 'Null' }; readonly asType: ElmTypeName }
  | { readonly type: 'ParameterRef' | 'ExpressionRef'; readonly name: string };

export type ElmComparator = 'Less' | 'LessOrEqual' | 'Greater' | 'GreaterOrEqual' | 'Equal' | 'NotEqual';

type ElmTypeName = `{urn:hl7-org:elm-types:r1}${'Integer' | 'Boolean' | 'String'}`;

interface ElmLiteral {
  readonly type: 'Literal';
  readonly valueType: ElmTypeName;
  readonly value: string;
}

export interface ElmParameterDefinition {
  readonly name: string;
  readonly accessLevel: 'Public';
  readonly parameterTypeSpecifier: { readonly type: 'NamedTypeSpecifier'; readonly name: ElmTypeName };
}

export interface ElmStatement {
  readonly name: string;
  readonly context: 'Unfiltered';
  readonly accessLevel: 'Public';
  readonly expression: ElmExpression;
}

/** One library: everything that it asks of a participant arrives in its parameters, so that it retrieves nothing. */
export interface ElmLibrary {
  readonly library: {
    readonly identifier: { readonly id: string; readonly version: string };
    readonly schemaIdentifier: { readonly id: 'urn:hl7-org:elm'; readonly version: 'r1' };
    readonly usings: {
      readonly def: readonly [{ readonly localIdentifier: 'System'; readonly uri: 'urn:hl7-org:elm-types:r1' }];
    };
    readonly parameters: { readonly def: readonly ElmParameterDefinition[] };
    readonly statements: { readonly def: readonly ElmStatement[] };
  };
}

/** The fullest form of a type's name. */
export const elmType = (name: 'Integer' | 'Boolean' | 'String'): ElmTypeName => `{urn:hl7-org:elm-types:r1}${name}`;

export const integer = (value: bigint): ElmExpression => ({
  type: 'Literal',
  valueType: elmType('Integer'),
  value: String(value),
});

export const boolean = (value: boolean): ElmExpression => ({
  type: 'Literal',
  valueType: elmType('Boolean'),
  value: String(value),
});

/** `null` with the type that the place demands: unknown. */
export const unknown: ElmExpression = { type: 'As', operand: { type: 'Null' }, asType: elmType('Boolean') };

/** A chain of `and` or `or`, which ELM writes as pairs. Throws on an empty list: nothing is asked then. */
export const chain = (type: 'And' | 'Or', terms: readonly ElmExpression[]): ElmExpression => {
  const [first, ...rest] = terms;
  if (first === undefined) throw new Error(`ELM: ${type} of nothing`);
  return rest.reduce((left, right) => ({ type, operand: [left, right] }), first);
};

/** One or the other; a condition that is null takes the other. */
export const choice = (condition: ElmExpression, taken: ElmExpression, otherwise: ElmExpression): ElmExpression => ({
  type: 'If',
  condition,
  // biome-ignore lint/suspicious/noThenProperty: ELM names it so; nothing awaits an expression
  then: taken,
  else: otherwise,
});
