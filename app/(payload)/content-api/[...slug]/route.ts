import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { guardedContentApi } from '@/lib/records/content-api-guard.ts'
import config from '@/payload.config.ts'

export const GET = guardedContentApi(REST_GET(config))
export const POST = guardedContentApi(REST_POST(config))
export const DELETE = guardedContentApi(REST_DELETE(config))
export const PATCH = guardedContentApi(REST_PATCH(config))
export const PUT = guardedContentApi(REST_PUT(config))
export const OPTIONS = guardedContentApi(REST_OPTIONS(config))
