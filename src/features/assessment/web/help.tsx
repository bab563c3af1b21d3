import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import type { HelpLine } from '#platform/reference/schema.ts'
import { phoneInWords, telOf } from '#platform/text/phone.ts'
import { formFields, publicPage } from '#features/access/index.ts'
import {
  Button,
  ButtonLink,
  ConfirmPanel,
  ErrorSummary,
  Form,
  Notice,
  PhoneList,
  Select,
  TextArea,
  TextField,
} from '#ui/index.ts'

export type CallForm = { number: string; hours: string; language: string; refused: boolean }

/**
 * The telephone numbers, the same for whoever comes here and from wherever: the page and its address say nothing of what
 * was answered. Then the question whether someone should call; only a yes makes a task.
 */
export function showHelp(c: Context<Env>, continueHref: string, form?: CallForm) {
  const { t } = c.var
  const error = form?.refused ? t('assessment.call.not-a-number') : undefined
  return publicPage(c, {
    title: t('assessment.help.title'),
    status: error ? 422 : 200,
    path: '/help',
    exit: true,
    urgent: true,
    children: (
      <>
        {error && <ErrorSummary title={t('common.error-summary')} errors={[{ href: '#number', text: error }]} />}
        <h1>{t('assessment.help.title')}</h1>
        <Notice kind="danger" title={t('assessment.help.now')}>
          <PhoneList lines={lines(c, ['911'])} />
        </Notice>
        <h2>{t('assessment.help.danger')}</h2>
        <p>{t('assessment.help.danger-text')}</p>
        <PhoneList lines={lines(c, ['sos-vc', 'violence-sexuelle', 'cavac'])} />
        <h2>{t('assessment.help.health')}</h2>
        <PhoneList lines={lines(c, ['811-1', '811-2', '988'])} />
        <h2>{t('assessment.help.roof')}</h2>
        <PhoneList lines={lines(c, ['211'])} />
        <h2>{t('assessment.help.work')}</h2>
        <PhoneList lines={lines(c, ['cnesst', 'traite'])} />
        <h2>{t('assessment.help.letter')}</h2>
        <p>{t('assessment.help.letter-text')}</p>
        <PhoneList lines={lines(c, ['office'])} />
        <p class="muted">{t('assessment.help.verify')}</p>
        <section id="call">
          <h2>{t('assessment.call.title')}</h2>
          <p>{t('assessment.call.text')}</p>
          <CallMe c={c} form={form} error={error} />
        </section>
        <p>
          <ButtonLink href={continueHref} kind="secondary">
            {t('assessment.help.continue')}
          </ButtonLink>
        </p>
      </>
    ),
  })
}

function CallMe({ c, form, error }: { c: Context<Env>; form: CallForm | undefined; error: string | undefined }) {
  const { t, language, services } = c.var
  const { token, requestKey } = formFields(c)
  const options = services.reference.words(language).questions['prefer_language']?.options ?? {}
  return (
    <Form action={`/${language}/help`} token={token} requestKey={requestKey}>
      <TextField
        name="number"
        label={t('assessment.call.number')}
        type="tel"
        autocomplete="tel"
        dir="ltr"
        value={form?.number ?? ''}
        error={error}
        maxlength={40}
      />
      <TextArea
        name="hours"
        label={t('assessment.call.hours')}
        hint={t('assessment.call.hours-hint')}
        value={form?.hours ?? ''}
        maxlength={200}
      />
      <Select
        name="language"
        label={t('assessment.call.language')}
        value={form?.language ?? language}
        options={Object.entries(options).map(([value, label]) => ({ value, label }))}
      />
      <Button kind="primary">{t('assessment.call.send')}</Button>
    </Form>
  )
}

/** What happens now, told exactly: when someone calls, and who answers meanwhile. */
export function showCallPromised(c: Context<Env>, when: string, continueHref: string) {
  const { t, services } = c.var
  return publicPage(c, {
    title: t('assessment.call.promised'),
    path: '/help',
    exit: true,
    urgent: true,
    children: (
      <>
        <ConfirmPanel title={t('assessment.call.promised')}>
          <p>{t('assessment.call.when', { when })}</p>
        </ConfirmPanel>
        <p>{t('assessment.call.meanwhile')}</p>
        <PhoneList lines={lines(c, ['911', '211'])} />
        <p>{t('assessment.call.office', { phone: services.config.officePhone })}</p>
        <ButtonLink href={continueHref} kind="primary">
          {t('assessment.help.continue')}
        </ButtonLink>
      </>
    ),
  })
}

function lines(c: Context<Env>, ids: readonly string[]) {
  const { services, language } = c.var
  const words = services.reference.words(language).helpLines
  const found = ids.flatMap((id): HelpLine[] => services.reference.helpLines.filter((line) => line.id === id))
  return found.map((line) => {
    const tel = line.tel ?? telOf(services.config.officePhone)
    const own = words[line.id]
    return {
      name: own?.name ?? line.id,
      tel,
      display: line.tel ? phoneInWords(line.tel) : services.config.officePhone,
      note: own?.for,
      hours: own?.hours,
    }
  })
}
