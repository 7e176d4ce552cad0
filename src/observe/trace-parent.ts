/** The trace that a caller's request is part of (W3C Trace Context). */
export interface TraceParent {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** The caller's own span, 16 hexadecimal digits. */
  readonly spanId: string;
  /** Bit 1: the caller keeps the trace. */
  readonly traceFlags: number;
}

const FORM = /^(?!ff)[\da-f]{2}-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(?:-.*)?$/;

/** Reads a `traceparent` header; null where it has none, or it is not well formed. */
export function readTraceParent(header: string | readonly string[] | undefined): TraceParent | null {
  const [, traceId, spanId, flags = '00'] = (typeof header === 'string' && FORM.exec(header)) || [];
  return traceId === undefined || spanId === undefined ? null : { traceId, spanId, traceFlags: Number(`0x${flags}`) };
}
