// One rule only: a promise that nobody waits for loses its error, and Biome's own check misses ctx.reply() and Prisma calls.
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist", "src/store/generated", "node_modules", "src/web/page"] },
  {
    files: ["src/**/*.ts", "test/**/*.ts", "bench/**/*.ts", "scripts/**/*.ts"],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { "@typescript-eslint": tseslint.plugin },
    rules: { "@typescript-eslint/no-floating-promises": "error" },
  },
);
