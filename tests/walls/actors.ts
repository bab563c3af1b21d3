// Whoever may ask, as the labelled rows know them.
import type { Actor } from '#kernel/actor.ts'
import { idOf } from './fixtures.ts'

export const draft = (label: string, person?: string): Actor => ({
  kind: 'draft',
  fileId: idOf('file', label),
  ...(person ? { personId: idOf('person', person) } : {}),
})
export const newcomer = (label: string): Actor => ({
  kind: 'newcomer',
  personId: idOf('person', label),
  fileId: idOf('file', label),
})
export const link = (referral: string, organization: string): Actor => ({
  kind: 'link',
  linkId: idOf('link', referral),
  referralId: idOf('referral', referral),
  organizationId: idOf('organization', organization),
  label: organization,
})
export const agent = (label: string, regions: readonly string[]): Actor => ({
  kind: 'agent',
  staffId: idOf('staff', label),
  role: label === 'lead' ? 'lead' : label === 'member' ? 'member' : 'agent',
  regions,
  label,
})
