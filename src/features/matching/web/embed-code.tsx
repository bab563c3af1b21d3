import type { Context } from 'hono'
import { isUrgentOnly, languages, type Language } from '#kernel/language.ts'
import type { Env } from '#platform/http/env.ts'
import { languageName } from '#platform/text/languages.ts'
import { publicPage } from '#features/access/index.ts'
import { Button, Select } from '#ui/index.ts'
import { spoken } from './filters.tsx'

type Chosen = { need: string; region: string; speaks: string; lang: Language }

/** For who keeps another site: choose what the list shows, and copy one line. */
export function showEmbedCode(c: Context<Env>) {
  const { t, services } = c.var
  const chosen = chosenIn(c)
  const address = `${services.config.publicUrl}/embed/services?${queryOf(chosen)}`
  const title = services.words.in(chosen.lang)('matching.embed.title')
  return publicPage(c, {
    title: t('matching.embed.page'),
    children: (
      <>
        <h1>{t('matching.embed.page')}</h1>
        <p class="lead">{t('matching.embed.lead')}</p>
        <p>{t('matching.embed.safe')}</p>
        <Choosing c={c} />
        <h2>{t('matching.embed.copy')}</h2>
        <div class="field">
          <label for="line">{t('matching.embed.line')}</label>
          <textarea id="line" rows={5} readonly dir="ltr" spellcheck={false}>
            {lineOf(address, title)}
          </textarea>
        </div>
        <p>
          <a href={address}>{t('matching.embed.see')}</a>
        </p>
      </>
    ),
  })
}

/** What was chosen; what is no choice of ours is none. */
function chosenIn({ req, var: { language, services } }: Context<Env>): Chosen {
  const among = <T extends string>(name: keyof Chosen, all: readonly T[]) =>
    all.find((each) => each === req.query(name)) ?? ''
  const { needs, regions } = services.reference
  const shown = needs.filter((each) => each.services && !each.compartment).map(({ id }) => id)
  return {
    need: among('need', shown),
    region: among(
      'region',
      regions.map(({ code }) => code),
    ),
    speaks: among('speaks', spoken),
    lang: among('lang', written()) || language,
  }
}

function written(): Language[] {
  return languages.filter((each) => !isUrgentOnly(each))
}

function queryOf(chosen: Chosen): string {
  return new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== '')).toString()
}

function lineOf(address: string, title: string): string {
  const src = address.replaceAll('&', '&amp;')
  return `<iframe src="${src}" title="${title}" width="100%" height="640" loading="lazy"></iframe>`
}

function Choosing({ c }: { c: Context<Env> }) {
  const { t, language, services } = c.var
  const { need, region, speaks, lang } = chosenIn(c)
  const { reference } = services
  const words = reference.words(language)
  const any = { value: '', label: t('matching.list.any') }
  const needs = reference.needs.filter((each) => each.services && !each.compartment)
  const named = (codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: languageName(code, language) }))
  return (
    <form method="get" action={`/${language}/embed`} class="form">
      <Select
        name="need"
        label={t('matching.list.need')}
        value={need}
        options={[any, ...needs.map(({ id }) => ({ value: id, label: words.needs[id]?.title ?? id }))]}
      />
      <Select
        name="region"
        label={t('matching.list.region')}
        value={region}
        options={[any, ...reference.regions.map(({ code, name }) => ({ value: code, label: name, lang: 'fr' }))]}
      />
      <Select name="speaks" label={t('matching.list.speaks')} value={speaks} options={[any, ...named(spoken)]} />
      <Select name="lang" label={t('matching.embed.language')} value={lang} options={named(written())} />
      <p class="actions">
        <Button kind="primary">{t('matching.embed.make')}</Button>
      </p>
    </form>
  )
}
