import { Hono } from 'hono'
import { z } from 'zod'
import { isLanguage } from '#kernel/language.ts'
import { inTransaction } from '#platform/db/actor.ts'
import type { Env } from '#platform/http/env.ts'
import { momentShort } from '#platform/text/dates.ts'
import { openToAll, workspacePage } from '#features/access/index.ts'
import { recentMessages, renderMail } from '#features/messaging/index.ts'
import { Card, EmptyState } from '#ui/index.ts'
import { Gallery } from '#ui/gallery.tsx'

const values = z.record(z.string(), z.string())

/** Only in a demo, which answers only on this machine: the mails that would have left, and every component. */
export function demoPages(): Hono<Env> {
  const pages = new Hono<Env>()
  pages.get('/dev/outbox', openToAll(), async (c) => {
    const { services } = c.var
    const messages = await inTransaction(
      services.pool,
      { kind: 'job', name: 'outbox' },
      (db) => recentMessages(db, 50),
      'read',
    )
    const { secrets, config, words } = services
    return workspacePage(c, {
      title: 'Courriels de la démonstration',
      children: (
        <>
          <h1>Courriels de la démonstration</h1>
          {messages.length === 0 && (
            <EmptyState title="Aucun courriel encore">Ils arrivent ici au lieu de partir.</EmptyState>
          )}
          {messages
            .filter((message) => message.toSealed && message.valuesSealed)
            .map((message) => {
              const language = isLanguage(message.language) ? message.language : 'fr'
              const mail = renderMail(
                words,
                config.serviceName,
                config.officePhone,
                message.template,
                language,
                values.parse(JSON.parse(secrets.decrypt(message.valuesSealed ?? Buffer.alloc(0)))),
              )
              return (
                <Card title={mail.subject}>
                  <p class="muted">
                    {secrets.decrypt(message.toSealed ?? Buffer.alloc(0))} – {momentShort(message.createdAt, 'fr')} –{' '}
                    {message.state}
                  </p>
                  {mail.text.split('\n\n').map((paragraph) => (
                    <p dir="auto">{/^https?:/.test(paragraph) ? <a href={paragraph}>{paragraph}</a> : paragraph}</p>
                  ))}
                </Card>
              )
            })}
        </>
      ),
    })
  })
  pages.get('/dev/ui', openToAll(), (c) =>
    c.html(<Gallery lang={c.req.query('lang') ?? 'fr'} dir={c.req.query('lang') === 'ar' ? 'rtl' : 'ltr'} />),
  )
  return pages
}
