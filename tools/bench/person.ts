// People of the bench: each with cookies of their own, who come in by the same forms as everyone.

export type Person = {
  cookie: () => string
  open: (path: string) => Promise<string>
  /** Sends the form of the page shown whose action is this path. */
  send: (path: string, fields?: Record<string, string | string[]>) => Promise<string>
  /** Where the last answer led. */
  path: () => string
}

export function personAt(origin: string): Person {
  const cookies = new Map<string, string>()
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const shown = { path: '', html: '' }

  async function request(path: string, init: RequestInit = {}): Promise<string> {
    const response = await fetch(`${origin}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: cookie() },
    })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    const html = await response.text()
    const location = response.headers.get('location')
    if (location) return request(new URL(location, origin).pathname)
    if (!response.ok) throw new Error(`${path} answered ${response.status}.`)
    Object.assign(shown, { path, html })
    return html
  }

  return {
    cookie,
    path: () => shown.path,
    open: (path) => request(path),
    send: (path, fields = {}) => {
      const hidden = hiddenFields(shown.html, path)
      const pairs = Object.entries({ ...hidden, ...fields }).flatMap(([name, value]) =>
        [value].flat().map((each): [string, string] => [name, each]),
      )
      return request(path, {
        method: 'POST',
        body: new URLSearchParams(pairs),
        headers: { 'sec-fetch-site': 'same-origin' },
      })
    },
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (!name) return
  if (!value || /;\s*max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}

function hiddenFields(html: string, action: string): Record<string, string> {
  const form = html
    .split('<form')
    .find((each) => each.includes(`action="${action}"`))
    ?.split('</form>')[0]
  if (form === undefined) throw new Error(`The page shows no form to ${action}.`)
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}

/** A family of four, some weeks here, that waits for an answer to its claim; what is not named is skipped. */
const answers: Record<string, string | string[]> = {
  urgent_now: ['none'],
  prefer_language: 'es',
  where: 'quebec',
  status: 'asylum_claimant',
  place: 'H3N',
  age_band: '25_54',
  household: ['spouse', 'children'],
  children_ages: ['0_4', '5_11'],
  done_already: ['none'],
  top_goals: ['housing'],
  fr_oral: '0',
  job_status: 'no_looking',
  housing_now: 'temp',
  health_cover: 'ifhp',
  income_enough: 'no',
  device: ['own_phone'],
}

/** Answers question after question, as a newcomer without an account, until the plan is shown. */
export async function planned(origin: string, language: string): Promise<Person> {
  const person = personAt(origin)
  await person.open(`/${language}/assessment`)
  await person.open(`/${language}/assessment/urgent_now`)
  for (let asked = 0; asked < 40; asked++) {
    if (person.path().endsWith('/subjects')) await person.open(`/${language}/plan`)
    if (person.path().endsWith('/plan')) return person
    const question = person.path().split('/').at(-1) ?? ''
    await person.send(person.path(), told(question))
  }
  throw new Error('The questions did not lead to a plan.')
}

function told(question: string): Record<string, string | string[]> {
  const answer = answers[question]
  return answer === undefined ? { action: 'skip' } : { action: 'answer', answer }
}

/** An agent, by the link that a demo prints at its start. */
export async function signedIn(origin: string, link: string): Promise<Person> {
  const person = personAt(origin)
  await person.open(link)
  await person.send(link)
  return person
}
