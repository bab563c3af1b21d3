// Who reaches what, by hand: role × table × relation. Read a cell as "may see samira and olena; may add samira".
import type { Actor } from '#kernel/actor.ts'
import { agent, draft, link, newcomer } from './actors.ts'
import { tables } from './fixtures.ts'

/** Samira lives in 06, Mateo in 02, Olena has no region; two drafts have no name. Referral "given": Samira to X; "withdrawn": Mateo to Y; "asked": Olena to Y. */
export type Case = { actor: Actor; bearer?: string; requestKey?: string; reaches: Record<string, string> }

/** What anyone may write: a letter (it is read by nobody), a link (it opens only for its holder), a trace in their own name. */
const anyone = { message: 'add *', message_content: 'add *', link: 'add *', event: 'add unfiled' }
const stranger = {
  message: 'add *',
  message_content: 'add *',
  link: 'add samira given',
  audit_entry: 'add unfiled',
  event: 'add unfiled',
}

export const matrix: Record<string, Case> = {
  nobody: { actor: { kind: 'nobody' }, reaches: stranger },
  'nobody, with the token of a session': {
    actor: { kind: 'nobody' },
    bearer: 'session samira',
    reaches: { ...stranger, session: 'all samira' },
  },
  'nobody, with the token of a link': {
    actor: { kind: 'nobody' },
    bearer: 'link given',
    reaches: { ...stranger, link: 'see+change given; add samira given' },
  },
  'nobody, with a request key': {
    actor: { kind: 'nobody' },
    requestKey: 'mine',
    reaches: { ...stranger, idempotency_record: 'all mine' },
  },
  'a draft': {
    actor: draft('draft1'),
    reaches: {
      ...anyone,
      file: 'see+change+add draft1',
      answer: 'all draft1',
      plan_item: 'all draft1',
      plan_change: 'see+add draft1',
      event: 'add draft1 unfiled',
      audit_entry: 'see+add draft1',
      message: 'see draft1; add *',
      task: 'add draft1-call',
    },
  },
  'a draft that registers': {
    actor: draft('draft1', 'unfiled'),
    reaches: {
      ...anyone,
      file: 'see+change+add draft1',
      person: 'add unfiled',
      answer: 'all draft1',
      plan_item: 'all draft1',
      plan_change: 'see+add draft1',
      event: 'add draft1 unfiled',
      audit_entry: 'see+add draft1',
      message: 'see draft1; add *',
      task: 'add draft1-call',
    },
  },
  'a newcomer (consent given)': {
    actor: newcomer('samira'),
    reaches: {
      ...anyone,
      link: 'see+change feed; add *',
      file: 'see+change+add samira',
      person: 'see+change samira',
      answer: 'all samira',
      plan_item: 'all samira',
      plan_change: 'see+add samira',
      event: 'add samira unfiled',
      audit_entry: 'see samira; add draft2',
      message: 'see samira; add *',
      task: 'see samira-meeting; add samira-meeting samira-referral',
      meeting: 'see samira',
      consent: 'see+change given',
      referral: 'see+change given',
      referral_content: 'see given',
      referral_event: 'see+add given',
    },
  },
  'another newcomer (consent withdrawn)': {
    actor: newcomer('mateo'),
    reaches: {
      ...anyone,
      file: 'see+change+add mateo',
      person: 'see+change mateo',
      answer: 'all mateo',
      plan_item: 'all mateo',
      plan_change: 'see+add mateo',
      event: 'add mateo unfiled',
      audit_entry: 'see mateo; add draft2',
      message: 'see mateo; add *',
      task: 'see mateo-contact; add mateo-contact mateo-referral',
      meeting: 'see mateo',
      consent: 'see+change withdrawn stale',
      referral: 'see+change withdrawn',
      referral_content: 'see withdrawn',
      referral_event: 'see+add withdrawn',
    },
  },
  'a link, consent in force': {
    actor: link('given', 'x'),
    reaches: {
      ...anyone,
      audit_entry: 'add mateo',
      task: 'add samira-referral',
      consent: 'see given',
      referral: 'see+change given',
      referral_content: 'see given',
      referral_event: 'see+add given',
      organization_contact: 'see x',
    },
  },
  'a link, consent withdrawn': {
    actor: link('withdrawn', 'y'),
    reaches: {
      ...anyone,
      audit_entry: 'add mateo',
      task: 'add mateo-referral',
      consent: 'see withdrawn stale',
      referral: 'see+change withdrawn',
      referral_event: 'see+add withdrawn',
      organization_contact: 'see y',
    },
  },
  'a link, consent only asked, of an organization with another referral': {
    actor: link('asked', 'y'),
    reaches: {
      ...anyone,
      audit_entry: 'add mateo',
      consent: 'see asked',
      referral: 'see+change asked',
      referral_event: 'see+add asked',
      organization_contact: 'see y',
    },
  },
  'an agent of 06': {
    actor: agent('agent06', ['06']),
    reaches: {
      ...anyone,
      file: 'see samira olena',
      person: 'see samira olena',
      staff: 'see agent06 agent02 lead',
      answer: 'all samira olena',
      plan_item: 'all samira olena samira-draft',
      plan_change: 'see samira olena samira-draft; change+add samira-draft',
      event: 'add samira olena unfiled',
      audit_entry: 'see samira olena; add samira',
      message: 'see samira olena; add *',
      task: 'see+change+add samira-meeting samira-referral olena-meeting draft1-call draft2-call',
      meeting: 'see samira olena; add samira',
      consent: 'see given asked; add given',
      referral: 'see+change given asked; add given',
      referral_content: 'see+add given asked',
      referral_event: 'see+add given asked',
      organization_contact: 'see x y',
    },
  },
  'an agent of 02': {
    actor: agent('agent02', ['02']),
    reaches: {
      ...anyone,
      file: 'see mateo olena',
      person: 'see mateo olena',
      staff: 'see agent06 agent02 lead',
      answer: 'all mateo olena',
      plan_item: 'all mateo olena',
      plan_change: 'see mateo olena',
      event: 'add mateo olena unfiled',
      audit_entry: 'see mateo olena; add samira',
      message: 'see mateo olena; add *',
      task: 'see+change+add mateo-contact mateo-referral olena-meeting draft2-call',
      meeting: 'see mateo olena; add mateo',
      consent: 'see withdrawn stale asked; add withdrawn stale',
      referral: 'see+change withdrawn asked; add withdrawn',
      referral_content: 'see+add withdrawn asked',
      referral_event: 'see+add withdrawn asked',
      organization_contact: 'see x y',
    },
  },
  'a lead of both regions': {
    actor: agent('lead', ['06', '02']),
    reaches: {
      ...anyone,
      file: 'see samira mateo olena',
      person: 'see samira mateo olena',
      staff: 'see agent06 agent02 lead',
      answer: 'all samira mateo olena',
      plan_item: 'all samira mateo olena samira-draft',
      plan_change: 'see samira mateo olena samira-draft; change+add samira-draft',
      event: 'add samira mateo olena unfiled',
      audit_entry: 'see samira mateo olena; add samira',
      message: 'see samira mateo olena; add *',
      task: 'see+change+add *',
      meeting: 'see *; add olena',
      consent: 'see *; add asked',
      referral: 'see+change *; add asked',
      referral_content: 'see+add *',
      referral_event: 'see+add *',
      organization_contact: 'see *',
    },
  },
  'a worker without territory': {
    actor: agent('member', []),
    reaches: {
      ...anyone,
      file: 'see olena',
      person: 'see olena',
      staff: 'see *',
      answer: 'all olena',
      plan_item: 'all olena',
      plan_change: 'see olena',
      event: 'add olena unfiled',
      audit_entry: 'see olena; add samira',
      message: 'see olena; add *',
      task: 'see+change+add olena-meeting draft2-call',
      meeting: 'see olena',
      consent: 'see asked',
      referral: 'see+change asked',
      referral_content: 'see+add asked',
      referral_event: 'see+add asked',
      organization_contact: 'see *',
    },
  },
  'a job': {
    actor: { kind: 'job', name: 'any' },
    reaches: {
      file: 'all *',
      person: 'all *',
      session: 'all *',
      link: 'all *',
      idempotency_record: 'see+remove *',
      audit_entry: 'see samira mateo olena draft1 draft2; add olena',
      message: 'all *',
      message_content: 'all *',
      task: 'all *',
      answer: 'all *',
      plan_item: 'all *',
      plan_change: 'see *',
      event: 'see+remove+add *',
      reminder: 'see+add *',
      meeting: 'see *',
      consent: 'see *',
      referral: 'see+change *',
      referral_content: 'see *',
      referral_event: 'see+add *',
      organization_contact: 'see *',
    },
  },
  'the operator': { actor: { kind: 'operator' }, reaches: { ...anyone, staff: 'see+change+add *' } },
}

/** The cells of a case one by one, as the probe says them: "see file samira". */
export function expected({ reaches }: Case): string[] {
  return Object.entries(reaches).flatMap(([table, cell]) =>
    cell.split('; ').flatMap((part) => {
      const [verbs = '', ...named] = part.split(' ')
      const labels = named[0] === '*' ? (tables[table]?.labels ?? []) : named
      const each = verbs === 'all' ? ['see', 'change', 'remove', 'add'] : verbs.split('+')
      return each.flatMap((verb) => labels.map((label) => `${verb} ${table} ${label}`))
    }),
  )
}
