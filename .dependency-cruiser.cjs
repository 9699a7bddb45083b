// Who may import whom (docs/tour.md, CONTRIBUTING.md). Types count as imports, cycles and paths that
// do not resolve are errors: what does not resolve would pass every other rule in silence.
const test = "\\.test\\.tsx?$|/testing/|\\.fixtures?\\.ts$";
/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "validator-is-pure",
      comment: "The rules and the mathematics take values and return values: no npm, no Node, no clock.",
      severity: "error",
      from: { path: "^server/validator/", pathNot: test },
      to: { pathNot: ["^server/validator/", "^server/errors\\.ts$"] },
    },
    {
      name: "stages-meet-in-postgres",
      severity: "error",
      from: { path: "^server/pipeline/([^/]+)/", pathNot: test },
      to: { path: "^server/pipeline/", pathNot: "^server/pipeline/$1/" },
    },
    {
      name: "pipeline-knows-ports-not-adapters",
      severity: "error",
      from: { path: "^server/pipeline/", pathNot: test },
      to: {
        path: ["^server/(adapters|worker|web|supervisor|cli)/", "^server/composition\\.ts$", "^sandbox/"],
        pathNot: "^sandbox/contract\\.ts$",
      },
    },
    {
      name: "only-composition-names-adapters",
      severity: "error",
      from: { pathNot: ["^server/adapters/", "^server/composition\\.ts$", test] },
      to: { path: "^server/adapters/" },
    },
    {
      name: "only-routers-know-trpc",
      comment: "Services may know who is asking (the type Actor), never how the question came.",
      severity: "error",
      from: { path: "^server/pipeline/", pathNot: ["/router\\.ts$", test] },
      to: { path: ["^server/api/", "node_modules/@trpc/"], pathNot: "^server/api/context\\.ts$" },
    },
    {
      name: "only-repositories-and-platform-know-prisma",
      severity: "error",
      from: {
        path: "^(app|labeller-ui|server|bench)/",
        pathNot: ["/repository\\.ts$", "^server/platform/db\\.ts$", test],
      },
      to: { path: ["^prisma/generated", "node_modules/@prisma/"] },
    },
    {
      name: "ui-sees-server-types-only",
      severity: "error",
      from: { path: "^(labeller-ui|app)/", pathNot: test },
      to: { path: "^(server|prisma|sandbox)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "components-know-no-framework",
      comment: "labeller-ui is a library: routes and data belong to app/.",
      severity: "error",
      from: { path: "^labeller-ui/" },
      to: { path: ["node_modules/next/", "node_modules/@trpc/", "node_modules/@tanstack/", "^app/"] },
    },
    {
      name: "sandbox-stands-alone",
      severity: "error",
      from: { path: "^sandbox/", pathNot: ["^sandbox/attacks/", test] },
      to: { path: ["^(server|app|labeller-ui|prisma)/"] },
    },
    {
      name: "server-sees-sandbox-contract-only",
      severity: "error",
      from: { path: "^server/", pathNot: ["^server/cli/commands/(sandbox|attacks)\\.ts$", test] },
      to: { path: "^sandbox/", pathNot: "^sandbox/(contract|object-store)\\.ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^prisma/generated", "^\\.next", "^sandbox/attacks/corpus"] },
    tsPreCompilationDeps: true, // see `import type` edges too
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".css"],
    },
  },
};
