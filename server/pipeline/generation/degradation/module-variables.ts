import { type NodePath, t } from "./babel.ts";

/** Declares a variable of the module, below the imports, where it outlives every call and every render. */
export function declareAtTopInPlace(path: NodePath, name: string, value: t.Expression): void {
  const program = path.scope.getProgramParent().path;
  if (!program.isProgram()) return;
  const { body } = program.node;
  const afterImports = body.findIndex((statement) => !t.isImportDeclaration(statement));
  const declaration = t.variableDeclaration("let", [t.variableDeclarator(t.identifier(name), value)]);
  body.splice(Math.max(afterImports, 0), 0, declaration);
}
