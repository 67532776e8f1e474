/** Packages that only some places may import. `only` lists the whole choice, `never` what is refused by prefix. */
export const packageWalls = [
  {
    files: ['shared/**'],
    only: ['zod', 'minisearch', 'postcode', '@noble/hashes'],
    because:
      'shared/ is pure: hand in what comes from outside as an argument; what calls it belongs in functions/.',
  },
  {
    files: ['site/src/**'],
    never: ['@aws', 'aws-', '@middy', 'constructs'],
    because: 'The site renders what it is given: code that calls AWS belongs in functions/.',
  },
  {
    files: ['functions/**'],
    except: [
      'functions/platform/**',
      'functions/store/dynamo/**',
      'functions/notifications/outbox/ses-mailer.ts',
    ],
    never: ['@aws', 'aws-', 'constructs'],
    because:
      'AWS SDKs belong in functions/platform, functions/store/dynamo and ses-mailer.ts: declare the port you need.',
  },
] as const;
