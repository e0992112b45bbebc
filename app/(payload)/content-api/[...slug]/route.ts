import { REST_DELETE, REST_GET, REST_PATCH, REST_POST } from '@payloadcms/next/routes'
import { guardedContentApi } from '@/lib/records/content-api-guard.ts'
import config from '@/payload.config.ts'

export const GET = guardedContentApi(REST_GET(config))
export const POST = guardedContentApi(REST_POST(config))
export const DELETE = guardedContentApi(REST_DELETE(config))
export const PATCH = guardedContentApi(REST_PATCH(config))
