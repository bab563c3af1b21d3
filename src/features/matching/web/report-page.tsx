import type { Context } from 'hono'
import { parseId } from '#kernel/id.ts'
import type { Env } from '#platform/http/env.ts'
import { countUse, formFields, isSlowed, isWornOut, publicPage, showTooMany } from '#features/access/index.ts'
import { blocks, reportListing, serviceById } from '#features/directory/index.ts'
import { BackLink, Button, Choices, ConfirmPanel, ErrorSummary, Form, French, TextArea } from '#ui/index.ts'

type ById = Context<Env, '/:language/services/:id/report'>
type Next = () => Promise<void>

/** A reader says that something is wrong, without an account; opened from a service's page. */
export async function showReport(c: ById, next: Next, wrong = false) {
  const id = parseId(c.req.param('id'))
  const service = id ? await serviceById(c.var.db, id) : undefined
  if (!service) return next()
  const { t, language, form } = c.var
  const error = wrong ? t('matching.report.choose') : undefined
  const { token, requestKey } = formFields(c)
  return publicPage(c, {
    exit: true,
    title: t('matching.report.title'),
    status: wrong ? 422 : 200,
    children: (
      <>
        <BackLink href={`/${language}/services/${service.serviceId}`}>{t('common.back')}</BackLink>
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: '#block', text: error }]} />}
        <h1>{t('matching.report.title')}</h1>
        <p>
          <French>{service.name}</French>
        </p>
        <p class="lead">{t('matching.report.lead')}</p>
        <Form action={`/${language}/services/${service.serviceId}/report`} token={token} requestKey={requestKey}>
          <Choices
            type="radio"
            name="block"
            legend={t('matching.report.block')}
            error={error}
            selected={[]}
            options={blocks.map((block) => ({ value: block, label: t(`matching.report.block.${block}`) }))}
          />
          <TextArea
            name="note"
            label={t('matching.report.note')}
            hint={t('matching.report.note-hint')}
            value={wrong ? (form.get('note') ?? '') : ''}
            maxlength={500}
          />
          <Button kind="primary">{t('matching.report.send')}</Button>
        </Form>
      </>
    ),
  })
}

/** So many from one place in a while, and the next waits: a list of faults is for people. */
export async function takeReport(c: ById, next: Next) {
  const { t, language, db, form, services, now } = c.var
  const id = parseId(c.req.param('id'))
  const block = blocks.find((each) => each === form.get('block'))
  if (!block) return showReport(c, next, true)
  if ((await isSlowed(c, 'report')) || (id && (await isWornOut(c, 'report', id)))) return showTooMany(c)
  const noted = id
    ? await reportListing(services, db, { serviceId: id, block, note: form.get('note') ?? '' }, now)
    : undefined
  if (!id || !noted?.ok) return next()
  countUse(c, 'report', id)
  return publicPage(c, {
    exit: true,
    title: t('matching.report.thanks'),
    children: (
      <>
        <ConfirmPanel title={t('matching.report.thanks')}>
          <p>{t('matching.report.thanks-text')}</p>
        </ConfirmPanel>
        <p>
          <a href={`/${language}/services/${id}`}>{t('common.back')}</a>
        </p>
      </>
    ),
  })
}
