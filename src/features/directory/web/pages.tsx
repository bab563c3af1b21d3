import { Hono, type Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { access, workspacePage } from '#features/access/index.ts'
import { openSource } from '../commands/open-source.ts'
import { searchDirectory, sources } from '../queries.ts'
import { isEditor } from './editors.ts'
import { Results, SearchForm } from './results.tsx'
import { Sources } from './sources.tsx'
import { uploadPages } from './uploads/pages.tsx'

/** The directory as the ministry's agents see it: every source, with what is offered to newcomers and what is not. */
export const directoryPages = new Hono<Env>()

directoryPages.get('/workspace/directory', access('agent'), (c) => showDirectory(c))

directoryPages.post('/workspace/directory/sources/:id/open', access('agent'), async (c) => {
  if (!isEditor(c)) return showDirectory(c, 'directory.refusal.role')
  const opened = await openSource(c.var.db, c.req.param('id'), c.var.now)
  return opened.ok ? c.redirect('/workspace/directory', 303) : showDirectory(c, 'directory.refusal.unknown-or-open')
})

directoryPages.route('/', uploadPages)

type Refusal = 'directory.refusal.role' | 'directory.refusal.unknown-or-open'

async function showDirectory(c: Context<Env>, refusal?: Refusal) {
  const { t, db } = c.var
  const text = (c.req.query('q') ?? '').trim().slice(0, 200)
  const found = text === '' ? undefined : await searchDirectory(db, text, c.req.query('after'))
  const all = await sources(db)
  return workspacePage(c, {
    title: t('directory.title'),
    status: refusal === 'directory.refusal.role' ? 403 : refusal ? 422 : 200,
    children: (
      <>
        <h1>{t('directory.title')}</h1>
        <p>
          <a href="/workspace/directory/work">{t('directory.work.title')}</a>
          {' · '}
          <a href="/workspace/directory/pairs">{t('directory.pairs.title')}</a>
          {isEditor(c) && (
            <>
              {' · '}
              <a href="/workspace/directory/imports">{t('directory.uploads.link')}</a>
            </>
          )}
        </p>
        <SearchForm c={c} text={text} />
        {found && <Results c={c} text={text} found={found} onLaterPage={c.req.query('after') !== undefined} />}
        <Sources c={c} sources={all} mayOpen={isEditor(c)} refusal={refusal && t(refusal)} />
      </>
    ),
  })
}
