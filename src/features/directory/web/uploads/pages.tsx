import { Hono, type Context } from 'hono'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { access, accessWithFiles, workspacePage } from '#features/access/index.ts'
import { BackLink } from '#ui/index.ts'
import { applyUpload, refuseUpload } from '../../commands/uploads/decide-upload.ts'
import { receiveUpload, uploadLimits } from '../../commands/uploads/receive-upload.ts'
import { problemsOfUpload, uploadById } from '../../store/uploads.ts'
import { isEditor } from '../editors.ts'
import { showUploads } from './list-page.tsx'
import { problemsCsv } from './problems.tsx'
import { showUpload } from './upload-page.tsx'

/** Where an editor hands a directory over, reads what it would change, and decides. */
export const uploadPages = new Hono<Env>()

const all = '/workspace/directory/imports'
type OfUpload = Context<Env, `${typeof all}/:id`>

uploadPages.get(all, access('agent'), (c) => (isEditor(c) ? showUploads(c) : showOtherRole(c)))

uploadPages.post(all, accessWithFiles(uploadLimits, 'agent'), async (c) => {
  if (!isEditor(c)) return showOtherRole(c)
  const { form, files, db, services, now, traces } = c.var
  const [sourceId, sourceName] = [word(form, 'source').toLowerCase(), word(form, 'name')]
  const sent = { file: files.get('file'), mapping: files.get('mapping'), sourceId, sourceName }
  const received = await receiveUpload(services, db, sent, now)
  if ('faults' in received) return showUploads(c, { ...received, sourceId, sourceName })
  traces.push({ action: 'directory.handed-over', filter: { source: sourceId, upload: received.id } })
  return c.redirect(`${all}/${received.id}`, 303)
})

uploadPages.get(`${all}/:id`, access('agent'), async (c, next) => (isEditor(c) ? show(c, next) : showOtherRole(c)))

uploadPages.get(`${all}/:id/problems.csv`, access('agent'), async (c, next) => {
  if (!isEditor(c)) return showOtherRole(c)
  const id = parseId(c.req.param('id'))
  const upload = id ? await uploadById(c.var.db, id) : undefined
  if (!upload) return next()
  c.header('Content-Disposition', `attachment; filename="problemes-${upload.sourceId}.csv"`)
  c.header('Content-Type', 'text/csv; charset=utf-8')
  return c.body(problemsCsv(c, await problemsOfUpload(c.var.db, upload.id)))
})

uploadPages.post(`${all}/:id/apply`, access('agent'), (c, next) =>
  decide(c, next, 'directory.applied', (id) => applyUpload(c.var.services, c.var.db, id, c.var.now)),
)

uploadPages.post(`${all}/:id/refuse`, access('agent'), (c, next) =>
  decide(c, next, 'directory.put-away', (id) => refuseUpload(c.var.db, id, c.var.now)),
)

type Next = () => Promise<void>

async function decide(
  c: OfUpload,
  next: Next,
  action: string,
  decision: (id: string) => ReturnType<typeof applyUpload>,
) {
  if (!isEditor(c)) return showOtherRole(c)
  const id = parseId(c.req.param('id'))
  const decided = id ? await decision(id) : undefined
  if (!decided) return next()
  if (!decided.ok) return show(c, next, decided.refusal)
  c.var.traces.push({ action, filter: { upload: decided.value } })
  return c.redirect(`${all}/${decided.value}`, 303)
}

type Refusal = 'unknown-upload' | 'not-read-yet'

async function show(c: OfUpload, next: Next, refusal?: Refusal) {
  const id = parseId(c.req.param('id'))
  const upload = id ? await uploadById(c.var.db, id) : undefined
  return upload ? showUpload(c, upload, refusal && c.var.t(`directory.uploads.refusal.${refusal}`)) : next()
}

function word(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').normalize('NFC').trim().slice(0, 120)
}

function showOtherRole(c: Context<Env>) {
  const { t } = c.var
  return workspacePage(c, {
    title: t('directory.uploads.role-title'),
    status: 403,
    children: (
      <>
        <BackLink href="/workspace/directory">{t('directory.uploads.back')}</BackLink>
        <h1>{t('directory.uploads.role-title')}</h1>
        <p>{t('directory.uploads.role')}</p>
      </>
    ),
  })
}
