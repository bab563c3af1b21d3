import { dayOf, addWorkingDays, momentAt, parseDay, daysBetween, type Day } from '#kernel/day.ts'
import type { Id } from '#kernel/id.ts'
import { accept, refuse, type Result } from '#kernel/result.ts'
import { recordEvent } from '#features/audit/index.ts'
import { fileById } from '#features/identity/index.ts'
import { insertTask } from '#features/task/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Services } from '#platform/http/env.ts'
import { cleanReason, moved, type Move, type MoveRefusal } from './domain/changes.ts'
import { rulesOf } from './queries.ts'
import { insertChange, itemById, saveItem, showDraft, type By, type ChangeKind, type Item } from './store.ts'

/** Who edits: the person themself, or whoever helps, by name. */
export type Editor = { kind: By; label: string | null }
export type Editing = {
  services: Services
  db: Db
  fileId: Id
  /** The member of the household whose plan it is; without, the person whose file it is. */
  memberId?: Id | null
  editor: Editor
  at: Date
  draft?: boolean
  /** A step written by hand belongs to a need of the compartment. */
  isProtected?: boolean
  /** Under which referral an organization edits. */
  referralId?: Id
}

/** Ticks, unticks, puts away or brings back a step, or says who does it; each change is kept with its author and reason. */
export async function moveStep(
  editing: Editing,
  itemId: string,
  move: Move,
): Promise<Result<'changed', MoveRefusal | 'changed-meanwhile'>> {
  const item = await itemOf(editing, itemId)
  const next = moved(item.state, move)
  if (!next.ok) return next
  const responsible = move.kind === 'responsible' ? move.who : item.responsible
  if (!(await save(editing, { ...item, state: next.value, responsible }))) return refuse('changed-meanwhile')
  await log(editing, item, move.kind, move.kind === 'put' ? move.reason : '')
  return accept('changed')
}

export type DayRefusal = 'not-a-day' | 'day-too-far'
const furthest = 366 * 3

/** Keeps the date written on the person's own letter; an empty one takes it back. */
export async function dateStep(
  editing: Editing,
  itemId: string,
  written: string,
): Promise<Result<Day | null, DayRefusal | 'changed-meanwhile'>> {
  const item = await itemOf(editing, itemId)
  const day = written === '' ? null : parseDay(written)
  if (day === undefined) return refuse('not-a-day')
  if (day !== null && Math.abs(daysBetween(dayOf(editing.at), day)) > furthest) return refuse('day-too-far')
  const letterDaySealed = day === null ? null : editing.services.secrets.encrypt(day)
  if (!(await save(editing, { ...item, letterDaySealed }))) return refuse('changed-meanwhile')
  await log(editing, item, day === null ? 'undated' : 'dated', '')
  return accept(day)
}

const longestTitle = 200

/** Adds a step written by hand, with who does it and by when. */
export async function addOwnStep(
  editing: Editing,
  step: { title: string; responsible: 'me' | 'organization' | 'agent'; day: string },
): Promise<Result<string, 'no-title' | DayRefusal>> {
  const title = cleanReason(step.title).slice(0, longestTitle)
  if (title === '') return refuse('no-title')
  const day = step.day === '' ? null : parseDay(step.day)
  if (day === undefined) return refuse('not-a-day')
  const { secrets, newId } = editing.services
  const itemId = newId()
  const item: Item = {
    ...blank(itemId, editing),
    own: true,
    protected: editing.isProtected ?? false,
    responsible: step.responsible,
    titleSealed: secrets.encrypt(title),
    letterDaySealed: day === null ? null : secrets.encrypt(day),
  }
  await save(editing, item)
  await log(editing, item, 'added', '')
  return accept(itemId)
}

/** Adds a step of the library that the rules did not bring; one of the compartment comes from the person alone. */
export async function addStep(
  editing: Editing,
  stepId: string,
): Promise<Result<string, 'unknown-step' | 'changed-meanwhile'>> {
  const rule = rulesOf(editing.services.reference).steps.get(stepId)
  if (!rule || rule.compartment) return refuse('unknown-step')
  const item = await itemOf(editing, stepId)
  if (!(await save(editing, { ...item, state: 'open', responsible: item.responsible ?? 'me' })))
    return refuse('changed-meanwhile')
  await log(editing, item, 'added', '')
  return accept(stepId)
}

const answerWithin = 2 // working days

/** "I am stuck", or "please change this": a task for whoever is responsible at the office, due in two working days. */
export async function askHelp(
  editing: Editing,
  itemId: string,
  ask: { kind: 'stuck' | 'change-asked'; words: string },
): Promise<Result<{ dueAt: Date }, 'no-reason'>> {
  const { services, db, fileId, at } = editing
  const words = cleanReason(ask.words)
  if (ask.kind === 'change-asked' && words === '') return refuse('no-reason')
  const file = await fileById(db, fileId)
  const dueAt = momentAt(addWorkingDays(dayOf(at), answerWithin, services.reference.holidays), '16:30')
  await insertTask(db, {
    id: services.newId(),
    kind: 'plan',
    fileId,
    region: file?.region ?? null,
    language: file?.language ?? 'fr',
    reason: ask.kind === 'stuck' ? 'step-stuck' : 'change-asked',
    dueAt,
    createdAt: at,
  })
  await log(editing, await itemOf(editing, itemId), ask.kind, words)
  // of the compartment nothing is counted: a count of one tells
  if (rulesOf(services.reference).steps.get(itemId)?.compartment) return accept({ dueAt })
  await recordEvent(db, {
    at,
    kind: `plan.step-${ask.kind === 'stuck' ? 'stuck' : 'contested'}`,
    fileId,
    body: editing.editor.kind,
    subject: itemId,
    region: file?.region ?? null,
  })
  return accept({ dueAt })
}

async function itemOf(editing: Editing, itemId: string): Promise<Item> {
  const { db, fileId, memberId, editor } = editing
  const read = () => itemById(db, fileId, itemId, memberId)
  const seen = await read()
  if (seen || editor.kind !== 'person') return seen ?? blank(itemId, editing)
  return ((await showDraft(db, fileId, itemId, memberId)) ? await read() : undefined) ?? blank(itemId, editing)
}

function blank(itemId: string, { at, editor, referralId }: Editing): Item {
  return {
    itemId,
    own: false,
    state: 'open',
    responsible: null,
    titleSealed: null,
    referralId: referralId ?? null,
    letterDaySealed: null,
    draft: false,
    protected: false,
    changedAt: at,
    changedBy: editor.kind,
    version: 0,
  }
}

/** A step the person sees already never becomes a draft again: what is changed of it is changed. */
function isDraft({ draft = false }: Editing, item: Item): boolean {
  return item.version === 0 ? draft : item.draft
}

function save(editing: Editing, item: Item): Promise<boolean> {
  const { db, fileId, memberId, editor, at } = editing
  const draft = isDraft(editing, item)
  return saveItem(db, fileId, { ...item, draft, changedAt: at, changedBy: editor.kind }, memberId)
}

/** A change is as hidden as the step it is of. */
async function log(editing: Editing, item: Item, change: ChangeKind, reason: string): Promise<void> {
  const { services, db, fileId, memberId, editor, at } = editing
  const words = cleanReason(reason)
  const line = {
    id: services.newId(),
    itemId: item.itemId,
    change,
    byKind: editor.kind,
    byLabel: editor.label,
    reasonSealed: words === '' ? null : services.secrets.encrypt(words),
    draft: isDraft(editing, item),
    at,
  }
  await insertChange(db, fileId, line, memberId)
}
