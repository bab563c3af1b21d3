import { z } from 'zod'

/** Our own directory files: the starter directory, and the invented world of demo and tests. */
const day = z.iso.date()
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const service = z.object({
  key: z.string().min(1),
  name: z.string().min(1),
  description: z.string().min(1),
  needs: z.array(z.string()),
  allRegions: z.boolean(),
  languages: z.array(z.string()),
  hours: z
    .array(
      z.object({ days: z.array(z.enum(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])).min(1), opens: time, closes: time }),
    )
    .default([]),
  statusesAccepted: z.object({
    yes: z.array(z.string()),
    no: z.array(z.string()),
    source: z.string().nullable(),
    confidence: z.string().min(1),
  }),
})

const organization = z.object({
  key: z.string().min(1),
  name: z.string().min(1),
  description: z.string().min(1),
  region: z
    .string()
    .regex(/^(0[1-9]|1[0-7])$/)
    .nullable(),
  city: z.string().nullable(),
  status: z.enum(['active', 'defunct', 'suspended']),
  asOf: day,
  confidence: z.string(),
  sources: z.array(z.string()),
  phones: z.array(z.string()),
  emails: z.array(z.email()),
  addresses: z.array(
    z.object({ street: z.string(), city: z.string(), fsa: z.string(), lat: z.number(), lon: z.number() }),
  ),
  contact: z.object({ email: z.email(), confirmedOn: day }).nullish(),
  confidentialAddress: z.boolean().default(false),
  services: z.array(service),
})

export const seedDirectory = z.object({
  source: z.object({
    id: z.string().regex(/^[a-z0-9-]{2,60}$/),
    name: z.string().min(1),
    asOf: day,
    invented: z.boolean(),
  }),
  organizations: z.array(organization),
})

export type SeedDirectory = z.infer<typeof seedDirectory>
export type SeedOrganization = SeedDirectory['organizations'][number]
