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

export const questions = z.array(
  z.object({
    id: z.string(),
    domain: z.string(),
    type: z.enum(['choice', 'multi', 'date', 'place']),
    options: z.array(z.string()),
    exclusive: z.array(z.string()).default([]),
    max: z.number().int().optional(),
    askIf: condition.nullable(),
    sensitive: z.boolean(),
    ...provenance,
  }),
)

export const needs = z.array(
  z.object({ id: z.string(), domain: z.string(), trigger: condition.nullable(), steps: z.array(z.string()), priority: z.number().int().min(1).max(4), services: z.boolean(), ...provenance }),
)

const anchor = z.enum([
  'arrival', 'csq', 'claim', 'decision', 'hearing', 'pr', 'lease', 'job', 'ramq_start', 'permit_expiry', 'tax_year', 'tax_filing', 'fq_apply',
  'fq_start', 'childcare_offer', 'order_decision', 'studies', 'status_change', 'event',
])

export const steps = z.array(
  z.object({
    id: z.string(),
    domain: z.string(),
    priority: z.enum(['urgent', 'high', 'normal']),
    when: z.object({ anchor, fromDay: z.number().int(), toDay: z.number().int().nullable(), hardDeadline: z.boolean(), adviceDay: z.number().int().optional() }),
    ownNotice: z.boolean(),
    prerequisites: z.array(z.string()),
    who: z.object({ statuses: z.array(z.string()), condition: condition.nullable(), unclear: z.boolean() }),
    nature: z.enum(['right', 'duty', 'tip']),
    officialName: z.string(),
    officialBody: z.string(),
    officialUrl: z.url().nullable(),
    cost: z.object({ fr: z.string(), en: z.string(), ar: z.string() }),
    ...provenance,
  }),
)

export const helpLines = z.array(
  z.object({ id: z.string(), tel: z.string().nullable(), alwaysOpen: z.boolean(), forAnswers: z.array(z.string()), forNeeds: z.array(z.string()), ...provenance }),
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

export const holidays = z.object({ holidays: z.array(z.object({ id: z.string(), name: z.string(), dates: z.array(z.iso.date()) })) })

/** Words of facts, one file a kind and language, with the same keys in each. */
export const questionWords = z.record(
  z.string(),
  z.object({ text: z.string(), help: z.string().nullable(), why: z.string().nullable(), options: z.record(z.string(), z.string()) }),
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
    unclear: z.string().optional(),
    afterDeadline: z.string().optional(),
    ownNotice: z.string().optional(),
  }),
)
export const helpLineWords = z.record(z.string(), z.object({ name: z.string(), for: z.string(), hours: z.string(), languages: z.string() }))

export type Question = z.infer<typeof questions>[number]
export type Need = z.infer<typeof needs>[number]
export type Step = z.infer<typeof steps>[number]
export type HelpLine = z.infer<typeof helpLines>[number]
export type Region = z.infer<typeof regions>[number]
