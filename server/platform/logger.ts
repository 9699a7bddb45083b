import { pino } from "pino";

import { env } from "./env.ts";

/** Structured logs on stderr: stdout belongs to results. Redaction is a net, not the rule: secrets are not passed to it. */
export const logger = pino(
  {
    level: env.LOG_LEVEL,
    base: null,
    redact: {
      paths: [
        "*.password",
        "*.token",
        "*.secret",
        "*.cookie",
        "*.authorization",
        "headers.cookie",
        "headers.authorization",
      ],
      censor: "[redacted]",
    },
  },
  pino.destination({ fd: 2, sync: true }),
);
export type Logger = typeof logger;
