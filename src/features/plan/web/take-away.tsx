import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env, Services } from '#platform/http/env.ts'
import { formFields } from '#features/access/index.ts'
import { Button, Form } from '#ui/index.ts'

/** On paper, and in a calendar: what each plan of a household has. */
export function TakeOut({ c, children }: { c: Context<Env>; children?: Child }) {
  const { t, base } = c.var
  return (
    <ul>
      <li>
        <a href={`${base}/plan/print`}>{t('plan.take.print')}</a>
      </li>
      <li>
        <a href={`${base}/plan/calendar.ics`}>{t('plan.take.calendar')}</a>
      </li>
      {children}
    </ul>
  )
}

/** The ways to take the plan along: on paper, in a calendar, by mail, on this phone. */
export function TakeAway({ c, stopped }: { c: Context<Env>; stopped: boolean }) {
  const { t, language, actor } = c.var
  return (
    <section id="take">
      <h2>{t('plan.take.title')}</h2>
      <TakeOut c={c}>
        {actor.kind === 'newcomer' && (
          <li>
            <a href={`/${language}/plan/feed`}>{t('plan.feed.title')}</a>
          </li>
        )}
      </TakeOut>
      {actor.kind === 'newcomer' && (
        <Form action={`/${language}/plan/send`} {...formFields(c)}>
          <Button kind="secondary">{t('plan.take.send')}</Button>
        </Form>
      )}
      {stopped && (
        <Form action={`/${language}/plan/reminders`} {...formFields(c)}>
          <p>{t('plan.stop.done')}</p>
          <Button kind="secondary">{t('plan.stop.again')}</Button>
        </Form>
      )}
      <KeepHere c={c} />
    </section>
  )
}

/** The script that keeps the copy; the page that shows this asks for it. */
export const keepScript = '/assets/keep.js'

/** Tells the copy of one plan from another's on a shared phone, and names nobody. */
export function copyMark({ secrets }: Services, fileId: string): string {
  return secrets.hash('copy', fileId).slice(0, 12)
}

/** Without script there is nothing to press, so nothing is shown. */
function KeepHere({ c }: { c: Context<Env> }) {
  const { t, language, services, actor } = c.var
  if (!('fileId' in actor)) return null
  return (
    <div data-keep={copyMark(services, actor.fileId)} hidden>
      <form class="form" data-when="free" data-address={`/${language}/plan/print`}>
        <p>{t('plan.keep.warning')}</p>
        <Button kind="secondary">{t('plan.keep.button')}</Button>
      </form>
      <form class="form" data-when="kept" hidden>
        <p>{t('plan.keep.kept')}</p>
        <Button kind="secondary">{t('plan.keep.erase')}</Button>
      </form>
    </div>
  )
}
