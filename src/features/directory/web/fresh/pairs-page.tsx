import { Hono, type Context } from 'hono'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { access, formFields, workspacePage } from '#features/access/index.ts'
import { Button, EmptyState, Form, Notice, Tag } from '#ui/index.ts'
import { openPairs, savePair, type Pair, type Side } from '../../store/pairs.ts'
import { isEditor } from '../editors.ts'

/** The same organization from two sources, side by side: an editor says which is shown. Nothing is merged. */
export const pairPages = new Hono<Env>()
const most = 20

pairPages.get('/workspace/directory/pairs', access('agent'), (c) => showPairs(c))

pairPages.post('/workspace/directory/pairs', access('agent'), async (c) => {
  const { db, form, actor, now } = c.var
  if (!isEditor(c)) return showPairs(c, 403)
  const [one, other] = [parseId(form.get('one') ?? ''), parseId(form.get('other') ?? '')]
  const kept = form.get('kept') === 'none' ? null : parseId(form.get('kept') ?? '')
  const by = 'label' in actor ? actor.label : ''
  const done = one && other && kept !== undefined ? await savePair(db, { one, other, kept, by, at: now }) : false
  return done ? c.redirect('/workspace/directory/pairs', 303) : showPairs(c, 422)
})

async function showPairs(c: Context<Env>, status: 200 | 403 | 422 = 200) {
  const { t, db } = c.var
  const pairs = await openPairs(db, most)
  return workspacePage(c, {
    title: t('directory.pairs.title'),
    status,
    children: (
      <>
        <h1>{t('directory.pairs.title')}</h1>
        <p>{t('directory.pairs.lead')}</p>
        {status === 403 && <Notice kind="danger">{t('directory.refusal.role')}</Notice>}
        {status === 422 && <Notice kind="info">{t('directory.work.refusal')}</Notice>}
        {pairs.map((pair) => (
          <SideBySide c={c} pair={pair} />
        ))}
        {pairs.length === 0 && (
          <EmptyState title={t('directory.pairs.none')}>{t('directory.pairs.none-text')}</EmptyState>
        )}
      </>
    ),
  })
}

const fields = ['name', 'city', 'phone', 'website', 'email', 'services', 'source'] as const

function SideBySide({ c, pair }: { c: Context<Env>; pair: Pair }) {
  const { t } = c.var
  const { one, other, why } = pair
  const { token, requestKey } = formFields(c)
  return (
    <section>
      <h2>
        <bdi>{one.name}</bdi>
      </h2>
      <p class="muted">{t(`directory.pairs.why.${why}`)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('directory.pairs.field')}</th>
            <th scope="col">A</th>
            <th scope="col">B</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr>
              <th scope="row">
                {t(`directory.pairs.field.${field}`)}{' '}
                {differs(one, other, field) && <Tag tone="yellow">{t('directory.pairs.differs')}</Tag>}
              </th>
              <td>
                <bdi>{String(one[field] ?? '–')}</bdi>
              </td>
              <td>
                <bdi>{String(other[field] ?? '–')}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isEditor(c) && (
        <Form action="/workspace/directory/pairs" token={token} requestKey={requestKey}>
          <input type="hidden" name="one" value={one.id} />
          <input type="hidden" name="other" value={other.id} />
          <p class="actions">
            {(
              [
                ['keep-a', one.id],
                ['keep-b', other.id],
                ['different', 'none'],
              ] as const
            ).map(([key, kept]) => (
              <Button kind="secondary" name="kept" value={kept}>
                {t(`directory.pairs.${key}`)}
                <span class="hidden"> {one.name}</span>
              </Button>
            ))}
          </p>
        </Form>
      )}
    </section>
  )
}

/** A source is another by nature; that one has more services is no conflict. */
function differs(one: Side, other: Side, field: (typeof fields)[number]): boolean {
  if (field === 'source' || field === 'services') return false
  const plain = (value: string | null) => (value ?? '').toLowerCase().replace(/\W/g, '')
  return plain(one[field]) !== plain(other[field]) && one[field] !== null && other[field] !== null
}
