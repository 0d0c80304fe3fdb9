import type { Concept, Source } from './lexicon.ts';

const infection = ['severe', 'active', 'recurrent', 'hospitalised', 'iv-antibiotics', 'treated'];
const event = ['serious', 'related', 'expected'];

/** Each row: the concept, and the wider concepts that it counts as. Drugs by their international non-proprietary names. */
const rows: Readonly<Record<Source, readonly (readonly [string, readonly string[], (readonly string[])?])[]>> = {
  medication: [
    ['B-cell-depletion', []],
    ['rituximab', ['B-cell-depletion']],
    ['ocrelizumab', ['B-cell-depletion']],
    ['obinutuzumab', ['B-cell-depletion']],
    ['ofatumumab', ['B-cell-depletion']],
    ['immunosuppressant', []],
    ['mycophenolate', ['immunosuppressant']],
    ['cyclophosphamide', ['immunosuppressant']],
    ['ciclosporin', ['immunosuppressant']],
    ['tacrolimus', ['immunosuppressant']],
    ['voclosporin', ['immunosuppressant']],
    ['tripterygium', ['immunosuppressant']],
    ['leflunomide', ['immunosuppressant']],
    ['azathioprine', ['immunosuppressant']],
    ['iguratimod', ['immunosuppressant']],
    ['methotrexate', ['immunosuppressant']],
    ['targeted-immune-drug', []],
    ['anti-TNF', ['targeted-immune-drug']],
    ['etanercept', ['anti-TNF']],
    ['infliximab', ['anti-TNF']],
    ['adalimumab', ['anti-TNF']],
    ['golimumab', ['anti-TNF']],
    ['belimumab', ['targeted-immune-drug']],
    ['telitacicept', ['targeted-immune-drug']],
    ['anifrolumab', ['targeted-immune-drug']],
    ['abatacept', ['targeted-immune-drug']],
    ['tocilizumab', ['targeted-immune-drug']],
    ['JAK-inhibitor', ['targeted-immune-drug']],
    ['tofacitinib', ['JAK-inhibitor']],
    ['baricitinib', ['JAK-inhibitor']],
    ['upadacitinib', ['JAK-inhibitor']],
    ['glucocorticoid', []],
    ['prednisone', ['glucocorticoid']],
    ['prednisolone', ['glucocorticoid']],
    ['methylprednisolone', ['glucocorticoid']],
    ['triamcinolone', ['glucocorticoid']],
    ['hydrocortisone', ['glucocorticoid']],
    ['cortisone', ['glucocorticoid']],
    ['dexamethasone', ['glucocorticoid']],
    ['betamethasone', ['glucocorticoid']],
    ['deflazacort', ['glucocorticoid']],
    ['hydroxychloroquine', []],
  ],
  procedure: [
    ['apheresis', []],
    ['plasmapheresis', ['apheresis']],
    ['immunoadsorption', ['apheresis']],
    ['major-surgery', []],
  ],
  condition: [
    ['infection', [], infection],
    ['onychomycosis', ['infection'], infection],
    ['tuberculosis', ['infection'], infection],
    ['hepatitis-B', ['infection'], infection],
    ['hepatitis-C', ['infection'], infection],
    ['HIV-infection', ['infection'], infection],
    ['herpes-zoster', ['infection'], infection],
    ['pneumonia', ['infection'], infection],
    ['malignancy', []],
    ['basal-cell-carcinoma', ['malignancy']],
    ['cured-basal-cell-carcinoma', ['basal-cell-carcinoma']],
  ],
  vaccination: [
    ['live-vaccine', []],
    ['zoster-vaccine', []],
    ['live-zoster-vaccine', ['live-vaccine', 'zoster-vaccine']],
    ['measles-mumps-rubella-vaccine', ['live-vaccine']],
    ['varicella-vaccine', ['live-vaccine']],
    ['yellow-fever-vaccine', ['live-vaccine']],
    ['inactivated-vaccine', []],
  ],
  'adverse event': [
    ['adverse-event', [], event],
    ['infusion-reaction', ['adverse-event'], event],
    ['infection-event', ['adverse-event'], event],
    ['injection-site-reaction', ['adverse-event'], event],
    ['significant-laboratory-change', [], event],
    ['significant-vital-sign-change', [], event],
  ],
};

const sources = [
  'medication',
  'procedure',
  'condition',
  'vaccination',
  'adverse event',
] as const satisfies readonly Source[];

/**
 * The drugs, procedures, conditions and events that a sentence or a record may name: a closed list. A study says more
 * with a narrower or a wider concept, never with free text.
 */
export const concepts: ReadonlyMap<string, Concept> = new Map(
  sources.flatMap((source) =>
    rows[source].map(([id, is, attributes]): readonly [string, Concept] => [
      id,
      { id, source, is, attributes: attributes ?? [] },
    ]),
  ),
);
