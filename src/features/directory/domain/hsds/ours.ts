import type { Column, Table } from './model.ts'

const text: Column = { kind: 'text', must: false }
const yes: Column = { kind: 'text', must: false, oneOf: ['true', 'false'] }

/** What Québec needs and HSDS does not have; read where a source writes it, and never in a public answer under these names. */
export const extraColumns: Partial<Record<Table, Record<string, Column>>> = {
  organization: {
    region: text,
    city: text,
    status: { kind: 'text', must: false, oneOf: ['active', 'defunct', 'suspended'] },
  },
  service: { french_level: text },
  location: { region: text, confidential: yes },
  contact: { private: yes },
}

const keeping: readonly Table[] = ['organization', 'service', 'location', 'contact', 'phone', 'schedule']

/** Tables that keep beside their columns what the source wrote in others. */
export function keepsOriginal(table: Table): boolean {
  return keeping.includes(table)
}
