import type { Context } from 'hono'
import type { Env } from '#platform/http/env.ts'
import { languageName } from '#platform/text/languages.ts'
import { Button, Choices, Details, Select, TextField } from '#ui/index.ts'
import { withinChoices, type Looking } from '../domain/looking.ts'

/** Languages one may look for, those most spoken by newcomers first (domain/languages.md). */
export const spoken = [
  'fr',
  'en',
  'es',
  'ar',
  'ht',
  'pt',
  'fa',
  'zh',
  'uk',
  'ru',
  'ro',
  'vi',
  'tl',
  'hi',
  'bn',
  'ta',
  'ur',
  'ps',
  'tr',
  'sw',
  'rn',
  'rw',
  'ti',
  'so',
  'pl',
]

/** What is looked for, and where; the rest folded away. A GET form: the address is the search, and can be kept. */
export function Filters({ c, looking }: { c: Context<Env>; looking: Looking }) {
  const { t, language } = c.var
  return (
    <form method="get" action={`/${language}/services`} class="search" role="search">
      <TextField
        name="q"
        type="search"
        label={t('matching.list.words')}
        hint={t('matching.list.words-hint')}
        value={looking.text}
        maxlength={120}
        autocomplete="off"
      />
      <TextField
        name="place"
        label={t('matching.list.place')}
        value={looking.place?.label ?? looking.unknownPlace ?? ''}
        error={looking.unknownPlace ? t('matching.list.unknown-place', { place: looking.unknownPlace }) : undefined}
        maxlength={80}
        autocomplete="postal-code"
      />
      <input type="hidden" name="near" value="" />
      <Details summary={t('matching.list.more')} open={isNarrowed(looking)}>
        <Chosen c={c} looking={looking} />
      </Details>
      <p class="actions">
        <Button kind="primary">{t('matching.list.search')}</Button>
        <button type="button" class="button secondary" data-near hidden>
          {t('matching.list.near')}
        </button>
      </p>
      <script type="module" src="/assets/near.js"></script>
    </form>
  )
}

function isNarrowed({ need, language, withinKm, status, free, evening, weekend, now, how, takesNew, sort }: Looking) {
  const flags = [free, evening, weekend, now, takesNew, sort !== 'fit']
  return flags.includes(true) || [need, language, withinKm, status, how].some((each) => each !== null)
}

function Chosen({ c, looking }: { c: Context<Env>; looking: Looking }) {
  const { t, language, services } = c.var
  const { reference } = services
  const words = reference.words(language)
  const any = { value: '', label: t('matching.list.any') }
  const flags = ['free', 'evening', 'weekend', 'now', 'new'] as const
  const isOn = { ...looking, new: looking.takesNew }
  const needs = reference.needs.filter((each) => each.services && !each.compartment)
  return (
    <>
      <Select
        name="need"
        label={t('matching.list.need')}
        value={looking.need ?? ''}
        options={[any, ...needs.map(({ id }) => ({ value: id, label: words.needs[id]?.title ?? id }))]}
      />
      <Select
        name="speaks"
        label={t('matching.list.speaks')}
        value={looking.language ?? ''}
        options={[any, ...spoken.map((code) => ({ value: code, label: languageName(code, language) }))]}
      />
      <Select
        name="within"
        label={t('matching.list.within')}
        value={String(looking.withinKm ?? '')}
        options={[any, ...withinChoices.map((km) => ({ value: String(km), label: t('matching.list.km', { km }) }))]}
      />
      <Select
        name="status"
        label={t('matching.list.status')}
        value={looking.status ?? ''}
        options={[
          any,
          ...reference.statuses.map((code) => ({ value: code, label: words.statuses[code]?.title ?? code })),
        ]}
      />
      <Select
        name="how"
        label={t('matching.list.how')}
        value={looking.how ?? ''}
        options={[
          any,
          ...(['in-person', 'phone', 'online'] as const).map((each) => ({
            value: each,
            label: t(`matching.list.how.${each}`),
          })),
        ]}
      />
      <fieldset class="field">
        <legend>{t('matching.list.only')}</legend>
        {flags.map((flag) => (
          <div class="choice">
            <input type="checkbox" id={flag} name={flag} value="1" checked={isOn[flag]} />
            <label for={flag}>{t(`matching.list.${flag}`)}</label>
          </div>
        ))}
      </fieldset>
      <Choices
        type="radio"
        name="sort"
        legend={t('matching.list.sort')}
        selected={[looking.sort]}
        options={(['fit', 'distance', 'wait'] as const).map((each) => ({
          value: each,
          label: t(`matching.list.sort.${each}`),
        }))}
      />
    </>
  )
}
