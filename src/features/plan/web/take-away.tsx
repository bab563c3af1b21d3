import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { formFields } from '#features/access/index.ts'
import { Button, Form } from '#ui/index.ts'

/** The ways to take the plan along: on paper, in a calendar, by mail, on this phone. */
export function TakeAway({ c }: { c: Context<Env> }) {
  const { t, language, actor } = c.var
  return (
    <section>
      <h2>{t('plan.take.title')}</h2>
      <ul>
        <li>
          <a href={`/${language}/plan/print`}>{t('plan.take.print')}</a>
        </li>
        <li>
          <a href={`/${language}/plan/calendar.ics`}>{t('plan.take.calendar')}</a>
        </li>
        {actor.kind === 'newcomer' && (
          <li>
            <a href={`/${language}/plan/feed`}>{t('plan.feed.title')}</a>
          </li>
        )}
      </ul>
      {actor.kind === 'newcomer' && (
        <Form action={`/${language}/plan/send`} {...formFields(c)}>
          <Button kind="secondary">{t('plan.take.send')}</Button>
        </Form>
      )}
    </section>
  )
}
