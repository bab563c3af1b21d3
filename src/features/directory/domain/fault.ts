/** Every reason an import may give; `content/<language>/directory.json` has `fault.<reason>` and `mend.<reason>` for each. */
export const faultReasons = [
  'no-identifier',
  'missing',
  'unknown-reference',
  'no-owner',
  'repeated',
  'no-hours',
  'no-words',
  'country-assumed',
  'organization-unknown',
  'several-parents',
  'cycle',
  'not-joined',
  'not-a-link',
  'not-an-email',
  'not-a-number',
  'not-a-date',
  'not-a-time',
  'not-one-of',
  'coordinates-range',
  'coordinates-zero',
  'coordinates-far',
  'postal-elsewhere',
  'postal-form',
  'fields',
  'quote',
  'too-long',
  'not-json',
  'not-an-object',
  'unknown-file',
  'kept-as-claimed',
] as const

/** Why a row, or a part of it, cannot be taken as it is. */
export type FaultReason = (typeof faultReasons)[number]
/** A fault in a row: the column and what stands in it, where that helps. */
export type Fault = { reason: FaultReason; column?: string; value?: string }
