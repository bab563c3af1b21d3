import type { Column, Table } from './model.ts'

const text: Column = { kind: 'text', must: false }
const hidden: Column = { kind: 'text', must: false, hides: true }
/** The seventeen administrative regions, by their codes. */
const region: Column = {
  kind: 'text',
  must: false,
  oneOf: Array.from({ length: 17 }, (_none, at) => String(at + 1).padStart(2, '0')),
}

/** What Québec needs and HSDS does not have; read where a source writes it, and never in a public answer under these names. */
export const extraColumns: Partial<Record<Table, Record<string, Column>>> = {
  organization: {
    region,
    city: text,
    status: { kind: 'text', must: false, oneOf: ['active', 'defunct', 'suspended'] },
  },
  service: { french_level: text },
  location: { region, confidential: hidden },
  contact: { private: hidden },
}

/** What a source need not say, and what an editor may have said instead: silence leaves it as it is. */
export const keptInSilence: readonly string[] = ['confidential', 'private', 'region', 'city', 'french_level', 'status']

const keeping: readonly Table[] = ['organization', 'service', 'location', 'contact', 'phone', 'schedule']

/** Tables that keep beside their columns what the source wrote in others. */
export function keepsOriginal(table: Table): boolean {
  return keeping.includes(table)
}
