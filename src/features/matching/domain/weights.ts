/** What each part of a fit counts, in a plan and in a list alike: who takes the person comes first, then near, then understood. */
export const weights = { takes: 40, near: 30, perKm: 0.65, sameRegion: 15, speaks: 20, confirmed: 10, named: 25 }
/** Roads are longer than straight lines, by about so much. */
export const detour = 1.3
