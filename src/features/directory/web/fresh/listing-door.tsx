import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { phoneInWords } from '#platform/text/phone.ts'
import { formFields, workspacePage, type Link } from '#features/access/index.ts'
import type { Door } from '#features/identity/index.ts'
import { Button, Choices, ConfirmPanel, Details, Form, French, SummaryList, TextArea, TextField } from '#ui/index.ts'
import { answerListing, readProposal } from '../../commands/fresh/answers.ts'
import { answers } from '../../domain/freshness.ts'
import { ownFields, type OwnField } from '../../domain/own-fields.ts'
import { serviceById } from '../../queries.ts'
import { ownWordsOf } from '../../store/fresh.ts'

/** The organization's answer from its mail, without an account: three buttons; opening the page changes nothing. */
export const listingDoor: Door = {
  show: async (c: Context<Env>, link: Link) => {
    const { t, db } = c.var
    const service = link.serviceId ? await serviceById(db, link.serviceId) : undefined
    if (!service) return showOver(c)
    const { token, requestKey } = formFields(c)
    const words = await ownWordsOf(db, service.serviceId)
    const place = service.confidential ? t('matching.confidential') : service.addressLines.join(', ') || service.city
    return workspacePage(c, {
      title: t('directory.listing.title', { service: service.name }),
      children: (
        <>
          <h1>{t('directory.listing.title', { service: service.name })}</h1>
          <p class="lead">{t('directory.listing.lead')}</p>
          <p>
            <French>{service.description}</French>
          </p>
          <SummaryList
            rows={[
              { key: t('matching.organization'), value: <French>{service.organizationName}</French> },
              { key: t('matching.place'), value: <French>{place ?? t('matching.not-known')}</French> },
              {
                key: t('matching.call'),
                value: service.phones.map(phoneInWords).join(', ') || t('matching.not-known'),
              },
            ]}
          />
          <Form action={c.req.path} token={token} requestKey={requestKey}>
            <Choices
              type="radio"
              name="takes"
              legend={t('directory.listing.takes')}
              selected={['unsaid']}
              options={(['yes', 'no', 'unsaid'] as const).map((each) => ({
                value: each,
                label: t(`directory.listing.takes.${each}`),
              }))}
            />
            <Details summary={t('directory.listing.correct')}>
              <p class="muted">{t('directory.listing.correct-text')}</p>
              {ownFields.map((field) => (
                <OwnWords c={c} field={field} value={words[field] ?? ''} />
              ))}
            </Details>
            <p class="actions">
              {answers.map((answer) => (
                <Button kind={answer === 'right' ? 'primary' : 'secondary'} name="answer" value={answer}>
                  {t(`directory.listing.${answer}`)}
                </Button>
              ))}
            </p>
          </Form>
        </>
      ),
    })
  },
  answer: async (c: Context<Env>, _link: Link, tokenHash: string) => {
    const { t, db, form, services, now } = c.var
    const answer = answers.find((each) => each === form.get('answer'))
    const takes = form.get('takes') === 'yes' ? true : form.get('takes') === 'no' ? false : null
    const done =
      answer && (await answerListing(services, db, tokenHash, { answer, takes, changes: readProposal(form) }, now))
    if (!answer || !done?.ok) return showOver(c)
    return workspacePage(c, {
      title: t('directory.listing.thanks'),
      children: (
        <ConfirmPanel title={t('directory.listing.thanks')}>
          <p>{t(`directory.listing.thanks.${answer}`)}</p>
        </ConfirmPanel>
      ),
    })
  },
}

/** Some are sentences, some a word or an address. */
const sentences: readonly OwnField[] = ['description', 'application_process', 'eligibility_description']

function OwnWords({ c, field, value }: { c: Context<Env>; field: OwnField; value: string }) {
  const label = c.var.t(`directory.own.${field}`)
  return sentences.includes(field) ? (
    <TextArea name={field} label={label} value={value} maxlength={5000} />
  ) : (
    <TextField name={field} label={label} value={value} maxlength={500} autocomplete="off" />
  )
}

function showOver(c: Context<Env>) {
  const { t, services } = c.var
  return workspacePage(c, {
    title: t('directory.listing.over'),
    status: 410,
    children: (
      <>
        <h1>{t('directory.listing.over')}</h1>
        <p>{services.config.officePhone}</p>
      </>
    ),
  })
}
