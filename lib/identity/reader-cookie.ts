/** Tells apart the browsers that open pages which were handed over; means nothing else, and says nothing of anybody. */
export const READER_COOKIE = 'pronto-reader'

/** As long as such a page may be read. */
export const READER_SECONDS = 60 * 60
