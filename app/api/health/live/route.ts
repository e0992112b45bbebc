export const dynamic = 'force-dynamic'

/** The process runs; nothing else is asked. */
export const GET = () => Response.json({ status: 'live' })
