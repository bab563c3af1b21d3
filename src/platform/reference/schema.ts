import { z } from 'zod'
import type { Condition } from '#kernel/rule.ts'

/** Facts as reference/ writes them: each carries its source, the day it was read and how far to trust it. */
const provenance = { asOf: z.iso.date(), confidence: z.string().min(1), sources: z.array(z.string()) }

const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.strictObject({
      q: z.string(),
      op: z.enum(['eq', 'in', 'includes_any', 'lt', 'gt']),
      v: z.union([z.string(), z.number(), z.array(z.string())]),
    }),
  ]),
)

export const statuses = z.array(z.object({ code: z.string(), ...provenance }))
export const domains = z.array(z.object({ id: z.string() }))

export const question = z.object({
  id: z.string(),
  domain: z.string(),
  type: z.enum(['choice', 'multi', 'date', 'place', 'text']),
  core: z.boolean(),
  /** Asked of each person of a household, once for all of them, or only of whoever holds the file. */
  scope: z.enum(['person', 'household', 'holder']),
  options: z.array(z.string()),
  exclusive: z.array(z.string()).default([]),
  max: z.number().int().optional(),
  askIf: condition.nullable(),
  sensitive: z.boolean(),
  /** Answers of which nothing is kept; answers that show telephone numbers at once. */
  neverKept: z.array(z.string()).default([]),
  showsHelp: z.array(z.string()).default([]),
  ...provenance,
})
/** One version of the questions; an assessment under way keeps the one it began with. */
export const questionSet = z.object({ version: z.string().regex(/^\d{4}-\d{2}$/), questions: z.array(question).min(1) })

/**
 * What a person needs help with. It is raised when its trigger is a yes, unless `unless` is known to be a yes: what nobody asked
 * hides nothing. 'compartment': raised by the person alone, inside a protected compartment, by no answer that is kept.
 * `programs` are the rules that pay for help with it.
 */
export const needs = z.array(
  z
    .object({
      id: z.string(),
      domain: z.string(),
      trigger: z.union([z.literal('always'), z.literal('compartment'), condition]),
      unless: condition.nullable(),
      steps: z.array(z.string()).min(1),
      priority: z.number().int().min(1).max(4),
      services: z.boolean(),
      compartment: z.boolean(),
      programs: z.array(z.string()),
      programsConfidence: z.string().min(1),
      ...provenance,
    })
    .refine((need) => need.trigger !== 'compartment' || need.compartment, {
      message: 'only a need of the compartment is raised there',
      path: ['trigger'],
    }),
)

const rule = { allowed: z.array(z.string()), excluded: z.array(z.string()), unclear: z.array(z.string()) }

/**
 * A programme or a right: who may use it, by status and by answers. The three lists cover every status. `prose` says that part
 * of its condition stands only in words; `history` keeps the rules that held before, or that hold elsewhere.
 */
export const programs = z.array(
  z.object({
    id: z.string(),
    domain: z.string(),
    officialName: z.string().min(1),
    officialBody: z.string().min(1),
    officialUrl: z.url().nullable(),
    ...rule,
    condition: condition.nullable(),
    prose: z.boolean(),
    regions: z.array(z.string()).nullable(),
    regionsUnclear: z.boolean(),
    nature: z.enum(['right', 'duty', 'tip', 'service']),
    from: z.iso.date().nullable(),
    until: z.iso.date().nullable(),
    changesOften: z.boolean(),
    history: z.array(
      z.object({ until: z.iso.date().nullable(), ...rule, note: z.string(), sources: z.array(z.string()) }),
    ),
    ...provenance,
  }),
)

const anchor = z.enum([
  'arrival',
  'csq',
  'claim',
  'decision',
  'hearing',
  'pr',
  'lease',
  'job',
  'ramq_start',
  'permit_expiry',
  'tax_year',
  'tax_filing',
  'fq_apply',
  'fq_start',
  'childcare_offer',
  'order_decision',
  'studies',
  'status_change',
  'event',
])

/** Days counted from the anchor; negative before it. */
const span = { fromDay: z.number().int(), toDay: z.number().int().nullable() }

export const steps = z.array(
  z.object({
    id: z.string(),
    domain: z.string(),
    priority: z.enum(['urgent', 'high', 'normal']),
    when: z.object({
      anchor,
      ...span,
      hardDeadline: z.boolean(),
      adviceDay: z.number().int().optional(),
      /** Serves only then: months later it is pointless. */
      passes: z.boolean().optional(),
      /** Another window for some statuses: child benefits begin with the 19th month for temporary residents. */
      variants: z.array(z.object({ statuses: z.array(z.string()), ...span })).optional(),
    }),
    ownNotice: z.boolean(),
    prerequisites: z.array(z.string()),
    who: z.object({ statuses: z.array(z.string()), condition: condition.nullable(), unclear: z.boolean() }),
    nature: z.enum(['right', 'duty', 'tip']),
    responsible: z.enum(['me', 'organization', 'agent']),
    officialName: z.string(),
    officialBody: z.string(),
    officialUrl: z.url().nullable(),
    ...provenance,
  }),
)

export const helpLines = z.array(
  z.object({
    id: z.string(),
    tel: z.string().nullable(),
    alwaysOpen: z.boolean(),
    forAnswers: z.array(z.string()),
    forNeeds: z.array(z.string()),
    ...provenance,
  }),
)

export const regions = z.array(
  z.object({
    code: z.string(),
    name: z.string(),
    mainCity: z.string(),
    cities: z.array(z.object({ name: z.string(), lat: z.number(), lon: z.number() })),
    fsas: z.array(z.string()),
    officeCity: z.string().nullable(),
    ...provenance,
  }),
)

/** What people type for a need, in any language; without accents, words of a phrase in their order. */
export const synonyms = z.object({
  source: z.string(),
  asOf: z.iso.date(),
  confidence: z.string(),
  needs: z.array(z.object({ need: z.string(), words: z.array(z.string().min(2)).min(1) })),
  evening: z.array(z.string()),
  weekend: z.array(z.string()),
})
export type Synonyms = z.infer<typeof synonyms>

export const holidays = z.object({
  holidays: z.array(z.object({ id: z.string(), name: z.string(), dates: z.array(z.iso.date()) })),
})

/** Words of facts, one file a kind and language, with the same keys in each. */
export const questionWords = z.record(
  z.string(),
  z.object({
    text: z.string(),
    help: z.string().nullable(),
    why: z.string().nullable(),
    options: z.record(z.string(), z.string()),
  }),
)
export const titleWords = z.record(z.string(), z.object({ title: z.string(), why: z.string().optional() }))
export const stepWords = z.record(
  z.string(),
  z.object({
    title: z.string(),
    why: z.string(),
    bring: z.array(z.string()),
    when: z.string(),
    where: z.string(),
    cost: z.string(),
    time: z.string(),
    help: z.string(),
    done: z.string(),
    unclear: z.string().optional(),
    afterDeadline: z.string().optional(),
    ownNotice: z.string().optional(),
  }),
)
export const helpLineWords = z.record(
  z.string(),
  z.object({ name: z.string(), for: z.string(), hours: z.string(), languages: z.string() }),
)

export const programWords = z.record(
  z.string(),
  z.object({ title: z.string(), what: z.string(), condition: z.string() }),
)
export const statusWords = z.record(z.string(), z.object({ title: z.string(), french: z.string(), holds: z.string() }))

export type Question = z.infer<typeof question>
export type Need = z.infer<typeof needs>[number]
export type Step = z.infer<typeof steps>[number]
export type Program = z.infer<typeof programs>[number]
export type HelpLine = z.infer<typeof helpLines>[number]
export type Region = z.infer<typeof regions>[number]
