// Generated from content/fr by tools/gen-messages.ts; do not edit.
type None = Record<never, never>

export type Messages = {
  'access.ended.title': None
  'access.ended.text': None
  'access.ended.newcomer': None
  'access.ended.start': None
  'access.foreign.title': None
  'access.foreign.text': None
  'access.link-needed.title': None
  'access.link-needed.text': None
  'access.resume.title': None
  'access.resume.text': None
  'access.resume.send': None
  'access.too-many.title': None
  'access.too-many.text': None
  'access.sign-in.title': None
  'access.sign-in.text': None
  'access.sign-in.email': None
  'access.sign-in.send': None
  'access.sign-in.sent': None
  'access.sign-in.sent-text': None
  'access.sign-in.ready': None
  'access.sign-in.enter': None
  'access.sign-in.stale': None
  'access.sign-in.stale-text': None
  'access.sign-in.again': None
  'assessment.start.title': None
  'assessment.start.lead': None
  'assessment.start.begin': None
  'assessment.start.go-on': None
  'assessment.start.urgent': None
  'assessment.start.office': None
  'assessment.notice.why': None
  'assessment.notice.why-text': None
  'assessment.notice.choice': None
  'assessment.notice.choice-text': None
  'assessment.notice.who': None
  'assessment.notice.who-text': None
  'assessment.notice.long': None
  'assessment.notice.long-text': None
  'assessment.notice.more': None
  'assessment.notice.more-text': None
  'assessment.progress': { number: string | number; of: string | number }
  'assessment.about': None
  'assessment.skip': None
  'assessment.why': None
  'assessment.privacy-short.title': None
  'assessment.privacy-short.text': None
  'assessment.at-most': { count: string | number }
  'assessment.several': None
  'assessment.date-hint': None
  'assessment.place-label': None
  'assessment.error.nothing-chosen': None
  'assessment.error.unknown-option': None
  'assessment.error.too-many': None
  'assessment.error.contradiction': None
  'assessment.error.not-a-day': None
  'assessment.error.day-too-far': None
  'assessment.error.unknown-place': None
  'assessment.help.title': None
  'assessment.help.now': None
  'assessment.help.danger': None
  'assessment.help.danger-text': None
  'assessment.help.health': None
  'assessment.help.roof': None
  'assessment.help.work': None
  'assessment.help.letter': None
  'assessment.help.letter-text': None
  'assessment.help.verify': None
  'assessment.help.continue': None
  'assessment.call.title': None
  'assessment.call.text': None
  'assessment.call.number': None
  'assessment.call.hours': None
  'assessment.call.hours-hint': None
  'assessment.call.language': None
  'assessment.call.send': None
  'assessment.call.not-a-number': None
  'assessment.call.promised': None
  'assessment.call.when': { when: string | number }
  'assessment.call.meanwhile': None
  'assessment.call.office': { phone: string | number }
  'assessment.subjects.title': None
  'assessment.subjects.lead': None
  'assessment.subjects.plan': None
  'assessment.subjects.more': None
  'assessment.subjects.more-text': None
  'assessment.subjects.count': { count: number }
  'assessment.subjects.not-started': None
  'assessment.subjects.under-way': None
  'assessment.subjects.done': None
  'assessment.subjects.core': None
  'assessment.check.title': None
  'assessment.check.go-on': None
  'assessment.check.change': None
  'assessment.check.end': None
  'assessment.check.skipped': None
  'assessment.check.not-yet': None
  'assessment.open.unknown': None
  'assessment.open.not-yet': None
  'assessment.open.talk': None
  'assessment.known.you': { day: string | number }
  'assessment.known.agent': { day: string | number }
  'assessment.known.organization': { day: string | number }
  'assessment.known.still': None
  'assessment.text-label': None
  'assessment.pause.title': None
  'assessment.pause.text': None
  'assessment.pause.ask': None
  'assessment.pause.yours': None
  'assessment.pause.keep': None
  'assessment.pause.where': { page: string | number }
  'assessment.pause.resume': None
  'assessment.pause.resume-text': None
  'assessment.pause.code': None
  'assessment.pause.code-hint': None
  'assessment.pause.open': None
  'assessment.pause.no-such-code': None
  'assessment.noted.title': None
  'assessment.noted.text': { phone: string | number }
  'common.skip': None
  'common.languages': None
  'common.privacy': None
  'common.accessibility': None
  'common.help': None
  'common.demo': None
  'common.phone': None
  'common.leave': None
  'common.back': None
  'common.back-home': None
  'common.continue': None
  'common.day': None
  'common.month': None
  'common.year': None
  'common.nav.plan': None
  'common.nav.me': None
  'common.error-title': { title: string | number }
  'common.error-summary': None
  'common.not-found.title': None
  'common.not-found.text': None
  'common.error.title': None
  'common.error.text': { id: string | number }
  'common.away.title': None
  'common.away.text': { phone: string | number }
  'common.too-large.title': None
  'common.too-large.text': None
  'common.not-utf8.title': None
  'common.not-utf8.text': None
  'common.not-a-form.title': None
  'common.not-a-form.text': None
  'common.local-only': None
  'common.in-french': None
  'consent.title': None
  'consent.lead': None
  'consent.what': None
  'consent.why': None
  'consent.nothing-else': None
  'consent.until': None
  'consent.take-back': None
  'consent.no-effect': None
  'consent.not-reviewed': None
  'consent.yes': None
  'consent.no': None
  'consent.item.name': None
  'consent.item.email': None
  'consent.item.language': None
  'consent.item.city': None
  'consent.item.need': None
  'consent.item.words': None
  'consent.item.done': None
  'consent.item.steps': None
  'directory.title': None
  'directory.search.label': None
  'directory.search.submit': None
  'directory.results.count': { count: number }
  'directory.results.more': { count: number }
  'directory.results.none': { text: string | number }
  'directory.results.none-text': None
  'directory.results.first': None
  'directory.results.next': None
  'directory.results.pages': None
  'directory.column.service': None
  'directory.column.organization': None
  'directory.column.region': None
  'directory.column.source': None
  'directory.column.offered': None
  'directory.column.confirmed': None
  'directory.column.organizations': None
  'directory.column.services': None
  'directory.column.imported': None
  'directory.no-service': None
  'directory.confirmed': { day: string | number }
  'directory.to-confirm': None
  'directory.state.offered': None
  'directory.state.not-opened': None
  'directory.state.paused': None
  'directory.state.ended': None
  'directory.sources.title': None
  'directory.sources.text': None
  'directory.sources.caption': { count: number }
  'directory.sources.open': None
  'directory.sources.open-since': { day: string | number }
  'directory.sources.none': None
  'directory.sources.none-text': None
  'directory.refusal.role': None
  'directory.refusal.unknown-or-open': None
  'directory.fault.no-identifier': None
  'directory.mend.no-identifier': None
  'directory.fault.missing': None
  'directory.mend.missing': None
  'directory.fault.unknown-reference': None
  'directory.mend.unknown-reference': None
  'directory.fault.no-owner': None
  'directory.mend.no-owner': None
  'directory.fault.repeated': None
  'directory.mend.repeated': None
  'directory.fault.no-hours': None
  'directory.mend.no-hours': None
  'directory.fault.no-words': None
  'directory.mend.no-words': None
  'directory.fault.country-assumed': None
  'directory.mend.country-assumed': None
  'directory.fault.organization-unknown': None
  'directory.mend.organization-unknown': None
  'directory.fault.several-parents': None
  'directory.mend.several-parents': None
  'directory.fault.cycle': None
  'directory.mend.cycle': None
  'directory.fault.not-joined': None
  'directory.mend.not-joined': None
  'directory.fault.not-a-link': None
  'directory.mend.not-a-link': None
  'directory.fault.not-an-email': None
  'directory.mend.not-an-email': None
  'directory.fault.not-a-number': None
  'directory.mend.not-a-number': None
  'directory.fault.not-a-date': None
  'directory.mend.not-a-date': None
  'directory.fault.not-a-time': None
  'directory.mend.not-a-time': None
  'directory.fault.not-one-of': None
  'directory.mend.not-one-of': None
  'directory.fault.coordinates-range': None
  'directory.mend.coordinates-range': None
  'directory.fault.coordinates-zero': None
  'directory.mend.coordinates-zero': None
  'directory.fault.coordinates-far': None
  'directory.mend.coordinates-far': None
  'directory.fault.postal-elsewhere': None
  'directory.mend.postal-elsewhere': None
  'directory.fault.postal-form': None
  'directory.mend.postal-form': None
  'directory.fault.fields': None
  'directory.mend.fields': None
  'directory.fault.quote': None
  'directory.mend.quote': None
  'directory.fault.too-long': None
  'directory.mend.too-long': None
  'directory.fault.not-json': None
  'directory.mend.not-json': None
  'directory.fault.not-an-object': None
  'directory.mend.not-an-object': None
  'directory.fault.unknown-file': None
  'directory.mend.unknown-file': None
  'directory.fault.kept-as-claimed': None
  'directory.mend.kept-as-claimed': None
  'directory.listing.title': { service: string | number }
  'directory.listing.lead': None
  'directory.listing.right': None
  'directory.listing.changed': None
  'directory.listing.closed': None
  'directory.listing.takes': None
  'directory.listing.takes.yes': None
  'directory.listing.takes.no': None
  'directory.listing.takes.unsaid': None
  'directory.listing.thanks': None
  'directory.listing.thanks.right': None
  'directory.listing.thanks.changed': None
  'directory.listing.thanks.closed': None
  'directory.listing.over': None
  'directory.work.title': None
  'directory.work.lead': None
  'directory.work.caption': { count: number }
  'directory.work.why': None
  'directory.work.how': None
  'directory.work.since': None
  'directory.work.do': None
  'directory.work.none': None
  'directory.work.none-text': None
  'directory.work.kind.report': { block: string | number }
  'directory.work.kind.changed': None
  'directory.work.kind.closed': None
  'directory.work.kind.to-call': None
  'directory.work.mend.report': None
  'directory.work.mend.changed': None
  'directory.work.mend.closed': None
  'directory.work.mend.to-call': None
  'directory.work.outcome.right': None
  'directory.work.outcome.closed': None
  'directory.work.outcome.mended': None
  'directory.work.outcome.nothing': None
  'directory.work.refusal': None
  'home.title': None
  'home.hello': None
  'home.welcome.title': None
  'home.welcome.text': None
  'home.asked.title': None
  'home.asked.text': None
  'home.asked.button': None
  'home.next.title': None
  'home.next.meeting': { day: string | number }
  'home.next.contact': { day: string | number }
  'home.next.met': { day: string | number }
  'home.next.none': None
  'home.next.plan': None
  'home.referrals.title': None
  'home.referrals.none': None
  'home.referrals.date': None
  'home.referrals.confirm': None
  'home.referrals.confirmed': None
  'home.seen.title': None
  'home.seen.none': None
  'home.seen.system': None
  'home.seen.opened': None
  'home.seen.read': None
  'home.seen.acted': None
  'home.sign-out': None
  'home.referral.title': None
  'home.referral.shared': None
  'home.referral.withdraw': None
  'home.referral.withdraw-text': None
  'home.refused.title': None
  'home.refused.text': None
  'home.door.title': None
  'home.door.lead': None
  'home.door.begin': None
  'home.door.free': None
  'home.door.needs': None
  'home.door.urgent': None
  'home.door.human': None
  'home.privacy.title': None
  'home.privacy.lead': None
  'home.privacy.what': None
  'home.privacy.what-text': None
  'home.privacy.why': None
  'home.privacy.why-text': None
  'home.privacy.who': None
  'home.privacy.who-text': None
  'home.privacy.not': None
  'home.privacy.not-text': None
  'home.privacy.long': None
  'home.privacy.long-text': None
  'home.privacy.rights': None
  'home.privacy.rights-text': None
  'home.privacy.where': None
  'home.privacy.where-text': None
  'home.privacy.safety': None
  'home.privacy.safety-text': None
  'home.privacy.contact': None
  'home.privacy.contact-text': None
  'home.privacy.ask': None
  'home.accessibility.title': None
  'home.accessibility.aim': None
  'home.accessibility.tested': None
  'home.accessibility.limits': None
  'home.accessibility.problem': None
  'home.accessibility.ask': None
  'home.seen.times': { count: number; last: string | number }
  'home.followed.title': None
  'mail.phone': { phone: string | number }
  'mail.hello': { name: string | number }
  'mail.registration.subject': { service: string | number }
  'mail.registration.text': None
  'mail.registration.after': None
  'mail.sign-in.subject': { service: string | number }
  'mail.sign-in.text': None
  'mail.sign-in.after': None
  'mail.staff-sign-in.subject': { service: string | number }
  'mail.staff-sign-in.text': None
  'mail.staff-sign-in.after': None
  'mail.referral-request.subject': { service: string | number }
  'mail.referral-request.text': { sender: string | number; organization: string | number }
  'mail.referral-request.after': None
  'mail.referral-code.subject': None
  'mail.referral-code.text': { code: string | number }
  'mail.referral-accepted.subject': None
  'mail.referral-accepted.text': None
  'mail.referral-accepted.with-date': { date: string | number }
  'mail.referral-accepted.witness': None
  'mail.referral-declined.subject': None
  'mail.referral-declined.text': None
  'mail.referral-witness.subject': None
  'mail.referral-witness.text': None
  'mail.referral-ended.subject': None
  'mail.referral-ended.text': { organization: string | number }
  'mail.consent-asked.subject': None
  'mail.consent-asked.text': { sender: string | number }
  'mail.consent-asked.after': None
  'mail.consent-recorded.subject': None
  'mail.consent-recorded.text': { sender: string | number }
  'mail.consent-recorded.back': None
  'mail.referral-cancelled.subject': None
  'mail.referral-cancelled.text': None
  'mail.plan-link.subject': { service: string | number }
  'mail.plan-link.text': None
  'mail.stop': None
  'mail.check-in.subject': { service: string | number }
  'mail.check-in.text': None
  'mail.reminder.subject': { service: string | number }
  'mail.reminder.benefits': None
  'mail.reminder.restore': { day: string | number }
  'mail.reminder.licence': { day: string | number }
  'mail.reminder.charter': { day: string | number }
  'mail.reminder.pr-card': { day: string | number }
  'mail.reminder.tax': { day: string | number }
  'mail.reminder.permit': { day: string | number }
  'mail.reminder.see': None
  'mail.reminder.whom': None
  'mail.reminder.whom.you': None
  'mail.reminder.whom.spouse': { count: number }
  'mail.reminder.whom.child': { count: number }
  'mail.reminder.whom.parent': { count: number }
  'mail.reminder.whom.other': { count: number }
  'mail.reminder.see-all': None
  'mail.in-french': { phone: string | number }
  'mail.listing.subject': { organization: string | number }
  'mail.listing.text': { service: string | number }
  'mail.listing.again': { service: string | number }
  'mail.listing.after': None
  'matching.takes': None
  'matching.takes-unknown': None
  'matching.distance': { city: string | number; km: string | number }
  'matching.all-regions': None
  'matching.speaks': None
  'matching.to-confirm': None
  'matching.to-confirm-text': None
  'matching.invented': None
  'matching.call': None
  'matching.place': None
  'matching.confidential': None
  'matching.statuses': None
  'matching.statuses-some': { count: number }
  'matching.statuses-unknown': None
  'matching.languages': None
  'matching.not-known': None
  'matching.confirmed': None
  'matching.list.title': None
  'matching.list.need': None
  'matching.list.region': None
  'matching.list.all-regions': None
  'matching.list.show': None
  'matching.list.count': { count: number }
  'matching.list.none': None
  'matching.list.none-text': None
  'matching.list.office': None
  'matching.list.choose': None
  'matching.list.words': None
  'matching.list.words-hint': None
  'matching.list.place': None
  'matching.list.unknown-place': { place: string | number }
  'matching.list.near': None
  'matching.list.more': None
  'matching.list.speaks': None
  'matching.list.any': None
  'matching.list.within': None
  'matching.list.km': { km: string | number }
  'matching.list.status': None
  'matching.list.how': None
  'matching.list.how.in-person': None
  'matching.list.how.phone': None
  'matching.list.how.online': None
  'matching.list.sort': None
  'matching.list.sort.fit': None
  'matching.list.sort.distance': None
  'matching.list.sort.wait': None
  'matching.list.only': None
  'matching.list.free': None
  'matching.list.evening': None
  'matching.list.weekend': None
  'matching.list.now': None
  'matching.list.new': None
  'matching.list.search': None
  'matching.list.meant': { needs: string | number }
  'matching.list.many': { count: string | number }
  'matching.list.forgiven': None
  'matching.list.holiday': None
  'matching.list.instead': None
  'matching.list.next': None
  'matching.list.first': None
  'matching.list.pages': None
  'matching.list.start': None
  'matching.pays': None
  'matching.free': None
  'matching.costs': None
  'matching.new-yes': None
  'matching.new-no': None
  'matching.open': None
  'matching.open-until': { time: string | number }
  'matching.closed': None
  'matching.unknown': { list: string | number }
  'matching.unknown.cost': None
  'matching.unknown.hours': None
  'matching.unknown.places': None
  'matching.unknown.languages': None
  'matching.hours': None
  'matching.hours.days': { from: string | number; to: string | number }
  'matching.hours.line': { days: string | number; from: string | number; to: string | number }
  'matching.hours.nth': { nth: string; day: string | number }
  'matching.hours.holiday': None
  'matching.organization': None
  'matching.organization.services': None
  'matching.cost': None
  'matching.bring': None
  'matching.come': None
  'matching.wait': None
  'matching.web': None
  'matching.mail': None
  'matching.source': None
  'matching.source-text': { source: string | number; day: string | number }
  'matching.sketch': { km: string | number; place: string | number; direction: string | number }
  'matching.sketch.minutes': { minutes: string | number }
  'matching.direction.n': None
  'matching.direction.ne': None
  'matching.direction.e': None
  'matching.direction.se': None
  'matching.direction.s': None
  'matching.direction.sw': None
  'matching.direction.w': None
  'matching.direction.nw': None
  'matching.share': None
  'matching.share.text': None
  'matching.share.mail': None
  'matching.share.sms': None
  'matching.share.print': None
  'matching.share.link': None
  'matching.share.qr': None
  'matching.card.title': None
  'matching.to-confirm-since': { day: string | number }
  'matching.french-level': None
  'matching.interpreter': None
  'matching.report': None
  'matching.report.title': None
  'matching.report.lead': None
  'matching.report.block': None
  'matching.report.block.phone': None
  'matching.report.block.hours': None
  'matching.report.block.place': None
  'matching.report.block.who': None
  'matching.report.block.cost': None
  'matching.report.block.closed': None
  'matching.report.block.other': None
  'matching.report.note': None
  'matching.report.note-hint': None
  'matching.report.send': None
  'matching.report.choose': None
  'matching.report.thanks': None
  'matching.report.thanks-text': None
  'plan.title': None
  'plan.title-of': None
  'plan.for.spouse': None
  'plan.for.child': None
  'plan.for.parent': None
  'plan.for.other': None
  'plan.lead': None
  'plan.automatic': None
  'plan.change-answers': None
  'plan.back': None
  'plan.now.title': None
  'plan.now.text': None
  'plan.now.empty': None
  'plan.now.empty-text': None
  'plan.later.title': None
  'plan.help.title': None
  'plan.help.text': None
  'plan.help.all': { count: number }
  'plan.help.none': { phone: string | number }
  'plan.window.week': None
  'plan.window.month': None
  'plan.window.three-months': None
  'plan.window.six-months': None
  'plan.window.year': None
  'plan.window.after': None
  'plan.window.when': None
  'plan.done.title': { count: number }
  'plan.when.promised': { day: string | number }
  'plan.when.own-notice': None
  'plan.when.from-arrival': { day: string | number }
  'plan.when.from-permit': { day: string | number }
  'plan.when.late': { day: string | number }
  'plan.when.until': { day: string | number }
  'plan.when.from': { day: string | number }
  'plan.tag.late': None
  'plan.tag.urgent': None
  'plan.tag.check': None
  'plan.tag.unlocks': { count: string | number }
  'plan.step.done': None
  'plan.step.undone': None
  'plan.step.bring': None
  'plan.step.where': None
  'plan.step.official': None
  'plan.step.cost': None
  'plan.step.check': None
  'plan.step.check-text': None
  'plan.step.after': None
  'plan.step.after-text': None
  'plan.step.because': None
  'plan.step.source': { day: string | number }
  'plan.step.no-source': { day: string | number; phone: string | number }
  'plan.step.not-yours': None
  'plan.step.not-yours-text': None
  'plan.none.title': None
  'plan.none.text': None
  'plan.step.how': None
  'plan.when.soon': None
  'plan.when.advised': { day: string | number }
  'plan.own.title': None
  'plan.put.title': { count: number }
  'plan.put.back': None
  'plan.step.more': None
  'plan.step.when': None
  'plan.step.time': None
  'plan.step.help': None
  'plan.step.known-done': None
  'plan.step.nature': None
  'plan.nature.right': None
  'plan.nature.duty': None
  'plan.nature.tip': None
  'plan.nature.service': None
  'plan.when.letter': { day: string | number }
  'plan.when.letter-late': { day: string | number }
  'plan.when.from-tax-year': { day: string | number }
  'plan.letter.title': None
  'plan.letter.text': None
  'plan.letter.day': None
  'plan.letter.save': None
  'plan.problem.title': None
  'plan.problem.which': None
  'plan.problem.stuck': None
  'plan.problem.stuck-hint': None
  'plan.problem.put': None
  'plan.problem.put-hint': None
  'plan.problem.change': None
  'plan.problem.words': None
  'plan.problem.send': None
  'plan.error.not-a-day': None
  'plan.error.day-too-far': None
  'plan.error.no-reason': None
  'plan.error.nothing-chosen': None
  'plan.error.changed-meanwhile': None
  'plan.asked.title': None
  'plan.asked.when': { when: string | number }
  'plan.asked.sooner': { phone: string | number }
  'plan.responsible.me': None
  'plan.responsible.organization': None
  'plan.responsible.agent': None
  'plan.added-by.person': None
  'plan.added-by.agent': None
  'plan.added-by.organization': None
  'plan.need.who': None
  'plan.need.who-pays': None
  'plan.need.services': None
  'plan.need.programs': None
  'plan.need.no-program': None
  'plan.need.not-decided': None
  'plan.need.talk': None
  'plan.need.talk-text': None
  'plan.need.may-use': None
  'plan.need.condition': None
  'plan.need.pays': None
  'plan.need.place': None
  'plan.need.place-unknown': None
  'plan.need.rule': None
  'plan.need.would-decide': None
  'plan.need.read': None
  'plan.use.yes': None
  'plan.use.to-check': None
  'plan.use.no': None
  'plan.ground.status': None
  'plan.ground.condition': None
  'plan.ground.region': None
  'plan.ground.prose': None
  'plan.ground.no-source': None
  'plan.ground.not-yet': None
  'plan.ground.ended': None
  'plan.window.before-arrival': None
  'plan.window.permit': None
  'plan.step.title': None
  'plan.version': { day: string | number }
  'plan.later.count': { count: number }
  'plan.problem.change-hint': None
  'plan.household.title': None
  'plan.household.text': None
  'plan.household.none': None
  'plan.household.add': None
  'plan.household.name': None
  'plan.household.name-hint': None
  'plan.household.relation': None
  'plan.household.relation.spouse': None
  'plan.household.relation.child': None
  'plan.household.relation.parent': None
  'plan.household.relation.other': None
  'plan.household.add-button': None
  'plan.household.no-name': None
  'plan.household.too-many': None
  'plan.household.remove': None
  'plan.household.remove-text': None
  'plan.household.not-begun': None
  'plan.household.not-begun-text': None
  'plan.household.answer': None
  'plan.household.take': None
  'plan.window.anytime': None
  'plan.take.title': None
  'plan.take.print': None
  'plan.print.copy': { day: string | number }
  'plan.print.office': None
  'plan.print.printed': { day: string | number }
  'plan.take.calendar': None
  'plan.calendar.own': None
  'plan.feed.title': None
  'plan.feed.text': None
  'plan.feed.who': None
  'plan.feed.make': None
  'plan.feed.yours': None
  'plan.feed.once': None
  'plan.feed.running': { count: number }
  'plan.feed.stop': None
  'plan.feed.gone': None
  'plan.take.send': None
  'plan.sent.title': None
  'plan.sent.text': None
  'plan.check-in.open-title': None
  'plan.check-in.open-text': None
  'plan.check-in.open': None
  'plan.check-in.title': None
  'plan.check-in.lead': None
  'plan.check-in.done': None
  'plan.check-in.stuck': None
  'plan.check-in.put': None
  'plan.check-in.put-reason': None
  'plan.check-in.go-on': None
  'plan.check-in.thanks': None
  'plan.check-in.thanks-text': None
  'plan.stop.title': None
  'plan.stop.text': None
  'plan.stop.button': None
  'plan.stop.done': None
  'plan.stop.done-text': None
  'plan.keep.button': None
  'plan.keep.warning': None
  'plan.keep.kept': None
  'plan.keep.erase': None
  'plan.keep.erased': None
  'plan.stop.again': None
  'plan.changes.title': None
  'plan.changes.link': None
  'plan.changes.none': None
  'plan.changes.add': None
  'plan.changes.step': None
  'plan.changes.by': None
  'plan.changes.add-button': None
  'plan.error.no-title': None
  'plan.by.person': None
  'plan.by.agent': None
  'plan.by.organization': None
  'plan.change.done': None
  'plan.change.undone': None
  'plan.change.put': None
  'plan.change.back': None
  'plan.change.added': None
  'plan.change.dated': None
  'plan.change.undated': None
  'plan.change.responsible': None
  'plan.change.stuck': None
  'plan.change.change-asked': None
  'plan.step.near': None
  'plan.feed.ends': { count: number; day: string | number }
  'plan.feed.over': None
  'plan.feed.over-text': None
  'referral.status.draft': None
  'referral.status.requested': None
  'referral.status.accepted': None
  'referral.status.rejected': None
  'referral.status.in-progress': None
  'referral.status.on-hold': None
  'referral.status.completed': None
  'referral.status.failed': None
  'referral.status.cancelled': None
  'referral.status.entered-in-error': None
  'referral.business.appointment-booked': None
  'referral.business.first-service-given': None
  'referral.reason.capacity': None
  'referral.reason.not-eligible': None
  'referral.reason.out-of-area': None
  'referral.reason.language-not-available': None
  'referral.reason.wrong-service': None
  'referral.reason.cannot-reach-client': None
  'referral.reason.client-declined': None
  'referral.reason.client-moved': None
  'referral.reason.consent-withdrawn': None
  'referral.reason.no-answer': None
  'referral.reason.taken-elsewhere': None
  'referral.reason.duplicate': None
  'referral.event.opened': None
  'referral.event.witness': None
  'referral.event.person': None
  'referral.door.title': None
  'referral.door.for': None
  'referral.door.sender': None
  'referral.door.need': None
  'referral.door.initials': None
  'referral.door.open': None
  'referral.door.trace': None
  'referral.door.sent': None
  'referral.door.sent-text': None
  'referral.code.title': None
  'referral.code.text': None
  'referral.code.label': None
  'referral.code.wrong': None
  'referral.stale.unknown': None
  'referral.stale.expired': None
  'referral.stale.text': { phone: string | number }
  'referral.stale.new': None
  'referral.page.title': None
  'referral.page.who': None
  'referral.page.reach': None
  'referral.page.language': None
  'referral.page.why': None
  'referral.page.words': None
  'referral.page.done': None
  'referral.page.nothing-done': None
  'referral.page.sender': None
  'referral.page.date': None
  'referral.page.due': None
  'referral.page.no-consent': None
  'referral.page.ended': None
  'referral.page.history': None
  'referral.accept.title': None
  'referral.accept.date': None
  'referral.accept.hint': None
  'referral.accept.time': None
  'referral.accept.time-hint': None
  'referral.accept.button': None
  'referral.decline.title': None
  'referral.decline.reason': None
  'referral.decline.next': None
  'referral.decline.none': None
  'referral.decline.button': None
  'referral.first.title': None
  'referral.first.text': None
  'referral.first.button': None
  'referral.error.not-from-here': None
  'referral.error.not-yours': None
  'referral.error.no-consent': None
  'referral.error.reason-needed': None
  'referral.error.unknown-referral': None
  'referral.error.changed-meanwhile': None
  'referral.error.date-past': None
  'referral.error.not-a-day': None
  'referral.tap.witness.title': None
  'referral.tap.witness.text': None
  'referral.tap.witness.button': None
  'referral.tap.witness.done': None
  'referral.tap.witness.done-text': None
  'referral.tap.withdraw.title': None
  'referral.tap.withdraw.text': None
  'referral.tap.withdraw.button': None
  'referral.tap.withdraw.done': None
  'referral.tap.withdraw.done-text': None
  'referral.tap.over': None
  'referral.tap.over-text': None
  'referral.steps.title': None
  'referral.steps.text': None
  'referral.steps.done': None
  'referral.steps.add': None
  'referral.steps.add-button': None
  'referral.error.no-title': None
  'registration.title': None
  'registration.text': None
  'registration.shares-nothing': None
  'registration.first-name': None
  'registration.email': None
  'registration.email-hint': None
  'registration.send': None
  'registration.error.no-name': None
  'registration.error.no-email': None
  'registration.error.not-an-email': None
  'registration.error.too-many': None
  'registration.sent.title': None
  'registration.sent.text': None
  'registration.sent.waiting': None
  'registration.open.title': None
  'registration.open.text': None
  'registration.open.button': None
  'registration.open.back-title': None
  'registration.open.back-text': None
  'registration.open.back-button': None
  'registration.open.not-me': None
  'registration.stale.used': None
  'registration.stale.expired': None
  'registration.stale.unknown': None
  'registration.stale.text': None
  'registration.stale.new': None
  'registration.stale.else': None
  'registration.stale.unknown-text': None
  'workspace.nav.queue': None
  'workspace.nav.directory': None
  'workspace.sign-out': None
  'workspace.role.agent': None
  'workspace.role.editor': None
  'workspace.role.importer': None
  'workspace.role.lead': None
  'workspace.role.member': None
  'workspace.queue.title': None
  'workspace.queue.tabs': None
  'workspace.queue.all': None
  'workspace.queue.mine': None
  'workspace.queue.unassigned': None
  'workspace.queue.caption': None
  'workspace.queue.person': None
  'workspace.queue.why': None
  'workspace.queue.due': None
  'workspace.queue.owner': None
  'workspace.queue.language': None
  'workspace.queue.region': None
  'workspace.queue.action': None
  'workspace.queue.empty': None
  'workspace.queue.empty-text': None
  'workspace.queue.nameless': None
  'workspace.queue.late': None
  'workspace.queue.me': None
  'workspace.queue.nobody': None
  'workspace.queue.no-region': None
  'workspace.queue.open': None
  'workspace.queue.take': None
  'workspace.reason.first-meeting': None
  'workspace.reason.first-contact': None
  'workspace.reason.call-asked': None
  'workspace.reason.consent-given': None
  'workspace.reason.consent-refused': None
  'workspace.reason.referral-declined': None
  'workspace.reason.referral-unanswered': None
  'workspace.reason.consent-withdrawn': None
  'workspace.kind.first-meeting': None
  'workspace.kind.first-contact': None
  'workspace.kind.call-back': None
  'workspace.kind.referral': None
  'workspace.taken.title': None
  'workspace.taken.text': None
  'workspace.call.title': None
  'workspace.call.number': None
  'workspace.call.hours': None
  'workspace.call.care': None
  'workspace.call.done': None
  'workspace.file.language': None
  'workspace.file.region': None
  'workspace.file.registered': None
  'workspace.file.now': None
  'workspace.file.later': { count: number }
  'workspace.file.promises': None
  'workspace.file.nothing-owed': None
  'workspace.file.referrals': None
  'workspace.file.no-referral': None
  'workspace.file.refer': None
  'workspace.file.answers': { count: string | number }
  'workspace.file.history': None
  'workspace.file.refused': None
  'workspace.file.messages': None
  'workspace.message.waiting': None
  'workspace.message.sent': None
  'workspace.message.failed': None
  'workspace.meeting.title': None
  'workspace.meeting.held-on': None
  'workspace.meeting.note': None
  'workspace.meeting.held': { day: string | number }
  'workspace.meeting.not-a-day': None
  'workspace.meeting.not-yet': None
  'workspace.refer.title': None
  'workspace.refer.unknown-need': None
  'workspace.refer.none': None
  'workspace.refer.none-text': None
  'workspace.refer.service': None
  'workspace.refer.words': None
  'workspace.refer.words-hint': None
  'workspace.refer.prepare': None
  'workspace.refer.error.no-service': None
  'workspace.refer.error.unknown-file': None
  'workspace.refer.error.unknown-service': None
  'workspace.refer.error.no-contact': None
  'workspace.refer.error.no-person': None
  'workspace.refer.error.not-from-here': None
  'workspace.refer.error.not-yours': None
  'workspace.refer.error.no-consent': None
  'workspace.refer.error.reason-needed': None
  'workspace.refer.error.unknown-referral': None
  'workspace.refer.error.changed-meanwhile': None
  'workspace.refer.error.asked-already': None
  'workspace.refer.error.oral-incomplete': None
  'workspace.referral.title': None
  'workspace.referral.consent': None
  'workspace.referral.send': None
  'workspace.referral.cancel': None
  'workspace.consent.none': None
  'workspace.consent.asked': None
  'workspace.consent.given': None
  'workspace.consent.refused': None
  'workspace.consent.withdrawn': None
  'workspace.consent.ask-screen': None
  'workspace.consent.ask-screen-text': None
  'workspace.consent.waiting': None
  'workspace.consent.send-request': None
  'workspace.consent.oral': None
  'workspace.consent.oral-text': None
  'workspace.consent.language': None
  'workspace.consent.said': None
  'workspace.consent.said-yes': None
  'workspace.consent.record': None
  'workspace.consent.read': None
  'workspace.refer.call-only': { phone: string | number }
  'workspace.referral.cancel-why': None
  'workspace.referral.handled': None
  'workspace.referral.next': None
  'workspace.file.email': None
  'workspace.reason.urgent-answer': None
  'workspace.refer.takes': None
  'workspace.refer.takes-unknown': None
  'workspace.action.file.opened': None
  'workspace.action.task.taken': None
  'workspace.action.task.ended': None
  'workspace.action.meeting.noted': None
  'workspace.action.referral.drafted': None
  'workspace.action.consent.asked': None
  'workspace.action.consent.recorded': None
  'workspace.action.referral.sent': None
  'workspace.action.referral.cancelled': None
  'workspace.action.referral.read': None
  'workspace.action.referral.answered': None
  'workspace.action.call.opened': None
  'workspace.action.call.ended': None
  'workspace.action.other': None
  'workspace.mail.registration': None
  'workspace.mail.sign-in': None
  'workspace.mail.referral-request': None
  'workspace.mail.referral-accepted': None
  'workspace.mail.referral-declined': None
  'workspace.mail.referral-cancelled': None
  'workspace.mail.referral-witness': None
  'workspace.mail.consent-asked': None
  'workspace.mail.consent-recorded': None
  'workspace.mail.other': None
  'workspace.reason.referral-silent': None
  'workspace.kind.plan': None
  'workspace.reason.step-stuck': None
  'workspace.reason.change-asked': None
  'workspace.plan.title': None
  'workspace.plan.back': None
  'workspace.plan.version': { number: string | number }
  'workspace.plan.changed-at': { when: string | number }
  'workspace.plan.show-drafts': { count: number }
  'workspace.plan.caption': None
  'workspace.plan.step': None
  'workspace.plan.responsible': None
  'workspace.plan.empty': None
  'workspace.plan.empty-text': None
  'workspace.plan.add': None
  'workspace.plan.from-library': None
  'workspace.plan.own': None
  'workspace.plan.as-draft': None
  'workspace.plan.add-button': None
  'workspace.plan.who.me': None
  'workspace.plan.who.organization': None
  'workspace.plan.who.agent': None
  'workspace.plan.by.person': None
  'workspace.plan.by.agent': None
  'workspace.plan.by.organization': None
  'workspace.plan.by-hand': None
  'workspace.plan.tag.draft': None
  'workspace.plan.tag.late': None
  'workspace.plan.tag.urgent': None
  'workspace.plan.tag.check': None
  'workspace.plan.do-done': None
  'workspace.plan.do-put': None
  'workspace.plan.do-responsible': None
  'workspace.plan.more': None
  'workspace.plan.reason': None
  'workspace.plan.history': { count: number }
  'workspace.plan.gone': None
  'workspace.plan.draft': None
  'workspace.plan.change.done': None
  'workspace.plan.change.undone': None
  'workspace.plan.change.put': None
  'workspace.plan.change.back': None
  'workspace.plan.change.added': None
  'workspace.plan.change.dated': None
  'workspace.plan.change.undated': None
  'workspace.plan.change.responsible': None
  'workspace.plan.change.stuck': None
  'workspace.plan.change.change-asked': None
  'workspace.plan.error.no-title': None
  'workspace.plan.error.not-a-day': None
  'workspace.plan.error.day-too-far': None
  'workspace.plan.error.unknown-step': None
  'workspace.plan.error.changed-meanwhile': None
  'workspace.plan.error.no-reason': None
  'workspace.assessment.title': None
  'workspace.assessment.fill': None
  'workspace.assessment.set': { version: string | number }
  'workspace.file.plan': None
  'workspace.file.assessment': None
  'workspace.file.household': None
  'workspace.file.talk': None
  'workspace.file.solved': None
  'workspace.assessment.caption': None
  'workspace.assessment.subject': None
  'workspace.assessment.question': None
  'workspace.assessment.answer': None
}
